"""Why a document is refused because of what its words mean, or could be made to mean."""

from app.wording.marking import marked

MEANINGS = {
    "undefined_term": marked("Its part “{term}” has no fixed meaning, so a signature cannot protect it."),
    "undefined_type": marked("It calls something a “{term}”, which has no fixed meaning."),
    "respelled_term": marked("It writes a known part another way, “{term}”, which can hide what it says."),
    "iri_term": marked("It writes a part as an address, “{term}”, which can hide what it says."),
    "respelled_type": marked("It writes a known kind another way, “{term}”, which can hide what it says."),
    "respelled_keyword": marked("It writes a fixed word another way, “{term}”, which can hide what it says."),
    "respelled_value": marked("It wraps the value of “{term}” in a way that can hide what it says."),
    "respelled_id": marked("It names something in a way that can be read as another name."),
    "relative_id": marked("It names something by half an address, which a signature cannot protect."),
    "bad_id": marked("It names something by an address that cannot be right."),
    "blank_id": marked("It names something by a label that counts nowhere else."),
    "split_node": marked("It says things about the same item in two places, which can hide what it says."),
    "bad_language": marked("It marks a text with a language that does not exist."),
    "bad_number": marked("It holds a number that cannot be used."),
    "bad_text": marked("It holds a text with broken characters."),
    "bad_json_ld": marked("Its parts do not fit together."),
    "too_many_terms": marked("It has more than {limit} parts. That is too much for a record."),
    "too_deep": marked("It has more than {limit} levels, one inside another."),
    "too_complex": marked("It is built so that checking it would never end."),
    "protected_term": marked("It gives a protected word a new meaning."),
    "nested_context": marked("It gives words a new meaning in the middle of the record."),
    "inline_too_rich": marked("It gives the word “{term}” a meaning in a way that could hide what it says."),
    "inline_redefines_term": marked("It gives the known word “{term}” a new meaning."),
    "inline_redefines_iri": marked("It gives a known meaning a new word, “{term}”."),
    "inline_null": marked("It takes the meaning away from the word “{term}”."),
    "inline_not_object": marked("Its list of words is not written the way it must be."),
    "inline_vocabulary": marked("It gives any word a meaning, so the meaning of none of its words is fixed."),
    "inline_keyword": marked("It changes what the fixed word “{term}” means."),
}
