"""An application's page and the English labels of documents and statements, for tests."""

from app.applying.documents import Answer, Application, OwnWord, Sent

LABELS = {
    "practice": "Practice",
    "practice_sentence": "This learner is made up. Nobody can use this as proof.",
    "for": "For",
    "made_on": "Made on",
    "asked": "You asked for",
    "shown_by": "Shown by",
    "evidence": "How well it is backed",
    "answers": "What you asked for and what shows it",
    "own_words": "In my own words",
    "own_words_note": "I say this about myself. Nobody else has checked it.",
    "sent": "Records in the signed file",
    "sent_note": "Each record is signed by the organization that gave it and is sent whole.",
    "issued_by": "Given by",
    "how_to_check": "How to check this",
    "check_steps": "Save the signed file.\n"
    "Open it in Pathfolio, or in any program that checks W3C Verifiable Presentations.\n"
    "The program shows who signed each record and whether anything was changed. It works without the internet.",
    "check_steps_pdf": "The signed file, presentation.json, is attached to this PDF: save it from the attachments.\n"
    "Open it in Pathfolio, or in any program that checks W3C Verifiable Presentations.\n"
    "The program shows who signed each record and whether anything was changed. It works without the internet.",
    "save_file": "Save the signed file",
    "attached_file": "The signed presentation that this page describes",
    "signed_with": "Signed with the key",
    "made_for": "Made only for",
    "request_code": "Code of this request",
    "counts_until": "Counts until",
    "fingerprint": "Fingerprint of the signed file",
    "code_signed": "The square code holds the whole signed file.",
    "code_fingerprint": "The square code holds the fingerprint of the signed file.",
    "made_with": "Made with Pathfolio. Pathfolio does not vouch for anyone: the signatures do.",
    "page": "Page",
    "application": "Application",
    "statement": "Own statement",
    "statement_says": "The person who signed this says it about themselves. Nobody else has checked it.",
    "statement_by": "Said by the learner",
}
SIGNED = "Signed; the key is the issuer's"
KNOWN = "Signed; issuer in a known registry"
MARKET, COLLEGE = "Brightway Practice Market", "Harbor Practice College"
OWN = "Spanish is what we speak at home. At the store I helped customers in Spanish every day."
PAGE = Application(
    language="en-US",
    name="Maya Torres",
    title="Medical Assistant Trainee",
    organisation="Lakeside Practice Clinic",
    made_on="March 10, 2026",
    summary="7 of 7 things you asked for are answered: 5 by signed records, 1 by an expired card, 1 in my own words.",
    answers=(
        Answer(
            "Greet and check in patients",
            "shown",
            "Shift Supervisor",
            MARKET,
            3,
            "Signed; the key is the issuer's",
        ),
        Answer(
            "Count and order supplies",
            "shown",
            "Shift Supervisor",
            MARKET,
            3,
            "Signed; the key is the issuer's",
        ),
        Answer(
            "Book appointments",
            "shown",
            "Office Software",
            COLLEGE,
            4,
            "Signed; issuer in a known registry",
        ),
        Answer(
            "Know basic medical terms",
            "shown",
            "Medical Terms",
            COLLEGE,
            4,
            "Signed; issuer in a known registry",
        ),
        Answer(
            "Keep patient facts private",
            "shown",
            "Customer Care in Clinics",
            COLLEGE,
            4,
            "Signed; issuer in a known registry",
        ),
        Answer(
            "Have a CPR card",
            "partly",
            "CPR and First Aid",
            "Expired January 31, 2026",
            3,
            "Signed; the key is the issuer's",
        ),
        Answer("Speak Spanish", "partly", "My own word", "", 1, "My own word", "nice to have"),
    ),
    sent=(
        Sent("Shift Supervisor", MARKET),
        Sent("Office Software", COLLEGE),
        Sent("Medical Terms", COLLEGE),
        Sent("Customer Care in Clinics", COLLEGE),
        Sent("CPR and First Aid", "Practice Rescue Group", ("Expired January 31, 2026",)),
    ),
    own_words=(OwnWord("Speak Spanish", OWN),),
    holder="did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
    challenge="c7b6d2b0f1f34a3a9d3c5e6f7a8b9c0d",
    domain="lakeside-practice-clinic",
    practice=True,
)
