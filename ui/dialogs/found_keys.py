"""Secret keys that came with another wallet's records: said for what they are, and kept only if the learner says so."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.journey.records import found_keys
from app.journey.records.found_keys import OfferedKey
from app.wording.marking import marked
from ui.dialogs.form import Form, asks
from ui.guide import Guide
from ui.kit.buttons import Button
from ui.kit.dialog import Dialog
from ui.kit.layouts import column, holding
from ui.kit.parts import Parts
from ui.kit.text import Paragraph, Pictured
from ui.work.task import Progress

if TYPE_CHECKING:
    from app.journey.session import Session

WHAT = marked(
    "These are secret keys of another wallet. With them, records about those keys are yours. We keep them in your "
    "vault only. The file they came in still holds them, so keep it safe or delete it."
)


class FoundKeysForm(Form):
    """Asks whether the keys are to be kept."""

    def __init__(self, guide: Guide, keys: tuple[OfferedKey, ...], then: Callable[[], object]) -> None:
        super().__init__(guide)
        self.keys, self.then = keys, then

    def draw(self) -> Dialog:
        """What they are, and one line for each."""
        look, words = self.guide.look, self.guide.words
        lines = Parts[tuple[int, OfferedKey]](
            look,
            lambda one: Pictured(look, "key-round", found_keys.key_line(words, one[1]), "row"),
            name="more-keys",
        )
        lines.show_items(tuple(enumerate(self.keys)))
        many = sum(one.can_be_kept for one in self.keys)
        keep = Button(
            look,
            words.count("Keep {number} key in my vault", "Keep {number} keys in my vault", many),
            self._keep,
            kind="primary",
            icon="check",
            name="keep-keys",
        )
        asks(keep)
        return self.lay_out(
            words.text("Keep the keys that came along?"),
            holding(column(Paragraph(look, words.text(WHAT)), lines, gap=look.px(12))),
            keep,
            cancel=words.text("Do not keep them"),
            icon="key-round",
        )

    def _keep(self) -> None:
        keys = self.keys

        def work(session: "Session", _progress: Progress) -> int:
            return found_keys.keep_keys(session, keys)

        self.wait(self.guide.words.text("Keeping the keys"))
        self.guide.run(work, self._kept, owner=None, failed=self._refused)

    def _kept(self, many: int) -> None:
        self.wait("")
        self.close()
        if self.guide.step:
            self.guide.tell(
                self.guide.words.count(
                    "{number} secret key kept in your vault.", "{number} secret keys kept in your vault.", many
                )
            )
            self.then()

    def _refused(self, error: Exception) -> None:
        self.wait("")
        if sentence := self.said(error):
            self.guide.tell(sentence)
