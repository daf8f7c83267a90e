"""Words of postings: kinds of opportunity, their questions, and the kinds of thing asked."""

from app.wording.marking import marked

KINDS = {
    "job": marked("Job"),
    "course": marked("Course"),
    "apprenticeship": marked("Apprenticeship"),
    "benefit": marked("Benefit"),
    "claim": marked("Unemployment claim"),
}

QUESTIONS = {
    "reply_by": marked("By when do they want to hear from you?"),
    "job_number": marked("Does the job have a number?"),
    "send_how": marked("How do they want you to apply?"),
    "starts": marked("When does the course start?"),
    "place_number": marked("Does the course have a number?"),
    "test_day": marked("Is there a test or an interview, and when?"),
    "sponsor": marked("Who runs the apprenticeship?"),
    "case_number": marked("Do you have a case number?"),
    "office": marked("Which office handles it?"),
    "claim_number": marked("Do you have a claim number?"),
    "last_day": marked("What was your last day of work?"),
    "why_ended": marked("Why did the work end?"),
}

ASKED = {
    "skill": marked("skill"),
    "credential": marked("certificate or degree"),
    "licence": marked("license"),
    "years": marked("years of experience"),
    "condition": marked("condition"),
}

SHAPES = {
    "text": marked("Read from text."),
    "page": marked("Read from a web page."),
    "schema_org": marked("Read from data for search sites."),
    "hr_open": marked("Read from data for employers’ programs."),
    "pathfolio": marked("Read from a file of Pathfolio’s."),
    "answers": marked("Read from your answers."),
}

PROBLEMS = {
    "posting_too_big": marked("This file is too big to be a posting. The most is {limit} bytes."),
    "posting_too_long": marked("This is too long for one posting. The most is {limit} letters in {lines} lines."),
    "posting_not_text": marked("This file does not hold text. Copy the words of the posting and paste them."),
    "posting_is_xml": marked("A posting in this form cannot be read. Copy the words of the posting and paste them."),
    "posting_is_archive": marked(
        "This page was saved as one archive file, and it cannot be read. Save it as HTML, or copy and paste its words."
    ),
    "correction_bad": marked("Correction number {number} does not fit the list of what is asked."),
    "answer_not_asked": marked("There is no question “{question}” for this kind."),
    "answer_to_form": marked("Give an answer as QUESTION=ANSWER, not “{text}”."),
}
