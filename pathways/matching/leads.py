"""What stands around the words that matter: numbers of courses, levels, "I know how to", and words of plain talk."""

import re

_WORDS = (
    "whatever whoever wherever somewhere anywhere nowhere anyway besides "
    "dont im ive id cant wont didnt doesnt isnt yes no not never ever every everybody anybody somebody nobody nothing "
    "something anything always often again lots lot bit much many some several few really very pretty just even ok hi "
    "hello thanks please sorry tbh lol want wanted wants wish hope love hate like went going gone come came still yet "
    "since until when where why how who whom whose maybe mom dad mother father husband wife son daughter brother "
    "sister grandma grandpa grandmother grandfather uncle aunt cousin friend neighbor kid kids baby dog cat monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december spring summer fall winter "
)
ORDINARY = frozenset(_WORDS.split())
"""Words of everyday talk that no name has: no misspellings."""
CODE = re.compile(r"^\s*([A-Z]{2,5})[\s-]?\d{1,4}[A-Z]{0,2}\b[:\s-]*")
"""The number of a course: "NURS 210". Its first group is the subject."""
LEVELS = re.compile(
    r"\b(?:level|part|term|phase|module|section|class of|grade|tier)\s+(?:\d+|[ivx]+|one|two|three)\b"
    r"|(?<=\w)\s+(?:I{1,3}|IV|V|VI|[A-D])(?=\s*$|[:,(])",
    re.IGNORECASE,
)
_I = (
    r"i(?:'m| am|'ve| have)?\s+(?:also\s+)?(?:can|could|know how to|like to|love to|used to|was|did|do|got|been|have"
    r"|a|an|good at|experience (?:with|in)|(?:\d+|two|three|ten) years (?:of|as an?|in))\s+"
)
_HAVING = (
    r"(?:strong |proven |some |prior )?(?:knowledge|experience|proficiency|skills?|ability|familiarity)"
    r" (?:of|with|in|to)\s+|able to\s+|must be able to\s+|proficient (?:in|with|at)\s+|familiar with\s+"
)
_DEGREE = (
    r"(?:certificate|diploma|degree|bachelor|bachelor's|associate|associate's|master|master's) (?:of|in)"
    r"(?: arts in| science in| applied science in)?\s+"
)
_COURSE = (
    r"(?:introduction|intro|introductory|beginning|elementary|elem|intermediate|advanced|basic|basics|fundamentals"
    r"|principles|foundations)\b(?: (?:to|of|in))?\s+"
)
_TITLE = r"certified\s+|registered\s+(?=\w+ \w+ technician)"
LEAD = re.compile(rf"^\s*(?:{_I}|i(?:'m|'ve)?\s+|{_HAVING}|{_DEGREE}|{_COURSE}|{_TITLE})", re.IGNORECASE)
"""What leads in to a phrase and says no skill itself."""
