"""Versions of releases as publishers number them."""


def rank(version: str) -> tuple[int, ...]:
    """A version to compare with others; one that is not stated comes before all."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())
