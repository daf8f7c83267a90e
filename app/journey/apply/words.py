"""The Apply page in sentences: the table, what goes and stays home, what to know before signing, the form."""

from collections.abc import Iterable, Iterator

from app.applying.form import FieldFault
from app.journey.apply.page import Preview
from app.journey.apply.table import ApplyTable, Going, Row, ShownBy, Staying
from app.wording import Words
from app.wording.applying import FORM_FAULTS, KEYS, LATE, NOTES, STAYS, SUMMARY
from app.wording.giving import GIVES_AWAY, STAYS_HOME, WHOLE

LISTED = 4
"""More records at home than this are counted."""
BY_AND_WHEN = frozenset({"issuer", "issue_date"})


def summary(words: Words, table: ApplyTable) -> str:
    """What is proven of the set, and what is open: "This is the smallest set that answers 5 of 7. 2 are not shown."."""
    told = table.summary
    amount = "all" if told.answered == told.asked else "some"
    one = told.answered == told.asked == 1
    key = "one" if one else f"{told.best}.{amount}" if told.answered else told.best
    lost = told.asked - told.answered - told.waiting
    waiting = words.count("{number} waits for your answer.", "{number} wait for your answer.", told.waiting)
    missing = words.count("{number} is not shown.", "{number} are not shown.", lost)
    first = words.text(SUMMARY[key], asked=told.asked, answered=told.answered)
    return joined(first, waiting if told.waiting else "", missing if lost and told.answered else "")


def counts(words: Words, table: ApplyTable) -> str:
    """How many records go and stay: "5 records and your own word go. 2 records stay home."."""
    told = table.summary
    if told.records and told.own_words:
        goes = words.count(
            "{number} record and your own word go.", "{number} records and your own word go.", told.records
        )
    elif told.records:
        goes = words.count("{number} record goes.", "{number} records go.", told.records)
    else:
        goes = words.text("Only your own word goes.") if told.own_words else words.text("No record goes yet.")
    stays = words.count("{number} record stays home.", "{number} records stay home.", told.home)
    return joined(goes, stays if told.home else "")


def shown_by(words: Words, row: Row) -> str:
    """What shows a thing asked, in a few words."""
    if row.by:
        return row.by.title
    if row.how == "own_word":
        return words.text("Your own word")
    if row.state == "kept_home":
        return words.text("Nothing that goes")
    return words.text("Not known yet") if row.state == "unknown" else words.text("Nothing yet")


def shown_note(words: Words, row: Row) -> str:
    """The line under what shows it: who gave it and how it stands, or what to do."""
    if row.by:
        return _record_note(words, row.by, row.also)
    if row.how == "own_word":
        return words.text("signed by you, and says so")
    if row.unsaid:
        return words.text("You keep your own words on it home.")
    if row.guess:
        return words.text("It may mean “{concept}”. Does it?", concept=row.guess.matches[0].concept.name)
    if row.left_home:
        return words.text("You keep home what would show this: {titles}.", titles=row.left_home)
    return _open_note(words, row)


def _open_note(words: Words, row: Row) -> str:
    """Why nothing shows it."""
    some = _titles([*row.nearly[:LISTED]])
    if some and row.asked.kind == "years":
        return words.text("{titles} may show it, but does not say how long.", titles=some)
    if some:
        return words.text("{titles} may show it, but does not say that it is one.", titles=some)
    if row.state == "unknown":
        return words.text("We do not know what this means. Say it in your own words.")
    return words.text("No record of yours shows this. You can say it in your own words.")


def gives_away(words: Words, row: Row) -> str:
    """What a row gives away besides what is asked, and that no row above did; empty where nothing goes.

    Who gave a record and when is told of all that go at once (`sees`), so here only where nothing else is given away.
    """
    if row.how in ("guess", "uncovered"):
        return ""
    if not row.gives_away:
        return words.text("Nothing more")
    said = [words.text(GIVES_AWAY[code]) for code in row.gives_away if code not in BY_AND_WHEN]
    return words.name(row_of(said or [words.text("who gave it and when")]))


def stays(words: Words, row: Row) -> str:
    """What of a row stays home; empty where there is nothing to say."""
    return words.text(STAYS[row.home], name=row.by.part_of or "" if row.by else "") if STAYS[row.home] else ""


def sees_title(words: Words, table: ApplyTable) -> str:
    """The title of what the reader will see."""
    return words.text("{organisation} will see", organisation=table.organisation)


def sees(words: Words, table: ApplyTable, *, name: str) -> tuple[str, ...]:
    """What the reader will see, a line each."""
    number = table.summary.answered
    named = words.count("Your name and {number} answer", "Your name and {number} answers", number)
    answers = named if name else words.count("{number} answer", "{number} answers", number)
    numbered = bool(table.going) and all("linkable_id" in one.tells for one in table.going)
    of_all = BY_AND_WHEN | {"linkable_id"} if numbered else BY_AND_WHEN
    whence = (
        words.text("Who gave each record, when, and its ID number")
        if numbered
        else words.text("Who gave each record, and when")
    )
    common = [whence] if table.going else []
    own = tuple(row.asked.name for row in table.rows if row.how == "own_word")
    said = [words.text("Your own words on: {things}", things=own)] if own else []
    return (answers, *common, *(_sees(words, one, of_all) for one in table.going), *said)


def stays_home(words: Words, table: ApplyTable) -> tuple[str, ...]:
    """What stays home, a line each: facts, records, and all else in the vault."""
    facts = [tells(words, table.facts_home)] if table.facts_home else []
    records = [_some(words, [one.title for one in table.staying])] if table.staying else []
    return (*facts, *records, words.text("Your goal, your plan and the other places you apply to"))


def why_home(words: Words, one: Staying) -> str:
    """Why a record stays home."""
    return words.text(STAYS_HOME[one.why.reason])


def made_for_note(words: Words, table: ApplyTable, elsewhere: Iterable[str]) -> str:
    """For whom it is made; that nobody else can use it only where each record names the key that signs.

    `elsewhere` as in `to_know`.
    """
    if not table.bound or any(elsewhere):
        return words.text("Made for {organisation} alone.", organisation=table.organisation)
    return words.text(
        "Made for {organisation} alone. Nobody else can use it as theirs.", organisation=table.organisation
    )


def to_know(words: Words, table: ApplyTable, elsewhere: Iterable[str]) -> tuple[str, ...]:
    """What the learner must know before signing; `elsewhere` are keys of records that name another key."""
    others = set(elsewhere)
    return (
        *(carries(words, one.title, one.still) for one in table.going if one.still),
        *(_spoken(words, row) for row in table.rows if row.words_tell),
        *(sentence for one in table.going for sentence in doubts(words, one)),
        *(names_another_key(words, one.title) for one in table.going if one.key in others),
    )


def goes_as(words: Words, one: Going) -> str:
    """Whether a record goes whole, and why, or what of it stays home."""
    if one.whole is not None:
        return words.text(WHOLE[one.whole])
    if not one.kept_back:
        return words.text("Parts of it that are not needed stay home.")
    return words.text("Of this record these stay home: {what}.", what=told(words, one.kept_back))


def stands(words: Words, notes: Iterable[str]) -> str:
    """The same of a record that may go, where its name stands above: "It is out of date."."""
    return joined(*(words.text(NOTES[note]) for note in notes))


def doubts(words: Words, one: Going) -> Iterator[str]:
    """What must be known of a record before it goes: not in force today, canceled or not checked."""
    if "not_yet" in one.notes:
        yield words.text("{name} is not in force yet. It goes marked so.", name=one.title)
    elif one.lapsed:
        yield words.text("{name} is out of date. It goes marked so.", name=one.title)
    if "canceled" in one.notes:
        yield words.text(
            "{name} was canceled. It goes because you say so, and the page says it was canceled.", name=one.title
        )
    if "not_checked" in one.notes:
        yield words.text("{name} could not be checked in full. Its reader may not take it.", name=one.title)


def carries(words: Words, title: str, codes: Iterable[str]) -> str:
    """That the file of a record carries what the page leaves out."""
    what = [words.text(GIVES_AWAY[code]) for code in codes]
    return words.text("The page leaves this out, but the file of {name} carries it: {what}.", name=title, what=what)


def names_another_key(words: Words, title: str) -> str:
    """That a record names another key than the one that signs."""
    return words.text("{name} names another key than the one that signs. Its reader may ask why.", name=title)


def file_holds(words: Words, table: ApplyTable, shown: Preview) -> tuple[str, ...]:
    """All that the signed file will hold, a line each."""
    code = (
        words.text("The code they sent you, so that they know it is your answer to them.")
        if shown.code_given
        else words.text("A code made by chance, since they sent none.")
    )
    practice = [words.text("The word Practice, so that nobody takes it for real.")] if shown.practice else []
    day = shown.page.counts_until
    until = [words.text("It counts until the end of {day}.", day=day)] if day else []
    return (
        *(_holds(words, one) for one in table.going),
        *(words.text("Your own words on: {things}", things=said.about) for said in shown.page.own_words),
        words.text("What you apply for: {title}", title=table.title),
        words.text("For whom it is made: {address}", address=shown.address),
        words.text("The day and time you sign it."),
        code,
        words.text(KEYS[shown.key]),
        *until,
        *practice,
    )


def form_fault(words: Words, fault: FieldFault) -> str:
    """What is wrong with a field of the form."""
    in_line = fault.why == "empty" and fault.row is not None
    key = f"{fault.field}.{'line_empty' if in_line else fault.why}"
    return words.text(FORM_FAULTS.get(key) or FORM_FAULTS[fault.why], **fault.values)


def tells(words: Words, codes: Iterable[str]) -> str:
    """What is given away, as a line of its own: "School name, the day you earned it"."""
    return words.name(told(words, codes))


def told(words: Words, codes: Iterable[str]) -> str:
    """The same inside a sentence: "school name, the day you earned it"."""
    return row_of([words.text(GIVES_AWAY[code]) for code in codes])


def row_of(texts: list[str]) -> str:
    """Texts one after the other, without "and" before the last."""
    return ", ".join(texts)


def joined(*sentences: str) -> str:
    """Sentences one after the other; empty ones are none."""
    return " ".join(sentence for sentence in sentences if sentence)


def _record_note(words: Words, by: ShownBy, also: tuple[ShownBy, ...]) -> str:
    part = words.text("part of {name}", name=by.part_of) if by.part_of else by.issuer
    where = words.text("already in the set") if by.again else part
    late = words.state(LATE[by.early]) if by.lapsed else ""
    more = words.text("also {titles}", titles=tuple(one.title for one in also)) if also else ""
    return row_of([text for text in (where, late, more) if text])


def _sees(words: Words, one: Going, of_all: frozenset[str]) -> str:
    """A record that goes, without what is said of all of them."""
    late = [words.state(LATE["not_yet" in one.notes])] if one.lapsed else []
    what = row_of([*late, *(words.text(GIVES_AWAY[code]) for code in one.tells if code not in of_all)])
    return words.text("{title}: {what}", title=one.title, what=what) if what else one.title


def _holds(words: Words, one: Going) -> str:
    what = row_of([words.text(GIVES_AWAY[code]) for code in one.tells])
    said = (
        words.text("{title}, given by {issuer}: {what}", title=one.title, issuer=one.issuer, what=what)
        if one.issuer
        else words.text("{title}: {what}", title=one.title, what=what)
    )
    return joined(said + ".", goes_as(words, one))


def _spoken(words: Words, row: Row) -> str:
    what = [words.text(GIVES_AWAY[code]) for code in row.words_tell]
    return words.text(
        "Your own words on “{asked}” speak of this: {what}. They go as you wrote them.", asked=row.asked.name, what=what
    )


def _some(words: Words, titles: list[str]) -> str:
    more = len(titles) - LISTED
    if more <= 0:
        return _titles(titles)
    first = _titles(titles[:LISTED])
    return words.count("{titles} and {number} more record", "{titles} and {number} more records", more, titles=first)


def _titles(titles: list[str]) -> str:
    """Titles one after the other; where one has a comma inside, a semicolon keeps them apart."""
    return "; ".join(titles) if any("," in title for title in titles) else row_of(titles)
