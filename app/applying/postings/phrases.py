"""The core of what a sentence asks for, without the words around it: what is matched and read at a glance."""

import re

_A = r"(?:an? |the |your |some |un[ao]? |el |la |los |las )?"
_LEAD = re.compile(
    r"^(?:and|or|also|plus|y|e|o|pero|but|including)\s+|"
    r"^(?:you(?:'ll| will)?|we|applicants?|candidates?|the (?:ideal |successful )?(?:candidate|applicant)s?|"
    r"this (?:position|job|role)|"
    r"(?:the )?(?:position|job|role)|el candidato|la persona|los candidatos)\s+(?=(?:must|need|should|will|are|"
    r"is|have|has|require|debe))|"
    r"^(?:must|should|need|needs|will|would|please)\s+(?:to\s+)?(?:also\s+)?|"
    r"^(?:be|have|has|having|hold|holds|possess|possesses|is|are|require|requires|tener|ser|contar con|poseer|"
    r"estar)\s+|"
    r"^(?:we(?:’|')?re|we are)\s+looking for\s+(?:someone (?:who|with)\s+)?" + _A + r"|"
    r"^(?:se (?:requieren?|necesitan?|exigen?|valoran?|valorara)|debe(?:n|s|rá|ra)?|buscamos|imprescindible|"
    r"indispensable|deseable|valorable|"
    r"necesitas|saber|disponer de)\s*:?\s+|"
    r"^(?:(?:proven |demonstrated |strong |basic |solid |good |excellent |working |some |prior |previous |"
    r"hands-on |thorough |advanced )*"
    r"(?:ability to|able to|knowledge of|understanding of|familiarity with|familiar with|experience (?:with|in|"
    r"as)|proficien(?:cy|t) (?:in|with)|"
    r"comfortable (?:with)?|skilled (?:in|at|with)|willing(?:ness)? to))\s+|"
    r"^(?:conocimientos? (?:básicos |basicos )?(?:de|en)|experiencia (?:en|con|como|previa en)|capacidad (?:de|"
    r"para)|habilidad para|manejo de|dominio de)\s+|"
    r"^(?:an?|the|your|current|valid|active|un|una|el|la)\s+(?!(?:year|month|año|ano|mes)\b)|"
    r"^(?:required|preferred|minimum(?: of)?|at least|mínimo(?: de)?|minimo(?: de)?|al menos)\s*:?\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,(\-–]*\b(?:(?:is|are|would be|es|son|sería)\s+)?(?:(?:strongly |highly |greatly )?(?:required|"
    r"preferred|desired|desirable|"
    r"mandatory|helpful|a (?:big |huge |strong |definite )?plus|a must|a bonus|an asset|nice to have|welcome)|"
    r"(?:muy )?(?:deseable|valorable|imprescindible|indispensable|obligatori[oa]|preferible|un plus)|"
    r"se valorará|se valora)\s*[)!.]*$",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"^.{0,40}?\b(?:years?|yrs?|months?|años?|anos?|meses)(?:’|')?s?\.?\s*(?:of|de)?\s*(?:[\w/-]+\s+){0,3}?"
    r"(?:experience|exp\b\.?|experiencia)\s*(?:in|with|as|of|working as|working in|working with|en|de|como|con|"
    r"trabajando en)?\s*"
    r"(?:an?\s|the\s|un[ao]?\s)?\s*(?=\w)",
    re.IGNORECASE,
)
_PASSES = 6


def core(text: str) -> str:
    """What is asked, without lead-in and without “is required”; the text itself where nothing would be left."""
    held = text.strip(" .;,:!•*-–—")
    for _ in range(_PASSES):
        shorter = _TAIL.sub("", _LEAD.sub("", held, count=1)).strip(" .;,:!()-–—") if held else ""
        if shorter == held or not shorter:
            break
        held = shorter
    closed = held + ")" if held.count("(") == held.count(")") + 1 else held
    return closed[:1].upper() + closed[1:]


def subject(text: str) -> str:
    """What years of experience are asked in; the text itself where it does not tell."""
    rest = _YEARS.sub("", text, count=1).strip(" .;,")
    return rest if len(rest) > 2 else text
