"""The exhibit as QML sees it: languages, gallery, words and pictures of the edition that is shown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.bridge.pictures import picture_url
from kiosk.bridge.properties import Property
from kiosk.bridge.records import RecordsModel
from kiosk.editions.edition import Category, Edition, Plate
from kiosk.language.translator import WordsTranslator

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

_FACES = {"latin", "cyrillic", "arabic"}


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language as the language switch shows it."""

    code: str
    name: str
    script: str
    right_to_left: bool
    still_there: str
    """«Still there?» in this language: the question is put in all of them at once."""
    keep_exploring: str
    calm_title: str
    calm_text: str


@QmlElement
@QmlUncreatable("app.py makes the exhibit")
class ExhibitModel(QObject):  # type: ignore[operator]
    """What the edition holds, in the language of the visit."""

    languageChanged = Signal()
    platesChanged = Signal()
    editionChanged = Signal()

    def __init__(self, edition: Edition, language: str, translator: WordsTranslator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._category = ""
        self._translator = translator
        self._tongues = RecordsModel(Tongue, self)
        self._categories = RecordsModel(Category, self)
        self._plates = RecordsModel(Plate, self)
        self._take(edition, language)

    def _take(self, edition: Edition, language: str) -> None:
        self._edition = edition
        self._languages = {each.code: each for each in edition.languages}
        self._language = self._languages[language]
        self._tongues.replace([self._tongue(code) for code in self._languages])
        self._translator.speak(edition.words(language))

    def become(self, edition: Edition, language: str) -> None:
        """Show another edition, in one of its languages. Its plates should have been read before: this reads none anew."""
        self._take(edition, language)
        self.show_gallery(self._category)
        self.languageChanged.emit()
        self.editionChanged.emit()

    def _tongue(self, code: str) -> Tongue:
        language, words = self._languages[code], self._edition.words(code)
        asked = ("stillthere.question", "stillthere.continue", "calm.title", "calm.text")
        return Tongue(code, language.name, language.script, language.right_to_left, *(words.get(key, key) for key in asked))

    def speak(self, language: str) -> None:
        """Go over to another language of the exhibit."""
        if language == self._language.code:
            return
        self._language = self._languages[language]
        self._translator.speak(self._edition.words(language))
        self.show_gallery(self._category)
        self.languageChanged.emit()

    def show_gallery(self, category: str) -> None:
        """Hang the plates of one category, or all."""
        self._category = category
        code = self._language.code
        self._categories.replace(self._edition.categories(code))
        self._plates.replace([plate for plate in self._edition.plates(code) if category in ("", plate.category)])
        self.platesChanged.emit()

    def neighbours(self, project: str) -> tuple[str, str]:
        """The projects before and after one, in the order of the gallery as it is filtered; the last leads to the first."""
        order = [plate.project for plate in self._edition.plates(self._language.code) if self._category in ("", plate.category)]
        if project not in order:
            order = [plate.project for plate in self._edition.plates(self._language.code)]
        if project not in order:
            return project, project
        place = order.index(project)
        return order[place - 1], order[(place + 1) % len(order)]

    @property
    def edition(self) -> Edition:
        """The edition that is shown."""
        return self._edition

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        """The language that is spoken."""
        return self._language.code

    @Property(str, notify=languageChanged)
    def script(self) -> str:
        """latin, cyrillic or arabic."""
        return self._language.script if self._language.script in _FACES else "latin"

    @Property(bool, notify=languageChanged)
    def rightToLeft(self) -> bool:
        """Whether it is read from right to left."""
        return self._language.right_to_left

    @Property(str, notify=languageChanged)
    def title(self) -> str:
        """The title of the exhibit."""
        return self._edition.title(self._language.code)

    @Property(QObject, constant=True)
    def tongues(self) -> RecordsModel:
        """The languages, in the order of the switch."""
        return self._tongues

    @Property(QObject, constant=True)
    def categories(self) -> RecordsModel:
        """The groups of the gallery."""
        return self._categories

    @Property(QObject, constant=True)
    def plates(self) -> RecordsModel:
        """The projects of the chosen group, in the order of the gallery."""
        return self._plates

    @Property(str, notify=platesChanged)
    def galleryTitle(self) -> str:
        """The title over the gallery: «16 stories», or the name of the chosen group."""
        groups = self._edition.categories(self._language.code)
        chosen = next((group for group in groups if group.id == self._category), groups[0])
        return chosen.name if chosen.id else chosen.count_text

    @Property(int, notify=platesChanged)
    def projectCount(self) -> int:
        """How many projects the exhibit tells, in all groups."""
        return len(self._edition.plates(self._language.code))

    @Slot(str, float, result=QUrl)
    def picture(self, path: str, width: float) -> QUrl:
        """The file that shows a picture at least so many pixels wide."""
        return picture_url(self._edition, path, width)

    @Slot(int, result=str)
    def number(self, value: int) -> str:
        """A whole number in the digits of the language."""
        return self.digits(str(value), self._language.code)

    @Slot(str, str, result=str)
    def digits(self, text: str, language: str) -> str:
        """`text` with its digits in those of a language."""
        own = self._languages[language].digits
        return text.translate({ord("0") + i: digit for i, digit in enumerate(own)})

    @Slot(str, str, result=str)
    def wordIn(self, key: str, language: str) -> str:
        """A word of the interface in a given language, for screens that speak several at once."""
        return self._edition.words(language).get(key, key)
