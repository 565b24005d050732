"""The panel that is open, as QML sees it: its words, its pages as they fit the room, its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSizeF, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.exhibit import ExhibitModel
from kiosk.bridge.pagination import EntryRoom, Page, Type, leaves, line_count, paginate
from kiosk.bridge.properties import Property
from kiosk.bridge.records import RecordsModel
from kiosk.bridge.shelf import PanelShelf
from kiosk.bridge.visit import VisitModel
from kiosk.editions.edition import Entry, Evidence, Number, Panel, Picture, Plate, Source
from kiosk.visit.states import ShowsWords

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

RELATED = "related"
"""The kind of the last page: where to travel on."""
_NO_PAGE = Page("", "text", "", "", "", "")
_NO_PICTURE = Picture("", "", "", 0.5, 0.5, 3, 2, "", "", "")


@dataclass(frozen=True, slots=True)
class _Room:
    """The room that a panel has for its words, in pixels, and the type they are set in."""

    size: QSizeF
    body: Type
    heading: Type
    quote: Type
    indent: float
    """What the stars take from the width of a line of evidence."""
    padding: float
    """Between two pieces of evidence."""
    entry: EntryRoom


@QmlElement
@QmlUncreatable("app.py makes the panel")
class PanelModel(QObject):  # type: ignore[operator]
    """The open panel. Its plate is known at once, its story arrives from the worker a moment later."""

    plateChanged = Signal()
    panelChanged = Signal()
    pageChanged = Signal()
    pictureChanged = Signal()

    def __init__(self, visit: VisitModel, exhibit: ExhibitModel, shelf: PanelShelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit, self._exhibit, self._shelf = visit, exhibit, shelf
        self._plate: Plate | None = None
        self._panel: Panel | None = None
        self._room: _Room | None = None
        self._pages: tuple[Page, ...] = ()
        self._leaves: dict[str, tuple[tuple[int, int], ...]] = {}
        self._enlarged = _NO_PICTURE
        self._strip = RecordsModel(Number, self)
        self._pictures = RecordsModel(Picture, self)
        self._evidence = RecordsModel(Evidence, self)
        self._sources = RecordsModel(Source, self)
        self._entries = RecordsModel(Entry, self)
        self._related = RecordsModel(Plate, self)
        visit.projectChanged.connect(self._open)
        visit.pageChanged.connect(self._turn)
        visit.faceChanged.connect(self._turn)
        visit.pictureChanged.connect(self._enlarge)
        exhibit.languageChanged.connect(self._open)
        exhibit.editionChanged.connect(self._open)
        shelf.arrived.connect(self._arrive)

    # ------------------------------------------------------------------ what moves it

    def _open(self) -> None:
        project, language = self._visit.project, self._exhibit.language
        if not project:
            return
        plates = self._exhibit.edition.plates(language)
        self._plate = next((plate for plate in plates if plate.project == project), None)
        self.plateChanged.emit()
        panel = self._shelf.get(project, language)
        self._show(panel)
        if self._plate is None:  # it was taken away while it was open; the visit hears of it next
            return
        for wanted in (project, *self._exhibit.neighbours(project), *(panel.related if panel else ())):
            self._shelf.ask(wanted, language)

    def _arrive(self, project: str, language: str) -> None:
        if (project, language) == (self._visit.project, self._exhibit.language) and self._panel is None:
            self._open()

    def _show(self, panel: Panel | None) -> None:
        self._panel = panel
        by_id = {plate.project: plate for plate in self._exhibit.edition.plates(self._exhibit.language)}
        self._strip.replace(panel.strip if panel else ())
        self._pictures.replace(panel.pictures if panel else ())
        self._related.replace([by_id[each] for each in panel.related if each in by_id] if panel else ())
        self._lay_out()
        self.panelChanged.emit()
        self._enlarge()

    @property
    def loaded(self) -> bool:
        """Whether the story has arrived and is laid out."""
        return self._panel is not None and self._room is not None and self._panel.project == self._visit.project

    def picture_ids(self) -> list[str]:
        """Identifiers of the pictures, the hero first."""
        return [picture.id for picture in self._pictures.records]

    def _lay_out(self) -> None:
        panel, room = self._panel, self._room
        if panel is None or room is None:
            self._pages, self._leaves = (), {}
        else:
            pages = paginate(panel.blocks, room.size, room.body, room.heading, room.quote, room.entry)
            self._pages = (*pages, Page("", RELATED, "", "", "", "")) if self._related.rowCount() else pages
            width, line = room.size.width(), room.body.line_height
            self._leaves = {
                "evidence": leaves(
                    [room.padding + line * line_count(each.sentence, room.body.font, width - room.indent) for each in panel.evidence],
                    room.size.height(),
                ),
                "sources": leaves(
                    [
                        room.padding + line * sum(line_count(text, room.body.font, width) for text in (each.publisher, each.title))
                        for each in panel.sources
                    ],
                    room.size.height(),
                ),
            }
        self._turn()

    def _turn(self) -> None:
        panel = self._panel
        page = self.page
        for face, model in (("evidence", self._evidence), ("sources", self._sources)):
            start, end = self._leaf(face, page) if self._visit.face == face else (0, 0)
            model.replace(getattr(panel, face)[start:end] if panel else ())
        self._entries.replace(self._current.entries)
        self.pageChanged.emit()
        if panel is not None:
            self._visit.happen(ShowsWords(self._words_on_screen()))

    def _leaf(self, face: str, page: int) -> tuple[int, int]:
        leaves = self._leaves.get(face, ())
        return leaves[min(page, len(leaves) - 1)] if leaves else (0, 0)

    def _words_on_screen(self) -> int:
        page = self._current
        texts = [page.heading, page.text, self.title, self.dateline, *(f"{each.name} {each.text}" for each in page.entries)]
        texts += [each.sentence for each in self._evidence.records] if self._visit.face == "evidence" else []
        return sum(len(text.split()) for text in texts)

    def _enlarge(self) -> None:
        wanted = self._visit.picture
        pictures = self._panel.pictures if self._panel else ()
        self._enlarged = next((each for each in pictures if each.id == wanted), _NO_PICTURE)
        self.pictureChanged.emit()

    @Slot(QSizeF, QFont, float, QFont, float, QFont, float, float, float, float, float, float, float)
    def fit(
        self,
        room: QSizeF,
        body: QFont,
        body_line: float,
        heading: QFont,
        heading_line: float,
        quote: QFont,
        quote_line: float,
        indent: float,
        padding: float,
        entry_indent: float,
        entry_arrow: float,
        entry_padding: float,
        entry_least: float,
    ) -> None:
        """Lay the story out in this room: fonts, heights of lines, and what evidence and entries take beside their words.
        Who reads on stays with what was read."""
        entry = EntryRoom(entry_indent, entry_arrow, entry_padding, entry_least)
        wanted = _Room(room, Type(body, body_line), Type(heading, heading_line), Type(quote, quote_line), indent, padding, entry)
        if room.isEmpty() or wanted == self._room:
            return
        self._room = wanted
        reading = self._current
        self._lay_out()
        if self._visit.face == "story" and self._visit.page > 0 and reading.kind:
            same = [i for i, page in enumerate(self._pages) if (page.block, page.kind) == (reading.block, reading.kind)]
            if same and self._current not in [self._pages[i] for i in same]:
                self._visit.turnTo(same[0])

    # ------------------------------------------------------------------ facts

    @property
    def _current(self) -> Page:
        return self._pages[min(self._visit.page, len(self._pages) - 1)] if self._pages else _NO_PAGE

    def _text(self, name: str) -> str:
        return str(getattr(self._panel, name)) if self._panel else ""

    def _plate_text(self, name: str) -> str:
        return str(getattr(self._plate, name)) if self._plate else ""

    @Property(bool, notify=panelChanged)
    def ready(self) -> bool:
        """Whether the story is here."""
        return self._panel is not None

    @Property(str, notify=plateChanged)
    def title(self) -> str:
        """The title."""
        return self._plate_text("title")

    @Property(str, notify=plateChanged)
    def sign(self) -> str:
        """The sign of its category."""
        return self._plate_text("sign")

    @Property(str, notify=plateChanged)
    def standing(self) -> str:
        """Identifier of its standing; empty for pages about the exhibit."""
        return self._plate_text("standing")

    @Property(str, notify=plateChanged)
    def standingText(self) -> str:
        """Where the project stands, in words."""
        return self._plate_text("standing_text")

    @Property(str, notify=plateChanged)
    def nations(self) -> str:
        """Who worked together."""
        return self._plate_text("nations")

    @Property(str, notify=panelChanged)
    def categoryName(self) -> str:
        """The name of its category."""
        return self._text("category_name")

    @Property(str, notify=panelChanged)
    def cooperationText(self) -> str:
        """What kind of joint work it was, in words."""
        return self._text("cooperation_text")

    @Property(str, notify=panelChanged)
    def dateline(self) -> str:
        """Its dates, in the calendars of the language."""
        return self._text("dateline")

    @Property(str, notify=panelChanged)
    def journey(self) -> str:
        """Vehicle and site."""
        return self._text("journey")

    @Property(str, notify=panelChanged)
    def people(self) -> str:
        """Who flew or worked."""
        return self._text("people")

    @Property(str, notify=panelChanged)
    def pull(self) -> str:
        """One human line."""
        return self._text("pull")

    @Property(str, notify=panelChanged)
    def sourcesText(self) -> str:
        """How many sources were compared."""
        return self._text("sources_text")

    @Property(str, notify=panelChanged)
    def asOf(self) -> str:
        """When this was true."""
        return self._text("as_of")

    @Property(QObject, constant=True)
    def strip(self) -> RecordsModel:
        """The numbers of the fact strip."""
        return self._strip

    @Property(QObject, constant=True)
    def pictures(self) -> RecordsModel:
        """The pictures, the hero first."""
        return self._pictures

    @Property(QObject, constant=True)
    def evidence(self) -> RecordsModel:
        """The facts with their stars that are on the page."""
        return self._evidence

    @Property(QObject, constant=True)
    def sources(self) -> RecordsModel:
        """The sources that are on the page."""
        return self._sources

    @Property(QObject, constant=True)
    def entries(self) -> RecordsModel:
        """The terms or events that are on the page."""
        return self._entries

    @Property(QObject, constant=True)
    def related(self) -> RecordsModel:
        """Where to travel on."""
        return self._related

    # The page that is shown.

    @Property(int, notify=pageChanged)
    def page(self) -> int:
        """The page that is shown, from 0; never past the last."""
        return max(0, min(self._visit.page, self.pageCount - 1))

    @Property(int, notify=pageChanged)
    def pageCount(self) -> int:
        """How many pages the face that is shown has."""
        face = self._visit.face
        return len(self._pages) if face == "story" else len(self._leaves.get(face, ()))

    @Property(str, notify=pageChanged)
    def pagePlace(self) -> str:
        """«Page 1 of 3», in the digits of the language."""
        pattern = self._exhibit.wordIn("panel.page", self._exhibit.language)
        digits = self._exhibit.number
        return pattern.replace("{page}", digits(self.page + 1)).replace("{pages}", digits(self.pageCount))

    @Property(str, notify=pageChanged)
    def pageKind(self) -> str:
        """text, picture, facts, quote, terms, events or related."""
        return self._current.kind

    @Property(str, notify=pageChanged)
    def heading(self) -> str:
        """Its heading, or empty."""
        return self._current.heading

    @Property(str, notify=pageChanged)
    def text(self) -> str:
        """Its words."""
        return self._current.text

    @Property(str, notify=pageChanged)
    def attribution(self) -> str:
        """Under a quote: who says so."""
        return self._current.attribution

    # The picture beside it.

    @property
    def _beside(self) -> Picture:
        pictures = self._panel.pictures if self._panel else ()
        wanted = self._current.picture
        hero = pictures[0] if pictures else _NO_PICTURE
        return next((each for each in pictures if each.id == wanted), hero)

    @Property(str, notify=pageChanged)
    def pictureId(self) -> str:
        """Identifier of the picture beside the page."""
        return self._beside.id

    @Property(str, notify=pageChanged)
    def pictureWide(self) -> str:
        """Its path; the plate's until the story is here."""
        return self._beside.wide or self._plate_text("wide")

    @Property(str, notify=pageChanged)
    def pictureTall(self) -> str:
        """Path of its upright composition."""
        return self._beside.tall or self._plate_text("tall")

    @Property(float, notify=pageChanged)
    def pictureFocusX(self) -> float:
        """What must stay visible, across."""
        return self._beside.focus_x

    @Property(float, notify=pageChanged)
    def pictureFocusY(self) -> float:
        """What must stay visible, down."""
        return self._beside.focus_y

    @Property(str, notify=pageChanged)
    def pictureAlt(self) -> str:
        """What it shows, for someone who cannot see it."""
        return self._beside.alt or self._plate_text("alt")

    @Property(str, notify=pageChanged)
    def pictureCaption(self) -> str:
        """What stands under it."""
        return self._beside.caption

    # The picture that fills the screen.

    @Property(str, notify=pictureChanged)
    def enlargedFile(self) -> str:
        """Path of the picture that fills the screen, or empty."""
        return self._enlarged.wide

    @Property(str, notify=pictureChanged)
    def enlargedAlt(self) -> str:
        """What it shows."""
        return self._enlarged.alt

    @Property(str, notify=pictureChanged)
    def enlargedCaption(self) -> str:
        """What stands under it."""
        return self._enlarged.caption

    @Property(str, notify=pictureChanged)
    def enlargedCredit(self) -> str:
        """Who made it, and under which licence it is shown."""
        return self._enlarged.credit

    # ------------------------------------------------------------------ wishes

    @Slot()
    def openNext(self) -> None:
        """Open the next project of the gallery."""
        self._visit.open(self._exhibit.neighbours(self._visit.project)[1])

    @Slot()
    def openPrevious(self) -> None:
        """Open the project before it."""
        self._visit.open(self._exhibit.neighbours(self._visit.project)[0])
