"""What can be found out of a record once and stays true while the documents at hand are the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.trust.keys import Finding
from app.trust.proofs import ProofFinding


@dataclass(frozen=True)
class Reading:
    """What a record's bytes and the documents at hand say on any day: its format, and its proofs if it can be read.

    `limits` state dates besides the document's own. `plain` says that dates and status are certain though not every
    word's meaning is. `status` is the claim about it that stands beside the document. One that is not
    `whole` may have lost an end date or a status to whoever shows it. `answers` are those of signature, issuer_binding
    and status where these do not rest on proofs; then there are none.
    """

    format: Finding
    proofs: tuple[ProofFinding, ...] = ()
    limits: tuple[Mapping[str, Any], ...] = ()
    plain: bool = False
    status: object = None
    whole: bool = True
    answers: Mapping[str, Finding] = field(default_factory=dict)
