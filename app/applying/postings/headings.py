"""Headings of postings in English and Spanish, and the part of a posting that each begins."""

import re

from app.applying.postings.folding import fold
from app.applying.postings.model import Section

MOST_WORDS = 9
# The first that fits counts, so what is told apart by one word more stands first.
_HEADINGS: tuple[tuple[Section, str], ...] = (
    (
        "nice",
        (
            r"preferred|preferences|even better|nice if|be nice|helpful|not required|nice[- ]to[- ]have|"
            r"bonus (?:points|skills|if)|"
            r"pluses|a plus|desir(?:ed|able)|"
            r"good to have|would be great|extra credit|assets?$|deseables?|se valora|valorable|valoramos|"
            r"preferible|puntos extra|plus$|no (?:excluyente|obligatori)"
        ),
    ),
    (
        "ignored",
        (
            r"about (?:us|the (?:company|employer|team|organi[sz]ation|school|college|hospital|restaurant))|"
            r"who we are|"
            r"our (?:story|mission|values|company|team|culture)|why (?:join|work|us|you)|benefits|perks|"
            r"what we offer|"
            r"we offer|what you(?:'ll| will)? get|compensation|salary|pay\b|pay range|wages?|equal (?:opportunity|"
            r"employment)|"
            r"\beeo|diversity|disclaimer|how to apply|to apply|apply now|contact|schedule|hours$|location|job type|"
            r"similar jobs|privacy|accommodations?|ofrecemos|se ofrece|que te ofrecemos|beneficios|prestaciones|"
            r"sobre nosotros|"
            r"quienes somos|acerca de|la empresa|como (?:aplicar|postular|solicitar|inscribirse)|salario|"
            r"sueldo|horario|"
            r"igualdad de oportunidades|ubicacion|contacto|about \w+(?: \w+){0,3}$"
        ),
    ),
    (
        "conditions",
        (
            r"physical (?:requirements|demands)|physical|working conditions|work environment|"
            r"conditions of employment|"
            r"conditions|requisitos fisicos|condiciones|exigencias fisicas"
        ),
    ),
    (
        "duties",
        (
            r"responsibilit|duties|what you(?:'ll| will)? (?:do|be doing|learn)|what the job|day[- ]to[- ]day|"
            r"essential functions|the role|about the (?:role|job|position)|job (?:description|summary)|"
            r"position summary|"
            r"overview|your (?:role|day|impact)|course (?:content|outline)|you(?:'ll| will)$|in this role|tasks|"
            r"funciones|responsabilidades|tareas|que haras|descripcion|el puesto|contenido|mision"
        ),
    ),
    (
        "must",
        (
            r"requirements?|required|reqs?\b|qualifications?|what you(?:'ll| will)? (?:need|bring|have)|"
            r"what we(?:'re| are)? "
            r"(?:look|need|ask|want|require)|we(?:'re| are) looking for|looking for|who you are|about you|"
            r"you (?:\w+ )?(?:have|had|bring|need|are|qualify)\b|must[- ]haves?|"
            r"musts?$|skills|knowledge|abilit|experience|education|licen[sc]|certificat|credentials|minimum|eligib|"
            r"prerequisites|to qualify|(?:you|applicants|candidates) must|who can|before you|entry|what it takes|"
            r"ideal candidate|competenc|requisitos?|"
            r"perfil|que buscamos|buscamos|se (?:requiere|necesita|exige|pide)|formacion|conocimientos|experiencia|"
            r"imprescindibles?|indispensables?|necesitas|titulacion|estudios|habilidades|quien puede|obligatori"
        ),
    ),
)
_COMPILED = tuple((section, re.compile(r"(?:^|\b)(?:" + pattern + ")")) for section, pattern in _HEADINGS)
_OF_THE_COMPANY = re.compile(r"^about (?!you\b|the (?:role|job|position)\b)")
_TRIM = "¿¡? #*_=~-–—:•·►▶>|"
_BEGINS = re.compile(
    r"(?:\w+ (?:requirements|qualifications|requisitos)$|what (?:you|we)|who (?:you|we|can)|to qualify|(?:you|"
    r"applicants|candidates) must$|about |why |how to |lo que |que (?:haras|buscamos|ofrecemos)|como )"
)
_WORDS = frozenset(
    {
        "requirements", "requirement", "required", "qualifications", "qualification", "minimum", "basic", "preferred",
        "desired", "desirable", "of", "employment", "additional", "key", "main", "job", "position", "candidate",
        "essential", "skills", "skill", "experience", "education", "and", "or", "licenses", "license", "licensing",
        "certifications", "certification", "credentials", "knowledge", "abilities", "benefits", "perks", "compensation",
        "salary", "pay", "schedule", "responsibilities", "duties", "functions", "tasks", "overview", "summary",
        "description", "the", "role", "physical", "demands", "work", "working", "conditions", "environment",
        "eligibility", "prerequisites", "admission", "nice", "to", "have", "bonus", "points", "pluses", "must", "haves",
        "must-haves", "requisitos", "requisito", "formacion", "academica", "experiencia", "conocimientos", "perfil",
        "del", "puesto", "funciones", "responsabilidades", "tareas", "beneficios", "ofrecemos", "horario", "salario",
        "deseable", "deseables", "valorable", "imprescindible", "indispensable", "minimos", "y", "estudios",
        "titulacion", "habilidades", "equal", "opportunity", "employer", "our", "company", "team", "mission",
        "location", "other", "contact", "training", "competencies"
    }
)  # fmt: skip
_SENTENCE = re.compile(r"[.!?]$|[.;] ")
_LIST_OR_SENTENCE = re.compile(r"[.!?]$|[.;,] ")


def is_heading(line: str) -> bool:
    """Whether a line of plain text stands as a heading: short, no sentence, and marked as one or known as one."""
    bare = line.strip(_TRIM)
    marked = line.rstrip(" *_").endswith(":") or line.lstrip().startswith("#") or bare.isupper()
    ends = _SENTENCE if marked else _LIST_OR_SENTENCE
    if not bare or len(bare.split()) > MOST_WORDS or ends.search(bare.rstrip("?!")):
        return False
    return bool(section_of(line)) and (marked or (len(bare.split()) <= 5 and _is_bare_name(bare)))


def section_of(heading: str) -> Section | None:
    """The part that a heading begins, or None where it is none we know."""
    bare = fold(heading.strip(_TRIM))
    if _OF_THE_COMPANY.match(bare):
        return "ignored"
    if bare.endswith(" must"):
        return "must"
    return next((section for section, pattern in _COMPILED if pattern.search(bare)), None)


def split_inline(line: str) -> tuple[Section, str] | None:
    """The part and the rest of a line such as “Requirements: a licence”; None where it begins with no heading."""
    head, colon, rest = line.partition(":")
    if not colon or not rest.strip() or len(head.split()) > 4 or "http" in head:
        return None
    section = section_of(head)
    return (section, rest.strip()) if section else None


def _is_bare_name(bare: str) -> bool:
    """Whether an unmarked line is a heading by its words alone; “Strong communication skills” is a thing asked."""
    folded = fold(bare)
    return bool(_BEGINS.match(folded)) or all(word in _WORDS for word in re.findall(r"[a-z']+", folded))
