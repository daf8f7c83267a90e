"""A job beside a learner: how it fits, its openings and pay, how people start, and why it is suggested."""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_skeleton

from app.wording.facts import FACTS, OUTLOOK
from app.wording.marking import marked
from app.wording.words import Words
from pathways.frameworks.months import MONTHS

GROWTH = {
    "much_faster": marked("Growing {percent}% by {year}, much faster than most jobs"),
    "faster": marked("Growing {percent}% by {year}, faster than most jobs"),
    "as_fast": marked("Growing {percent}% by {year}, about as fast as most jobs"),
    "slower": marked("Growing {percent}% by {year}, slower than most jobs"),
    "little_change": marked("Little or no change by {year}"),
    "decline": marked("Shrinking {percent}% by {year}"),
}

PAY = {
    "unknown": OUTLOOK["pay_unknown"],
    "both": marked("{yearly} a year, or {hourly} an hour"),
    "yearly": marked("{yearly} a year"),
    "hourly": marked("{hourly} an hour"),
    "yearly_top": marked("{yearly} or more a year"),
    "hourly_top": marked("{hourly} or more an hour"),
}

PAY_RANGE = {
    "yearly": marked("Middle pay. Half earn {low} to {high}"),
    "yearly_top": marked("Middle pay. Half earn {low} to {high} or more"),
    "yearly_all_top": marked("Middle pay. Most earn {low} or more"),
    "hourly": marked("Middle pay. Half earn {low} to {high} an hour"),
}

PAY_PLACE = {
    "": marked("In {place}, {when}"),
    "not_published": marked("Not published in {place} ({when}). This is pay in the U.S. ({us})."),
    "no_figure": marked("{place} has no figure for this job ({when}). This is pay in the U.S. ({us})."),
}
"""Where pay is told for; else why it is that in the U.S. (`outlook.Lacks`)."""

ENTRY = {
    "No formal educational credential": marked("As a rule, no diploma is asked for."),
    "High school diploma or equivalent": marked("Most people start with a high school diploma or a GED."),
    "Some college, no degree": marked("Most people start with some college, but no degree."),
    "Postsecondary nondegree award": marked("Most people start with a certificate."),
    "Associate's degree": marked("Most people start with a two-year degree."),
    "Bachelor's degree": marked("Most people start with a four-year degree."),
    "Master's degree": marked("Most people start with a master’s degree."),
    "Doctoral or professional degree": marked("Most people start with a doctor’s degree or one like it."),
    "Short-term on-the-job training": marked("Most learn the job at work, in up to a month."),
    "Moderate-term on-the-job training": marked("Most learn the job at work, in a month to a year."),
    "Long-term on-the-job training": marked("Most learn the job at work, in more than a year."),
    "Apprenticeship": marked("Most learn the job as apprentices."),
    "Internship/residency": marked("Most then do an internship or a residency."),
    "Less than 5 years": marked("Most work in a related job first, for less than five years."),
    "5 years or more": marked("Most work in a related job first, for five years or more."),
}
"""What BLS calls typical for entry, by its own words: schooling, training at work, and work in a related job."""

OPENINGS = {
    "unknown": OUTLOOK["openings_unknown"],
    "few": marked("Fewer than {number} openings a year"),
    "some": marked("{number} openings a year"),
}

SUITS = {
    "shows": marked("You show: {things}."),
    "close": marked("You come close: {things}."),
    "to_learn": marked("To learn: {things}."),
    "to_learn_many": marked("To learn: {number} things, such as {things}."),
    "licence_not_in_data": FACTS["licence_not_in_data"],
}

FOUND = {
    "code": marked("Found by its code"),
    "title": "",
    "other_name": marked("Also called {name}"),
    "near_name": marked("Its name is close to what you typed"),
}

STARTS = {
    "chosen": marked("You chose this job."),
    "records": marked("Your records name this job."),
    "own_words": marked("You named this job in your own words."),
    "shows_most": marked("You show more of what it needs than of most jobs."),
}

SIDES = {
    "ratings": marked("the skills it calls for"),
    "knowledge": marked("what people know"),
    "activities": marked("what people do"),
    "interests": marked("what people like"),
    "styles": marked("how people work"),
    "software": marked("the software used"),
    "esco": marked("the skills that Europe’s list names"),
    "titles": marked("what the job is called"),
    "tasks": marked("the daily tasks"),
}
"""In what two jobs are alike (`similarity.views`)."""

EXPLAINED = {
    "ranking": marked(
        "Two things set the order: how much you show of what sets a job apart, and how like it is to what you do."
    ),
    "related": marked(
        "O*NET lists which jobs are close to each other. It does not count who moved from one to another."
    ),
}

TESTED = marked(
    "We tried this order with made-up people. Each showed a fifth of what one job needs. For {first} of 10, that job"
    " came first. With real people it will be right less often."
)
JUDGED_BY_PEOPLE = marked(
    "People judged {count} changes from job to job. In {same} of 10 pairs, they found the change easier where more of"
    " the needed skills were there."
)
FAIR = marked("Which school, what degree, what year: none of these count.")
PLACE = marked("It is number {place} of {all} jobs, by what you show.")
NO_PLACE = marked("You show nothing yet that this job needs.")
ONLY_SIGNED = marked("Only signed records count here, as you chose.")
LIKE = marked("It is like this job: {job}.")
LIKE_IN = marked("It is like this job: {job}. Close in: {sides}.")
NEEDS_FROM = marked("What the job needs is from {sources}.")
RANKING = EXPLAINED["ranking"]

NOTHING_ASKED = ("None", "")


def month(words: Words, stated: str) -> str:
    """A month as a release states it (`May 2024`), as people of this language write it; else as stated."""
    name, _, year = stated.partition(" ")
    if name not in MONTHS or not year.isdigit():
        return stated
    return str(format_skeleton("yMMMM", date(int(year), MONTHS.index(name) + 1, 1), locale=words.locale))


def fact_sentence(words: Words, code: str, values: Mapping[str, object]) -> str:
    """A fact about preparing for a job, in a sentence; empty where it says that nothing is asked for."""
    stated = str(next(iter(values.values()), "")) if code.startswith("entry_") else None
    if stated in NOTHING_ASKED:
        return ""
    return words.text(ENTRY[stated]) if stated in ENTRY else words.text(FACTS[code], **values)
