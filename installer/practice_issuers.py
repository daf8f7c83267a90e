"""The made-up schools, employers and others of the practice world, its learners, and their keys."""

import hashlib
from dataclasses import dataclass
from typing import Any

from app.journey.practice import HOST, practice_seed
from app.trust.keys import did_key, did_key_method
from app.trust.multibase import encode_multikey
from app.trust.proofs import Suite

Json = dict[str, Any]

SALT = "practice"


@dataclass(frozen=True)
class Issuer:
    """Someone who signs: `id` is what records name, `web` where their pages would stand, `key` their key's name.

    `slug` names their files.
    """

    name: str
    role: str
    id: str
    web: str
    key: str
    slug: str

    def method(self, suite: Suite) -> str:
        """The verification method their proofs of a suite name."""
        if self.id.startswith("did:key:"):
            return did_key_method(public_key(self.key))
        if self.id.startswith("did:web:"):
            return f"{self.id}#{'key-1' if suite == 'eddsa-rdfc-2022' else 'key-1-2020'}"
        return f"{self.id}#{encode_multikey(public_key(self.key))}"

    @property
    def status_list(self) -> str:
        """Address of the issuer's list of canceled records."""
        return f"{self.web}/status/1"


def public_key(name: str) -> bytes:
    """The public key (32 bytes) of a practice key."""
    from nacl.signing import SigningKey

    return bytes(SigningKey(practice_seed(name)).verify_key)


def _by_key(name: str, role: str, slug: str) -> Issuer:
    return Issuer(name, role, did_key(public_key(name)), f"https://{slug}.{HOST}", name, slug)


def _by_web(name: str, slug: str) -> Issuer:
    return Issuer(name, "issuer", f"did:web:{HOST}:{slug}", f"https://{HOST}/{slug}", name, slug)


def email_identity(learner: Issuer) -> Json:
    """A learner's e-mail address as records hide it: hashed with a salt."""
    hashed = hashlib.sha256(f"{learner.name.lower().replace(' ', '.')}@{HOST}{SALT}".encode()).hexdigest()
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": "sha256$" + hashed,
        "identityType": "emailAddress",
        "salt": SALT,
    }


MAYA = _by_key("Maya Torres", "learner", "maya")
RENEE = _by_key("Renee Brooks", "learner", "renee")
DANIEL = _by_key("Daniel Novak", "learner", "daniel")

COLLEGE = _by_key("Harbor Practice College", "issuer", "harbor-college")
GUILD = _by_web("Practice Retail Guild", "retail-guild")
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
    "elm-house",
)
LAKESIDE = _by_key("Lakeside Practice Clinic", "employer", "lakeside-clinic")

SERVICE_RECORDS = _by_key("Practice Service Records Office", "issuer", "service-records")
SERVICE_TRAINING = _by_web("Practice Service Training Office", "service-training")
SERVICE_VEHICLES = _by_key("Practice Service Vehicle Office", "issuer", "service-vehicles")
TECH_COLLEGE = _by_key("Summit Practice Technical College", "issuer", "summit-tech")
REPAIR_BOARD = _by_key("Practice Computer Repair Board", "issuer", "repair-board")
LIBRARY = _by_web("Cedar Street Practice Library", "cedar-library")
NORTHSIDE = _by_key("Northside Practice Hospital", "employer", "northside-hospital")

PLUMBING = _by_key("Redwood Practice Plumbing", "issuer", "redwood-plumbing")
ADULT_SCHOOL = _by_key("Orchard Practice Adult School", "issuer", "orchard-adult")
BOOKKEEPERS = _by_web("Practice League of Bookkeepers", "bookkeepers")
PARENTS_CLUB = _by_web("Maple Street Practice Parents Club", "maple-parents")
NOTARIES = _by_key("Practice Notary Office", "issuer", "notaries")
HILLSIDE = _by_key("Hillside Practice Dental Office", "employer", "hillside-dental")

MAYAS = (MAYA, COLLEGE, GUILD, GUILD_COACH, FIRST_AID_LEAGUE, BRIGHTWAY, JOB_CENTER, ELM_HOUSE, LAKESIDE)
RENEES = (
    RENEE, SERVICE_RECORDS, SERVICE_TRAINING, SERVICE_VEHICLES, TECH_COLLEGE, REPAIR_BOARD, LIBRARY, NORTHSIDE,
)  # fmt: skip
DANIELS = (DANIEL, PLUMBING, ADULT_SCHOOL, BOOKKEEPERS, PARENTS_CLUB, NOTARIES, HILLSIDE)
EVERYONE = (*MAYAS, *RENEES, *DANIELS)
KNOWN = (COLLEGE, GUILD, FIRST_AID_LEAGUE, SERVICE_TRAINING, TECH_COLLEGE, REPAIR_BOARD, ADULT_SCHOOL, BOOKKEEPERS)
AT_HAND = (GUILD, SERVICE_TRAINING, BOOKKEEPERS)
"""did:web issuers whose document ships. The others' is missing on purpose: nobody can check what they sign."""
LISTS = (GUILD, SERVICE_VEHICLES, NOTARIES)
"""Issuers whose list of canceled records ships."""

GUILD_STATUS_PLACE = 94
