"""One short sentence for each answer of a check, as it stands on a card."""

from collections.abc import Mapping
from datetime import datetime

from app.wording.days import day
from app.wording.marking import marked
from app.wording.words import Words

SHORT = {
    "format.all_defined": marked("All of it can be read"),
    "format.form_differs": marked("All of it can be read"),
    "format.fixed_claims": marked("All of it can be read"),
    "format.parts_left_out": marked("Some parts were held back"),
    "format.not checked": marked("Some words: not checked"),
    "format.no": marked("Not all of it can be read"),
    "signature.sound": marked("Signature is sound"),
    "signature.sound_beside_unchecked": marked("Signature is sound"),
    "signature.same_on_site": marked("Issuer’s website says the same"),
    "signature.site_not_asked": marked("Issuer’s website: not asked"),
    "signature.site_only_cancels": marked("Issuer’s website: canceled"),
    "signature.site_differs": marked("Issuer’s website says otherwise"),
    "signature.not_issuers_site": marked("Not on the issuer’s website"),
    "signature.not checked": marked("Signature: not checked"),
    "signature.no_proof": marked("Nobody signed it"),
    "signature.broken": marked("Signature is broken"),
    "signature.shared_secret": marked("It does not show who made it"),
    "signature.bad_proof": marked("Signature cannot be right"),
    "signature.bad_key": marked("Signing key cannot be right"),
    "signature.key_not_for_suite": marked("Signing key cannot be right"),
    "signature.proof_context_differs": marked("Signature cannot be right"),
    "signature.nothing_to_sign": marked("Signature cannot be right"),
    "signature.wrong_purpose": marked("Signed for another use"),
    "signature.previous_proof_missing": marked("A signature is missing"),
    "issuer_binding.key_is_theirs": marked("Key belongs to issuer"),
    "issuer_binding.key_names_itself": marked("Signed with the key it names"),
    "issuer_binding.site_is_theirs": marked("Website belongs to issuer"),
    "signature.not_asked_since": marked("Not checked since {as_of}"),
    "issuer_binding.not_asked_since": marked("Not checked since {as_of}"),
    "known_issuer.not_asked_since": marked("Not checked since {as_of}"),
    "status.not_asked_since": marked("Not checked since {as_of}"),
    "issuer_binding.not checked": marked("Key of issuer: not checked"),
    "issuer_binding.key_of_another": marked("Key is someone else’s"),
    "issuer_binding.key_not_listed": marked("Issuer does not list this key"),
    "issuer_binding.key_withdrawn": marked("Issuer took this key back"),
    "issuer_binding.key_not_for_purpose": marked("Key is for another use"),
    "known_issuer.issuer_listed": marked("Issuer is in a list we know"),
    "known_issuer.not checked": marked("Issuer lists: not checked"),
    "known_issuer.issuer_not_listed": marked("Issuer is in no list we know"),
    "in_force.in_force": marked("In force to {until}"),
    "in_force.no_end_date": marked("In force, no end date"),
    "in_force.not checked": marked("Dates: not checked"),
    "in_force.expired": marked("Expired {until}"),
    "in_force.not_yet": marked("Not in force until {from}"),
    "in_force.proof_expired": marked("Signature ended {until}"),
    "in_force.signed_in_future": marked("Signed on a day to come"),
    "status.not_canceled": marked("Not canceled as of {as_of}"),
    "status.newer_announced": marked("Not canceled as of {as_of}"),
    "status.note_in_list": marked("Not canceled as of {as_of}"),
    "status.still_on_site": marked("Not canceled as of {as_of}"),
    "status.no_status_entry": marked("No way to cancel it"),
    "status.not checked": marked("Canceled? Not checked"),
    "status.revoked": marked("It was canceled"),
    "status.suspended": marked("It was put on hold"),
    "about_me.subject_is_your_key": marked("It is about you"),
    "about_me.subject_is_your_identity": marked("It is about you"),
    "about_me.not checked": marked("About you? Not checked"),
    "about_me.subject_is_not_yours": marked("Not known to be about you"),
}
"""By check and reason, else by check and answer."""


def short_fact(
    words: Words,
    check: str,
    answer: str,
    reason: str,
    values: Mapping[str, object],
    *,
    as_of: datetime,
    today: datetime,
) -> str:
    """The short sentence for one answer; `as_of` and `today` are aware. KeyError where there is none."""
    proofs = values.get("proofs")
    if proofs == 2 and reason == "sound":
        return words.text("Both signatures are sound")
    if isinstance(proofs, int) and reason == "sound":
        return words.count("Signature is sound", "All {number} signatures are sound", proofs)
    if isinstance(proofs, int) and reason == "sound_beside_unchecked":
        sound = proofs - int(str(values["unchecked"]))
        return words.count(
            "{number} of {proofs} signatures is sound",
            "{number} of {proofs} signatures are sound",
            sound,
            proofs=proofs,
        )
    english = SHORT.get(f"{check}.{reason}") or SHORT[f"{check}.{answer}"]
    since = {"as_of": day(words, as_of, today)} if "{as_of}" in english else {}
    return words.text(english, **{**values, **since})
