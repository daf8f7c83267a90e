"""British spellings as Americans write them, so that "paediatric tyre centre" meets "pediatric tire center"."""

import re

_SAME = (
    "aeroplane airplane,ageing aging,aluminium aluminum,analogue analog,anaemia anemia,artefact artifact,"
    "axe ax,calibre caliber,carburettor carburetor,catalogue catalog,centre center,cheque check,chequebook checkbook,"
    "cosy cozy,defence defense,dialogue dialog,diarrhoea diarrhea,doughnut donut,draught draft,draughtsman draftsman,"
    "enrol enroll,enrolment enrollment,fibre fiber,foetal fetal,foetus fetus,fulfil fulfill,fulfilment fulfillment,"
    "grey gray,instalment installment,jewellery jewelry,judgement judgment,kerb curb,kilogramme kilogram,"
    "kilometre kilometer,licence license,litre liter,lustre luster,manoeuvre maneuver,maths math,metre meter,"
    "mould mold,moulder molder,moulding molding,mum mom,nought naught,oedema edema,offence offense,plough plow,"
    "ploughing plowing,practise practice,practised practiced,practising practicing,pretence pretense,programme program,"
    "pyjamas pajamas,sceptical skeptical,skilful skillful,smoulder smolder,storey story,sulphur sulfur,"
    "theatre theater,tyre tire,whisky whiskey,woollen woolen,yoghurt yogurt"
)
AMERICAN: dict[str, str] = dict(pair.split() for pair in _SAME.split(","))
_MEDICAL = re.compile(
    r"(?<=^p)ae(?=d)|(?<=op)ae(?=d)|(?<=^an)ae(?=s)|ae(?=m(?:ia|at|o))|(?<=gyn)ae(?=c)|(?<=^c)ae(?=sa)|(?<=arch)ae(?=o)|"
    r"^oe(?=s(?:oph|tr))"
)
_OUR = re.compile(
    r"^(arm|behavi|cand|clam|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|parl|rig|rum|sav|tum|val|vap|vig)our"
)
_ONE_L = {
    *(
        "cancel",
        "channel",
        "counsel",
        "equal",
        "fuel",
        "label",
        "level",
        "marshal",
        "model",
        "panel",
        "signal",
        "total",
    ),
    *("travel", "tunnel"),
}


def american(word: str) -> str:
    """A folded word in American spelling; endings in -ise and -yse are left to `stem`."""
    same = AMERICAN.get(word) or (AMERICAN[word[:-1]] + "s" if word.endswith("s") and word[:-1] in AMERICAN else "")
    if same:
        return same
    if "ll" in word:
        word = _one_l(word)
    if "our" in word:
        word = _OUR.sub(r"\1or", word)
    return _MEDICAL.sub("e", word.replace("manoeuvri", "maneuveri")) if "ae" in word or "oe" in word else word


def _one_l(word: str) -> str:
    """Travelling is traveling; calling stays as it is."""
    for ending in ("ed", "ing", "er", "ers", "or", "ors"):
        kept = word.removesuffix(ending)
        if kept != word and kept.endswith("ll") and kept[:-1] in _ONE_L:
            return kept[:-1] + ending
    return word
