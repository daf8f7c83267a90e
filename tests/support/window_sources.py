"""What the sources of the window say past the catalog, or past the labels that never read HTML."""

import ast
import re
from collections.abc import Iterator

LETTERS = re.compile(r"(?<!%)[^\W\d_]")
"""Of a text; `%p`, `%v` and `%m` of a progress bar are figures."""
SENTENCE = re.compile(r"[^\W\d_]{2,}[,.:;!?]? +[^\W\d_]")
STYLE = re.compile(r"\{[^}]*:|:[^;{}]*;|^\s*<")
"""Style sheets and drawings."""

SETTERS = re.compile(
    r"set(?:Text|PlainText|Html|Markdown|Title|SubTitle|ToolTip|StatusTip|WhatsThis|IconText|LabelText|Label"
    r"|WindowTitle|WindowIconText|AccessibleName|AccessibleDescription|AccessibleText|PlaceholderText|InformativeText"
    r"|DetailedText|Prefix|Suffix|SpecialValueText|Format|ItemText|TabText|TabToolTip|ButtonText|CancelButtonText"
    r"|HeaderLabels?|HorizontalHeaderLabels|VerticalHeaderLabels|DefaultSuffix|NameFilters?|RowLabel|SectionText)"
    r"|(?:add|insert)(?:Action|Button|Item|Items|Menu|Permanent|Row|Section|Tab|ToolBar)"
    r"|showMessage|showText|appendPlainText|insertPlainText|drawText|drawStaticText"
    r"|information|warning|critical|question|about|getText|getItem|getOpenFileNames?|getSaveFileName"
    r"|getExistingDirectory|announce"
)
"""Methods of Qt that show or speak the texts given to them."""
NO_TEXT = {
    "QByteArray", "QColor", "QDir", "QEvent", "QFile", "QFileInfo", "QFont", "QFontDatabase", "QIcon", "QImage",
    "QKeySequence", "QLibraryInfo", "QLocale", "QLockFile", "QLocalServer", "QLocalSocket", "QMimeType", "QMovie",
    "QPixmap", "QPropertyAnimation", "QRegularExpression", "QRegularExpressionValidator", "QSettings", "QShortcut",
    "QSvgRenderer", "QTranslator", "QUrl",
}  # fmt: skip
"""Classes of Qt that take strings which nobody reads."""
PROPERTIES = {
    "text", "title", "toolTip", "statusTip", "whatsThis", "windowTitle", "accessibleName", "accessibleDescription",
    "placeholderText", "informativeText", "detailedText", "prefix", "suffix", "specialValueText", "labelText",
}  # fmt: skip
"""Properties of Qt that can be given by keyword and are shown or spoken."""
NAMES = {"Atkinson Hyperlegible Next", "Maya Torres"}
"""Names that are the same in every language: of the typeface, of the practice learners."""
CATALOG = {"text", "count", "marked"}
MACHINE = {"setObjectName", "setProperty", "setStyleSheet", "compile", "fullmatch", "search", "sub", "strptime"}
"""Calls whose strings are read by machines, even where they look like sentences."""

RICH = {"QLabel", "QMessageBox", "QToolTip", "QWhatsThis", "QErrorMessage", "QTextBrowser"}
"""Classes of Qt that read HTML out of any text."""
RICH_METHODS = {"setHtml", "insertHtml", "setMarkdown", "setToolTip", "setWhatsThis"}
RICH_OF_TEXT_EDIT = "QTextEdit"


def bypasses(source: str) -> list[str]:
    """Texts that a learner would read and that the catalog does not hold: the line and the text of each."""
    tree = ast.parse(source)
    unread = {id(text) for node in ast.walk(tree) for text in unread_texts(node)}
    found = {
        (text.lineno, text.value)
        for node in ast.walk(tree)
        for text in (*shown_texts(node), *sentence(node))
        if id(text) not in unread
    }
    broken = {(node.lineno, text) for node in ast.walk(tree) for text in put_together(node)}
    return [f"{line}: {text}" for line, text in sorted(found | broken)]


def unread_texts(node: ast.AST) -> Iterator[ast.Constant]:
    """The texts in one place of the source that the catalog holds or that no learner reads."""
    match node:
        case ast.Expr(value=ast.Constant() as docstring):
            yield docstring
        case ast.Call() if name_of(node) in CATALOG:
            yield from (text for argument in node.args[:2] for text in strings(argument))
        case ast.Call() if name_of(node) in NO_TEXT | MACHINE or name_of(node).endswith("Error"):
            yield from (text for argument in given(node) for text in strings(argument))
        case ast.Compare() | ast.Assert(msg=ast.expr()) | ast.Subscript():
            looked_at = {ast.Compare: "left", ast.Assert: "msg", ast.Subscript: "slice"}[type(node)]
            yield from strings(getattr(node, looked_at))
            yield from (text for other in getattr(node, "comparators", ()) for text in strings(other))


def shown_texts(node: ast.AST) -> Iterator[ast.Constant]:
    """The texts that one place of the source gives to Qt to show or speak."""
    if not isinstance(node, ast.Call):
        return
    read = given(node) if is_shown(name_of(node)) else [one.value for one in node.keywords if one.arg in PROPERTIES]
    yield from (text for argument in read for text in strings(argument) if is_words(text.value))


def sentence(node: ast.AST) -> Iterator[ast.Constant]:
    """A text that reads as words of a sentence, wherever it stands."""
    match node:
        case ast.Constant(str(text)) if SENTENCE.search(text) and is_words(text):
            yield node


def is_words(text: str) -> bool:
    """Whether a text is for people, and not a name or what a machine reads."""
    return bool(LETTERS.search(text)) and not STYLE.search(text) and text not in NAMES


def put_together(call: ast.AST) -> Iterator[str]:
    """Texts for the catalog that do not stand whole, so that no catalog has them."""
    if not isinstance(call, ast.Call) or name_of(call) not in CATALOG:
        return
    for text in call.args[:2]:
        match text:
            case ast.JoinedStr() | ast.BinOp(op=ast.Add() | ast.Mod()):
                yield ast.unparse(text)
            case ast.Call(func=ast.Attribute(attr="format" | "join", value=ast.Constant(str()))):
                yield ast.unparse(text)


def given(call: ast.Call) -> list[ast.expr]:
    """All that a call is given."""
    return [*call.args, *(keyword.value for keyword in call.keywords)]


def is_shown(name: str) -> bool:
    """Whether what is called shows its texts: a widget of Qt, or a method that sets one's text."""
    return (bool(re.fullmatch(r"Q[A-Z]\w+", name)) and name not in NO_TEXT) or bool(SETTERS.fullmatch(name))


def name_of(call: ast.Call) -> str:
    """The last name of what is called."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def strings(node: ast.AST) -> Iterator[ast.Constant]:
    """The texts an argument is made of, but for those that another call was given or that pick from a table."""
    match node:
        case ast.Constant(str()):
            yield node
        case ast.Call() | ast.Lambda() | ast.Compare() | ast.FormattedValue():
            return
        case ast.Subscript(value=value):
            yield from strings(value)
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*strings(body), *strings(orelse))
        case _:
            for child in ast.iter_child_nodes(node):
                yield from strings(child)


def rich_texts(source: str) -> list[str]:
    """Uses of what reads HTML out of any text: the line and the name of each."""
    tree = ast.parse(source)
    return [f"{line}: {name}" for node in ast.walk(tree) for line, name in rich_names(node)]


def rich_names(node: ast.AST) -> Iterator[tuple[int, str]]:
    """What one place of the source uses that reads HTML out of any text."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in RICH:
            yield node.lineno, name
        case ast.Attribute(attr=name) if name in RICH_METHODS:
            yield node.lineno, name
        case ast.ImportFrom(module=module, names=names) if (module or "").startswith("PySide6"):
            yield from ((node.lineno, one.name) for one in names if one.name in RICH or one.name == RICH_OF_TEXT_EDIT)
        case ast.Attribute(attr=name) if name == RICH_OF_TEXT_EDIT:
            yield node.lineno, name
