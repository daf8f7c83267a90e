"""Short help for the page that is shown, the keys, and where to find a person who helps."""

from PySide6.QtWidgets import QHBoxLayout

from app.wording.marking import marked
from ui.frame.keys import listed
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.card import Rule
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding, row
from ui.kit.text import Paragraph, Text

DOOR = (
    marked("A vault is a locked place for your records. Choose yours, type its passphrase, and press Unlock."),
    marked("No vault yet? Start a new one. You get a code to write down, in case you forget the passphrase."),
    marked("Just looking? Try a practice learner. They are made up, so nothing can go wrong."),
    marked(
        "If you forgot the passphrase, use the recovery code. Without either, nobody can open the vault, not even we."
    ),
)
STEPS = {
    "records": (
        marked("A record is what a school, an employer or another group says you did. It comes as a file or a text."),
        marked("Bring your files here. Each record is kept as it came, and shown as a card."),
        marked("A card tells one fact at a time. “Not checked” means that nobody could look yet. It does not mean no."),
    ),
    "skills": (
        marked("Here is what your records and your own words say you can do."),
        marked("Some are guesses. Say yes or no to each. Only what you agree to counts."),
        marked(
            "Add what you can do in your own words. You need no paper for it. A sample of your work makes it stronger."
        ),
    ),
    "goal": (
        marked("Pick a job to aim for. You can look by name, or see jobs close to what you can do."),
        marked("Fit says how much of what the job needs you can show. Outlook says what it pays and how many open."),
        marked("You can change your goal at any time. Nothing you did is lost."),
    ),
    "plan": (
        marked("The list shows what you have for the job, what is partly there, and what is left to learn."),
        marked("The plans show the cheapest way and the fastest way to learn the rest."),
        marked("Choose one, and mark each step when you start it and when it is done."),
    ),
    "apply": (
        marked("Bring what the employer or school asks for. We find the smallest set of records that shows it."),
        marked("See what each record also gives away, before you send it. You decide what goes and what stays."),
        marked("When you sign, a file is saved that they can check. Nothing is sent by itself."),
    ),
    "after": (
        marked("Here is what you sent, to whom, and when."),
        marked("Write down what came of it. We also tell you which records run out soon."),
    ),
}
PEOPLE = marked(
    "A person can help you too. Ask at your library or college, or at an American Job Center. To find one in the U.S., "
    "go to careeronestop.org or call 1-877-872-5627. It is free."
)
OURS = marked("Nobody at Pathfolio can see your vault or open it for you.")


def open_dialog(guide: Guide) -> None:
    """Show the help for the page that is open."""
    guide.open(_make(guide), again=lambda: _make(guide))


def _make(guide: Guide) -> Dialog:
    look, words = guide.look, guide.words
    about = Button(look, words.text("About Pathfolio"), lambda: _about(guide), name="about")
    text = words.text("Check something I was sent")
    received = Button(look, text, lambda: _received(guide), icon="shield-check", name="received")
    close = Button(look, words.text("Close"), kind="primary", name="close")
    sentences = STEPS.get(guide.step, DOOR)
    body = column(*(Paragraph(look, words.text(one)) for one in sentences), gap=look.px(10))
    body.addWidget(Rule(look))
    body.addWidget(Text(look, words.text("Keys"), "group"))
    for key, does in listed(words):
        body.addLayout(_key(guide, key, does))
    body.addWidget(Rule(look))
    body.addWidget(Text(look, words.text("People who help"), "group"))
    for one in (PEOPLE, OURS):
        body.addWidget(Paragraph(look, words.text(one)))
    dialog = Dialog(
        look,
        words.text("Help"),
        holding(body),
        [about, received, close],
        head_icon="circle-help",
        wide=720,
    )
    close.clicked.connect(dialog.accept)
    return dialog


def _key(guide: Guide, key: str, does: str) -> QHBoxLayout:
    """One key and what it does."""
    look = guide.look
    name, says = Text(look, key, "row", weight="semibold"), Text(look, does, "row")
    name.setFixedWidth(look.px(130))
    made = row(gap=look.px(12))
    made.addWidget(name)
    made.addWidget(says, 1)
    return made


def _about(guide: Guide) -> None:
    from ui.dialogs import about

    about.open_dialog(guide)


def _received(guide: Guide) -> None:
    from ui.dialogs import received

    received.open_dialog(guide)
