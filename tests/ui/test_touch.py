"""Every screen by real touch events, in a language read from the left and one read from the right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.content.reading import read_exhibit
from kiosk.editions.compiling import compile_edition
from kiosk.editions.edition import load_edition
from kiosk.media.probing import look
from kiosk.proof.rendering import misfits

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)
FARIS = "syria-faris-soyuz-tm3"

both = pytest.mark.parametrize("language", ["en", "ar"])
frames = pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])


def gallery_view(stage) -> QQuickItem:
    """The frieze or the wall."""
    return next(item for kind in ("Frieze", "Wall") for item in stage.items(kind))


# ------------------------------------------------------------------ attract


@frames
@pytest.mark.parametrize("language", ["en", "ar", "ru"])
def test_each_invitation_starts_in_its_language(open_stage, size, language) -> None:
    stage = open_stage(size)
    stage.tap(stage.exhibit.edition.invitation(language))
    assert (stage.visit.screen, stage.visit.language) == ("gallery", language)


def test_a_touch_elsewhere_starts_in_the_language_in_front(open_stage) -> None:
    stage = open_stage()
    stage.attract.play("ar")
    stage.touch(960, 500)
    assert (stage.visit.screen, stage.visit.language) == ("gallery", "ar")


@frames
def test_the_titles_stand_where_their_language_begins_whatever_led_before_it(open_stage, size) -> None:
    stage = open_stage(size)
    places = []
    for language in ("en", "ar", "en"):
        stage.attract.play(language)
        stage.attract.pause()
        stage.settle()
        subtitle = next(item for item in stage.items("Words") if item.property("text") == stage.attract.subtitle)
        places.append(subtitle.mapToScene(subtitle.boundingRect().topLeft()).x())
    assert places[0] == places[2]


def test_a_touch_while_a_moment_plays_starts_too(open_stage) -> None:
    stage = open_stage()
    stage.attract.show_moment()
    stage.settle()
    stage.touch(960, 300)
    assert stage.visit.screen == "gallery"


def test_a_touch_while_the_night_closes_between_two_verses_starts_too(open_stage) -> None:
    stage = open_stage()
    stage.attract.show_moment()
    stage.breathe()
    stage.visit.begin("ar")
    stage.settle()  # what was to happen when it had closed is not tried any more: a warning fails
    assert (stage.visit.screen, stage.visit.language) == ("gallery", "ar")


def test_the_touch_that_wakes_the_display_does_nothing_else(open_stage) -> None:
    stage = open_stage()
    stage.visit.sleep()
    stage.settle()
    stage.touch(stage.size[0] / 4, stage.size[1] * 0.87)
    assert stage.visit.screen == "attract"
    stage.visit.wake()
    stage.settle()
    stage.tap(stage.exhibit.edition.invitation("en"))
    assert stage.visit.screen == "attract", "the finger that woke it is still on the glass"
    stage.pass_silently(2)
    stage.tap(stage.exhibit.edition.invitation("en"))
    assert stage.visit.screen == "gallery"


# ------------------------------------------------------------------ gallery


@frames
@both
def test_a_plate_opens_its_panel(open_stage, size, language) -> None:
    stage = open_stage(size, language)
    title = next(plate.title for plate in stage.exhibit.edition.plates(language) if plate.project == FARIS)
    stage.tap(title)
    assert (stage.visit.screen, stage.visit.project) == ("panel", FARIS)
    assert title in stage.names()


@frames
@both
def test_a_swipe_moves_the_gallery_and_opens_nothing(open_stage, size, language) -> None:
    stage = open_stage(size, language)
    first = stage.control(stage.exhibit.edition.plates(language)[1].title).centre
    start, end = (
        ((0.5, 0.6), (0.5, 0.2)) if size == PORTRAIT else ((0.3, 0.4), (0.7, 0.4)) if language == "ar" else ((0.7, 0.4), (0.3, 0.4))
    )
    stage.swipe(start, end)
    assert stage.visit.screen == "gallery"
    moved = [each.centre for each in stage.acting() if each.name.startswith(stage.exhibit.edition.plates(language)[1].title)]
    assert moved == [] or (moved[0] - first).manhattanLength() > 200


@frames
@both
def test_buttons_do_what_a_swipe_does_and_show_that_there_is_more(open_stage, size, language) -> None:
    stage = open_stage(size, language)
    view = gallery_view(stage)
    before = (view.property("contentX"), view.property("contentY"))
    stage.tap(stage.word("gallery.later"))
    stage.until(lambda: stage.visit.galleryPlace > 0, "the gallery did not move on")
    stage.tap(stage.word("gallery.earlier"))
    stage.until(lambda: (view.property("contentX"), view.property("contentY")) == before, "the gallery did not come back")


@both
def test_the_gallery_of_arabic_begins_at_the_right(open_stage, language) -> None:
    stage = open_stage(LANDSCAPE, language)
    plates = stage.exhibit.edition.plates(language)
    first, second = (stage.control(plates[index].title).centre.x() for index in (0, 1))
    assert (first > second) == (language == "ar")


@frames
@both
def test_who_comes_back_to_the_gallery_finds_it_where_it_was(open_stage, size, language) -> None:
    stage = open_stage(size, language)
    stage.tap(stage.word("gallery.later"))
    view = gallery_view(stage)
    stage.until(lambda: stage.visit.galleryPlace > 0, "the gallery did not move on")
    stage.settle()
    place = (view.property("contentX"), view.property("contentY"))
    plate = next(
        each
        for each in stage.acting()
        if each.place.height() > 300 and each.place.top() > 100 and stage.size[0] * 0.2 < each.centre.x() < stage.size[0] * 0.8
    )
    stage.touch(plate.centre.x(), plate.place.top() + 200)
    assert stage.visit.screen == "panel"
    stage.tap(stage.word("sill.all"))
    view = gallery_view(stage)
    assert (view.property("contentX"), view.property("contentY")) == pytest.approx(place, abs=1)


def test_a_plate_without_nations_begins_with_its_standing(open_stage) -> None:
    stage = open_stage(LANDSCAPE, "en")
    stage.visit.filter("telescopes")
    stage.settle()
    told = [str(item.property("text")) for item in stage.items("Words")]
    assert [text for text in told if text.strip().startswith("·")] == []
    assert stage.word("standing.unconfirmed") in told


@frames
@both
def test_a_category_filters_and_all_leads_back(open_stage, size, language) -> None:
    stage = open_stage(size, language)
    everything = len(stage.exhibit.edition.plates(language))
    name = next(each.name for each in stage.exhibit.edition.categories(language) if each.id == "people")
    stage.tap(name)
    people = [each for each in stage.exhibit.edition.plates(language) if each.category == "people"]
    assert 0 < stage.exhibit.plates.rowCount() == len(people) < everything
    stage.tap(next(each.name for each in stage.exhibit.edition.categories(language) if each.id == ""))
    assert stage.exhibit.plates.rowCount() == everything


# ------------------------------------------------------------------ panel


@frames
@both
def test_pages_turn_with_the_buttons_beside_the_text(open_stage, size, language) -> None:
    stage = open_stage(size, language, FARIS)
    texts = [stage.panel.text]
    while stage.panel.page < stage.panel.pageCount - 1:
        stage.tap(stage.word("panel.readOn"))
        texts.append(stage.panel.text)
    assert len(texts) == stage.panel.pageCount >= 3
    assert len(set(texts)) == len(texts)
    stage.tap(stage.word("panel.readBack"))
    assert stage.panel.text == texts[-2]


def test_the_button_that_reads_on_points_with_the_reading_direction(open_stage) -> None:
    for language, on_is_left in (("en", False), ("ar", True)):
        stage = open_stage(LANDSCAPE, language, FARIS)
        on, back = stage.control(stage.word("panel.readOn")), next(c for c in stage.controls() if c.name == stage.word("panel.readBack"))
        assert (on.centre.x() < back.centre.x()) == on_is_left


@frames
@both
def test_how_do_we_know_this_leads_to_facts_sources_and_back(open_stage, size, language) -> None:
    stage = open_stage(size, language, FARIS)
    stage.tap(stage.word("panel.how"))
    assert stage.visit.face == "evidence"
    fact = stage.panel.evidence.records[0]
    assert any(fact.sentence in name for name in stage.names())
    stage.tap(stage.word("panel.allSources"))
    assert stage.visit.face == "sources"
    assert any(stage.panel.sources.records[0].publisher in name for name in stage.names())
    stage.tap(stage.word("panel.story"))
    assert stage.visit.face == "story"


@frames
@both
def test_a_picture_fills_the_screen_zooms_by_button_and_by_pinch_and_goes(open_stage, size, language) -> None:
    stage = open_stage(size, language, FARIS)
    stage.tap(stage.word("panel.enlarge"))
    assert stage.visit.picture == stage.panel.picture_ids()[0]
    picture = stage.items("PictureScreen")[0]
    assert picture.property("magnified") == 1
    stage.tap(stage.word("picture.closer"))
    closer = picture.property("magnified")
    assert closer > 1
    stage.tap(stage.word("picture.away"))
    assert picture.property("magnified") < closer
    stage.pinch(0.1, 0.4)
    assert picture.property("magnified") > 1.5
    stage.tap(stage.word("picture.close"))
    assert (stage.visit.picture, stage.visit.screen) == ("", "panel")


@both
def test_next_previous_and_related_travel_on(open_stage, language) -> None:
    stage = open_stage(LANDSCAPE, language, FARIS)
    stage.tap(stage.word("sill.next"))
    following = stage.visit.project
    assert following != FARIS
    stage.tap(stage.word("sill.previous"))
    assert stage.visit.project == FARIS
    stage.visit.turnTo(stage.panel.pageCount - 1)
    stage.settle()
    related = stage.panel.related.records[0]
    stage.tap(related.title)
    assert (stage.visit.project, stage.panel.page) == (related.project, 0)


@frames
@both
def test_a_year_of_the_timeline_leads_to_its_project(open_stage, size, language) -> None:
    stage = open_stage(size, language, "timeline")
    event = next(each for each in stage.panel.entries.records if each.project)
    stage.tap(f"{event.name}. {event.text}")
    assert (stage.visit.project, stage.panel.page) == (event.project, 0)


@both
@pytest.mark.parametrize("large", [False, True], ids=["normal", "large text"])
@pytest.mark.parametrize("project", ["timeline", "words-we-use"])
def test_every_entry_of_a_list_stands_whole_on_some_page(open_stage, language, large, project) -> None:
    stage = open_stage(LANDSCAPE, language, project)
    stage.visit.chooseLargeText(large)
    stage.settle()
    shown = []
    for page in range(stage.panel.pageCount):
        stage.visit.turnTo(page)
        stage.breathe()
        shown += [entry.name + entry.text for entry in stage.panel.entries.records]
        assert list(misfits(stage.window.contentItem())) == []
        for room in stage.items("EntriesPage"):
            assert room.childrenRect().height() <= room.height() + 1
    blocks = stage.exhibit.edition.panel(project, language).blocks
    assert shown == [entry.name + entry.text for block in blocks for entry in block.entries]


@frames
@both
def test_home_leads_to_attract_and_resets_the_visit(open_stage, size, language) -> None:
    stage = open_stage(size, language, FARIS)
    stage.visit.chooseLargeText(True)
    stage.settle()
    stage.tap(stage.word("sill.home"))
    assert (stage.visit.screen, stage.visit.largeText, stage.visit.category) == ("attract", False, "")


# ------------------------------------------------------------------ always within reach


@frames
@pytest.mark.parametrize(("first", "second"), [("en", "ar"), ("ar", "ru"), ("ru", "en")])
def test_the_language_changes_in_place(open_stage, size, first, second) -> None:
    stage = open_stage(size, first, FARIS)
    stage.tap(stage.word("panel.readOn"))
    stage.tap(next(each.name for each in stage.exhibit.edition.languages if each.code == second))
    assert (stage.visit.language, stage.visit.project, stage.panel.page) == (second, FARIS, 1)
    assert stage.panel.title == next(plate.title for plate in stage.exhibit.edition.plates(second) if plate.project == FARIS)
    assert stage.word("sill.home") in stage.names() or any(stage.word("sill.home") in name for name in stage.names())


@frames
@both
@pytest.mark.parametrize(
    ("key", "chosen"),
    [("help.largeText", "largeText"), ("help.highContrast", "highContrast"), ("help.reach", "reach")],
)
def test_help_to_see_and_reach_is_two_touches_away(open_stage, size, language, key, chosen) -> None:
    stage = open_stage(size, language, FARIS)
    stage.tap(stage.word("sill.help"))
    stage.tap(stage.word(key))
    assert getattr(stage.visit, chosen) is True
    stage.tap(stage.word("help.done"))
    assert not stage.visit.helpOpen
    assert getattr(stage.visit, chosen) is True


def test_a_touch_beside_the_help_closes_it_and_opens_nothing(open_stage) -> None:
    stage = open_stage(LANDSCAPE, "en")
    stage.tap(stage.word("sill.help"))
    stage.touch(300, 300)
    assert (stage.visit.helpOpen, stage.visit.screen) == (False, "gallery")


def test_a_mouse_beside_the_help_closes_it_and_opens_nothing(open_stage) -> None:
    stage = open_stage(LANDSCAPE, "ru")
    stage.visit.askForHelp(True)
    stage.settle()
    QTest.mouseClick(stage.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(400, 500))
    stage.settle()
    assert (stage.visit.screen, stage.visit.helpOpen) == ("gallery", False)


@frames
@both
def test_reach_mode_brings_every_control_of_a_panel_into_the_lower_third(open_stage, size, language) -> None:
    stage = open_stage(size, language, FARIS)
    stage.visit.chooseReach(True)
    stage.settle()
    enlarging = stage.word("panel.enlarge")
    high = [c.name for c in stage.acting() if c.centre.y() < size[1] * 2 / 3 - 2 and not c.name.startswith(enlarging)]
    assert high == []


# ------------------------------------------------------------------ walking away


@frames
@both
def test_silence_asks_and_one_touch_anywhere_continues_without_pressing_what_lies_beneath(open_stage, size, language) -> None:
    stage = open_stage(size, language, FARIS)
    home = stage.control(stage.word("sill.home")).centre
    stage.pass_silently(200)
    assert stage.visit.stillThere
    stage.touch(home.x(), home.y())
    assert (stage.visit.stillThere, stage.visit.screen) == (False, "panel")


def test_the_question_is_answered_by_a_mouse_as_by_a_finger(open_stage) -> None:
    stage = open_stage(LANDSCAPE, "en", FARIS)
    home = stage.control(stage.word("sill.home")).centre
    stage.pass_silently(200)
    assert stage.visit.stillThere
    QTest.mouseClick(stage.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(home.x(), home.y()))
    stage.settle()
    assert (stage.visit.stillThere, stage.visit.screen, stage.items("StillThere")) == (False, "panel", [])


@both
def test_the_question_shows_the_seconds_that_are_left(open_stage, language) -> None:
    stage = open_stage(LANDSCAPE, language, FARIS)
    stage.pass_silently(200)
    assert stage.visit.secondsLeft >= 19
    assert any(stage.exhibit.number(stage.visit.secondsLeft) in name for name in stage.names())


def test_silence_after_the_question_leads_to_attract_with_everything_reset(open_stage) -> None:
    stage = open_stage(LANDSCAPE, "ar", FARIS)
    stage.visit.chooseHighContrast(True)
    stage.pass_silently(200)
    assert stage.visit.stillThere
    stage.pass_silently(21)
    assert (stage.visit.screen, stage.visit.highContrast, stage.visit.language) == ("attract", False, "en")
    assert any(name.startswith(stage.exhibit.edition.invitation("ru")) for name in stage.names())


def test_the_next_visitor_finds_the_gallery_at_its_beginning_and_unfiltered(open_stage) -> None:
    stage = open_stage(LANDSCAPE, "en")
    stage.visit.filter("telescopes")
    stage.pass_silently(200)
    stage.pass_silently(21)
    stage.tap(stage.exhibit.edition.invitation("ar"))
    assert stage.exhibit.plates.rowCount() == len(stage.exhibit.edition.plates("ar"))
    assert stage.visit.galleryPlace == 0


# ------------------------------------------------------------------ more languages


@frames
def test_six_languages_have_room_and_persian_runs_from_the_right(open_stage, exhibit, repository, tmp_path, size) -> None:
    exhibit.replace("content/exhibit.yaml", "[en, ar]", "[en, ar, ru, fa, ur, tr]")
    for code in ("ru", "fa", "ur", "tr"):
        exhibit.write(f"content/words/{code}.yaml", (exhibit / "content/words/ar.yaml").read_bytes())
        exhibit.write(f"content/projects/mir/{code}.yaml", (exhibit / "content/projects/mir/ar.yaml").read_bytes())
    shipped = read_exhibit(repository).exhibit
    compile_edition(read_exhibit(exhibit.root).exhibit, tmp_path / "edition", look, shipped.interface)
    stage = open_stage(size, shown=load_edition(tmp_path / "edition"))
    assert list(misfits(stage.window.contentItem())) == []
    stage.tap("المس. فارسی")
    assert (stage.visit.language, stage.exhibit.rightToLeft) == ("fa", True)
    stage.tap(stage.word("sill.languages"))
    stage.tap("Türkçe")
    assert (stage.visit.language, stage.exhibit.rightToLeft) == ("tr", False)
