"""What a record tells besides the skill, and why a record stays home."""

from app.wording.marking import marked

GIVES_AWAY = {
    "issuer": marked("who gave it"),
    "issue_date": marked("the day it was given"),
    "linkable_id": marked("an ID number"),
    "other_skills": marked("other skills"),
    "end_date": marked("end date"),
    "credits": marked("credits"),
    "evidence_links": marked("links to your work"),
    "hashed_identity": marked("scrambled name or e-mail"),
    "names": marked("your name"),
    "role": marked("job title"),
    "narrative": marked("text about you"),
    "picture": marked("picture"),
    "license_number": marked("license number"),
    "other_achievements": marked("other things you did"),
    "other_facts": marked("other facts about you"),
    "dates": marked("dates of work or study"),
    "time_gaps": marked("gaps in time"),
    "school_name": marked("school name"),
    "email": marked("e-mail"),
    "phone": marked("phone"),
    "grades": marked("grades"),
    "schooling": marked("how much school you have"),
    "student_id": marked("student number"),
    "address": marked("address"),
    "birth_date": marked("birth date"),
}

STAYS_HOME = {
    "cannot_be_sent": marked("It proves nothing: nobody signed it, it is broken or it was canceled."),
    "kept_by_you": marked("You chose so."),
    "shows_nothing_asked": marked("As far as we know, it shows nothing that is asked for."),
    "tells_what_you_hide": marked("It tells something you want to keep to yourself."),
    "replaced_skills_first": marked("Another record shows the same and tells less."),
    "canceled": marked("It was canceled. It goes only if you send it, and the page says so."),
    "gives_away_more": marked("Another record shows the same and gives away less."),
    "already_shown": marked("Other records show this already."),
}

WHOLE = {
    "signed_as_one": marked("This one goes whole or not at all."),
    "nothing_to_leave_out": marked("All of its parts are needed, so it goes whole."),
    "not_cut_here": marked(
        "This one goes whole or not at all. It could be cut, but Pathfolio cannot do that yet. "
        "Some programs only take a cut one."
    ),
    "too_many_parts": marked("This one has very many parts, so it goes whole."),
}
"""Why a record goes whole (codes of `least.Least.whole`)."""
