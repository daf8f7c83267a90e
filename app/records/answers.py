"""What services answer with and people save: a record under a name, beside what the service says about it.

OpenID for Verifiable Credential Issuance (section 8.3) and VC API put what they issued under `credential`; so do the
files that Europass takes. Nothing beside the record is read.
"""

from collections.abc import Iterator

from app.records import jose, sd_jwt
from app.records.envelope import is_credential, types
from app.records.parts import Part, field, items

_ONE, _SEVERAL, _SIGNED = "credential", "credentials", "credentialJwt"


def members(part: Part) -> Iterator[Part]:
    """The records in an answer, to the byte; nothing for any other value."""
    if not isinstance(part.value, dict) or types(part.value) or is_credential(part.value):
        return
    # Where a signed text stands beside what it says, it is the record; the other one is nobody's word.
    for key in (_SIGNED,) if _holds(part.value.get(_SIGNED)) else (_ONE, _SEVERAL):
        if isinstance(part.value.get(key), (dict, str, list)):
            yield from (one for one in items(field(part, key)) if _holds(one.value))


def _holds(value: object) -> bool:
    """Whether a value is a record or may hold one."""
    if isinstance(value, str):
        return jose.is_compact(value) or sd_jwt.is_sd_jwt(value)
    if not isinstance(value, dict):
        return False
    return is_credential(value) or jose.is_json(value) or (not types(value) and _ONE in value)
