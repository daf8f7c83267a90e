"""The learner's own words as a credential that the learner signs, and that says it is just that.

Form: an Open Badges 3.0 self-assertion, issuer and subject the same did:key, so that any reader of badges shows it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.applying.holder import Holder, marked_practice, moment_text
from app.records.model import Record
from app.records.text import one_line, paragraphs
from app.trust.proofs import add_proof

CONTEXTS = ("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
# The same for a presentation of data model 1.1, which cannot hold a credential of 2.0.
OLDER_CONTEXTS = (
    "https://www.w3.org/2018/credentials/v1",
    CONTEXTS[1],
    "https://w3id.org/security/suites/ed25519-2020/v1",
)
# Open Badges 3.0, AchievementType: an own kind takes the prefix "ext:".
OWN_STATEMENT = "ext:OwnStatement"


@dataclass(frozen=True)
class Statement:
    """What the learner says: about which thing asked, in their own words, with addresses of what shows it."""

    about: str
    text: str
    shown_at: tuple[str, ...] = ()


def is_own(record: Record) -> bool:
    """Whether a record is a statement in the learner's own words."""
    return any(one.type == OWN_STATEMENT for one in record.achievements)


def statement_credential(
    statement: Statement,
    holder: Holder,
    labels: Mapping[str, str],
    *,
    id_: str,
    created: datetime,
    practice: bool = False,
    older: bool = False,
) -> dict[str, Any]:
    """A signed VC 2.0, or an `older` one of data model 1.1; `id_` is an absolute URI, `created` is aware.

    Labels: `statement` ("Own statement"), `statement_says` (that nobody else has checked it), `statement_by`.
    """
    name = f"{labels['statement']}: {one_line(statement.about)}"
    credential = {
        "@context": list(OLDER_CONTEXTS if older else CONTEXTS),
        "id": id_,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": marked_practice(name, practice=practice),
        "description": labels["statement_says"],
        "issuer": {"id": holder.did, "type": ["Profile"], "name": labels["statement_by"]},
        "issuanceDate" if older else "validFrom": moment_text(created),
        "credentialSubject": {
            "id": holder.did,
            "type": ["AchievementSubject"],
            "achievement": _achievement(statement, labels, id_),
        },
        **_evidence(statement),
    }
    return add_proof(
        credential,
        seed=holder.seed,
        verification_method=holder.method,
        purpose="assertionMethod",
        created=moment_text(created),
        suite="Ed25519Signature2020" if older else "eddsa-rdfc-2022",
    )


def _achievement(statement: Statement, labels: Mapping[str, str], id_: str) -> dict[str, Any]:
    return {
        "id": f"{id_}#said",
        "type": ["Achievement"],
        "achievementType": OWN_STATEMENT,
        "name": one_line(statement.about),
        "description": paragraphs(statement.text),
        "criteria": {"narrative": labels["statement_says"]},
    }


def _evidence(statement: Statement) -> dict[str, Any]:
    shown = [{"id": address, "type": ["Evidence"]} for address in statement.shown_at]
    return {"evidence": shown} if shown else {}
