"""Sentences for whom to ask for a record, and the request itself."""

from collections.abc import Iterable

from app.wording.marking import marked
from app.wording.words import Words

ASKS = {
    "renew": marked("Their record has ended. A new one would back this again."),
    "sign": marked("Nobody signed their record. A signed one would count for more."),
    "sign_again": marked("Nobody can tell who signed their record. One signed with their own key counts for more."),
    "send_again": marked("The file was changed after it was signed. A fresh copy would count again."),
    "ask_why": marked("They canceled their record. They can tell you why, and if you can have a new one."),
    "own_word": marked("Only you say this so far. Someone who saw you do it could say so too."),
}

REQUESTS = {
    "renew": marked("My record from you has ended: {records}. How can I renew it?"),
    "sign": marked("I have a record from you that nobody signed: {records}. Could you sign it for me?"),
    "sign_again": marked(
        "I have a record from you: {records}. Readers cannot tell that it was you who signed it. "
        "Could you sign it again with your own key?"
    ),
    "send_again": marked("My copy of your record is damaged: {records}. Could you send it to me again?"),
    "ask_why": marked("You canceled a record of mine: {records}. Could you tell me why, and how I can get a new one?"),
    "own_word": marked("You have seen me work. Could you write down that I can do this?"),
    "step_done": marked("I have finished this with you: {records}. Could you give me a record of it?"),
}
AS_BADGE = marked(
    "A signed digital record is best, such as an Open Badge. Then others can check it. "
    "If you cannot make one, a signed letter helps too."
)


def ask_title(words: Words, organisation: str) -> str:
    """Whom to ask."""
    if not organisation:
        return words.text("Ask someone who saw you do it")
    return words.text("Ask {organisation}", organisation=organisation)


def ask_note(words: Words, code: str, skills: int) -> str:
    """Why asking helps, and how many skills it would back."""
    would = words.count("It would back {number} skill.", "It would back {number} skills.", skills)
    return words.text(ASKS[code]) + " " + would


def request_draft(words: Words, code: str, *, name: str, records: Iterable[str], skills: Iterable[str]) -> str:
    """A request to copy, change and send by whatever way the learner likes; Pathfolio sends nothing."""
    asked = words.text(REQUESTS[code], records=list(records))
    listed = "\n".join(f"- {words.name(skill)}" for skill in skills)
    told = "\n".join((words.text("It is about:"), listed)) if listed else ""
    parts = (words.text("Hello!"), asked, told, words.text(AS_BADGE), words.text("Thank you,") + "\n" + name)
    return "\n\n".join(part for part in parts if part)
