"""Opening a vault by names alone, as a person does who cannot see the screen."""

from pathlib import Path

import pytest
from screen_reader import ScreenReader, Thing
from terminal import PASSPHRASE
from window_vaults import make_cheap, vault_of


@pytest.fixture
def ana(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vault where the program looks for them."""
    monkeypatch.setenv("PATHFOLIO_DATA", str(data))
    make_cheap()
    vault_of("Ana Ruiz")
    return data / "vaults" / "Ana Ruiz"


def test_a_vault_is_unlocked_by_names_alone(ana: Path, reader: ScreenReader, program: Thing) -> None:
    assert ana.is_dir()
    reader.find(program, "radio button", "Ana Ruiz")
    field = reader.find(program, "text", "Passphrase for Ana Ruiz")
    reader.write(field, "not this one")
    reader.press(reader.find(program, "push button", "Unlock"))
    reader.find(program, "label", "That passphrase does not open this vault.")
    assert reader.description(field) == "That passphrase does not open this vault."
    reader.write(field, PASSPHRASE)
    reader.press(reader.find(program, "push button", "Unlock"))
    reader.find(program, "label", "What have others said you can do?")
    reader.press(reader.find(program, "push button", "Lock"))
    reader.find(program, "text", "Passphrase for Ana Ruiz")
