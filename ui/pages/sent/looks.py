"""Icons and colors of what can come of something sent. The words beside them say the same."""

from ui.kit.text import Tone

SENT = "sent"
ICONS = {
    SENT: "send",
    "waiting": "hourglass",
    "interview": "calendar",
    "offer": "star",
    "accepted": "award",
    "not_this_time": "circle-minus",
    "withdrawn": "undo-2",
    "done": "check",
    "other": "message-square",
}
TONES: dict[str, Tone] = {
    SENT: "primary",
    "interview": "shown",
    "offer": "shown",
    "accepted": "shown",
    "done": "shown",
}
"""Quiet where nothing is said here."""


def tone_of(code: str) -> Tone:
    """The color of an outcome's icon."""
    return TONES.get(code, "quiet")
