"""How `present` signs and what it writes: form of proof, key, end date, request and papers, given as options."""

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import click

from app.applying.making import KEY_CHOICES, PLAIN_MAKING, PROOF_FORMS, KeyChoice, Making, ProofForm, end_of
from app.applying.opportunity import Opportunity, is_token
from app.applying.presentation import Presentation
from app.cli.checking import plain
from app.cli.terminal import words
from app.errors import PersonError
from app.journey.apply.papers import PAPER_FORMS, USUAL, PaperForm, need_proof, paper_names
from app.journey.apply.preparing import Prepared
from app.journey.apply.tie_words import tie_words
from app.journey.apply.ties import ties_of
from app.journey.session import Session


@dataclass(frozen=True)
class Signing:
    """What the options say; `challenge` and `domain` take the place of the opportunity's where they are given."""

    making: Making
    forms: tuple[PaperForm, ...]
    challenge: str | None
    domain: str | None

    @property
    def names(self) -> tuple[str, ...]:
        """The files that will be written."""
        return paper_names(self.forms, self.making.proof)

    def asked(self, wanted: Opportunity) -> Opportunity:
        """The opportunity with the request that was given."""
        return replace(wanted, challenge=self.challenge or wanted.challenge, domain=self.domain or wanted.domain)


USUAL_SIGNING = Signing(PLAIN_MAKING, USUAL, None, None)
_OPTIONS = (
    click.option("--proof", type=click.Choice(PROOF_FORMS), default=PROOF_FORMS[0], help="How it is signed."),
    click.option("--form", "forms", type=click.Choice(PAPER_FORMS), multiple=True, help="What to write."),
    click.option(
        "--key", type=click.Choice(KEY_CHOICES), default=KEY_CHOICES[0], help="Your records' key or a new one."
    ),
    click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day on which it counts."),
    click.option("--challenge", help="The request code that they gave you."),
    click.option("--domain", help="The reader that it is for, as they wrote it."),
)


def signing_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options of signing for a command, which gets them as `signing`."""

    @functools.wraps(command)
    def taken(
        *given: Any,  # noqa: ANN401  what click hands on
        proof: ProofForm,
        forms: tuple[PaperForm, ...],
        key: KeyChoice,
        until: datetime | None,
        challenge: str | None,
        domain: str | None,
        **others: Any,  # noqa: ANN401  what click hands on
    ) -> None:
        for option, value in (("--challenge", challenge), ("--domain", domain)):
            if value is not None and not is_token(value):
                raise PersonError("token_bad", option=option)
        ends = end_of(until.date()) if until else None
        need_proof(forms or USUAL)
        signing = Signing(Making(proof, key, ends), forms or USUAL, challenge, domain)
        command(*given, signing=signing, **others)

    for option in reversed(_OPTIONS):
        taken = option(taken)
    return taken


def tie_lines(session: Session, ready: Prepared, key: KeyChoice) -> Iterator[str]:
    """Records that no key of the learner's is named in: said before they go."""
    yield from (f"  ! {tie_words(words(), one)}" for one in ties_of(session, ready, key) if one.code == "no_key")


def signing_json(session: Session, ready: Prepared, made: Presentation, key: KeyChoice) -> dict[str, Any]:
    """How it was signed, as JSON."""
    return {
        "proof": made.form,
        "ends": plain(made.ends) if made.ends else None,
        "bound_to": [{"record": one.key, "key": one.code} for one in ties_of(session, ready, key)],
    }
