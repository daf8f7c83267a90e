"""Words for who was sent something: whether it is refused, whose it is, and what it shows of what they asked."""

from app.wording.marking import marked

PRACTICE = marked("PRACTICE. This is made up for learning the program. It is refused: it proves nothing.")
REFUSED = marked("This file does not count as it stands. Do not take it as proof before that is cleared up.")
SAYS_NO = marked("Something here says no to a part of it. Do not take that part as proof before it is cleared up.")
NOT_REFUSED = marked("Nothing here says no.")
ALL_CHECKED = marked("Nothing here says no, and all of it could be checked.")
SEE_UNCHECKED = marked("Read below what could not be checked.")
NAMES_UNCHECKED = marked("Nobody has checked the name of an issuer here.")
SAME_PRINT = marked("The square code has the fingerprint of this file.")
OTHER_PRINT = marked("The square code is of another file: its fingerprint is not that of this one.")

TITLES = {
    "says_no": marked("What says no"),
    "about": marked("What it says of itself"),
    "asked": marked("What you asked for"),
    "checked": marked("What was checked"),
    "whole": marked("The file as a whole"),
    "unchecked": marked("What could not be checked here, and why"),
    "unread": marked("What could not be read"),
}
NOT_A_NO = marked("“Not checked” does not mean no. This computer did not go online.")

LABELS = {
    "holder": marked("Who shows it"),
    "readers": marked("Made for"),
    "requests": marked("Request code in it"),
    "made": marked("Signed on"),
    "ends": marked("Counts until"),
    "fingerprint": marked("Fingerprint (SHA-256)"),
}
MISSING = {
    "holder": marked("It does not say who shows it."),
    "readers": marked("It names no reader."),
    "requests": marked("It carries no request code."),
    "made": marked("It does not say when."),
    "ends": marked("It has no end date."),
}

UNREAD_END = marked("It names an end that cannot be read.")

KNOWN_ISSUER = marked("Given by {issuer}. It goes by this name in the list {registry}.")
CALLS_ITSELF = marked("It calls itself {issuer} here.")
UNKNOWN_ISSUER = marked("It names {issuer} as its issuer. Nobody has checked that name.")
UNNAMED_ISSUER = marked("It gives no name of its issuer.")
WHOSE = {
    "self_signed": marked("They signed this themselves. Nobody else has checked it."),
    "own_word": marked("In their own words. They signed this themselves, and nobody else has checked it."),
    "words_of_another": marked("Words that somebody says of themselves, and not the one who shows them. Ask why."),
}
ABOUT = marked("It is about {names}.")
GIVEN = marked("It was given on {day}.")
SAYS = marked("It says: {things}.")
SAYS_MORE = marked("It says: {things}, and {number} more.")

TIES = {
    "signer": marked("It was given to the key that signed this."),
    "own_key": marked("It was given to another key than the one that signed this. Ask why."),
    "other_key": marked("It was given to another key than the one that signed this. Ask why."),
    "no_key": marked("It names no key, so it does not show that it was given to the one who sent it."),
}

KEY_ASKED = marked("Did the key it names as its issuer sign it?")
"""Of an issuer that is no more than a key, of which the key alone can be told."""

DOUBTS = {
    "file_refused": marked("Something says no to the whole file."),
    "file_unsure": marked("Who signed the whole file could not be checked."),
    "other_key": marked("It was given to another key than the one that signed this."),
    "no_key": marked("It does not show that it was given to the one who sent it."),
    "record_refused": marked("Something says no to it."),
    "record_unsure": marked("Not all of it could be checked."),
    "own_words": marked("It is their own word."),
    "issuer_unchecked": marked("Nobody has checked the issuer’s name."),
}

HOW = {
    "record": marked("shown by {by}"),
    "own_word": marked("their own word; nobody else has checked it"),
    "maybe": marked("may be shown by {by}; read it and judge"),
    "nothing_found": marked("nothing here that we know shows it"),
    "unknown": marked("not known: we cannot tell what these words ask for"),
}

PROBLEMS = {
    "nothing_given": marked("Choose the file you were sent, or paste its text."),
    "nothing_signed": marked(
        "We found no signed presentation here. Ask for the signed file, or a page with it inside."
    ),
    "two_things_given": marked("You gave a file and a text. Take one of them away."),
    "two_postings_given": marked("You gave a file and words of what you asked for. Take one of them away."),
    "only_a_fingerprint": marked("This is only the fingerprint of a file. Choose the file, too: then we compare them."),
}
