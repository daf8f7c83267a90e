"""The catalog holds exactly the texts of the code, and says what is wrong with them or with a translation."""

from pathlib import Path

import pytest

from app.wording import Words
from installer import catalogs
from installer.catalogs import CatalogError

MARKED = "from app.wording.marking import marked\n"


def gathered(tmp_path: Path, source: str) -> list[catalogs.Text]:
    for package in catalogs.PACKAGES:
        (tmp_path / package).mkdir()
    (tmp_path / "app" / "page.py").write_text(source, encoding="utf-8")
    return catalogs.gathered(tmp_path)


def test_the_catalogs_are_complete():
    assert catalogs.check() == []


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('say.text("Hello")', ["Hello"]),
        ('words().text("One " "sentence")', ["One sentence"]),
        ('say.text("A" if new else "B")', ["A", "B"]),
        ('say.count("{number} hour", "{number} hours", n)', [("{number} hour", "{number} hours")]),
        ('say.text("Week"); say.count("Week", "Weeks", n)', [("Week", "Weeks")]),
        (MARKED + 'TABLE = {"code": marked("A sentence.")}', ["A sentence."]),
    ],
)
def test_texts_are_gathered(tmp_path, source, texts):
    assert gathered(tmp_path, source) == texts


@pytest.mark.parametrize(
    "source",
    [
        '"abc".count("x")',
        'left.count(b"(")',
        'name.count("x", start, end)',
        "item.text(0)",
        "label.text()",
        "say.text(TABLE[code])",
        'say.text(LABELS["proven" if done else "stopped"])',
        "marked(shape, line(name))",
        'def marked(shape, line): ...\nmarked("disc", line)',
    ],
)
def test_other_calls_are_left_alone(tmp_path, source):
    assert gathered(tmp_path, source) == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ('say.text(f"Hello {name}")', "must stand whole"),
        ('say.text("Hello " + name)', "must stand whole"),
        ('say.text(name or "Hello")', "must stand whole"),
        ('say.count(f"{n} hour", "{number} hours", n)', "must stand whole"),
        (MARKED + 'marked(f"Hello {name}")', "marked"),
        (MARKED + "marked(name)", "marked"),
        (MARKED + 'marked("Hello", name)', "marked"),
        ('say.text("Hello {name}")', "no value for {name}"),
        ('say.text("Hello {}", name=name)', "without a plain name"),
        ('say.text("Hello {name", name=name)', "broken braces"),
        ('say.count("Week", "Weeks", n); say.count("Week", "More weeks", n)', "two plural forms"),
    ],
)
def test_a_text_that_cannot_be_translated_is_named(tmp_path, source, fault):
    with pytest.raises(CatalogError, match=fault):
        gathered(tmp_path, source)


def test_the_fault_names_file_and_line(tmp_path):
    with pytest.raises(CatalogError, match=r"^app/page\.py, line 2: "):
        gathered(tmp_path, '"a"\nsay.text(f"Hello {name}")')


@pytest.mark.parametrize(
    ("translation", "fault"),
    [
        ("", "not translated"),
        ("Hola", "other places in braces"),
        ("Hola {nombre}", "other places in braces"),
        ("Hola {name", "broken braces"),
        ("Hola {}", "braces without a plain name"),
    ],
)
def test_a_bad_translation_is_named(tmp_path, translation, fault):
    source = 'say.text("Hello {name}", name=name)'
    folder = tmp_path / "translations"
    gathered(tmp_path, source)
    write_translation(folder, "Hello {name}", translation)
    catalogs.update(tmp_path, folder)
    found = catalogs.check(tmp_path, folder)
    assert len(found) == 1
    assert fault in found[0]


def write_translation(folder: Path, text: str, translation: str) -> Path:
    path = catalogs.path_of("es", folder)
    path.parent.mkdir(parents=True)
    path.write_text(f'msgid "{text}"\nmsgstr "{translation}"\n', encoding="utf-8")
    return path


def test_update_keeps_translations_and_drops_what_is_no_longer_said(tmp_path):
    folder = tmp_path / "translations"
    gathered(tmp_path, 'say.text("Hello")')
    path = write_translation(folder, "Hello", "Hola")
    with path.open("a", encoding="utf-8") as stream:
        stream.write('\nmsgid "Old"\nmsgstr "Viejo"\n')
    catalogs.update(tmp_path, folder)
    text = path.read_text(encoding="utf-8")
    assert 'msgstr "Hola"' in text
    assert "Viejo" not in text
    assert catalogs.check(tmp_path, folder) == []


def test_a_text_that_becomes_a_count_is_translated_anew(tmp_path):
    folder = tmp_path / "translations"
    gathered(tmp_path, 'say.count("Week", "Weeks", n)')
    write_translation(folder, "Week", "Semana")
    catalogs.update(tmp_path, folder)
    assert catalogs.check(tmp_path, folder) == ["es: not translated: 'Week'"]


def test_a_stale_compiled_catalog_is_found(tmp_path):
    folder = tmp_path / "translations"
    gathered(tmp_path, 'say.text("Hello")')
    path = write_translation(folder, "Hello", "Hola")
    catalogs.update(tmp_path, folder)
    path.with_suffix(".mo").write_bytes(b"")
    assert catalogs.check(tmp_path, folder) == [f"es: the compiled catalog is not up to date{catalogs.MEND}"]
    path.write_text(path.read_text(encoding="utf-8").replace("Hola", "Buenas"), encoding="utf-8")
    assert "compiled" in catalogs.check(tmp_path, folder)[0]


def test_a_catalog_that_cannot_be_read_is_named(tmp_path):
    folder = tmp_path / "translations"
    gathered(tmp_path, 'say.text("Hello")')
    write_translation(folder, "Hello", 'Hola"\n oops')
    with pytest.raises(CatalogError, match=r"^es: the catalog cannot be read"):
        catalogs.check(tmp_path, folder)


def test_moving_code_and_the_day_change_nothing(tmp_path):
    folder = tmp_path / "translations"
    gathered(tmp_path, 'say.text("Hello")')
    path = write_translation(folder, "Hello", "Hola")
    catalogs.update(tmp_path, folder)
    before = path.read_bytes(), path.with_suffix(".mo").read_bytes()
    (tmp_path / "app" / "page.py").write_text('\n\nx = 1\nsay.text("Hello")', encoding="utf-8")
    catalogs.update(tmp_path, folder)
    assert (path.read_bytes(), path.with_suffix(".mo").read_bytes()) == before
    assert b"Date" not in before[0] + before[1]
    assert b"Babel" not in before[0] + before[1]


def test_the_compiled_catalog_is_what_the_program_says():
    say = Words("es")
    assert say.state("not checked") == "Sin revisar"
    assert say.count("{number} hour a week", "{number} hours a week", 1) == "1 hora por semana"
    assert say.count("{number} hour a week", "{number} hours a week", 1200) == "1,200 horas por semana"
