"""How far an exhibit is translated, and words exchanged with translators without losing anything in the files."""

from __future__ import annotations

import re
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.commands import main
from kiosk.content.coverage import as_page, coverage, summed
from kiosk.content.pieces import fingerprint
from kiosk.content.reading import read_exhibit
from kiosk.content.yaml_edits import edited, marked
from kiosk.content.yaml_files import read_yaml
from kiosk.errors import BadCall
from kiosk.language.exchange import export_po, import_po

ENGLISH, ARABIC = "content/projects/mir/en.yaml", "content/projects/mir/ar.yaml"


def read(folder):
    """The exhibit as it is now."""
    exhibit = read_exhibit(folder.root).exhibit
    assert exhibit is not None
    return exhibit


def cell_of(folder, unit, language="ar"):
    """How far one file is translated."""
    return next(each for each in coverage(read(folder)) if (each.unit, each.language) == (unit, language))


# ------------------------------------------------------------------ coverage


def test_a_whole_translation_is_whole(exhibit) -> None:
    assert summed(coverage(read(exhibit)), "ar").missing == ()
    assert main(["coverage", str(exhibit.root)]) == 0


def test_what_is_not_translated_is_named(exhibit, capsys) -> None:
    exhibit.replace(ARABIC, '  station: {heading: "على متنها", text: "عمل هناك أسبوعًا."}\n', "")
    (exhibit / "content/projects/launch/ar.yaml").unlink()
    assert cell_of(exhibit, "mir").missing == ("story.station.heading", "story.station.text")
    assert cell_of(exhibit, "launch").present == 0
    assert main(["coverage", str(exhibit.root)]) == 1
    assert "2 missing" in capsys.readouterr().out


def test_a_change_of_the_original_marks_its_translation_as_older(exhibit, capsys) -> None:
    assert main(["translations", "seen", "ar", "--exhibit", str(exhibit.root)]) == 0
    assert cell_of(exhibit, "mir").older == ()
    exhibit.replace(ENGLISH, "He flew to the station.", "He flew to a station.")
    assert cell_of(exhibit, "mir").older == ("story.flight.text",)
    assert main(["check", str(exhibit.root)]) == 0
    assert "The original of «story.flight.text» has changed" in capsys.readouterr().out
    assert main(["translations", "seen", "ar", "mir", "--exhibit", str(exhibit.root)]) == 0
    assert cell_of(exhibit, "mir").older == ()


def test_spaces_and_line_breaks_do_not_make_a_translation_older() -> None:
    assert fingerprint("He flew.\n  Then") == fingerprint("He flew. Then ")
    assert fingerprint("He flew.") != fingerprint("He flew!")
    assert fingerprint("é") == fingerprint("e\u0301")


def test_the_page_for_browsers_escapes_what_it_shows(exhibit) -> None:
    exhibit.replace(ENGLISH, "To Mir", "<script>alert(1)</script>")
    page = as_page(read(exhibit), coverage(read(exhibit)))
    assert "<script" not in page
    assert "http" not in page


def test_seen_changes_nothing_but_the_end_of_the_file(exhibit) -> None:
    exhibit.replace(ARABIC, "summary:", "# a comment\n\nsummary:")
    before = (exhibit / ARABIC).read_text(encoding="utf-8")
    for _ in range(2):
        main(["translations", "seen", "ar", "--exhibit", str(exhibit.root)])
    after = (exhibit / ARABIC).read_text(encoding="utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert after.count("translated_from") == 1
    assert marked(after, {}) == before


# ------------------------------------------------------------------ PO


def test_a_catalogue_that_comes_back_unchanged_changes_no_byte(exhibit) -> None:
    main(["translations", "seen", "ar", "--exhibit", str(exhibit.root)])
    before = {file: file.read_bytes() for file in exhibit.root.rglob("*.yaml")}
    result = import_po(read(exhibit), export_po(read(exhibit), "ar"))
    assert (result.changed, result.confirmed, result.left, result.files) == (0, 0, [], [])
    assert {file: file.read_bytes() for file in exhibit.root.rglob("*.yaml")} == before


def test_the_same_words_give_the_same_catalogue(exhibit) -> None:
    first = export_po(read(exhibit), "ar")
    assert export_po(read(exhibit), "ar") == first
    assert not re.search(rb"Creation|Revision|Generated|Translator|\d{4}-\d\d-\d\d", first)


def test_what_a_translator_wrote_comes_into_the_file_and_every_comment_stays(exhibit) -> None:
    exhibit.replace(ARABIC, "summary:", "# why it is worded so\nsummary:")
    catalogue = export_po(read(exhibit), "ar").decode().replace("طار إلى المحطة.", "حلّق إلى المحطة.")
    result = import_po(read(exhibit), catalogue.encode())
    text = (exhibit / ARABIC).read_text(encoding="utf-8")
    assert (result.changed, result.left) == (1, [])
    assert "حلّق إلى المحطة." in text
    assert "# why it is worded so" in text
    assert read(exhibit).projects["mir"].words["ar"].story["flight"].text == "حلّق إلى المحطة."


def test_a_file_and_a_page_that_were_missing_are_written(exhibit) -> None:
    (exhibit / "content/projects/launch/ar.yaml").unlink()
    exhibit.replace(ARABIC, '  station: {heading: "على متنها", text: "عمل هناك أسبوعًا."}\n', "")
    catalogue = re.sub(r'msgstr ""\n(?=\n|\Z)', 'msgstr "كلام: «جديد» # ليس تعليقًا"\n', export_po(read(exhibit), "ar").decode())
    result = import_po(read(exhibit), catalogue.encode())
    assert result.left == []
    after = read(exhibit)
    assert after.projects["launch"].words["ar"].title == "كلام: «جديد» # ليس تعليقًا"
    assert after.projects["mir"].words["ar"].story["station"].text == "كلام: «جديد» # ليس تعليقًا"
    assert summed(coverage(after), "ar").missing == ()


def test_what_is_older_goes_out_as_fuzzy_and_comes_back_when_it_was_looked_at(exhibit) -> None:
    main(["translations", "seen", "ar", "--exhibit", str(exhibit.root)])
    exhibit.replace(ENGLISH, "He flew to the station.", "He flew to a station.")
    catalogue = export_po(read(exhibit), "ar")
    assert b"#, fuzzy" in catalogue
    assert import_po(read(exhibit), catalogue).confirmed == 0
    assert cell_of(exhibit, "mir").older == ("story.flight.text",)
    assert import_po(read(exhibit), catalogue.replace(b"#, fuzzy\n", b"")).confirmed == 1
    assert cell_of(exhibit, "mir").older == ()


def test_a_piece_whose_original_changed_since_the_export_is_left_and_named(exhibit) -> None:
    catalogue = export_po(read(exhibit), "ar").decode().replace("طار إلى المحطة.", "حلّق.").replace("إلى مير", "نحو مير")
    exhibit.replace(ENGLISH, "He flew to the station.", "He flew to a station.")
    result = import_po(read(exhibit), catalogue.encode())
    assert result.changed == 1
    assert result.left == ["mir/story.flight.text: the original has changed since the export. Export again."]


def test_a_lost_placeholder_is_named(exhibit) -> None:
    exhibit.write("content/interface/en.yaml", 'words: {sill.home: "Home {n}"}\n')
    exhibit.write("content/interface/ar.yaml", 'words: {sill.home: "البداية {n}"}\n')
    catalogue = export_po(read(exhibit), "ar").decode().replace("البداية {n}", "البداية")
    assert import_po(read(exhibit), catalogue.encode()).left == ["interface/words.sill.home: {n} is lost; the program fills it in."]


def test_words_that_change_with_their_number_keep_all_their_forms(exhibit, repository) -> None:
    for language in ("en", "ar"):
        exhibit.write(f"content/interface/{language}.yaml", (repository / f"content/interface/{language}.yaml").read_bytes())
    before = read(exhibit).interface["ar"].words["gallery.title"]
    catalogue = export_po(read(exhibit), "ar").decode()
    assert 'msgid_plural "{n} stories"' in catalogue
    assert import_po(read(exhibit), catalogue.encode()).changed == 0
    assert read(exhibit).interface["ar"].words["gallery.title"] == before


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_the_words_of_the_exhibit_come_back_unchanged_with_forms_that_gettext_lacks(repository, tmp_path, language) -> None:
    shutil.copytree(repository / "content", tmp_path / "content")
    exhibit = read_exhibit(tmp_path).exhibit
    assert exhibit is not None
    result = import_po(exhibit, export_po(exhibit, language))
    assert (result.changed, result.left) == (0, [])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b'msgid "x\n',
        b"nonsense",
        b'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgctxt "mir/title"\nmsgid "To Mir"\nmsgstr "x"\n',
    ],
)
def test_what_is_no_catalogue_of_this_exhibit_is_refused_with_words(exhibit, data) -> None:
    with pytest.raises(BadCall, match=r"catalogue"):
        import_po(read(exhibit), data)


# ------------------------------------------------------------------ values in a file

FILE = """\
# a file
title: "Old"   # behind a value

pictures:
  station: {alt: 'Old', caption: Old words}   # flow
story:
  flight:
    text: |
      Old
      lines

    # before the next
  station: {}
last: >-
  Old folded
  text
"""
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60) | st.sampled_from(
    [
        "- x",
        "a: b",
        "#",
        "'",
        '"',
        "\\",
        "{n}",
        "[",
        "*x",
        "&x",
        "!x",
        "%",
        "@",
        "`",
        "|",
        ">",
        "نص: «عربي»",
        "a\nb",
        "\u2028",
        "\x85",
        "no",
        "012",
        "🚀",
    ]
)
PLACES = [("title",), ("pictures", "station", "alt"), ("story", "flight", "text"), ("last",)]
NEW = [
    ("summary",),
    ("pictures", "station", "credit"),
    ("pictures", "other", "alt"),
    ("story", "flight", "heading"),
    ("story", "station", "text"),
    ("a", "b", "c"),
]


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from([*PLACES, *NEW]), TEXTS, min_size=1, max_size=5))
def test_any_text_put_into_a_file_reads_back_as_itself_and_nothing_else_changes(tmp_path_factory, changes) -> None:
    folder = tmp_path_factory.mktemp("edit")
    text = edited(FILE, changes)
    (folder / "a.yaml").write_text(text, encoding="utf-8", newline="")
    (folder / "b.yaml").write_text(FILE, encoding="utf-8", newline="")
    after, before = read_yaml(folder / "a.yaml", folder), read_yaml(folder / "b.yaml", folder)
    assert not after.problems, text

    def at(values, keys):
        for key in keys:
            values = values.get(key) if isinstance(values, dict) else None
        return values

    for keys, value in changes.items():
        assert at(after.values, keys) == value
    for keys in PLACES:
        if keys not in changes:
            assert at(after.values, keys) == at(before.values, keys)
    for comment in ("# a file", "# behind a value", "# flow", "# before the next"):
        assert comment in text
