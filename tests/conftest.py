"""What tests share: the shipped exhibit, compiled once, and a small exhibit that a test may break."""

import os
import shutil
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
for _folder in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
    os.environ[_folder] = tempfile.mkdtemp()  # no test meets the editions of this machine

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kiosk.content.reading import read_exhibit
from kiosk.editions.compiling import compile_edition
from kiosk.editions.edition import Edition, load_edition
from kiosk.media.probing import look

REPOSITORY = Path(__file__).resolve().parents[1]


class Folder:
    """An exhibit folder that a test may break, one place at a time."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __truediv__(self, name: str) -> Path:
        return self.root / name

    def write(self, name: str, text: str | bytes) -> Path:
        """Write a file below the folder, making the folders above it."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def replace(self, name: str, old: str, new: str) -> Path:
        """Exchange one passage of a file, which must be there."""
        file = self.root / name
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{name} no longer holds {old!r}"
        return self.write(name, text.replace(old, new, 1))

    def picture(self, name: str, width: int = 1600, height: int = 1066, colour: str = "teal") -> Path:
        """Paint a picture into assets/."""
        file = self.root / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        image.setDotsPerMeterX(3780)  # not of the screen there may be
        image.setDotsPerMeterY(3780)
        assert image.save(str(file))
        return file


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--approve` renders the approved pictures of screens anew."""
    parser.addoption("--approve", action="store_true", help="render the approved pictures of screens anew")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The exhibit uses no widgets, and neither do its tests."""
    return QGuiApplication


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top of the repository."""
    return REPOSITORY


_EXHIBIT = """\
languages: [en, ar]
categories:
  - {id: flights, sign: flight}
order: [mir]
"""
_WORDS = {
    "en": 'title: "A small exhibit"\nsubtitle: "For tests"\ninvitation: "Touch"\ncategories: {flights: Flights}\n'
    "people: {faris: Muhammed Faris}\nvehicles: {soyuz: Soyuz, station: Mir}\nplaces: {baikonur: Baikonur}\n",
    "ar": 'title: "معرض صغير"\nsubtitle: "للاختبار"\ninvitation: "المس"\ncategories: {flights: رحلات}\n'
    "people: {faris: محمد فارس}\nvehicles: {soyuz: سويوز, station: مير}\nplaces: {baikonur: بايكونور}\n",
}
_PROJECT = """\
category: flights
standing: flown
cooperation: agreement
countries: [SY, SU]
begins: 1987-07-22
ends: 1987-07-30
vehicle: soyuz
spacecraft: station
site: baikonur
people: [faris]
orbit:
  kind: low-earth
  perigee_km: 311
  apogee_km: 359
  sources: [almanac]
as_of: 2026-01-01
sources:
  almanac: {publisher: "An almanac", origin: almanac}
  archive: {publisher: "An archive", origin: archive}
pictures:
  station:
    file: pictures/station.png
    credit: "A painter"
    licence: CC-BY-4.0
hero: station
facts:
  - {id: flew, sources: [almanac, archive]}
  - {id: long, value: 7.9, unit: day, about: true, sources: [almanac]}
story:
  - {id: flight, kind: text, sources: [almanac]}
  - {id: station, kind: text, sources: [archive]}
related: [launch]
"""
_PROJECT_WORDS = {
    "en": 'title: "To Mir"\nsummary: "A flight to a station."\npictures:\n  station: {alt: "A station above the Earth."}\n'
    'facts:\n  flew: {sentence: "He flew in 1987."}\n  long: {sentence: "He stayed for about eight days.", label: "in space"}\n'
    'story:\n  flight: {text: "He flew to the station."}\n  station: {heading: "Aboard", text: "He worked there for a week."}\n',
    "ar": 'title: "إلى مير"\nsummary: "رحلة إلى محطة."\npictures:\n  station: {alt: "محطة فوق الأرض."}\n'
    'facts:\n  flew: {sentence: "طار عام 1987."}\n  long: {sentence: "بقي نحو ثمانية أيام.", label: "في الفضاء"}\n'
    'story:\n  flight: {text: "طار إلى المحطة."}\n  station: {heading: "على متنها", text: "عمل هناك أسبوعًا."}\n',
}
_LAUNCH = """\
category: flights
standing: planned
cooperation: plan
begins: 2027
as_of: 2026-01-01
sources:
  almanac: {publisher: "An almanac", origin: almanac}
pictures:
  pad:
    file: pictures/pad.png
    credit: "A painter"
    licence: CC-BY-4.0
hero: pad
story:
  - {id: plan, kind: text, sources: [almanac]}
"""
_LAUNCH_WORDS = {
    "en": 'title: "A launch"\nsummary: "It is planned."\npictures:\n  pad: {alt: "A pad."}\nstory:\n  plan: {text: "It is planned."}\n',
    "ar": 'title: "إطلاق"\nsummary: "خطة."\npictures:\n  pad: {alt: "منصة."}\nstory:\n  plan: {text: "خطة."}\n',
}


@pytest.fixture(scope="session")
def _small_exhibit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Folder(tmp_path_factory.mktemp("small") / "exhibit")
    folder.write("content/exhibit.yaml", _EXHIBIT)
    folder.write("content/people.yaml", "faris: {country: SY, born: 1951-05-26}\n")
    folder.write("content/vehicles.yaml", "soyuz: {kind: rocket}\nstation: {kind: station}\n")
    folder.write("content/places.yaml", "baikonur: {country: KZ, latitude_deg: 45.96, longitude_deg: 63.31}\n")
    folder.write("content/projects/mir/project.yaml", _PROJECT)
    folder.write("content/projects/launch/project.yaml", _LAUNCH)
    for language in ("en", "ar"):
        folder.write(f"content/words/{language}.yaml", _WORDS[language])
        folder.write(f"content/projects/mir/{language}.yaml", _PROJECT_WORDS[language])
        folder.write(f"content/projects/launch/{language}.yaml", _LAUNCH_WORDS[language])
    folder.picture("pictures/station.png")
    folder.picture("pictures/pad.png", colour="maroon")
    return folder.root


@pytest.fixture
def exhibit(_small_exhibit: Path, tmp_path: Path) -> Folder:
    """A small exhibit of two projects, mir and launch, in English and Arabic, without a problem; the test's own copy."""
    return Folder(Path(shutil.copytree(_small_exhibit, tmp_path / "exhibit")))


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The shipped exhibit, compiled."""
    reading = read_exhibit(REPOSITORY)
    assert reading.exhibit is not None
    folder = tmp_path_factory.mktemp("edition") / "edition"
    compile_edition(reading.exhibit, folder, look, reading.exhibit.interface)
    return load_edition(folder)
