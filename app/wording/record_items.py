"""Words for what stands inside a résumé or a transcript: its entries, its files, how its parts fit together."""

from app.wording.marking import marked

OWN_WORD = marked("Their own word.")
BACKING = {
    "record": marked("A record of someone else is inside."),
    "statement": marked("Someone’s statement is inside, but nobody signed it."),
    "reference": marked("It says where you can ask about it."),
}

ASSOCIATIONS = {
    "exactMatchOf": marked("“{source}” is the same as “{target}”."),
    "isChildOf": marked("“{source}” is part of “{target}”."),
    "isPartOf": marked("“{source}” is part of “{target}”."),
    "isParentOf": marked("“{target}” is part of “{source}”."),
    "isPeerOf": marked("“{source}” stands beside “{target}”."),
    "isRelatedTo": marked("“{source}” goes with “{target}”."),
    "precedes": marked("“{source}” comes before “{target}”."),
    "replacedBy": marked("“{target}” took the place of “{source}”."),
}
"""CLR 2.0, AssociationType."""
