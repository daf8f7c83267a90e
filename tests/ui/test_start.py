"""Starting: the door opens without loading what only an open vault needs."""

import subprocess
import sys

HEAVY = ("numpy", "pyld", "nacl", "sqlcipher3", "sqlite_utils", "networkx", "highspy", "rapidfuzz", "typst", "click")
SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication
from app.preferences import Preferences
from ui.application import open_window, prepare
app = QApplication([])
prepare(app)
window = open_window(Preferences())
window.show()
app.processEvents()
print(*sorted(sys.modules))
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


def test_the_door_opens_without_loading_what_only_an_open_vault_needs() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded.isdisjoint(HEAVY), sorted(loaded & set(HEAVY))


def test_a_command_runs_without_loading_qt() -> None:
    done = subprocess.run([sys.executable, "-c", COMMAND], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
