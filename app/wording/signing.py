"""Words about signing: forms of proof, papers, and to which key a record is bound."""

from app.wording.marking import marked

TIES = {
    "signer": marked("{name} names the key that signs. That shows it was given to the one who sends it."),
    "own_key": marked("{name} names another key of yours, not the one that signs. Its reader may ask why."),
    "other_key": marked("{name} names another key than the one that signs. Its reader may ask why."),
    "no_key": marked("{name} names no key of yours. It does not show that it was given to you and nobody else."),
}

PROOF_FORMS = {
    "eddsa-rdfc-2022": marked("The usual form (W3C 2.0)"),
    "Ed25519Signature2020": marked("An older form (W3C 1.1), for readers that need it"),
    "vp+jwt": marked("One signed line of text, for readers that need it"),
}

PAPER_FORMS = {
    "signed": marked("The signed file. It is the proof: send this one."),
    "html": marked("A page to read, with the signed file inside."),
    "pdf": marked("The same page to print or to mail."),
    "ler-rs": marked("A résumé for programs (HR Open), with your records inside."),
    "text": marked("Plain text, for forms that take nothing else."),
    "zip": marked("All of these in one file."),
}

TAKE_BACK = {
    "stops_counting_on": marked("It stops counting as proof on {day}. You need do nothing."),
    "ended_on": marked("It stopped counting as proof on {day}."),
    "made_for_them_alone": marked("It is made for them alone. It is no proof for anyone else."),
    "outcome_can_be_changed": marked("What came of it can be changed here at any time."),
}

STAYS = {
    "they_keep_the_file": marked("They have the file. What it says cannot be taken back."),
    "no_end_was_set": marked("It has no end date, so it goes on counting as proof for them."),
    "records_count_on": marked("The records in it count until their own end dates."),
    "records_have_no_end": marked("At least one record in it has no end date. Only the one who gave it can cancel it."),
    "same_key_elsewhere": marked("The same key signed something else you sent. Readers who compare could tell."),
}
