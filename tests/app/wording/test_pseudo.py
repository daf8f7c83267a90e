"""What the pseudo-language leaves as it is."""

from app.wording.pseudo import PseudoCatalog


def test_which_files_a_dialog_shows_stays_at_the_end():
    said = PseudoCatalog().gettext("Data (*.zip *.csv)")
    assert said.startswith("[")
    assert said.endswith("] (*.zip *.csv)")
    assert PseudoCatalog().gettext("All files (*)").endswith("] (*)")
    assert PseudoCatalog().gettext("A (b) c").endswith("]")
