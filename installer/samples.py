"""`make samples`: every sample file with a stated verdict beside what Pathfolio finds, and where the two differ.

A sample folder holds MANIFEST.tsv with the columns `path` and `stated verdict` ("-" where none is stated), and what
stands for the network: status-lists/URLMAP.tsv (URL, file), did-docs/*.json (by their id), ob2/hosted-web/<scheme>/
<host>/…, and any index.json of address -> file. Nothing is asked of the network. The contexts of the specifications'
own examples, which are not shipped, are at hand here as in the tests.

`make samples-online` (`--online`) gives the same table with nothing at hand: websites on this computer alone serve
those documents under their own addresses, and each sample is checked as `check --online` does, everybody allowed.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from samples_online import asked_of
from spec_contexts import RESOLVER

from app.records.json_text import load
from app.records.model import Check, Record, Unreadable
from app.records.presentations import Presentation
from app.records.reading import read_path, read_presentation_path
from app.trust.documents import Documents, HeldDocument, load_documents
from app.trust.presentations import check_presentation
from app.trust.seven import check_record

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "samples"
EXPLAINED = Path(__file__).resolve().parents[1] / "tests" / "records" / "DISAGREEMENTS.md"
COLUMNS = ("file", "theirs", "ours", "agree", "why")

# A verdict in words of ours -> the first word of every stated verdict that means the same.
SAME = {
    "valid": {"valid"},
    # Sound, and nothing at hand says whose key it is: only part of what "valid" claims.
    "valid, key open": {"valid"},
    "no proof": {"no-proof"},
    "broken": {"invalid-proof", "tampered"},
    "key of another": {"invalid-proof"},
    "malformed": {"malformed"},
    "expired": {"expired"},
    "not yet": {"not-yet-valid"},
    "revoked": {"revoked"},
    "revoked, expired": {"revoked+expired"},
    "list not usable": {"status-list-invalid"},
    "not checked": {"unknown"},
}


@dataclass(frozen=True)
class Line:
    """One sample: its file, the stated verdict, ours, whether they agree and the reasons behind ours."""

    file: str
    theirs: str
    ours: str
    agree: Literal["yes", "in part", "NO"]
    why: str


def compared(folder: Path, now: datetime, documents_for: Callable[[Path], Documents]) -> Iterator[Line]:
    """Every sample of a folder with a stated verdict, in the order of its list, by the documents for each."""
    with (folder / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            theirs = row["stated verdict"].strip()
            if theirs not in {"", "-"}:
                ours, why = found(folder / row["path"], documents_for(folder / row["path"]), now)
                yield Line(row["path"], theirs, ours, _agree(theirs, ours), why)


def _agree(theirs: str, ours: str) -> Literal["yes", "in part", "NO"]:
    if theirs.split(" ", maxsplit=1)[0] not in SAME.get(ours, set()):
        return "NO"
    return "in part" if ours == "valid, key open" else "yes"


def at_hand(folder: Path, now: datetime) -> Documents:
    """What stands for the network in a sample folder."""
    held: dict[str, Any] = {}
    urls = folder / "status-lists" / "URLMAP.tsv"
    for line in urls.read_text("utf-8").splitlines()[1:] if urls.is_file() else []:
        address, name = line.split("\t")
        held[address] = _json(folder / "status-lists" / name)
    for path in sorted((folder / "did-docs").glob("*.json")):
        document = _json(path)
        held[document["id"]] = document
    # The key of the issuer that the IETF's examples name.
    if (folder / "sd-jwt" / "ietf_issuer_jwk.json").is_file():
        held["https://issuer.example.com"] = _json(folder / "sd-jwt" / "ietf_issuer_jwk.json")
    web = folder / "ob2" / "hosted-web"
    for path in sorted(web.glob("*/*/**/*.json")):
        scheme, *rest = path.relative_to(web).parts
        held[f"{scheme}://{'/'.join(rest)}"] = _json(path)
    made = {address: HeldDocument(content, now) for address, content in held.items()}
    indexed = load_documents(folder, as_of=now).held if (folder / "index.json").is_file() else {}
    return Documents({**made, **indexed})


def found(path: Path, documents: Documents, now: datetime) -> tuple[str, str]:
    """Our verdict on the outermost record or presentation of a file, and the reasons for it."""
    read = next(iter(read_path(path)), None)
    presented = read_presentation_path(path)
    if isinstance(presented, Presentation) and presented.faults:
        return "malformed", f"{presented.faults[0].code} {dict(presented.faults[0].values)}"
    if isinstance(presented, Presentation) and _is_signed(presented, read):
        checks = check_presentation(presented, now=now, documents=documents)
        return _verdict({one.check: one for one in checks})
    if isinstance(read, Record):
        return _verdict({one.check: one for one in check_record(read, now=now, documents=documents, resolver=RESOLVER)})
    if isinstance(read, Unreadable):
        return "malformed", f"{read.code} {dict(read.values)}"
    return "not checked", "nothing read"


def _is_signed(presented: Presentation, read: object) -> bool:
    """Whether a presentation has a signature of its own, and is not one record bound to its holder."""
    if presented.form == "json":
        return presented.document.get("proof") is not None
    return not (isinstance(read, Record) and read.raw == presented.raw)


def _verdict(checks: Mapping[str, Check]) -> tuple[str, str]:
    why = " ".join(f"{name}:{one.answer}:{one.reason}" for name, one in checks.items() if name in _TOLD)
    return _summed(checks), why


_UNUSABLE = {"status_list_not_sound", "status_list_not_in_force", "status_list_unreadable"}
_TOLD = ("format", "signature", "issuer_binding", "holder", "in_force", "status")


def _summed(checks: Mapping[str, Check]) -> str:
    """One word for the checks, as verdicts are stated: the first thing that is wrong, else what is not known."""
    form, signature = checks.get("format"), checks["signature"]
    if form is not None and form.answer == "no":
        return "malformed"
    if signature.answer == "no":
        return "no proof" if signature.reason == "no_proof" else "broken"
    if signature.answer == "not checked":
        return "not checked"
    if any(checks[name].answer == "no" for name in ("issuer_binding", "holder") if name in checks):
        return "key of another"
    return _standing(checks)


def _standing(checks: Mapping[str, Check]) -> str:
    status = checks.get("status")
    said = []
    if status is not None and status.answer == "no":
        said.append("revoked")
    if checks["in_force"].answer == "no":
        said.append("not yet" if checks["in_force"].reason == "not_yet" else "expired")
    if said:
        return ", ".join(said)
    if status is not None and status.answer == "not checked":
        return "list not usable" if status.reason in _UNUSABLE else "not checked"
    bound = checks.get("issuer_binding") or checks["holder"]
    return "valid" if bound.answer == "yes" else "valid, key open"


def _json(path: Path) -> Any:  # noqa: ANN401 - any JSON value
    return load(path.read_bytes())


def unexplained(lines: Iterable[Line], text: str) -> list[Line]:
    """The disagreements that no pattern in backquotes of the text covers."""
    patterns = [re.compile(re.escape(one).replace(r"\*", ".*")) for one in re.findall(r"`([^`]+)`", text)]
    return [line for line in lines if line.agree != "yes" and not any(one.fullmatch(line.file) for one in patterns)]


def main(arguments: list[str]) -> int:
    """Print the table; 1 where a disagreement is not explained."""
    online = "--online" in arguments
    named = [one for one in arguments if one != "--online"]
    folder = Path(named[0]) if named else DEFAULT
    if not (folder / "MANIFEST.tsv").is_file():
        sys.stderr.write(f"No samples here: {folder}. Name a folder that has a MANIFEST.tsv.\n")
        return 2
    now = datetime.now(UTC)
    documents = at_hand(folder, now)
    with asked_of(documents) if online else nullcontext(lambda _: documents) as documents_for:
        lines = list(compared(folder, now, documents_for))
    sys.stdout.write("\t".join(COLUMNS) + "\n")
    for line in lines:
        sys.stdout.write(f"{line.file}\t{line.theirs}\t{line.ours}\t{line.agree}\t{line.why}\n")
    count = Counter(line.agree for line in lines)
    open_ = unexplained(lines, EXPLAINED.read_text("utf-8") if EXPLAINED.is_file() else "")
    told = f"Of {len(lines)}: {count['yes']} agree, {count['in part']} in part, {count['NO']} not."
    sys.stdout.write(f"{told} {len(open_)} of the last two are not explained.\n")
    for line in open_:
        sys.stdout.write(f"not explained: {line.file}\n")
    return 1 if open_ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
