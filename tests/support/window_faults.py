"""What can be wrong with what a window shows: what cannot be reached, cut text, small targets."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from ui.kit.buttons import Button
from ui.kit.text import Drawn

TARGET = 32


def small_targets(root: QWidget) -> list[str]:
    """Controls whose area to click is under 32 pixels in either direction."""
    return [
        f"{_said(one)} is {one.width()}×{one.height()}"
        for one in _visible(root, (QAbstractButton, QLineEdit, QComboBox))
        if min(one.width(), one.height()) < TARGET and one.parentWidget() is not None and not _inside_control(one)
    ]


def _inside_control(one: QWidget) -> bool:
    return isinstance(one.parentWidget(), (QComboBox, QLineEdit, QAbstractScrollArea))


def cut(root: QWidget) -> list[str]:
    """Texts that do not fit where they stand, and what sticks out of its window where nothing scrolls."""
    texts = list(_visible(root, (QLabel, QAbstractButton)))
    return [*_too_tight(texts), *_sticking_out(root, texts), *_painted_cut(root)]


def _painted_cut(root: QWidget) -> Iterator[str]:
    """Words in pictures that are left out, or do not fit where they are painted."""
    for one in _visible(root, (Drawn,)):
        for words in one.lettering if isinstance(one, Drawn) else ():
            room = words.room
            if "".join("".join(words.lines).split()) != "".join(words.text.split()):
                yield f"words left out of a picture: {words.text!r}, shown {words.lines}"
            if words.wide > room.width() + 1 or words.tall > room.height() + 1:
                size = f"{words.wide:.0f}×{words.tall:.0f} in {room.width():.0f}×{room.height():.0f}"
                yield f"painted words have no room ({size}): {words.text!r}"
            if not one.paper.adjusted(-1, -1, 1, 1).contains(room):
                yield f"painted words stick out of their picture: {words.text!r}"


def _too_tight(texts: list[QWidget]) -> Iterator[str]:
    for one in filter(_words, texts):
        wanted = one.heightForWidth(one.width()) if one.hasHeightForWidth() else one.sizeHint().height()
        if one.height() < wanted - 1:
            yield f"too low for its words ({one.height()} of {wanted}): {_said(one)}"
        if one.width() < one.minimumSizeHint().width() - 1:
            yield f"too narrow for a word ({one.width()} of {one.minimumSizeHint().width()}): {_said(one)}"


def _sticking_out(root: QWidget, texts: list[QWidget]) -> Iterator[str]:
    for one in texts:
        box, ground = QRect(QPoint(0, 0), one.size()), one
        while ground is not root and (parent := ground.parentWidget()) is not None:
            box.translate(ground.pos())
            ground = parent
            if isinstance(ground.parentWidget(), QScrollArea):
                if box.left() < -1 or box.right() > ground.width() + 1:
                    yield f"sticks out at the side: {_said(one)}"
                break
            if not ground.rect().adjusted(-1, -1, 1, 1).contains(box):
                yield f"sticks out of {type(ground).__name__}: {_said(one)}"
                break


def overlapping(root: QWidget) -> list[str]:
    """Pairs of texts that lie on each other."""
    texts = [one for one in _visible(root, (QLabel, QAbstractButton)) if _words(one)]
    boxes = [(one, QRect(one.mapTo(root, QPoint(0, 0)), one.size()).adjusted(2, 2, -2, -2)) for one in texts]
    return [
        f"{_said(one)} lies on {_said(other)}"
        for place, (one, box) in enumerate(boxes)
        for other, under in boxes[place + 1 :]
        if box.intersects(under) and _same_ground(one, other)
    ]


def _same_ground(one: QWidget, other: QWidget) -> bool:
    return one.parentWidget() is other.parentWidget()


def _visible(root: QWidget, kinds: tuple[type[QWidget], ...]) -> Iterator[QWidget]:
    for kind in kinds:
        for one in root.findChildren(kind):
            if one.isVisible() and one.width() > 0:
                yield one


def _words(one: QWidget) -> str:
    return one.text() if isinstance(one, QLabel | QAbstractButton) else ""


def _said(one: QWidget) -> str:
    return f"{type(one).__name__} {(_words(one) or one.accessibleName() or one.objectName())[:60]!r}"


def unreached(root: QWidget) -> list[str]:
    """Controls that Tab never comes to."""
    start = root.nextInFocusChain()
    chain, one = set[int](), start
    while one is not None and id(one) not in chain:
        chain.add(id(one))
        one = one.nextInFocusChain()
    controls = _visible(root, (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox))
    return [
        f"{_said(control)}"
        for control in controls
        if control.isEnabled()
        and not control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _inside_control(control)
        and not _inner_widget(control)
        and not _reached_with_arrows(control)
    ]


def _reached_with_arrows(control: QWidget) -> bool:
    """Tab comes to the radio that is chosen; the arrows go on to the others of its group."""
    group = control.group() if isinstance(control, QRadioButton) else None
    chosen = group.checkedButton() if group is not None else None
    return chosen is not None and bool(chosen.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _inner_widget(control: QWidget) -> bool:
    return isinstance(control.parentWidget(), QComboBox)


def two_filled(root: QWidget) -> list[str]:
    """The filled buttons, where there is more than one: it is the next thing to do."""
    found = [one.text() for one in root.findChildren(Button) if one.isVisible() and one.kind == "primary"]
    return [f"filled: {' and '.join(found)}"] if len(found) > 1 else []
