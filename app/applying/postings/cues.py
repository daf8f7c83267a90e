"""Words that show what kind of thing a sentence asks for, in English and Spanish (folded text)."""

import re

from app.applying.postings.model import FoundKind

LICENCE = re.compile(
    r"\blicen[sc](?:e|es|ed|ure)\b|\bcdl\b|\bclean dl\b|\blicencias?\b|(?:carnet|carne|permiso) de (?:conducir|"
    r"conduccion)|"
    r"\bcolegiad[oa]s?\b|cedula profesional|\b(?:rn|lpn|lvn)\b(?! (?:staff|team|supervis))"
)
CREDENTIAL = re.compile(
    r"\bcertif(?:ied|icates?|ications?|icad[oa]s?|icacion(?:es)?)\b|\bdiplomas?\b|\bged\b|\bcerts?\b|\bpals\b|"
    r"\brcp\b|"
    r"(?<!high )\bdegrees?\b(?! of )|"
    r"\bbachelor|\bmaster'?s\b|\bassociate'?s degree|\bcpr\b|\bfirst[- ]aid\b|\b[ap]?[bc]ls\b|\bosha[ -]?\d+|"
    r"\bservsafe\b|"
    r"\bcomptia\b|\b(?:cna|cpa|cma|pmp|twic)\b|medical card|\bnotary\b|photo id\b|\b(?:b\.?s|b\.?a|m\.?s|"
    r"ph\.?d)\.? in |"
    r"guard card|accredited .{0,40}program|completion of .{0,40}(?:program|course)|\bepa (?:section )?608|"
    r"\bfood handlers?|\bcredentials?\b|\btranscripts?\b|"
    r"\btitulo\b|\btitulacion\b|\bbachiller(?:ato)?\b|\bgrado (?:en|medio|superior)|formacion profesional|"
    r"\bcarnet? de (?:carretiller|manipulador)|\bdiplomad[oa]|primeros auxilios|manipulador de alimentos|"
    r"\bhomologaci|\bsecundaria\b|high school graduate"
)
CONDITION = re.compile(
    r"\blift(?:ing)?\b.{0,40}\d|\d+ ?(?:lbs?|pounds|kilos|kgs?)\b|\bstand(?:ing)?\b.{0,30}\b(?:long|hours|"
    r"periods|shift|day|walk)|"
    r"background (?:check|screen|investigation)|\bdrug[- ](?:test|screen|free)|physical exam|"
    r"\d\d years (?:of age|old)|"
    r"\b\d\d\+? (?:years )?(?:or|and) older|physically able|within \d+ (?:miles|km|minutes)|\bheights\b|"
    r"own .{0,20}tools|freezers?\b|"
    r"background (?:ck|chk)\b|\btb\b|reliable car|\brespirator|\bpregnan|"
    r"authori[sz](?:ed|ation) to work|work authori[sz]ation|eligib(?:le|ility) to work|right to work|"
    r"(?:reliable|own|dependable) (?:transportation|vehicle|car|tools)|\bweekends?\b|\bovertime\b|"
    r"\bon[- ]call\b|\bnights?\b|"
    r"\bshifts?\b|willing(?:ness)? to travel|able to travel|ability to travel|travel (?:required|up to)|"
    r"driving record|\bcriminal (?:records?|histor|background|checks?|charge|convict|clearance)|"
    r"legally able|\b20/\d\d\b|"
    r"\b(?:normal|corrected|correctable|good|color|colour|near|distance|close|peripheral) vision\b|"
    r"\bvision (?:test|screen|requirement)|"
    r"\bmvr\b|vaccinat|immuni[sz]|\btb test|\brelocat|\bkneel|\bbending\b|\bstoop|climb ladders|extreme (?:heat|"
    r"cold|temperat)|"
    r"outdoors|all weather|\bcitizens?(?:hip)?\b|\bclearance\b|\blive in\b|\bresid(?:ents?|e|ency)\b|"
    r"credit check|fingerprint|"
    r"\bavailab(?:le|ility)\b.{0,20}(?:to (?:work|start)|for work|days|hours|morn|even|full|flexible)|"
    r"moving violation|\baccidents\b|\bfelon|\bconvict|\bincome\b|\bhousehold\b|no fault of|household size|"
    r"able and available|"
    r"disponib(?:ilidad|le)|\d+ ?(?:kilos|libras)|antecedentes (?:penales|criminales)|\bagudeza visual\b|"
    r"prueba de (?:drogas|"
    r"antidoping)|"
    r"mayor(?:es)? de (?:edad|\d)|fines de semana|turnos?\b|(?:vehiculo|coche|transporte|auto|"
    r"herramientas?) propi[oa]s?|"
    r"permiso de trabajo|autorizacion (?:para trabajar|de trabajo)|\bviajar\b|estar de pie"
)
_OLD = r"(?:1[4-9]|2[0-5])\b(?! ?(?:hours?|days?|weeks?|months?|years?|anos?|miles?|lbs?|pounds?|%))"
AGE = re.compile(
    rf"\b(?:must be (?:at least |over |above )?|over |edad minima(?: de)?:? ?){_OLD}|"
    r"\d\d\+? (?:years )?(?:of age|old)|\d\d\+? (?:years )?(?:or|and) older|mayor(?:es)? de \d\d|"
    r"\d\d anos (?:o mas|cumplidos|de edad)|\bage\b.{0,12}\d\d"
)

_COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "half an": 0.5, "half a": 0.5, "half": 0.5,
    "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
    "nueve": 9, "diez": 10, "doce": 12, "quince": 15, "dieciocho": 18, "veinte": 20, "medio": 0.5, "media": 0.5,
}  # fmt: skip
_COUNT = (
    r"(?:\d{1,2}(?:[.,]\d)?(?:[ -][123]/[234](?!\d))?|[123]/[234](?!\d)|(?:"
    + "|".join(_COUNTS)
    + r")\b)(?: (?:and a half|y medi[oa])\b)?(?: ?\((?:\d{1,2}|[a-z]{3,9})\))?"
)
_YEARS = re.compile(
    rf"(?<![\d.,$/-])\b(?:(?:between|entre) (?P<low>{_COUNT}) (?:and|y) {_COUNT}|(?P<least>{_COUNT}) ?"
    rf"(?:\+|plus|or more|o mas)?(?: ?(?:-|to|a|or|o|u) ?{_COUNT})?)\+?[ -]?"
    r"(?P<unit>years?|yrs?\b|months?|mos\b|anos?\b|meses|mes\b|weeks?\b|semanas?\b)(?P<more> (?:and a half|y medio)\b)?"
)
_EXPERIENCE = re.compile(
    r"experienc|\bexp\b|(?:years?|yrs|months)'?s? (?:in|\w+ing)\b|background in|\bas an? |\bcomo\b|verifiable"
)
# A program of so many years is no time of experience; "2 years of experience or a program" asks for one.
_NO_SPAN = re.compile(
    r"within|first \d|valid for|durante los primeros|"
    r"(?:years?|months?|weeks?)(?: (?!or\b|as\b|experienc)[\w'-]+){0,4} programs?\b|programas? de (?:\d|un)"
)
# A year of full-time work has 2,080 hours (U.S. Bureau of Labor Statistics, OEWS technical notes).
_HOURS = re.compile(
    r"(?<![\d.,$/-])(?P<hours>\d{1,2},\d{3}|\d{3,5})\+? (?:hours?|hrs?|horas)\b(?! (?:per|a|each|por|al) |/)"
)
_HOURS_A_YEAR = 2080
_MOST_YEARS = 50
# When it must have been; how long it must have been stands before it.
_LATELY = re.compile(
    rf",? ?\b(?:(?:with)?in|over|during) (?:the )?(?:last|past|previous) {_COUNT}[ -]?(?:years?|months?)"
    rf"|,? ?\b(?:en|durante) l[oa]s ultim[oa]s {_COUNT} (?:anos?|meses)"
)
_OR = re.compile(r",? (?:or|o|u)\b ?(?!(?:more|older|over|above|mas)\b)")
_SOME = re.compile(r"\b(?:several|some|multiple|a few|varios|algunos) (?:years|anos)\b|\b(?:a|one) year of\b")
_AT_MOST = re.compile(r"\b(?:up to|less than|under|at most|no more than|hasta|menos de|no mas de) \Z")

NICE = re.compile(
    r"\bprefer(?:red|ably|ence)\b|\ba (?:big |huge |strong |definite )?plus\b|\bnice to have\b|\bbonus\b|"
    r"\bdesir(?:ed|able)\b|\bideally\b|"
    r"\bhelpful\b|\ban? (?:asset|advantage)\b|\bwelcome\b|encouraged to apply|not mandatory|we'd love|\boptional\b|"
    r"\bdeseables?\b|se valora|\bvalorables?\b|\bpreferi(?:ble|blemente|ntemente)\b|\bun plus\b|\bseria ideal|"
    r"\bno (?:es )?(?:indispensable|"
    r"imprescindible|obligatori[oa]|excluyente)"
)
MUST = re.compile(
    r"\brequired\b|\brequires?\b|\bmandatory\b|\bmin(?:imum)?\b|\bmust\b|\bneeds? to (?:have|be)\b|"
    r"\bessential\b|\bat least\b|"
    r"\bindispensables?\b|\bimprescindibles?\b|\bobligatori[oa]s?\b|\bexcluyente\b|\bse (?:requiere|exige|"
    r"necesita)n?\b|\bdebe(?:n|s|ra|ran)?\b|"
    r"\bminim[oa]\b|\bal menos\b"
)
# What shows a thing asked where no heading says so; weaker words stand in duties too (“reports as required”).
STRONG = re.compile(
    r"\bmust (?:have|be|hold|possess|speak|know|pass|provide|own|read|complete)\b|\b(?:is|"
    r"are) (?:required(?! to )|mandatory)\b|\ba must\b|"
    r"(?<!as )(?<!if )(?<!when )(?<!where )(?<!may be )\brequired(?: (?:for|to be)\b|[.;,)]?$)|\byou(?:'ll|"
    r" will)? (?:must|need)\b|\bapplicants? (?:must|need|should)\b|"
    r"\bcandidates? (?:must|need|should|will have)\b|\b(?:we|position|job|role) requires?\b|\bwe need (?:some|a|"
    r"an)\b|"
    r"\bwe(?:'re| are) looking for (?:someone|a|an|people)\b|\bminimum (?:of )?\w+ (?:years?|months?)|"
    r"\bat least \w+ (?:years?|months?)|"
    r"\bideal candidate\b|\bse (?:requiere|exige|necesita)n?\b|\bindispensables?\b|\bimprescindibles?\b|"
    r"\bdebe(?:n|s|ra)? (?:tener|ser|contar|saber|hablar|poder)\b|"
    r"\bbuscamos (?:a )?(?:una? |persona)|\bdeberas? (?:tener|ser|contar)\b"
)

# Never a thing asked, wherever it stands.
BOILERPLATE = re.compile(
    r"equal[- ](?:employment[- ])?opportunity|\bmust not\b|regardless of|without regard to|\bprotected veteran|"
    r"\beeo\b|\beoe\b|\baa/eoe\b|discriminat|reasonable accommodation|"
    r"\baccommodations?\b|\bno (?:prior |previous )?(?:experience|degree|resume)\b.{0,20}(?:necessary|needed|"
    r"required|ok)|"
    r"\bexperience (?:is )?not (?:required|necessary)|\bnot (?:a )?requir(?:ed|ement)\b|we(?:'ll| will) train|"
    r"(?:is|are) provided|training provided|"
    r"will (?:be )?(?:train|provide)|\$ ?\d|\d ?(?:usd|eur|€|mxn)\b|\bper hour\b|\bhourly\b|we offer|we provide|"
    r"401 ?\(?k|\bpto\b|"
    r"health insurance|paid (?:time off|holidays|vacation|training|leave)|tuition reimbursement|"
    r"(?:send|submit|email|upload|attach) (?:your |a |us )?(?:resume|cv|application|cover)|apply (?:online|"
    r"today|now|at|in person|by)|"
    r"click (?:here|apply)|copyright|all rights reserved|cookies?\b|not (?:an )?(?:all[- ]inclusive|exhaustive)|"
    r"e-verify|"
    r"igualdad de oportunidades|sin distincion|no discrimina|\bofrecemos\b|salario|sueldo|seguro (?:medico|"
    r"de salud)|prestaciones|"
    r"envi(?:a|e|ar) (?:tu |su |el )?(?:cv|curriculum)|\bno se (?:requiere|necesita|exige)n?\b|sin experiencia|"
    r"capacitacion (?:pagada|incluida)|"
    r"why work|founded in|since (?:19|20)\d\d|family[- ]owned|in business for|our (?:team|company|customers|benefits)"
)
ABOUT_THEM = re.compile(
    r"^(?:we|our|nosotros|somos|nuestr[ao]s?)\b(?!.{0,12}(?:looking|need|require|seek|are hiring|busca|prefer|"
    r"ask))|\bthe company\b|\bbenefits?\b"
)


BUT_NOT = re.compile(
    r",? ?\b(?:but|though) not (?:required|necessary|mandatory)\b|\bnot required,? (?:but|though) ?", re.IGNORECASE
)


def is_boilerplate(folded: str) -> bool:
    """Whether a sentence asks for nothing wherever it stands; “preferred but not required” does ask."""
    return BOILERPLATE.search(BUT_NOT.sub("", folded)) is not None


def kind_of(folded: str) -> FoundKind:
    """The kind of a part of a sentence; `skill` where nothing tells another."""
    if AGE.search(folded):
        return "condition"
    licence, credential, condition = (one.search(folded) for one in (LICENCE, CREDENTIAL, CONDITION))
    if _asks_years(folded) and not re.search(r"(?:degree|diploma|bachelor).*\bor\b", folded):
        return "years"
    if condition and not licence and not credential:
        return "condition"
    if (
        condition
        and re.search(r"driving record|\bmvr\b", folded)
        and not re.search(r"valid|\bcdl\b|\blicen[sc]e\b", folded)
    ):
        return "condition"
    return "licence" if licence else "credential" if credential else "skill"


def years_in(folded: str) -> float | None:
    """The years of experience a part asks for, the least where it gives two; months are parts of a year.

    None also where it gives no least, as in "up to five years" or "several years".
    """
    said = _LATELY.sub("", folded)
    if AGE.search(said) or _NO_SPAN.search(said) or not _EXPERIENCE.search(said):
        return None
    if found := _YEARS.search(said):
        a_year = {"m": 12, "w": 52, "s": 52}.get(found["unit"][0], 1)
        years = (_count(found["low"] or found["least"]) + (0.5 if found["more"] else 0)) / a_year
    elif found := _HOURS.search(said):
        years = int(found["hours"].replace(",", "")) / _HOURS_A_YEAR
    else:
        return None
    most = _AT_MOST.search(said[: found.start()]) is not None
    return round(years, 2) if 0 < years <= _MOST_YEARS and not most else None


def other_ways(folded: str) -> frozenset[FoundKind]:
    """The kinds of thing of which a part takes one or another: "2 years of experience or a degree"."""
    kinds = {kind_of(one) for one in _OR.split(folded)}
    return frozenset(kinds & {"licence", "credential", "years"})


def _asks_years(folded: str) -> bool:
    """Whether a part asks for a time of experience, also where it does not say how long."""
    some = _SOME.search(folded) is not None and _EXPERIENCE.search(folded) is not None and not AGE.search(folded)
    most = any(_AT_MOST.search(folded[: one.start()]) for one in _YEARS.finditer(folded))
    return years_in(folded) is not None or some or (most and _EXPERIENCE.search(folded) is not None)


def _count(said: str) -> float:
    """The number that `_COUNT` found: figures, a fraction beside or alone, or words, with “and a half” or without."""
    bare = re.sub(r" ?\([a-z\d]+\)$", "", said).replace(",", ".")
    whole = re.sub(r" (?:and a half|y medi[oa])$", "", bare)
    more = 0.5 if whole != bare else 0.0
    if whole in _COUNTS:
        return _COUNTS[whole] + more
    return sum((_figure(one) for one in re.split("[ -]", whole)), more)


def _figure(said: str) -> float:
    above, _, below = said.partition("/")
    return float(above) / float(below or 1)


def essential_in(folded: str) -> bool | None:
    """Whether a part says that it must be, or that it would be nice; None where it says neither."""
    if NICE.search(folded) or BUT_NOT.search(folded):
        return False
    return True if MUST.search(folded) else None


def is_strong(folded: str) -> bool:
    """Whether a sentence asks for something by its own words, wherever it stands."""
    if STRONG.search(folded) or (years_in(folded) is not None and re.search(r"experienc|\bexp\b", folded)):
        return True
    return essential_in(folded) is False and (kind_of(folded) != "skill" or len(folded.split()) <= 16)
