"""Labels of the pages that are printed or sent."""

from app.wording.marking import marked

PRACTICE = {
    "practice": marked("PRACTICE"),
    "practice_sentence": marked("This learner is made up. Nobody can use these records as proof."),
    "made_with": marked("Made with Pathfolio, on the learner’s own computer."),
    "made_on": marked("Made on"),
}

STATEMENT = {
    "application": marked("Application"),
    "statement": marked("Own statement"),
    "statement_by": marked("The learner, in their own words"),
    "statement_says": marked("The learner says this of themselves. Nobody else has checked it."),
}

APPLICATION = {
    **PRACTICE,
    "for": marked("For"),
    "answers": marked("What you asked for, and what shows it"),
    "asked": marked("You ask for"),
    "shown_by": marked("Shown by"),
    "evidence": marked("How sure"),
    "own_words": marked("In my own words"),
    "own_words_note": marked("I say this of myself. Nobody else has checked it."),
    "sent": marked("Records in the file"),
    "sent_note": marked("Each is signed by the one who gave it. The file holds it as it was signed."),
    "issued_by": marked("Given by"),
    "how_to_check": marked("How to check this"),
    "check_steps": marked(
        "Save the file {file} from this page.\n"
        "Open it in any program that checks W3C Verifiable Credentials.\n"
        "Compare the request code below with the one you gave, if you gave one.\n"
        "It was made for you alone. It is no proof for anyone else."
    ),
    "check_steps_pdf": marked(
        "Save the file {file} that is attached to this PDF.\n"
        "Open it in any program that checks W3C Verifiable Credentials.\n"
        "Compare the request code below with the one you gave, if you gave one.\n"
        "It was made for you alone. It is no proof for anyone else."
    ),
    "save_file": marked("Save {file}"),
    "attached_file": marked("The signed file {file} is attached to this PDF."),
    "signed_with": marked("Signed with the key"),
    "made_for": marked("Made for"),
    "request_code": marked("Request code"),
    "counts_until": marked("Counts until"),
    "fingerprint": marked("Fingerprint of {file} (SHA-256)"),
    "code_signed": marked("This square code holds the whole signed file. Scan it to check without the internet."),
    "code_fingerprint": marked(
        "This square code holds the name and the fingerprint of the signed file, {file}. "
        "It does not hold the file. Compare it with the file you got."
    ),
    "page": marked("Page"),
}

PLAN = {
    **PRACTICE,
    "plan_for": marked("Plan for"),
    "goal": marked("Goal:"),
    "where_you_stand": marked("Where you stand"),
    "state_shown": marked("You show"),
    "state_partly": marked("Partly there"),
    "state_missing": marked("To learn"),
    "state_unknown": marked("Unknown"),
    "steps": marked("The cheapest next steps"),
    "no_steps": marked("There is no step to plan with the courses on this list."),
    "step": marked("Step"),
    "cost": marked("Price"),
    "time": marked("Time"),
    "why": marked("Why"),
    "free": marked("Free"),
    "not_known": marked("Not known"),
    "at_least": marked("At least"),
    "total": marked("All together"),
    "proven": marked("Proven cheapest: no other mix of the courses on this list with a known price costs less."),
    "not_proven": marked("Not proven cheapest: the search was stopped before it was done."),
    "inferred": marked("This is our guess from the jobs this program leads to."),
    "online": marked("Online"),
    "not_covered": marked("No course on this list teaches"),
    "only_unpriced": marked("Taught only by courses whose price is not known"),
    "only_untimed": marked("Taught only by courses whose length is not known, so not in the fastest plan"),
    "beyond_budget": marked("Taught by courses, but for more than your budget"),
    "clashing": marked("Taught by courses whose start days do not fit with the others"),
    "sources": marked("Where the figures are from"),
    "seen_in": marked("seen in"),
    "credits": marked("Data from"),
}

FASTEST_PLAN = {
    "steps": marked("The fastest next steps"),
    "proven": marked("Proven fastest: no mix of the courses on this list with a known price and time is quicker."),
    "not_proven": marked("Not proven fastest: the search was stopped before it was done."),
}

PRICE_NOTES = {
    "exam_only": marked("This pays for the exam alone. Learning for it may cost extra."),
    "exam_and_membership": marked("This pays for the exam and for joining those who give it. Learning may cost extra."),
    "licence_only": marked("This pays for the license or card alone. Learning for it may cost extra."),
}

PRICE_COVERS = {
    "exam_only": marked("The exam alone"),
    "exam_and_membership": marked("The exam, and joining those who give it"),
    "licence_only": marked("The license or card alone"),
    "course_only": marked("The course"),
    "course_and_card": marked("The course and the card"),
    "course_and_exam": marked("The course and the exam"),
    "materials_and_exam": marked("What you learn with, and the exam"),
    "subscription": marked("Each month, for the fewest months it takes"),
}
"""What a price of the catalog pays for."""

BEFORE = {
    "high_school": marked("You need a high school diploma or a GED first."),
    "training": marked("You must finish a training class first."),
    "training_or_experience": marked("You must finish training first, or have worked in the job."),
    "work_experience": marked("You must have worked in the field first."),
    "hands_on": marked("You must show that you have done the work yourself."),
    "membership": marked("You must join the group that gives it."),
    "background_check": marked("You must pass a check of your background."),
    "job_offer": marked("You need a job offer first."),
}
