"""Words of the Apply page: what goes and what stays home, the switches, the form, and the steps of signing."""

from app.wording.marking import marked

SUMMARY = {
    "one": marked("This answers the one thing that is asked."),
    "nothing": marked("Nothing of yours shows what is asked for yet."),
    "unknown": marked("We do not know yet what of yours shows this."),
    "kept_home": marked("You keep home what would show this."),
    "smallest.all": marked("This is the smallest set that answers all {asked}."),
    "smallest.some": marked("This is the smallest set that answers {answered} of {asked}."),
    "smallest_chosen.all": marked("With your choices, this is the smallest set that answers all {asked}."),
    "smallest_chosen.some": marked("With your choices, this is the smallest set that answers {answered} of {asked}."),
    "no_better.all": marked("No smaller set answers all {asked} as well and tells as little."),
    "no_better.some": marked("No smaller set answers these {answered} of {asked} as well and tells as little."),
    "no_better_chosen.all": marked("With your choices, no smaller set answers all {asked} as well."),
    "no_better_chosen.some": marked("With your choices, no smaller set answers these {answered} of {asked} as well."),
    "by_hand.all": marked("You chose what goes. It answers all {asked}."),
    "by_hand.some": marked("You chose what goes. It answers {answered} of {asked}."),
    "unproven.all": marked("This set answers all {asked}. There may be a smaller one."),
    "unproven.some": marked("This set answers {answered} of {asked}. There may be a smaller one."),
}

STAYS = {
    "whole": marked("Goes as a whole"),
    "parts": marked("Parts of it that are not needed"),
    "rest_of": marked("The rest of {name}"),
    "sample": marked("What you have to show for it"),
    "nothing": "",
}

SWITCH_NAMES = {
    "skills_first": marked("Skills first, schooling last"),
    "schooling": marked("Leave out how much school you have"),
    "grades": marked("Leave out grades"),
    "years": marked("Leave out years of work and study"),
    "school_names": marked("Leave out school names"),
    "time_gaps": marked("Leave out gaps in time"),
}

KEYS = {
    "new": marked("It is signed with a new key that is made for this application alone."),
    "made_before": marked("It is signed with the key you made for this before."),
    "in_records": marked(
        "It is signed with the key that your records name. Readers who compare notes could tell it is you."
    ),
}

LATE = {False: "lapsed", True: "early"}
"""The state of a record that does not count today, by whether its first day is still to come."""

NOTES = {
    "expired": marked("It is out of date."),
    "not_yet": marked("It is not in force yet."),
    "canceled": marked("It was canceled."),
    "not_checked": marked("It could not be checked in full. Its reader may not take it."),
}

FORM_FAULTS = {
    "title.empty": marked("Say what you apply for."),
    "organisation.empty": marked("Say who will read it."),
    "asked.empty": marked("Write at least one thing they ask for."),
    "asked.line_empty": marked("This line is empty. Fill it in or take it away."),
    "asked.twice": marked("This is the same as line {first}."),
    "asked.too_many": marked("You wrote {count} things; {limit} is the most."),
    "code.not_as_sent": marked("Copy the code just as they sent it, on one line."),
    "address.not_as_sent": marked("Copy the address just as they sent it, on one line."),
    "too_long": marked("This is too long. It may have {limit} letters at most."),
}

STEPS = {
    "sign": marked("Signing"),
    "page": marked("Making the page"),
    "pdf": marked("Making the PDF"),
    "save": marked("Saving the files"),
}
