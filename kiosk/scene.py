"""What is on the screen: the window, the models it shows, and the rules of a visit. What it shows can be exchanged under it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.editions.edition import Edition, Panel
from kiosk.operations.machine_settings import MachineSettings
from kiosk.visit.states import Rules, Sight

if TYPE_CHECKING:
    from PySide6.QtQml import QQmlApplicationEngine
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.attract import AttractModel
    from kiosk.bridge.delivery import DeliveryModel
    from kiosk.bridge.exhibit import ExhibitModel
    from kiosk.bridge.machine import MachineModel
    from kiosk.bridge.panel import PanelModel
    from kiosk.bridge.shelf import PanelShelf
    from kiosk.bridge.visit import VisitModel
    from kiosk.language.translator import WordsTranslator

log = logging.getLogger(__name__)


def rules_of(edition: Edition, settings: MachineSettings) -> Rules:
    """What the exhibit lays down for every visit, as this machine overrides it."""
    codes = tuple(language.code for language in edition.languages)
    first = settings.first_language if settings.first_language in codes else codes[0]
    if settings.first_language and settings.first_language not in codes:
        log.warning("The exhibit does not speak «%s»; it begins in «%s».", settings.first_language, first)
    idle = edition.idle
    return Rules(
        languages=codes,
        first_language=first,
        idle_base=settings.idle_seconds or idle.base,
        words_per_minute=idle.words_per_minute,
        idle_longest=settings.idle_longest_seconds or idle.longest,
        countdown=settings.countdown_seconds or idle.countdown,
        sight=Sight(settings.large_text, settings.high_contrast, settings.reduced_motion, settings.reach),
    )


@dataclass
class Scene:
    """Everything that must live as long as the window."""

    engine: QQmlApplicationEngine
    window: QQuickWindow
    visit: VisitModel
    exhibit: ExhibitModel
    panel: PanelModel
    attract: AttractModel
    machine: MachineModel
    shelf: PanelShelf
    translator: WordsTranslator
    settings: MachineSettings
    delivery: DeliveryModel

    def become(self, edition: Edition, panels: Iterable[Panel] = ()) -> None:
        """Show another edition, under whatever is on the screen. Its plates should have been read before, and `panels` be
        those in front: nothing is read here."""
        rules = rules_of(edition, self.settings)
        projects = frozenset(plate.project for plate in edition.plates(rules.first_language))
        categories = frozenset(category.id for category in edition.categories(rules.first_language))
        self.shelf.become(edition, panels)
        language = self.visit.language if self.visit.language in rules.languages else rules.first_language
        self.exhibit.become(edition, language)
        self.visit.find_content(rules, projects, categories)
        self.attract.become(edition, rules.first_language)

    def close(self) -> None:
        """Let go: first what shows, then what is shown."""
        from PySide6.QtCore import QCoreApplication, QEvent

        self.visit.stop()
        self.attract.pause()
        self.window.close()
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(self.engine, QEvent.Type.DeferredDelete.value)
        QCoreApplication.removeTranslator(self.translator)
        self.shelf.close()
