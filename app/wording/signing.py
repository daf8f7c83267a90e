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
    "vp+jwt": marked("A signed text (JWT), for readers that need it"),
}

PAPER_FORMS = {
    "signed": marked("The signed file. It is the proof: send this one."),
    "html": marked("A page to read, with the signed file inside."),
    "pdf": marked("The same page to print or to mail."),
    "ler-rs": marked("An HR Open résumé (LER-RS) for programs, with your records inside."),
    "text": marked("Plain text, for forms that take nothing else."),
    "zip": marked("All of these in one file."),
}
