"""Questions that checks ask, and the sentences for their reasons."""

from app.wording.marking import marked

CHECK_NAMES = {
    "format": marked("Can we read all of it?"),
    "signature": marked("Is the signature sound?"),
    "issuer_binding": marked("Does the key belong to the issuer named?"),
    "known_issuer": marked("Is the issuer in a list we know?"),
    "in_force": marked("Is it in force today?"),
    "status": marked("Is it still good, not canceled?"),
    "about_me": marked("Is it about you?"),
    "holder": marked("Did the person named sign it?"),
    "challenge": marked("Was it made for this request?"),
    "domain": marked("Was it made for this reader?"),
}

REASONS: dict[str, str] = {}
