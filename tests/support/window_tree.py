"""What a screen reader meets in a window, and what it lacks there: a name, a role, a value, what a control would do."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from ui.kit.bars import EvidenceMarks
from ui.kit.fields import Field
from ui.kit.text import Drawn, Icon, MarkAlone

Role = QAccessible.Role
Words = QAccessible.Text
USED = {Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.ComboBox, Role.Link}
"""Roles of what is pressed, chosen or filled in."""
NAMED = USED | {
    *(Role.Dialog, Role.List, Role.ListItem, Role.Table, Role.Cell, Role.Graphic, Role.ProgressBar, Role.MenuItem),
    *(Role.Switch, Role.Slider, Role.SpinBox, Role.Heading, Role.PageTab, Role.Tree, Role.TreeItem, Role.Row),
}
"""Roles of things that a person uses or must be told of."""
CHECKED = {Role.CheckBox, Role.RadioButton, Role.Switch}
MEASURED = {Role.ProgressBar, Role.Slider, Role.SpinBox}
BARE = {Role.NoRole, Role.Client, Role.Pane, Role.Whitespace, Role.Grouping, Role.LayeredPane}
DECORATION = (Icon, MarkAlone, EvidenceMarks)
"""Pictures that may say nothing, beside words that say the same."""


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
    """Controls and pictures without the name, the role, the value or the description that they need."""
    found = list(accessible_tree(root))
    return [*(fault for one in found for fault in _faults(one)), *_alike(found), *_silent_errors(root)]


def _faults(one: QAccessibleInterface) -> Iterator[str]:
    role, name, widget = one.role(), one.text(Words.Name).strip(), one.object()
    if one.state().focusable and role in BARE:
        yield f"takes the keyboard without a role: {_place(one)}"
    if role in NAMED and not name and not _inner(one):
        yield f"no name: {role.name} {_place(one)}"
    if role in MEASURED and (one.valueInterface() is None or one.valueInterface().currentValue() is None):
        yield f"no value: {_place(one)}"
    if role in CHECKED:
        yield from _choice_faults(one)
    if role == Role.EditableText:
        yield from _field_faults(one)
    if role in (Role.ComboBox, Role.Cell) and not one.text(Words.Value):
        yield f"no value: {_place(one)}"
    if isinstance(widget, Drawn) and not (name and role == Role.Graphic) and (name or type(widget) not in DECORATION):
        yield f"a picture without words, or not known as one: {_place(one)}"
    if isinstance(widget, QLabel) and not isinstance(widget, Drawn) and not name and widget.isVisible():
        yield f"an empty text: {_place(one)}"
    if isinstance(widget, QAbstractButton) and _is_off(widget) and not one.text(Words.Description):
        yield f"off without saying why: {name!r} {_place(one)}"


def _is_off(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled)


def _choice_faults(one: QAccessibleInterface) -> Iterator[str]:
    """What can be chosen says whether it is."""
    button, state = one.object(), one.state()
    if not state.checkable:
        yield f"does not say that it can be chosen: {_place(one)}"
    if isinstance(button, QAbstractButton) and bool(state.checked) != button.isChecked():
        yield f"does not say whether it is chosen: {_place(one)}"


def _field_faults(one: QAccessibleInterface) -> Iterator[str]:
    """A field tells what stands in it, and nothing of what is secret."""
    field, said = one.object(), one.textInterface()
    if said is None:
        yield f"a field without text: {_place(one)}"
    elif isinstance(field, QLineEdit):
        if one.text(Words.Value) != field.displayText() and field.echoMode() == QLineEdit.EchoMode.Normal:
            yield f"does not tell what stands in it: {_place(one)}"
        if field.echoMode() == QLineEdit.EchoMode.Password and field.text() and field.text() in one.text(Words.Value):
            yield f"tells a secret: {_place(one)}"
    elif isinstance(field, QPlainTextEdit) and said.text(0, said.characterCount()) != field.toPlainText():
        yield f"does not tell what stands in it: {_place(one)}"


def _alike(found: list[QAccessibleInterface]) -> Iterator[str]:
    """Controls that nobody can tell from each other by what is said of them."""
    said = Counter(
        (one.role(), one.text(Words.Name), one.text(Words.Description))
        for one in found
        if one.role() in USED and not _inner(one)
    )
    yield from (f"{times} of the same: {role.name} {name!r}" for (role, name, _), times in said.items() if times > 1)


def _silent_errors(root: QWidget) -> Iterator[str]:
    """What is wrong with a field stands in its description, which is read with it."""
    for field in root.findChildren(Field):
        wrong = field.wrong.text()
        told = QAccessible.queryAccessibleInterface(field.edit)
        if field.wrong.isVisible() and (told is None or wrong not in told.text(Words.Description)):
            yield f"does not tell what is wrong with it: {field.label.text()!r}"
        if field.isVisible() and (field.edit.property("fault") == "true") != bool(wrong):
            yield f"looks wrong and does not say so, or the other way round: {field.label.text()!r}"


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
