"""Labelled postings: each thing asked by its kind, whether it must be, its years, and words it is known by."""

from dataclasses import dataclass
from pathlib import Path

from app.applying.postings.folding import fold
from app.applying.postings.model import Found, Posting
from app.applying.postings.reading import posting_from_text

FOLDER = Path(__file__).parents[1] / "app" / "applying" / "postings_gold"


@dataclass(frozen=True)
class Label:
    kind: str
    essential: bool
    years: float | None
    words: str


@dataclass(frozen=True)
class Counts:
    found: int
    labelled: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def recall(self) -> float:
        return self.right / self.labelled


def labelled(part: str) -> list[tuple[str, str, list[Label]]]:
    """Name, text and labels of each posting of a part."""
    made = []
    for path in sorted((FOLDER / part).glob("*.txt")):
        text, _, labels = path.read_text("utf-8").partition("\n=====\n")
        made.append((path.stem, text, [_label(line) for line in labels.splitlines() if line]))
    return made


def measure(part: str, *, tell=None) -> Counts:
    """How much of a part was found as labelled: right are only kind, must or nice, years and words all together."""
    found_all = labels_all = right = 0
    for name, text, labels in labelled(part):
        posting: Posting = posting_from_text(text)
        left = list(labels)
        for one in posting.found:
            hit = next((label for label in left if fits(one, label)), None)
            if hit:
                left.remove(hit)
                right += 1
            elif tell:
                tell(f"{name}: wrong {one.kind} {one.essential} {one.years} | {one.text} | {one.sentence}")
        for label in left if tell else ():
            tell(f"{name}: not found {label}")
        found_all, labels_all = found_all + len(posting.found), labels_all + len(labels)
    return Counts(found_all, labels_all, right)


def fits(one: Found, label: Label) -> bool:
    same = (one.kind, one.essential, one.years) == (label.kind, label.essential, label.years)
    return same and fold(label.words) in fold(one.text)


def _label(line: str) -> Label:
    head, words = line.split("|")
    kind, must, *years = head.split()
    return Label(kind, must == "must", float(years[0]) if years else None, words)
