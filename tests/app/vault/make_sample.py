"""Makes the frozen sample of today's vault; run once for each new version.

`PYTHONPATH=. python tests/app/vault/make_sample.py`
"""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from vault_help import add_check, new_vault, record

from app.vault import backup, schema
from app.vault.store_applications import add_opportunity, add_outcome, add_presentation
from app.vault.store_keys import keep_key
from app.vault.store_learning import add_step, keep_list, keep_mapping
from app.vault.store_pages import StoredPage, keep_page
from app.vault.store_plan import choose_steps, set_goal
from app.vault.store_profile import add_own_words, answer
from app.vault.store_records import add_record
from app.vault.store_versions import add_version

SAMPLES = Path(__file__).parent / "samples"
DAY = datetime(2026, 11, 21, tzinfo=UTC)
SEED = b"\x01" * 32


def fill(opened):
    kept = record()
    add_record(opened, kept)
    add_check(opened, kept.key)
    add_own_words(opened, "I drive a forklift")
    keep_page(opened, StoredPage("https://school.example/did.json", "keys", DAY.isoformat(), b"{}", ""))
    keep_list(
        opened,
        "near-me",
        name="Near me",
        file="near.csv",
        content=b"Program,Provider\nFirst aid,College\n",
        mapping={"name": "Program", "provider": "Provider"},
        as_of="2026-11-01",
        meant={"First aid": ("2.A.1.a",)},
        pack="digest",
    )
    keep_mapping(opened, "headings", {"name": "Program"})
    add_step(opened, {"name": "First aid"})
    answer(opened, "claim", "2.A.1.a", agreed=True, level=3.5)
    set_goal(opened, "29-1141.00")
    choose_steps(opened, "29-1141.00", [("first-aid", {"name": "First aid"})])
    holder = keep_key(opened, SEED, "sample", lambda seed: f"did:example:{seed[:8].hex()}").did
    number = add_opportunity(opened, {"title": "Aide"})
    made = add_presentation(
        opened, number, challenge="c", domain="d", holder=holder, record_keys=[kept.key], presentation=b"{}"
    )
    add_version(opened, number, {"records": [kept.key]}, name="Short")
    add_outcome(opened, made, "interview", note="Bring the card", day="2026-04-16T10:30")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        opened, _ = new_vault(Path(place) / "v")
        with opened:
            fill(opened)
            backup.back_up(opened, SAMPLES / f"version-{len(schema.MIGRATIONS)}.pathfolio")
