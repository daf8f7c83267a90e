"""Versions of applications in sentences."""

from datetime import datetime

from app.journey.apply.preparing import Prepared
from app.journey.apply.versions import Version
from app.wording import Words


def version_name(words: Words, one: Version) -> str:
    """What a version is called: its name, else its place among those of its opportunity."""
    return one.name or words.text("Version {place}", place=one.place)


def version_about(words: Words, one: Version) -> str:
    """For what it was chosen, and when."""
    when = datetime.fromisoformat(one.made_at).astimezone()
    return words.text(
        "{title}, {organisation}. {day}", title=one.title, organisation=one.organisation, day=words.value(when)
    )


def version_records(words: Words, one: Version, ready: Prepared) -> str:
    """Which records went; those that are gone from the vault are counted."""
    there = {known.key: known.title for known in ready.candidates}
    titles = [there[key] for key in one.records if key in there]
    gone = len(one.records) - len(titles)
    said = words.text("Records: {titles}.", titles=titles) if titles else words.text("Only your own word goes.")
    lost = words.count("{number} is gone from your vault.", "{number} are gone from your vault.", gone)
    return f"{said} {lost}" if gone else said
