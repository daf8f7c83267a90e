"""Starting: the door opens without loading what only an open vault needs."""

import os
import subprocess
import sys

LIBRARIES = (
    *("numpy", "pyld", "nacl", "sqlcipher3", "sqlite_utils", "networkx", "highspy", "rapidfuzz", "typst", "click"),
    *("babel", "cryptography", "jwt", "openvc", "PIL", "zxingcpp", "h11", "idna", "truststore"),
)
OURS = ("pathways.model", "app.journey.session", "app.vault.vault", "app.records.model")
SCRIPT = """
import sys
from ui.main import application
app, window = application().start(["pathfolio"])
app.processEvents()
print(*sorted(sys.modules))
from PySide6 import QtGui, QtWidgets
print(*vars(QtGui), *vars(QtWidgets))
print(app.style().name())
window.close()
"""

COMMAND = """
import sys
sys.argv = ["pathfolio", "--version"]
from ui.main import main
try:
    main()
except SystemExit:
    print("PySide6" in sys.modules)
"""


def opened() -> list[str]:
    """What the first window has loaded: modules, kinds of Qt, and the style it is drawn in; a line each."""
    env = {**os.environ, "PATHFOLIO_DATA": "nowhere"}
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, env=env)
    return done.stdout.splitlines()


def test_the_door_opens_without_loading_what_only_an_open_vault_needs() -> None:
    modules = set(opened()[0].split())
    loaded = modules | {name.partition(".")[0] for name in modules}
    assert loaded.isdisjoint((*LIBRARIES, *OURS)), sorted(loaded.intersection((*LIBRARIES, *OURS)))


def test_the_door_has_pyside_load_no_large_kinds_that_it_does_not_use() -> None:
    """PySide makes each kind, with all its enums, when it is first named; or all, to find out what a widget is."""
    _, kinds, style = opened()
    assert "QPushButton" in kinds.split()
    assert {"QStyle", "QAccessible", "QWizard"}.isdisjoint(kinds.split())
    assert style == "fusion"


def test_a_command_runs_without_loading_qt() -> None:
    done = subprocess.run([sys.executable, "-c", COMMAND], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
