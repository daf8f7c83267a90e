"""What can be wrong with what a window shows: nameless controls, cut text, small targets, poor contrast."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
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

from ui.kit.text import Drawn

TARGET = 32
TEXT_RATIO = 4.5
MOSTLY = 0.8
"""Share of a text that must be in view for its color to be read off."""

Role = QAccessible.Role
NAMED = {
    Role.PushButton,
    Role.ButtonMenu,
    Role.CheckBox,
    Role.RadioButton,
    Role.EditableText,
    Role.ComboBox,
    Role.Link,
    Role.Dialog,
    Role.List,
    Role.ListItem,
    Role.Table,
    Role.Cell,
    Role.Graphic,
    Role.ProgressBar,
    Role.MenuItem,
    Role.Switch,
    Role.Slider,
    Role.SpinBox,
    Role.Heading,
    Role.PageTab,
}
"""Roles of things that a person uses or must be told of."""


def accessible_tree(root: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything a screen reader can reach from a widget."""
    start = QAccessible.queryAccessibleInterface(root)
    waiting = [start] if start is not None else []
    while waiting:
        one = waiting.pop()
        if not one.isValid() or one.state().invisible:
            continue
        yield one
        waiting += [child for place in range(one.childCount()) if (child := one.child(place)) is not None]


def nameless(root: QWidget) -> list[str]:
    """Controls and pictures without a name, a role or a value that they need."""
    return [fault for one in accessible_tree(root) for fault in _faults(one)]


def _faults(one: QAccessibleInterface) -> Iterator[str]:
    role, name = one.role(), one.text(QAccessible.Text.Name).strip()
    shown = _place(one)
    if one.state().focusable and role in (Role.Client, Role.NoRole, Role.Pane) and not one.childCount():
        yield f"takes the keyboard without a role: {shown}"
    if role in NAMED and not name and not _inner(one):
        yield f"no name: {role.name} {shown}"
    if role == Role.ProgressBar and one.valueInterface() is None:
        yield f"no value: {shown}"


def _inner(one: QAccessibleInterface) -> bool:
    """Parts that Qt makes inside its own controls: an open list's frame, a scroll bar's buttons."""
    parent = one.parent()
    while parent is not None and parent.isValid():
        if parent.role() in (Role.ComboBox, Role.ScrollBar, Role.SpinBox):
            return True
        parent = parent.parent()
    return False


def _place(one: QAccessibleInterface) -> str:
    thing = one.object()
    if isinstance(thing, QWidget):
        parent = thing.parentWidget()
        return f"{type(thing).__name__} {thing.objectName()!r} in {type(parent).__name__}"
    return str(thing)


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


def poor_contrast(root: QWidget) -> list[str]:
    """Texts whose color is too close to their ground, read off the painted window."""
    image = _painted(root)
    found = []
    for one in _visible(root, (QLabel, QAbstractButton)):
        if not _words(one) or not one.isEnabled() or not _shows_words(one):
            continue
        ratio = _ratio(image, root, one)
        if ratio is not None and ratio < TEXT_RATIO:
            found.append(f"{ratio:.2f}: {_said(one)}")
    return found


def _shows_words(one: QWidget) -> bool:
    """Whether enough of it can be seen: the edge of a button that is scrolled away has no words on it."""
    shown = one.visibleRegion().boundingRect().height()
    return shown > 0 and (shown >= one.height() or shown >= 3 * one.fontMetrics().height())


def _painted(root: QWidget) -> QImage:
    return root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _ratio(image: QImage, root: QWidget, one: QWidget) -> float | None:
    """Contrast of the ground against the color that differs most from it and is no stray pixel."""
    density = image.devicePixelRatio()
    region = one.visibleRegion().boundingRect()
    if region.height() < one.height() * MOSTLY:
        return None
    box = QRect(one.mapTo(root, region.topLeft()) * density, region.size() * density).intersected(image.rect())
    if box.width() < 8 or box.height() < 8:
        return None
    counted = Counter(image.pixel(x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom()))
    ground = luminance(QColor(counted.most_common(1)[0][0]))
    often = [color for color, times in counted.items() if times >= 3]
    return max((ratio_of(luminance(QColor(color)), ground) for color in often), default=None)


def luminance(color: QColor) -> float:
    """Relative luminance (WCAG 2.2, section "relative luminance")."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio_of(one: float, other: float) -> float:
    """Contrast ratio of two luminances (WCAG 2.2)."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


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
