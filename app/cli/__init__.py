"""The journey in a terminal."""

import click


@click.group()
@click.version_option(package_name="pathfolio")
def main() -> None:
    """Plan a career from the learning records you hold, offline."""
