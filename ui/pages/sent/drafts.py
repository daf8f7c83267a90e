"""Which draft goes with which reminder, and with which thing to ask for."""

from app.journey.after.asking import Ask
from app.journey.after.reminders import Reminder
from app.wording import Words
from app.wording.after import thanks_draft
from app.wording.asking import ask_title, request_draft
from ui.dialogs.draft import DraftForm
from ui.guide import Guide

RENEW, STEP_DONE = "renew", "step_done"


def thanks(guide: Guide, one: Reminder) -> DraftForm:
    """A note of thanks after an interview."""
    name, organisation, title = guide.name, str(one.values["organisation"]), str(one.values["title"])
    on = one.on
    assert on is not None  # noqa: S101  nobody is thanked for a day that was not named

    def headed(words: Words) -> str:
        return words.text("Thank {organisation}", organisation=organisation)

    return DraftForm(guide, one.key, headed, lambda words: thanks_draft(words, name=name, title=title, on=on))


def renewal(guide: Guide, one: Reminder) -> DraftForm:
    """A request about the record that a reminder names: to renew it, or to be given one for a step that is done."""
    code = STEP_DONE if one.code == STEP_DONE else RENEW
    return _request(guide, code, str(one.values["organisation"]), (str(one.values["name"]),), ())


def request(guide: Guide, ask: Ask) -> DraftForm:
    """What would back some skills more."""
    return _request(guide, ask.code, ask.organisation, ask.records, ask.skills, ask.could_ask)


def _request(
    guide: Guide,
    code: str,
    organisation: str,
    records: tuple[str, ...],
    skills: tuple[str, ...],
    could_ask: tuple[str, ...] = (),
) -> DraftForm:
    name = guide.name

    def drafted(words: Words) -> str:
        return request_draft(words, code, name=name, records=records, skills=skills)

    about = " ".join((code, organisation, *records, *skills))
    return DraftForm(guide, about, lambda words: ask_title(words, organisation), drafted, could_ask)
