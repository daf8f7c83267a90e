"""The made-up school, employers and others of the practice world, and their keys."""

from dataclasses import dataclass
from typing import Any

from app.journey.practice import CLINIC, HOST, MAYA, practice_seed
from app.trust.keys import did_key, did_key_method
from app.trust.multibase import encode_multikey
from app.trust.proofs import Suite

Json = dict[str, Any]

MAYA_EMAIL = f"maya.torres@{HOST}"


@dataclass(frozen=True)
class Issuer:
    """Someone who signs: `id` is what records name, `web` where their pages would stand, `key` their key's name."""

    name: str
    role: str
    id: str
    web: str
    key: str

    def method(self, suite: Suite) -> str:
        """The verification method their proofs of a suite name."""
        if self.id.startswith("did:key:"):
            return did_key_method(public_key(self.key))
        if self.id.startswith("did:web:"):
            return f"{self.id}#{'key-1' if suite == 'eddsa-rdfc-2022' else 'key-1-2020'}"
        return f"{self.id}#{encode_multikey(public_key(self.key))}"


def public_key(name: str) -> bytes:
    """The public key (32 bytes) of a practice key."""
    from nacl.signing import SigningKey

    return bytes(SigningKey(practice_seed(name)).verify_key)


def _by_key(name: str, role: str, slug: str) -> Issuer:
    return Issuer(name, role, did_key(public_key(name)), f"https://{slug}.{HOST}", name)


MAYA_DID = did_key(public_key(MAYA))
COLLEGE = _by_key("Harbor Practice College", "issuer", "harbor-college")
GUILD = Issuer(
    "Practice Retail Guild",
    "issuer",
    f"did:web:{HOST}:retail-guild",
    f"https://{HOST}/retail-guild",
    "Practice Retail Guild",
)
GUILD_COACH = _by_key("A coach of the Practice Retail Guild", "signer", "retail-guild-coach")
FIRST_AID_LEAGUE = _by_key("Practice First Aid League", "issuer", "first-aid-league")
BRIGHTWAY = _by_key("Brightway Practice Market", "issuer", "brightway")
JOB_CENTER = _by_key("Riverbend Practice Job Center", "issuer", "riverbend")
ELM_HOUSE = Issuer(
    "Elm House Practice Care Home",
    "issuer",
    f"https://elm-house.{HOST}/issuer",
    f"https://elm-house.{HOST}",
    "Elm House Practice Care Home",
)
LAKESIDE = _by_key(CLINIC, "employer", "lakeside-clinic")
LEARNER = _by_key(MAYA, "learner", "maya")

EVERYONE = (LEARNER, COLLEGE, GUILD, GUILD_COACH, FIRST_AID_LEAGUE, BRIGHTWAY, JOB_CENTER, ELM_HOUSE, LAKESIDE)
KNOWN = (COLLEGE, GUILD, FIRST_AID_LEAGUE)

GUILD_STATUS_LIST = f"{GUILD.web}/status/1"
GUILD_STATUS_PLACE = 94
