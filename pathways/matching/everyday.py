"""Everyday words beside the words that frameworks use for the same thing."""

from functools import cache

from pathways.matching.words import stem

EVERYDAY_CREDIT = 0.8

ALIKE = """
apartment flat | assist help aid support | auto automobile car vehicle | babysit childcare child kid | bathe bath wash
bike bicycle cycle | bill invoice | bookkeep account | boss supervise manage | box package carton parcel
broke damage fault | buy purchase | chart record | check inspect | clean tidy sanitize | client customer guest shopper
coach train instruct mentor teach | complaint grievance | computer pc laptop ict | cook prepare | count tally
cpr resuscitate | crew staff team | deliver transport | doctor physician | draw collect | dress groom | driver chauffeur
elderly older senior | email mail correspondence | employee staff personnel worker | fill complete | fix repair mend
forklift truck | fundraise donate | garden landscape | greet welcome receive | guard protect | guest visitor
handle manage | hire recruit | job work | kid child | kitchen culinary | lawn grass | lead supervise manage
letter correspondence | lift carry | lorry truck | make prepare create | math mathematics arithmetic | meal food
medicine medication drug | ms microsoft | money cash payment | oversee supervise monitor | pack package
paint coat | patient resident client | pay wage salary | phone telephone call | pick select gather | police law
query database | rota schedule shift roster | run operate manage | sell sale retail | serve service | ship dispatch
shop store | shoplift theft | sort classify | stack load | stock inventory supply | student learner pupil
supplier vendor | teach instruct tutor | test examine | theft loss | till register cash | tutor teach
understand comprehend | use utilize operate | wire electric | workplace work | write compose draft
spreadsheet excel | document text | sew stitch | safe safety | hygiene sanitation | injection vaccinate inject
""".replace("\n", "|")
"""Groups of words; the first of each group is the everyday one, and the others are ways a framework may say it."""


@cache
def everyday() -> dict[str, tuple[str, ...]]:
    """For the stem of an everyday word, the stems that frameworks use."""
    groups: dict[str, tuple[str, ...]] = {}
    for group in ALIKE.split("|"):
        first, *others = [stem(word) for word in group.split()] or [""]
        if first:
            groups[first] = (*groups.get(first, ()), *others)
    return groups
