"""Words for states, kinds and evidence."""

from app.wording.marking import marked

STATES = {
    "yes": marked("Yes"),
    "no": marked("No"),
    "not checked": marked("Not checked"),
    "shown": marked("You show"),
    "partly": marked("Partly there"),
    "missing": marked("To learn"),
    "unknown": marked("Unknown"),
    "evidence_1": marked("your own word"),
    "evidence_2": marked("someone’s word, or your word with a sample"),
    "evidence_3": marked("signed by the issuer"),
    "evidence_4": marked("signed, issuer in a list we know"),
    "occupation": marked("job"),
    "esco_occupation": marked("job, European list"),
    "activity": marked("something you do"),
    "knowledge": marked("something you know"),
    "skill": marked("way of working"),
    "software": marked("software"),
    "esco_skill": marked("skill, European list"),
    "esco_group": marked("group of skills, European list"),
}
