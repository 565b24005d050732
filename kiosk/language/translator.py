"""The words of the interface behind Qt's own translation: QML says `qsTrId("gallery.title")`."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTranslator


class WordsTranslator(QTranslator):
    """Looks identifiers up in the words of the language of the visit. A word nobody wrote shows as its identifier."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: Mapping[str, str] = {}

    def speak(self, words: Mapping[str, str]) -> None:
        """Use these words from now on; the engine must be asked to retranslate."""
        self._words = words

    def isEmpty(self) -> bool:
        """Never: an empty translator would not be asked."""
        return False

    def translate(self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The word for an identifier, or the identifier itself for Qt to fall back on."""
        return self._words.get(source_text, source_text)
