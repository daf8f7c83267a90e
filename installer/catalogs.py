"""Keep the translation catalogs true to the code.

python installer/catalogs.py update   gather texts, merge them into each language, compile
python installer/catalogs.py check    fail if that would change anything, or a translation is missing or broken

Gathered from `app` and `ui`: `marked("…")` of app.wording.marking, `x.text("…")` and `x.count("one", "many", …)`.
A table or variable in their place is fine, as its texts are marked where they stand.
"""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
PACKAGES = ("app", "ui")
LANGUAGES = ("es",)
MARKING = "app.wording.marking"
MEND = "; run: python installer/catalogs.py update"

Text = str | tuple[str, str]


class CatalogError(Exception):
    """A text or a catalog that cannot be used, said in one sentence."""


class PlainCatalog(Catalog):
    """A catalog whose head holds nothing that changes with the day or with Babel's version."""

    @property
    def header_comment(self) -> str:
        """No comment."""
        return ""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What gettext needs to read the catalog."""
        return [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Language", str(self.locale)),
            ("Plural-Forms", self.plural_forms),
        ]


def gathered(root: Path = ROOT) -> list[Text]:
    """All texts of the program, each once, sorted; moving code changes nothing here. CatalogError names the line."""
    found: dict[str, Text] = {}
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            for text in texts_in(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix()):
                keep(found, text)
    return [found[key] for key in sorted(found)]


def keep(found: dict[str, Text], text: Text) -> None:
    """Add a text; one that is also counted is kept with its plural form."""
    key = as_tuple(text)[0]
    known = found.setdefault(key, text)
    if isinstance(text, tuple):
        if isinstance(known, tuple) and known != text:
            raise CatalogError(f"two plural forms for “{key}”")
        found[key] = text


def texts_in(source: str, name: str) -> Iterator[Text]:
    """The texts of one module."""
    tree = ast.parse(source, name)
    marks = marks_texts(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            try:
                yield from texts_of(node, marks=marks)
            except CatalogError as error:
                raise CatalogError(f"{name}, line {node.lineno}: {error}") from None


def marks_texts(tree: ast.Module) -> bool:
    """Whether `marked` is the one that marks texts in this module; other functions may have the name."""
    return any(
        isinstance(node, ast.ImportFrom) and node.module == MARKING and any(one.name == "marked" for one in node.names)
        for node in ast.walk(tree)
    )


def texts_of(call: ast.Call, *, marks: bool) -> Iterator[Text]:
    """The texts one call gives to the catalog; none for calls of other functions."""
    match call.func:
        case ast.Name("marked") if marks:
            yield marked_text(call)
        case ast.Attribute(attr="text") if call.args:
            for text in literals(call.args[0]):
                need_values(call, {text}, given=set())
                yield text
        case ast.Attribute(attr="count") if len(call.args) > 2 and all(map(stringlike, call.args[:2])):
            one, many = (next(literals(arg)) for arg in call.args[:2])
            need_values(call, {one, many}, given={"number"})
            yield one, many


def marked_text(call: ast.Call) -> str:
    """The one text of `marked("…")`."""
    match call.args:
        case [ast.Constant(str(text))]:
            return text
    raise CatalogError("marked() takes one text as it stands, so that it can be found and translated")


def literals(node: ast.expr) -> Iterator[str]:
    """The texts an expression gives; nothing for a table or variable. CatalogError where one is put together."""
    match node:
        case ast.Constant(str(text)):
            yield text
        case ast.IfExp(body=left, orelse=right):
            yield from literals(left)
            yield from literals(right)
        case _ if stringlike(node):
            raise CatalogError("a text must stand whole, with {names} for its values, so that it can be translated")


def stringlike(node: ast.expr) -> bool:
    """Whether an expression is a text that stands here, whole or put together."""
    match node:
        case ast.Constant(str()) | ast.JoinedStr():
            return True
        case ast.BinOp(left=left, right=right):
            return stringlike(left) or stringlike(right)
        case ast.BoolOp(values=values):
            return any(map(stringlike, values))
    return False


def need_values(call: ast.Call, texts: set[str], given: set[str]) -> None:
    """CatalogError where a text has a place for which the call gives no value."""
    names = {keyword.arg for keyword in call.keywords}
    lacking = set().union(*map(places, texts)) - given - names
    if lacking and None not in names:
        raise CatalogError(f"no value for {{{min(lacking)}}}")


def places(text: str) -> set[str]:
    """Names in braces. CatalogError where braces are broken or empty."""
    try:
        names = {name for _literal, name, _spec, _conversion in Formatter().parse(text) if name is not None}
    except ValueError:
        raise CatalogError(f"broken braces: “{text}”") from None
    if not all(map(str.isidentifier, names)):
        raise CatalogError(f"braces without a plain name: “{text}”")
    return names


def as_tuple(value: object) -> tuple[str, ...]:
    """One text or its plural forms, as a tuple."""
    return tuple(value) if isinstance(value, tuple | list) else (str(value),)


def path_of(language: str, folder: Path) -> Path:
    """Where a language's catalog stands."""
    return folder / language / "LC_MESSAGES" / "pathfolio.po"


def merged(language: str, texts: list[Text], folder: Path = FOLDER) -> Catalog:
    """The language's catalog with today's texts, its translations kept, what is no longer used dropped."""
    path = path_of(language, folder)
    old = Catalog(locale=language)
    if path.exists():
        try:
            old = read_po(io.BytesIO(path.read_bytes()), locale=language, abort_invalid=True)
        except (PoFileError, UnicodeError) as error:
            raise CatalogError(f"{language}: the catalog cannot be read: {error}") from error
    new = PlainCatalog(locale=language, charset="utf-8", fuzzy=False)
    for text in texts:
        known = old.get(as_tuple(text)[0])
        same = known is not None and as_tuple(known.id) == as_tuple(text)
        new.add(text, string=known.string if same else "", user_comments=known.user_comments if same else ())
    return new


def po_bytes(catalog: Catalog) -> bytes:
    """The catalog as text that does not change with the day."""
    out = io.BytesIO()
    write_po(out, catalog, sort_output=True, width=100, no_location=True)
    return out.getvalue().lstrip()


def mo_bytes(catalog: Catalog) -> bytes:
    """The compiled catalog."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def faults(catalog: Catalog) -> Iterator[str]:
    """What is wrong with a language's translations."""
    for message in catalog:
        if message.id:
            for fault in faults_of(message, catalog.num_plurals):
                yield f"{catalog.locale}: {fault}: {as_tuple(message.id)[0]!r}"


def faults_of(message: Message, forms: int) -> Iterator[str]:
    """What is wrong with one translation."""
    strings = as_tuple(message.string)
    wanted = [places(text) for text in as_tuple(message.id)]
    if not all(strings) or len(strings) != (forms if message.pluralizable else 1):
        yield "not translated"
        return
    try:
        found = [places(string) for string in strings]
    except CatalogError as error:
        yield str(error)
        return
    if any(names != other for names, other in zip(found, wanted, strict=False)):
        yield "other places in braces than the English"


def check(root: Path = ROOT, folder: Path = FOLDER) -> list[str]:
    """Everything that is wrong with the catalogs."""
    texts, found = gathered(root), list[str]()
    for language in LANGUAGES:
        catalog, path = merged(language, texts, folder), path_of(language, folder)
        found += faults(catalog)
        if not path.exists() or path.read_bytes() != po_bytes(catalog):
            found.append(f"{language}: the catalog is not up to date{MEND}")
        elif not path.with_suffix(".mo").exists() or path.with_suffix(".mo").read_bytes() != mo_bytes(catalog):
            found.append(f"{language}: the compiled catalog is not up to date{MEND}")
    return found


def update(root: Path = ROOT, folder: Path = FOLDER) -> None:
    """Write every language's catalog."""
    texts = gathered(root)
    for language in LANGUAGES:
        catalog, path = merged(language, texts, folder), path_of(language, folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(po_bytes(catalog))
        path.with_suffix(".mo").write_bytes(mo_bytes(catalog))


def main(arguments: list[str]) -> int:
    """Update or check, as asked."""
    try:
        if arguments == ["update"]:
            update()
            return 0
        found = check()
    except CatalogError as error:
        found = [str(error)]
    sys.stderr.write("".join(f"{line}\n" for line in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
