"""The machine on the floor: its settings, its renderer, its display, its log, its door."""

from __future__ import annotations

import json
import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.opening import PACKAGE
from kiosk.operations import display, display_power, lockdown, logs, machine_settings
from kiosk.operations.machine_settings import MachineSettings
from kiosk.operations.memory import give_pictures_back
from kiosk.operations.reading_settings import read_settings
from kiosk.operations.renderer import apply_renderer, choose_renderer

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
        ('pin: "2468"', "pin: abcd", "7:14", "«abcd» is not a PIN", "4 to 8 digits"),
        ('pin: "2468"', 'pin: "123456789"', "7:14", "is not a PIN", "4 to 8 digits"),
        ("first_language: ar", "first_language: Arabic language", "2:17", "is not a name", "languages: en"),
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
    ("field", "column", "what", "remedy"),
    [
        ('exhibit: ""', 10, "«exhibit» is empty", "Fill it in"),
        ("first_language: [ar]", 17, "«first_language» must be one text", "straight quotes"),
        ("display: {diagonal_inches: wide}", 28, "«wide» is not a number", "51.6"),
        ("display: {screen: -1}", 19, "«-1» cannot be", "at least 0"),
        ("display: {screen: 1.5}", 19, "«1.5» is not a number", "digits"),
        ("waiting: {longest: soon}", 20, "«soon» is not a time", "90s, 2min or 1h"),
        ("waiting: {longest: 0s}", 20, "«0s» cannot be", "more than 0"),
        ("waiting: {countdown: 10min}", 22, "«10min» cannot be", "at most 120"),
        ("sight: {high_contrast: 2}", 24, "«2» is neither yes nor no", "true or false"),
        ("sight: {reduced_motion: perhaps}", 25, "neither yes nor no", "true or false"),
        ("sight: {reach: x}", 16, "neither yes nor no", "true or false"),
        ("sight: {larg_text: true}", 20, "«larg_text» is not a field", "Did you mean «large_text»?"),
        ("staff: {pin: [1, 2]}", 14, "«pin» must be one text", "straight quotes"),
        ("cache: {a: b}", 8, "«cache» must be one text", "straight quotes"),
        ("logs: [x]", 7, "«logs» must be one text", "straight quotes"),
        ("renderer: gpu", 1, "«renderer» is given twice", "Keep one"),
        ("colour: blue", 9, "«colour» is not a field", "Known here"),
    ],
)
def test_each_field_falls_back_alone(tmp_path, field, column, what, remedy) -> None:
    settings, problems = read(tmp_path, f"renderer: software\n{field}\n")
    assert len(problems) == 1, problems
    assert str(problems[0]).startswith(f"settings.yaml:2:{column}  ")
    assert what in problems[0].what
    assert remedy in problems[0].remedy
    assert settings == MachineSettings(renderer="software")


@pytest.mark.parametrize("field", ["display: {diagonal_inches: {a: b}, screen: 1}", "display: {screen: 1}\ncolour: {a: {b: c}}"])
def test_a_section_where_a_value_should_be_costs_only_itself(tmp_path, field) -> None:
    settings, problems = read(tmp_path, f"renderer: software\n{field}\n")
    assert settings == MachineSettings(renderer="software", screen=1)
    assert len(problems) == 1


def test_every_wrong_field_is_told_at_once(tmp_path) -> None:
    settings, problems = read(tmp_path, "first_language: ar\nfirst_langage: en\nstaff: {pin: x, pim: 3}\ndisplay: {screen: 1}\n")
    assert [problem.line for problem in problems] == [2, 3, 3]
    assert settings == MachineSettings(first_language="ar", screen=1)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("\tdisplay: 3\n", 1, "A tab stands"),
        (b"renderer: gpu\nlogs: \xff\xfe\n", 2, "not UTF-8"),
        ("display: {screen: 1\nrenderer: gpu\n", 2, "YAML cannot read this"),
    ],
)
def test_a_file_that_does_not_parse_is_told_where(tmp_path, text, line, what) -> None:
    settings, problems = read(tmp_path, text)
    assert settings == MachineSettings()
    assert len(problems) == 1
    assert what in problems[0].what
    assert problems[0].remedy
    assert problems[0].line == line


def test_without_a_file_the_defaults_hold(tmp_path) -> None:
    settings, problems = read_settings(tmp_path / "nothing.yaml")
    assert settings == MachineSettings()
    assert [problem.code for problem in problems] == ["missing-file"]


def test_settings_come_from_a_process_of_their_own_whatever_the_encoding_of_the_pipe(tmp_path) -> None:
    (tmp_path / "settings.yaml").write_text("exhibit: /srv/معرض\nrenderer: برنامج\n", encoding="utf-8")
    command = [sys.executable, "-m", "kiosk.operations.reading_settings", tmp_path / "settings.yaml"]
    around = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=PACKAGE.parent, env=around, capture_output=True, text=True, check=False)
    answer = json.loads(done.stdout)
    assert machine_settings.of_values(answer["settings"]) == MachineSettings(exhibit="/srv/معرض")
    assert "«برنامج»" in answer["problems"][0]


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
        ("auto", {}, "amdgpu", "gpu"),
        ("auto", {}, "ast", "software"),
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


@pytest.mark.parametrize(("choice", "before", "after"), [("software", None, "software"), ("gpu", "software", None), ("gpu", None, None)])
def test_qt_is_told_the_choice(monkeypatch, choice, before, after) -> None:
    monkeypatch.delenv("QT_QUICK_BACKEND", raising=False)
    if before:
        monkeypatch.setenv("QT_QUICK_BACKEND", before)
    apply_renderer(choice)
    assert os.environ.get("QT_QUICK_BACKEND") == after


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


def test_a_display_that_is_there_is_not_waited_for(tmp_path) -> None:
    (tmp_path / "run/user/1000").mkdir(parents=True)
    (tmp_path / "run/user/1000/wayland-1").touch()
    (tmp_path / "tmp/.X11-unix").mkdir(parents=True)
    (tmp_path / "tmp/.X11-unix/X0").touch()
    environment = {"XDG_RUNTIME_DIR": "/run/user/1000"}
    display.wait_for_display(environment, tmp_path, lambda _: pytest.fail("it waited"))
    assert environment == {"XDG_RUNTIME_DIR": "/run/user/1000", "WAYLAND_DISPLAY": "wayland-1"}


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
    connector(tmp_path, "card0-DP-2", "connected", "On")
    assert not display_power.sleeps(tmp_path)
    connector(tmp_path, "card0-DP-2", "connected", "Off")
    assert display_power.sleeps(tmp_path)


def test_falling_asleep_and_waking_are_told_once_each(tmp_path, monkeypatch) -> None:
    """Each look comes after a pause; the pauses here are what happens to the display in between."""
    told: list[bool] = []
    watch = display_power.DisplayWatch(told.append, tmp_path)
    states = iter(["On", "Off", "Off", "Standby", "On", "On"])

    def pause(seconds: float) -> bool:
        state = next(states, None)
        if state is not None:
            connector(tmp_path, "card0-HDMI-A-1", "connected", state)
        return state is None

    monkeypatch.setattr(watch._stopped, "wait", pause)
    watch.run()
    assert told == [True, False]


def test_a_watch_that_is_stopped_looks_no_more(tmp_path) -> None:
    watch = display_power.DisplayWatch(lambda _: None, tmp_path)
    watch.stop()
    watch.start()
    watch.join(60)
    assert not watch.is_alive()


def test_an_output_that_cannot_be_read_is_passed_over(tmp_path) -> None:
    connector(tmp_path, "card0-HDMI-A-1", "connected", "Off")
    (tmp_path / "sys/class/drm/card0-DP-1").mkdir()
    assert display_power.sleeps(tmp_path)


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
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert f"No log can be kept in {tmp_path / 'logs'}" in told
    assert "«logs»" in told
    logging.getLogger("kiosk").info("The exhibit goes on.")
    assert "The exhibit goes on." in capsys.readouterr().err


def test_a_line_of_the_log_tells_the_clock_the_seconds_since_the_start_and_how_bad(tmp_path, quiet_logging) -> None:
    logs.keep_log(tmp_path / "logs")
    logging.getLogger("kiosk").warning("There is no display 3; the first one is used.")
    line = (tmp_path / "logs/kiosk.log").read_text(encoding="utf-8")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+ *\d+\.\d  WARNING  There is no display 3; the first one is used\.\n", line)


_QT_SPEAKS = """
import sys
from pathlib import Path
from PySide6.QtCore import qCritical, qWarning
from kiosk.operations import logs
logs.keep_log(Path(sys.argv[1]))
logs.route_qt_messages()
qWarning("a binding loop")
qCritical("no surface")
"""


def test_what_qt_says_is_in_the_same_log(tmp_path) -> None:
    subprocess.run([sys.executable, "-c", _QT_SPEAKS, tmp_path], cwd=PACKAGE.parent, check=True, capture_output=True)
    lines = (tmp_path / "kiosk.log").read_text(encoding="utf-8").splitlines()
    assert [re.sub(r"^.*?(?=[A-Z])", "", line) for line in lines] == ["WARNING  a binding loop", "ERROR  no surface"]


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


@pytest.mark.parametrize(("seconds", "asks"), [(0.2, True), (2.0, True), (2.1, False), (3.0, False)])
def test_a_slow_gesture_does_not_count(seconds, asks) -> None:
    assert after(lockdown.Door("2468"), *lockdown.GESTURE, seconds=seconds).asks is asks


def test_a_gesture_that_went_wrong_may_begin_again() -> None:
    assert after(lockdown.Door("2468"), "top-left", "bottom-left", "top-left", *lockdown.GESTURE[1:]).asks


@pytest.mark.parametrize("pin", ["2469", "8642", "0000", "246"])
def test_another_pin_opens_nothing(pin) -> None:
    assert not typed(after(lockdown.Door("2468"), *lockdown.GESTURE), pin).open


def test_a_pin_without_the_gesture_opens_nothing() -> None:
    assert not typed(lockdown.Door("2468"), "2468").open


def test_the_wait_never_grows_beyond_five_minutes() -> None:
    door, now = after(lockdown.Door("2468"), *lockdown.GESTURE), 200.0
    for _ in range(20):
        door = typed(door, "1111", now)
        assert door.closed_until - now <= 300.0
        now = max(now, door.closed_until)
    assert door.answer == "wait"
    assert typed(door, "2468", now).open


def test_the_right_pin_forgives_the_wrong_ones() -> None:
    door = typed(after(lockdown.Door("2468"), *lockdown.GESTURE), "11112468")
    assert (door.open, door.wrong) == (True, 0)


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
