"""The smallest set of records that shows what an opportunity asks for, chosen exactly (a set cover)."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from app.applying.candidate import CANCELED, NO_WISHES, Candidate, Wishes, hidden_by_page, things
from app.applying.chosen import Chosen, Tailored, all_shown, explained
from app.applying.fewest import Choice, fewest
from app.applying.opportunity import Asked
from app.applying.rounds import Offer
from app.errors import PersonError


def tailor(
    asked: Sequence[Asked],
    candidates: Sequence[Candidate],
    *,
    own_words: Collection[int] = (),
    wishes: Wishes = NO_WISHES,
) -> Tailored:
    """Choose the fewest records that show all that can be shown, exactly (`fewest`).

    Among all such sets the best by this order, each only among the best of those before it: skills first, least of
    what the page hides; fewest records; fewest distinct things given away; strongest evidence; those that come first in
    `candidates`. A record that is out of date counts only for what nothing in force shows. `own_words` are requirements
    the learner speaks to where no record does. Raises `PersonError` for a wish that cannot be met.
    """
    choice = _choice(asked, candidates, wishes)
    goes = _chosen(candidates, choice)
    shown = all_shown(len(asked), goes, frozenset(own_words))
    return explained(candidates, goes, shown, wishes, proven=choice.proven)


def choose(
    asked: Sequence[Asked],
    candidates: Sequence[Candidate],
    *,
    own_words: Collection[int] = (),
    wishes: Wishes = NO_WISHES,
) -> Chosen:
    """What `tailor` would choose, without why each of the others stays home: enough to `compare`."""
    chosen = _chosen(candidates, _choice(asked, candidates, wishes))
    return Chosen(tuple(one.key for one in chosen), all_shown(len(asked), chosen, frozenset(own_words)))


def _choice(asked: Sequence[Asked], candidates: Sequence[Candidate], wishes: Wishes) -> Choice:
    _check_wishes(candidates, wishes)
    needs, offers = [str(need) for need in range(len(asked))], _offers(asked, candidates, wishes)
    return fewest(needs, offers, forced=_forced(candidates, wishes), strengths=True)


def everything(candidates: Sequence[Candidate], wishes: Wishes) -> Wishes:
    """Wishes for an application that is not tailored: every record that shows something asked goes, if it may."""
    free = {one.key for one in candidates if one.covers and _free(one, replace(wishes, by_hand=False))}
    return replace(wishes, send=wishes.send | free, by_hand=True)


def _forced(candidates: Sequence[Candidate], wishes: Wishes) -> list[str]:
    return [_id(place) for place, one in enumerate(candidates) if one.key in wishes.send]


def smallest_size(
    asked: Sequence[Asked],
    candidates: Sequence[Candidate],
    *,
    own_words: Collection[int] = (),
    wishes: Wishes = NO_WISHES,
) -> int | None:
    """How few records could answer all that `candidates` can, however weakly, within the wishes; None if not proven.

    What the learner speaks to in their own words needs no record here: so nothing smaller answers as much.
    """
    needs = [str(need) for need in range(len(asked)) if need not in own_words]
    silent = [Offer(one.id, one.meets) for one in _offers(asked, candidates, wishes)]
    choice = fewest(needs, silent, forced=_forced(candidates, wishes))
    return len(choice.ids) if choice.proven else None


def _check_wishes(candidates: Sequence[Candidate], wishes: Wishes) -> None:
    known = {candidate.key: candidate for candidate in candidates}
    for key in sorted(wishes.send | wishes.keep):
        if key not in known:
            raise PersonError("record_not_found", key=key)
    for key in sorted(wishes.send):
        if key in wishes.keep:
            raise PersonError("record_both_sent_and_kept", title=known[key].title)
        if not known[key].usable:
            raise PersonError("record_cannot_be_sent", title=known[key].title, reason=known[key].reason)


def _free(candidate: Candidate, wishes: Wishes) -> bool:
    """Whether a record may be chosen; one the learner sends goes whatever else it tells."""
    if candidate.key in wishes.send:
        return True
    hides = bool(wishes.hide.intersection(candidate.gives_away))
    home = candidate.key in wishes.keep or CANCELED in candidate.notes
    return candidate.usable and not home and not hides and not wishes.by_hand


def _offers(asked: Sequence[Asked], candidates: Sequence[Candidate], wishes: Wishes) -> list[Offer]:
    """The candidates that may go, as the choice sees them; their ids are places, so that ties go by the order given.

    Of thousands of records most show nothing asked: they are no offers, unless the learner sends them.
    """
    able_at_all = (place for place, one in enumerate(candidates) if one.covers or one.key in wishes.send)
    free = [place for place in able_at_all if _free(candidates[place], wishes)]
    able = {str(need): frozenset(_able(candidates, free, need)) for need in range(len(asked))}
    return [
        Offer(
            _id(place),
            {need: candidates[place].covers[int(need)] for need, places in able.items() if place in places},
            things(candidates[place], candidates[place].gives_away),
            things(candidates[place], hidden_by_page(candidates[place])) if wishes.skills_first else frozenset(),
        )
        for place in free
    ]


def _able(candidates: Sequence[Candidate], free: Sequence[int], need: int) -> list[int]:
    """Those that show a thing asked; one that is out of date counts only where nothing in force shows it."""
    able = [place for place in free if candidates[place].covers.get(need, 0) > 0]
    return [place for place in able if candidates[place].in_force] or able


def _id(place: int) -> str:
    return f"{place:09}"


def _chosen(candidates: Sequence[Candidate], choice: Choice) -> list[Candidate]:
    return [candidates[int(place)] for place in choice.ids]
