"""The composition root of the running exhibit: everything is built here, in order. Imports no YAML, validation or locale
library; what needs them runs in a process of its own."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.editions.calm import calm_edition
from kiosk.editions.edition import Edition
from kiosk.errors import UnusableContent, UnusableEdition
from kiosk.opening import PACKAGE, find_edition
from kiosk.operations.machine_settings import MachineSettings
from kiosk.operations.shipped import shipped_exhibit
from kiosk.scene import Scene, rules_of

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.visit import VisitModel
    from kiosk.operations.display_power import DisplayWatch
    from kiosk.swapping import Swapper

log = logging.getLogger(__name__)


def load_fonts(scripts: set[str]) -> None:
    """Load the faces that the scripts of the exhibit need, from the fonts that ship with it."""
    from PySide6.QtGui import QFontDatabase

    families = ["ElMessiri", "IBMPlexSans_"] + (["IBMPlexSansArabic"] if "arabic" in scripts else [])
    for file in sorted((shipped_exhibit() / "assets" / "fonts").glob("*.ttf")):
        if file.name.startswith(tuple(families)):
            QFontDatabase.addApplicationFont(str(file))


def build(edition: Edition, settings: MachineSettings, code: str = "", clock: Callable[[], float] = time.monotonic) -> Scene:
    """Build models, engine and window over an edition; `clock` gives seconds that never go back. Raises UnusableEdition
    where the screen cannot be drawn."""
    from PySide6.QtCore import QCoreApplication, QLocale
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

    load_fonts({language.script for language in edition.languages})
    rules = rules_of(edition, settings)
    translator = WordsTranslator()
    QCoreApplication.installTranslator(translator)
    visit = VisitModel(rules, clock)
    exhibit = ExhibitModel(edition, rules.first_language, translator)
    shelf = PanelShelf(edition)
    panel = PanelModel(visit, exhibit, shelf)
    attract = AttractModel(edition, shipped_exhibit() / "assets" / "attract", rules.first_language)
    calm = [
        (edition.words(each.code).get("calm.title", ""), edition.words(each.code).get("calm.text", ""), each.script)
        for each in edition.languages
    ]
    machine = MachineModel(settings, calm, clock)
    delivery = DeliveryModel()

    engine = QQmlApplicationEngine()
    engine.addImportPath(str(PACKAGE.parent))
    visit.languageChanged.connect(lambda: exhibit.speak(visit.language))
    exhibit.languageChanged.connect(lambda: QLocale.setDefault(QLocale(exhibit.language)))
    exhibit.languageChanged.connect(engine.retranslate)
    visit.screenChanged.connect(lambda: attract.play() if visit.screen == "attract" and not visit.asleep else attract.pause())
    visit.screenChanged.connect(lambda: exhibit.show_gallery(visit.category) if visit.screen == "gallery" else None)
    visit.galleryChanged.connect(lambda: exhibit.show_gallery(visit.category) if visit.screen == "gallery" else None)
    visit.asleepChanged.connect(lambda: attract.pause() if visit.asleep else attract.play())
    if code:
        visit.lose_content(code)

    models = {"visit": visit, "exhibit": exhibit, "panel": panel, "attract": attract, "machine": machine, "delivery": delivery}
    engine.setInitialProperties(models)
    engine.load(str(PACKAGE / "ui" / "Main.qml"))
    roots = engine.rootObjects()
    if not roots or not isinstance(roots[0], QQuickWindow):
        raise UnusableEdition("K-50", "The screen cannot be drawn; the log tells why.")
    return Scene(engine, roots[0], visit, exhibit, panel, attract, machine, shelf, translator, settings, delivery)


def run(settings: MachineSettings) -> int:
    """Open the exhibit and stay until staff leave. Returns the exit code."""
    from kiosk.bridge.machine import SMALLEST_DIAGONAL
    from kiosk.operations.memory import give_pictures_back
    from kiosk.operations.renderer import apply_renderer, choose_renderer

    give_pictures_back()
    renderer = choose_renderer(settings.renderer, os.environ)
    apply_renderer(renderer)
    edition, code = _edition_or_calm(settings)

    import PySide6.QtQuick  # noqa: F401
    from PySide6.QtGui import QGuiApplication

    from kiosk.operations.logs import route_qt_messages

    route_qt_messages()
    application = QGuiApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(True)
    try:
        scene = build(edition, settings, code)
    except UnusableEdition as error:
        log.critical("%s: %s", error.code, error)
        raise
    shown = f"{edition.project_count} projects, edition {edition.folder.name}" if not code else f"the calm page, {code}"
    log.info("The exhibit is open: renderer %s, %s.", renderer, shown)
    _show(scene.window, settings)
    swapper = _begin_behind_first_frame(scene, edition)
    scene.machine.left.connect(lambda: log.info("Staff leave the exhibit."))
    scene.machine.left.connect(application.quit)
    if settings.diagonal_inches < SMALLEST_DIAGONAL:
        log.warning(
            "The glass is %g inches; below %g buttons of 20 mm leave little room, and the layout is compact. Check the setting «display».",
            settings.diagonal_inches,
            SMALLEST_DIAGONAL,
        )
    watch = _watch_display(scene.visit)
    try:
        return application.exec()
    finally:
        watch.stop()
        swapper.close()
        scene.close()


def _edition_or_calm(settings: MachineSettings) -> tuple[Edition, str]:
    try:
        return find_edition(settings), ""
    except UnusableContent as error:
        log.critical("%s: %s The calm page is shown.", error.code, error)
        return calm_edition(), error.code


def _show(window: QQuickWindow, settings: MachineSettings) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication

    screens = QGuiApplication.screens()
    if settings.screen >= len(screens):
        log.warning("There is no display %d; the first one is used.", settings.screen)
    window.setScreen(screens[settings.screen if settings.screen < len(screens) else 0])
    if settings.windowed:
        width, height = (int(part) for part in settings.windowed.lower().split("x"))
        window.resize(width, height)
        window.show()
        return
    window.setFlags(window.flags() | Qt.WindowType.FramelessWindowHint)
    window.setCursor(Qt.CursorShape.BlankCursor)
    window.setGeometry(window.screen().geometry())
    window.showFullScreen()


def _begin_behind_first_frame(scene: Scene, edition: Edition) -> Swapper:
    """What attract needs beyond its first frame comes behind it; so do renditions of new pictures, and new content."""
    from PySide6.QtCore import Qt, QTimer

    from kiosk.swapping import Swapper

    swapper = Swapper(scene)

    def begin() -> None:
        log.info("First frame.")
        scene.shelf.warm()
        QTimer.singleShot(200, scene.attract.play)
        QTimer.singleShot(2000, lambda: swapper.begin(edition))

    once = Qt.ConnectionType(Qt.ConnectionType.QueuedConnection.value | Qt.ConnectionType.SingleShotConnection.value)
    scene.window.frameSwapped.connect(begin, once)
    return swapper


def _watch_display(visit: VisitModel) -> DisplayWatch:
    """Tell the visit when the display falls asleep and wakes; the watching is done by another thread."""
    from PySide6.QtCore import QObject, Qt, Signal

    from kiosk.operations.display_power import DisplayWatch

    class Messenger(QObject):
        told = Signal(bool)

    messenger = Messenger(visit)
    messenger.told.connect(lambda asleep: visit.sleep() if asleep else visit.wake(), Qt.ConnectionType.QueuedConnection)
    watch = DisplayWatch(messenger.told.emit)
    watch.start()
    return watch
