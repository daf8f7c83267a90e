"""Why a need stands as it does."""

from app.wording.marking import marked

GAP_REASONS = {
    "level_not_stated": marked("Your records do not say how well."),
    "lower_level": marked("You show it at a lower level than this job needs."),
    "lapsed": marked("The record that shows this is out of date."),
    "related": marked("You can do something close: {by}."),
    "guess_unanswered": marked("We have a guess. Say yes or no to it first."),
    "not_rated": marked("Nobody has rated this for this job yet."),
}
