"""Opening a learner's journey: their vault beside the data that ships with the program."""

from app.journey.session import Session
from app.places import asset, careers_pack
from app.vault.vault import Vault
from pathways.frameworks.catalog import read_entries
from pathways.pack.store import open_pack


def session_of(vault: Vault) -> Session:
    """The journey over an open vault, with the careers pack and the catalog of learning steps."""
    return Session(vault, open_pack(careers_pack()), read_entries(asset("catalog", "us.json")))
