"""Words for who was sent something: whether it is refused, whose it is, and what it shows of what they asked."""

from app.wording.marking import marked

PRACTICE = marked("PRACTICE. This is made up for learning the program. It is refused: it proves nothing.")
REFUSED = marked("Something here says no. Do not take it as proof before that is cleared up.")
NOT_REFUSED = marked("Nothing here says no. Read below what could not be checked.")

TIES = {
    "signer": marked("It was given to the key that signed this."),
    "own_key": marked("It was given to another key than the one that signed this. Ask why."),
    "other_key": marked("It was given to another key than the one that signed this. Ask why."),
    "no_key": marked("It names no key, so it does not show that it was given to the one who sent it."),
}

HOW = {
    "record": marked("shown by {by}"),
    "own_word": marked("their own word; nobody else has checked it"),
    "maybe": marked("may be shown by {by}; read it and judge"),
    "nothing_found": marked("nothing here that we know shows it"),
    "unknown": marked("not known: we cannot tell what these words ask for"),
}
