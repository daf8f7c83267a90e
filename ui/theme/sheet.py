"""Qt's own controls in the theme: fields, lists, menus, scroll bars. What the kit paints itself needs none of this."""

from string import Template

from PySide6.QtGui import QColor, QPalette

from ui.theme.look import Look

SHEET = Template("""
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
    background: $card; color: $ink; border: 1px solid $border; border-radius: ${r8}px; padding: ${p5}px ${p10}px;
    selection-background-color: $primary; selection-color: $on_primary;
}
QLineEdit, QComboBox, QSpinBox { min-height: ${p24}px; }
QLineEdit { placeholder-text-color: $quiet; }
QLineEdit[tall="true"] { min-height: ${p34}px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $primary; }
QLineEdit[fault="true"], QPlainTextEdit[fault="true"] { border: 2px solid $danger; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $disabled_fill; color: $disabled_ink; }
QComboBox::drop-down { border: 0; width: ${p28}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView, QListWidget, QMenu {
    background: $card; color: $ink; border: 1px solid $border; outline: 0; padding: ${p4}px;
    selection-background-color: $selected; selection-color: $ink;
}
QListWidget { border-radius: ${r8}px; }
QListWidget::item, QComboBox QAbstractItemView::item { min-height: ${p32}px; padding: 0 ${p8}px; }
QListWidget::item:selected, QComboBox QAbstractItemView::item:selected {
    background: $selected; color: $ink; border: 1px solid $primary; border-radius: ${p4}px;
}
QMenu::item { padding: ${p8}px ${p20}px; border-radius: ${p4}px; }
QMenu::item:selected { background: $selected; color: $ink; }
QMenu::item:disabled { color: $disabled_ink; }
QToolTip { background: $card; color: $ink; border: 1px solid $border; padding: ${p4}px; }
QScrollArea, QScrollArea > QWidget > QWidget#inside { background: transparent; border: 0; }
QScrollBar:vertical { background: $track; width: ${p12}px; margin: 0; border-radius: ${p6}px; }
QScrollBar:horizontal { background: $track; height: ${p12}px; margin: 0; border-radius: ${p6}px; }
QScrollBar::handle { background: $border; border-radius: ${p6}px; }
QScrollBar::handle:vertical { min-height: ${p32}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $track; border: 0; border-radius: ${p4}px; max-height: ${p8}px; min-height: ${p8}px; }
QProgressBar::chunk { background: $primary; border-radius: ${p4}px; }
""")

SIZES = {
    "p4": 4,
    "p5": 5,
    "p6": 6,
    "p8": 8,
    "p10": 10,
    "p12": 12,
    "p20": 20,
    "p24": 24,
    "p28": 28,
    "p32": 32,
    "p34": 34,
    "r8": 8,
}


def sheet(look: Look) -> str:
    """The style sheet of Qt's own controls for this look."""
    return SHEET.substitute(vars_of(look), **{name: look.px(size) for name, size in SIZES.items()})


def vars_of(look: Look) -> dict[str, str]:
    """The theme's colors by name."""
    return {name: str(getattr(look.colors, name)) for name in look.colors.__dataclass_fields__}


def palette(look: Look) -> QPalette:
    """The palette that everything starts from."""
    colors = look.colors
    roles = {
        QPalette.ColorRole.Window: colors.page,
        QPalette.ColorRole.WindowText: colors.ink,
        QPalette.ColorRole.Base: colors.card,
        QPalette.ColorRole.AlternateBase: colors.page,
        QPalette.ColorRole.Text: colors.ink,
        QPalette.ColorRole.PlaceholderText: colors.quiet,
        QPalette.ColorRole.Button: colors.card,
        QPalette.ColorRole.ButtonText: colors.ink,
        QPalette.ColorRole.Highlight: colors.primary,
        QPalette.ColorRole.HighlightedText: colors.on_primary,
        QPalette.ColorRole.ToolTipBase: colors.card,
        QPalette.ColorRole.ToolTipText: colors.ink,
        QPalette.ColorRole.Link: colors.primary,
    }
    made = QPalette()
    for role, color in roles.items():
        made.setColor(role, QColor(color))
    return made
