"""Keep the translation catalogs true to the code.

python installer/catalogs.py update   gather texts, merge them into each language, compile
python installer/catalogs.py check    fail if that would change anything, or a translation is missing or broken
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
KEYWORDS = {"marked": None, "text": None, "_": None, "count": (1, 2)}
LANGUAGES = ("es",)
MEND = "; run: python installer/catalogs.py update"


def gathered() -> Catalog:
    """All texts of the program, sorted, without line numbers, so that moving code changes nothing here."""
    catalog = Catalog(project="Pathfolio", charset="utf-8", fuzzy=False)
    for package in ("app", "ui"):
        found = extract_from_dir(ROOT / package, [("**.py", "python")], keywords=KEYWORDS)
        for _file, _line, text, comments, context in found:
            catalog.add(text, auto_comments=comments, context=context)
    return catalog


def path_of(language: str) -> Path:
    """Where a language's catalog stands."""
    return FOLDER / language / "LC_MESSAGES" / "pathfolio.po"


def merged(language: str) -> Catalog:
    """The language's catalog with today's texts, its translations kept, what is no longer used dropped."""
    path = path_of(language)
    old = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as stream:
            old = read_po(stream, locale=language)
    new = Catalog(locale=language, project="Pathfolio", charset="utf-8", fuzzy=False)
    for message in gathered():
        if message.id:
            known = old.get(message.id)
            new.add(message.id, string=known.string if known else "")
    return new


def po_bytes(catalog: Catalog) -> bytes:
    """The catalog as text that does not change with the day."""
    out = io.BytesIO()
    write_po(out, catalog, sort_output=True, omit_header=True, width=100, no_location=True)
    head = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: {catalog.locale}\\n"\n'
    plural = f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    return (head + plural).encode() + out.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """The compiled catalog."""
    out = io.BytesIO()
    write_mo(out, read_po(io.BytesIO(po_bytes(catalog)), locale=catalog.locale))
    return out.getvalue()


def as_tuple(value: object) -> tuple[str, ...]:
    """One text or its plural forms, as a tuple."""
    return tuple(value) if isinstance(value, tuple | list) else (str(value),)


def places(text: str) -> set[str]:
    """Names in braces."""
    return {name for _literal, name, _spec, _conversion in Formatter().parse(text) if name}


def faults(language: str, message: Message) -> Iterator[str]:
    """What is wrong with one translation."""
    strings = as_tuple(message.string)
    wanted = set().union(*map(places, as_tuple(message.id)))
    if not all(strings):
        yield f"{language}: not translated: {message.id!r}"
    elif any(places(string) - wanted for string in strings) or wanted - set().union(*map(places, strings)):
        yield f"{language}: other places in braces than the English: {message.id!r}"


def check() -> list[str]:
    """Everything that is wrong with the catalogs."""
    found = []
    for language in LANGUAGES:
        catalog = merged(language)
        for message in catalog:
            if message.id:
                found += faults(language, message)
        path = path_of(language)
        if not path.exists() or path.read_bytes() != po_bytes(catalog):
            found.append(f"{language}: the catalog is not up to date{MEND}")
        elif not path.with_suffix(".mo").exists() or path.with_suffix(".mo").read_bytes() != mo_bytes(catalog):
            found.append(f"{language}: the compiled catalog is not up to date{MEND}")
    return found


def update() -> None:
    """Write every language's catalog."""
    for language in LANGUAGES:
        catalog = merged(language)
        path = path_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(po_bytes(catalog))
        path.with_suffix(".mo").write_bytes(mo_bytes(catalog))


def main() -> int:
    """Update or check, as asked."""
    if sys.argv[1:] == ["update"]:
        update()
        return 0
    found = check()
    sys.stderr.write("".join(f"{line}\n" for line in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
