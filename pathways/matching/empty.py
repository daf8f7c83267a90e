"""Words of postings, transcripts and talk that say no skill: pay, hours, benefits, terms, membership, wishes."""

from collections.abc import Sequence

from pathways.matching.words import FUNCTION_WORDS, stem

_WORDS = (
    "401 401k accommodation accrue achievement addendum advisory affirmative alumni alumnus anniversary annual "
    "anything applicant attendance attended authorised authorized award awesome ba bachelor background bad badge "
    "badges benefit bonus bored broke bs cap citizenship clearance closer college colloquium commencement "
    "commensurate commitment company compensation competitive completion congratulation coop cooperative course "
    "credential credit daily day dean degree demo diploma discount discrimination divorced doe dollar dress elective "
    "eligible email employee employer employment endorsement enrolled enrollment entry eoe equal equivalent evening "
    "excellence exempt expected experience explorer fair fall flex flsa founding free friday full fulltime gender "
    "general gold good graduate graduated grateful growing hall happy hate hero high hire hired holiday honor honors "
    "hope hour hourly hr id immediate independent intern intersession is join junior k laid learner leave level life "
    "like local location lucky marital member membership monday month moved must national near need new night no "
    "nothing older onsite open opportunity option origin overtime own paid parking part participant participated "
    "participation parttime pass patch pay per perfect perk permanent pizza please position prefer preferred "
    "protected provided pto qualification quarter range reason regard registration regular reimbursement relevant "
    "relocation remote req required requirement requires residency resident resume retirement salary saturday scared "
    "season seeking semester seminar shift sick single skip society something sponsorship spring start starting state "
    "status submit successful summer sunday sure tbh temp thanksgiving time tired today transcript transfer tuesday "
    "tuition university urgent vacation valid veteran vibe visa voted wage wait want wednesday week weekday weekend "
    "weekly welcome whatever winner winter wish withdrawal withdrawn wonderful work workday year yearly zip zone "
)
_EMPTY = _WORDS.split()

EMPTY = frozenset(map(stem, _EMPTY)) | frozenset(_EMPTY)


def empty_share(words: Sequence[str]) -> float:
    """The share of a phrase's words, but for function words, that say no skill; 1 where there are none."""
    told = [word for word in words if word not in FUNCTION_WORDS]
    return sum(word.isdigit() or stem(word) in EMPTY for word in told) / len(told) if told else 1.0
