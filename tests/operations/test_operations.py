"""The machine on the floor: its settings, its renderer, its display, its log, its door."""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path

import pytest

from kiosk.operations import display, display_power, lockdown, logs, machine_settings
from kiosk.operations.machine_settings import MachineSettings
from kiosk.operations.memory import give_pictures_back
from kiosk.operations.reading_settings import read_settings
from kiosk.operations.renderer import choose_renderer

# ------------------------------------------------------------------ settings

GOOD = """\
exhibit: /srv/exhibit
first_language: ar
display: {diagonal_inches: 43, screen: 1}
waiting: {base: 90s, longest: 3min, countdown: 30s}
sight: {large_text: true}
renderer: software
staff: {pin: "2468"}
"""


def read(tmp_path: Path, text: str | bytes):
    """Settings from a text."""
    file = tmp_path / "settings.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_settings(file)


def test_good_settings_are_read(tmp_path) -> None:
    settings, problems = read(tmp_path, GOOD)
    assert problems == ()
    assert settings == MachineSettings(
        exhibit="/srv/exhibit",
        first_language="ar",
        diagonal_inches=43,
        screen=1,
        idle_seconds=90,
        idle_longest_seconds=180,
        countdown_seconds=30,
        large_text=True,
        renderer="software",
        pin="2468",
    )


@pytest.mark.parametrize(
    ("old", "new", "place", "what", "remedy"),
    [
        ("diagonal_inches: 43", "diagonal_inches: 4300", "3:28", "«4300» cannot be", "at most 200"),
        ("diagonal_inches", "diagonale_inches", "3:29", "«diagonale_inches» is not a field", "Did you mean «diagonal_inches»?"),
        ("base: 90s", "base: 90", "4:17", "is not a time", "90s, 2min or 1h"),
        ("base: 90s", "base: 5000000ms", "4:17", "is not a time", "90s"),
        ("countdown: 30s", "countdown: 5s", "4:48", "cannot be", "at least 20"),
        ("large_text: true", "large_text: maybe", "5:21", "neither yes nor no", "true or false"),
        ("renderer: software", "renderer: softwear", "6:11", "«softwear» is not known", "Did you mean «software»?"),
        ('pin: "2468"', "pin: abcd", "7:14", "«abcd»", ""),
        ("first_language: ar", "first_language: Arabic language", "2:17", "is not a name", ""),
        ("exhibit: /srv/exhibit", "exhibits: /srv/exhibit", "1:11", "«exhibits» is not a field", "Did you mean «exhibit»?"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_holds(tmp_path, old, new, place, what, remedy) -> None:
    assert old in GOOD
    settings, problems = read(tmp_path, GOOD.replace(old, new))
    assert len(problems) == 1, problems
    assert f"settings.yaml:{place}" in str(problems[0])
    assert what in problems[0].what
    assert remedy in problems[0].remedy
    kept = [
        settings.exhibit == "/srv/exhibit",
        settings.first_language == "ar",
        settings.diagonal_inches == 43,
        settings.idle_seconds == 90,
        settings.countdown_seconds == 30,
        settings.large_text,
        settings.renderer == "software",
        settings.pin == "2468",
    ]
    assert kept.count(False) == 1


@pytest.mark.parametrize(
    "text", ["", "\t", "a: [", b"\xff\xfea", "- 1\n- 2\n", "just words", "display: nothing", "display: {diagonal_inches: {a: b}}"]
)
def test_a_file_that_makes_no_sense_costs_nothing_but_itself(tmp_path, text) -> None:
    settings, problems = read(tmp_path, text)
    assert settings == MachineSettings()
    assert len(problems) == 1


def test_the_file_is_where_the_platform_expects_it(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert machine_settings.default_path() == tmp_path / "config" / machine_settings.NAME / "settings.yaml"
    assert machine_settings.log_folder(MachineSettings()) == tmp_path / "state" / machine_settings.NAME
    assert machine_settings.cache_folder(MachineSettings(cache="/elsewhere")) == Path("/elsewhere")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "Application Support" in str(machine_settings.default_path())
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert machine_settings.default_path() == tmp_path / "Local" / machine_settings.NAME / "settings.yaml"


def test_settings_are_remembered_until_their_file_changes(tmp_path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(GOOD)
    settings, _ = read_settings(file)
    machine_settings.remember(file, tmp_path / "cache", settings)
    assert machine_settings.remembered(file, tmp_path / "cache") == settings
    file.write_text(GOOD + "\n")
    assert machine_settings.remembered(file, tmp_path / "cache") is None
    (tmp_path / "cache" / "settings.json").write_text("{")
    assert machine_settings.remembered(file, tmp_path / "cache") is None


def test_a_cache_that_cannot_be_written_is_no_reason_to_stop(tmp_path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(GOOD)
    (tmp_path / "cache").write_text("a file where the folder should be")
    machine_settings.remember(file, tmp_path / "cache", MachineSettings())


# ------------------------------------------------------------------ renderer


def machine(tmp_path: Path, driver: str = "") -> Path:
    """A machine with one graphics driver, or none."""
    (tmp_path / "dev/dri").mkdir(parents=True)
    if driver:
        (tmp_path / "dev/dri/renderD128").touch()
        target = tmp_path / "drivers" / driver
        target.mkdir(parents=True)
        device = tmp_path / "sys/class/drm/renderD128/device"
        device.mkdir(parents=True)
        (device / "driver").symlink_to(target)
    return tmp_path


@pytest.mark.parametrize(
    ("setting", "environment", "driver", "chosen"),
    [
        ("auto", {}, "i915", "gpu"),
        ("auto", {}, "v3d", "gpu"),
        ("auto", {}, "", "software"),
        ("auto", {}, "simpledrm", "software"),
        ("auto", {}, "vkms", "software"),
        ("gpu", {}, "", "gpu"),
        ("software", {}, "i915", "software"),
        ("auto", {"QT_QUICK_BACKEND": "software"}, "i915", "software"),
        ("auto", {"QT_QUICK_BACKEND": "rhi"}, "", "gpu"),
        ("auto", {"QT_QPA_PLATFORM": "offscreen"}, "i915", "software"),
    ],
)
def test_the_renderer_is_what_the_machine_has(tmp_path, setting, environment, driver, chosen) -> None:
    assert choose_renderer(setting, environment, machine(tmp_path, driver), "linux") == chosen


def test_other_systems_have_a_gpu(tmp_path) -> None:
    assert {choose_renderer("auto", {}, tmp_path, platform) for platform in ("win32", "darwin")} == {"gpu"}


def test_memory_of_pictures_is_asked_back_wherever_the_library_can() -> None:
    give_pictures_back()


# ------------------------------------------------------------------ display


def test_a_display_is_named_by_the_environment() -> None:
    assert not display.has_display({}, "linux")
    assert display.has_display({"DISPLAY": ":0"}, "linux")
    assert display.has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert display.has_display({}, "win32")


def test_a_display_that_comes_late_is_waited_for(tmp_path, caplog) -> None:
    environment: dict[str, str] = {}
    looks: list[float] = []

    def pause(seconds: float) -> None:
        looks.append(seconds)
        if len(looks) == 40:
            (tmp_path / "tmp/.X11-unix").mkdir(parents=True)
            (tmp_path / "tmp/.X11-unix/X7").touch()

    with caplog.at_level(logging.INFO):
        display.wait_for_display(environment, tmp_path, pause)
    assert environment["DISPLAY"] == ":7"
    assert len(looks) == 40
    assert [record.message for record in caplog.records].count("There is no display yet; the exhibit waits for one.") == 2


def connector(tmp_path: Path, name: str, status: str, dpms: str) -> None:
    """One output of a graphics card as the kernel shows it."""
    folder = tmp_path / "sys/class/drm" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "status").write_text(status + "\n")
    (folder / "dpms").write_text(dpms + "\n")


def test_the_display_sleeps_when_every_connected_one_is_dark(tmp_path) -> None:
    assert not display_power.sleeps(tmp_path)
    connector(tmp_path, "card0-HDMI-A-1", "connected", "On")
    connector(tmp_path, "card0-DP-1", "disconnected", "Off")
    assert not display_power.sleeps(tmp_path)
    connector(tmp_path, "card0-HDMI-A-1", "connected", "Off")
    assert display_power.sleeps(tmp_path)


def test_falling_asleep_and_waking_are_told_once_each(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(display_power, "SECONDS", 0.01)
    told: list[bool] = []
    watch = display_power.DisplayWatch(told.append, tmp_path)
    watch.start()

    def until(count: int) -> None:
        ends = time.monotonic() + 5
        while len(told) < count and time.monotonic() < ends:
            time.sleep(0.01)

    connector(tmp_path, "card0-HDMI-A-1", "connected", "Off")
    until(1)
    connector(tmp_path, "card0-HDMI-A-1", "connected", "On")
    until(2)
    watch.stop()
    watch.join(2)
    assert told == [True, False]


# ------------------------------------------------------------------ log


@pytest.fixture
def quiet_logging():
    """Puts logging back as it was."""
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = root.handlers[:], root.level
    yield
    for handler in root.handlers:
        if handler not in handlers:
            handler.close()
    root.handlers[:], sys.excepthook = handlers, hook
    root.setLevel(level)


def test_the_log_tells_when_and_what_and_rotates(tmp_path, quiet_logging) -> None:
    logs.keep_log(tmp_path / "logs")
    for number in range(9000):
        logging.getLogger("kiosk").info("A visit ended after %d touches; %s", number, "x" * 600)
    files = sorted(file.name for file in (tmp_path / "logs").iterdir())
    assert files == ["kiosk.log", *(f"kiosk.log.{n}" for n in range(1, 6))]
    assert all(file.stat().st_size <= 1_001_000 for file in (tmp_path / "logs").iterdir())
    assert "A visit ended after 8999 touches" in (tmp_path / "logs/kiosk.log").read_text(encoding="utf-8")


def test_a_log_that_cannot_be_kept_is_told_and_the_exhibit_goes_on(tmp_path, quiet_logging, capsys) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    logs.keep_log(tmp_path / "logs")
    assert "No log can be kept" in capsys.readouterr().err


def test_what_nobody_foresaw_is_in_the_log_in_words(tmp_path, quiet_logging) -> None:
    logs.keep_log(tmp_path / "logs")
    try:
        raise ZeroDivisionError("by zero")
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    text = (tmp_path / "logs/kiosk.log").read_text(encoding="utf-8")
    assert "Something unforeseen happened; the exhibit goes on." in text
    assert "by zero" in text


# ------------------------------------------------------------------ door


def after(door: lockdown.Door, *corners: str, seconds: float = 1.0) -> lockdown.Door:
    """The door after touches of corners."""
    for number, corner in enumerate(corners):
        door = lockdown.touch_corner(door, corner, 100 + number * seconds)
    return door


def typed(door: lockdown.Door, digits: str, now: float = 200.0) -> lockdown.Door:
    """The door after digits."""
    for digit in digits:
        door = lockdown.type_digit(door, digit, now)
    return door


def test_the_four_corners_in_turn_ask_for_the_pin() -> None:
    assert after(lockdown.Door("2468"), *lockdown.GESTURE).asks


@pytest.mark.parametrize(
    "corners",
    [lockdown.GESTURE[::-1], lockdown.GESTURE[:3], (*lockdown.GESTURE[:2], "", *lockdown.GESTURE[2:]), ("top-left",) * 4],
)
def test_anything_else_does_not(corners) -> None:
    assert not after(lockdown.Door("2468"), *corners).asks


def test_a_slow_gesture_does_not_count() -> None:
    assert not after(lockdown.Door("2468"), *lockdown.GESTURE, seconds=3.0).asks


def test_without_a_pin_nothing_ever_opens() -> None:
    door = after(lockdown.Door(""), *lockdown.GESTURE)
    assert not door.asks
    assert not typed(door, "0000").open


def test_the_pin_opens() -> None:
    assert typed(after(lockdown.Door("2468"), *lockdown.GESTURE), "2468").open


def test_three_wrong_pins_cost_a_wait_that_doubles() -> None:
    door = after(lockdown.Door("2468"), *lockdown.GESTURE)
    door = typed(door, "1111")
    assert door.answer == "wrong"
    door = typed(typed(door, "1111"), "1111")
    assert (door.answer, door.closed_until) == ("wait", 210.0)
    assert not typed(door, "2468", 205.0).open
    assert typed(door, "1111", 211.0).closed_until == 231.0
    assert typed(door, "2468", 211.0).open


def test_going_away_does_not_forget_wrong_pins() -> None:
    door = typed(after(lockdown.Door("2468"), *lockdown.GESTURE), "11111111")
    again = after(lockdown.cancel(door), *lockdown.GESTURE)
    assert typed(again, "1111").answer == "wait"


def test_a_digit_can_be_taken_back() -> None:
    door = typed(after(lockdown.Door("2468"), *lockdown.GESTURE), "24")
    assert typed(lockdown.erase(typed(door, "7")), "68").open
