"""What the model says is wrong, in a curator's words."""

from __future__ import annotations

import typing
from dataclasses import replace
from types import UnionType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kiosk.content.problems import Problem, brief, did_you_mean, nearest
from kiosk.content.yaml_files import Value, YamlFile


def validated(adapter: TypeAdapter[Any], shape: Any, file: YamlFile, **more: str) -> Any | None:
    """The values of a file as `shape`, or None; every problem at once goes to the file."""
    try:
        return adapter.validate_python(file.values)
    except ValidationError as error:
        file.problems += _problems(error, shape, file, more)[0]
        return None


MOST_TOLD = 200
"""Problems told of one file; nobody reads more, and each takes time to word."""
_ROUNDS = 12
"""Rounds of dropping what is wrong; each uncovers what it hid, and nothing lies deeper than five fields."""
_Spot = tuple[int, int]


def validated_piecewise(adapter: TypeAdapter[Any], shape: Any, file: YamlFile, **more: str) -> Any | None:
    """As `validated`, but what is wrong is dropped and the rest is kept: a field falls back to its default, an entry is left
    out. None where nothing can be kept. Every problem of the file goes to it, those of later rounds too where they are no
    consequence of dropping."""
    left = file.values
    dropped: set[_Spot] = set()
    for _ in range(_ROUNDS):
        try:
            return adapter.validate_python(left)
        except ValidationError as error:
            problems, bad = _problems(error, shape, file, more)
        emptied = _above(dropped, file)
        told = {(problem.line, problem.column) for problem in file.problems} | emptied
        file.problems += [each for each in problems if (each.line, each.column) not in told]
        kept = _without(left, (), file, bad) if left is not None else None
        if kept is None or kept == left or (file.places.get((), (0, 0)) in bad and not isinstance(left, dict)):
            return None
        left, dropped = kept, dropped | bad
    return None


def _problems(error: ValidationError, shape: Any, file: YamlFile, more: dict[str, str]) -> tuple[list[Problem], set[_Spot]]:
    """What is wrong, each thing once and not too many of them, and all the places at which something is."""
    told: dict[tuple[object, ...], Problem] = {}
    bad: set[_Spot] = set()
    untold, first = 0, None
    details = error.errors(include_url=False)
    mistyped = {_meant(detail, shape, file) for detail in details if detail["type"] == "extra_forbidden"}
    for detail in details:
        spot = file.place(_place(detail, file))
        bad.add(spot)
        if detail["type"] == "missing" and tuple(detail["loc"]) in mistyped:
            continue
        if len(told) < MOST_TOLD:
            problem = _problem(detail, shape, file, more)
            told.setdefault((problem.line, problem.column, problem.what), problem)
        else:
            untold, first = untold + 1, first or spot
    if first is not None:
        what = f"From here on {untold} more values are wrong."
        remedy = "Mend those above first; then these are told."
        told[()] = replace(file.problem((), what, remedy, code="bad-value", **more), line=first[0], column=first[1])
    return list(told.values()), bad


def _meant(detail: ErrorDetails, shape: Any, file: YamlFile) -> tuple[str | int, ...]:
    """The field that a name nobody knows most likely stands for: that it is missing need not be told too."""
    place = _place(detail, file)
    return (*place[:-1], nearest(str(place[-1]), _fields(shape, place[:-1]))) if place else ()


def _above(spots: set[_Spot], file: YamlFile) -> set[_Spot]:
    """The places of everything of which a part stands at these places: it lacks only what was wrong."""
    if not spots:
        return set()
    below = [path for path, place in file.places.items() if place in spots]
    return {file.places[path[:length]] for path in below for length in range(len(path) + 1) if path[:length] in file.places}


def _without(values: Value, path: tuple[str | int, ...], file: YamlFile, bad: set[tuple[int, int]]) -> Value:
    """Values without those that stand at a bad place."""
    if isinstance(values, dict):
        return {
            name: _without(value, (*path, name), file, bad) for name, value in values.items() if file.places.get((*path, name)) not in bad
        }
    if isinstance(values, list):
        return [_without(value, (*path, at), file, bad) for at, value in enumerate(values) if file.places.get((*path, at)) not in bad]
    return values


def _place(detail: ErrorDetails, file: YamlFile) -> tuple[str | int, ...]:
    """Where an error stands in the file: the other parts of its place name branches of a union or mark a key."""
    if detail["type"] == "missing":
        return tuple(detail["loc"][:-1])
    return tuple(each for each in detail["loc"] if each in ("", *_keys(file, detail["loc"])) or isinstance(each, int))


def _problem(detail: ErrorDetails, shape: Any, file: YamlFile, more: dict[str, str]) -> Problem:
    place = _place(detail, file)
    name = brief(str(place[-1])) if place else ""
    given = detail.get("input")
    given = brief(given) if isinstance(given, str) else given
    match detail["type"]:
        case "extra_forbidden":
            known = _fields(shape, place[:-1])
            return file.problem(
                place, f"«{name}» is not a field here.", did_you_mean(name, known) or "Delete it.", code="unknown-field", **more
            )
        case "missing":
            name = str(detail["loc"][-1])
            return file.problem(
                place,
                f"«{name}» is missing.",
                _purpose(shape, tuple(detail["loc"])) or "Add it.",
                code="missing-field",
                **more,
            )
        case "enum" | "literal_error":
            known = {each.strip(" '") for each in str(detail.get("ctx", {}).get("expected", "")).replace(" or ", ",").split(",")}
            return file.problem(
                place,
                f"«{brief(str(given))}» is not known here.",
                did_you_mean(str(given), known) or "Use one of: " + ", ".join(sorted(known)) + ".",
                code="unknown-value",
                **more,
            )
        case "string_pattern_mismatch":
            return file.problem(
                place,
                f"«{brief(str(given))}» is not a name the program can use.",
                "Use small letters, digits and hyphens: baikonur-lease (languages: en, countries: KZ).",
                code="bad-name",
                **more,
            )
        case "string_too_short":
            return file.problem(place, f"«{name}» is empty.", "Fill it in, or delete the line.", code="empty-value", **more)
        case "string_too_long":
            return file.problem(place, f"«{name}» is far too long.", "Shorten it.", code="bad-value", **more)
        case "value_error":
            said = detail["msg"].removeprefix("Value error, ")
            what, _, remedy = said.partition(": ")
            return file.problem(
                place,
                f"«{given}» {what}." if isinstance(given, str) else f"Here {what}.",
                (remedy[:1].upper() + remedy[1:] + ".") if remedy else "Check it against your source.",
                code="bad-value",
                **more,
            )
        case "model_type" | "dict_type" | "model_attributes_type":
            return file.problem(
                place,
                f"«{name}» must be names with values." if name else "The file must be names with values.",
                "Write «name: value» lines, indented below it.",
                code="bad-value",
                **more,
            )
        case "tuple_type" | "list_type":
            return file.problem(place, f"«{name}» must be a list.", "Write [a, b], or one «- a» line each.", code="bad-value", **more)
        case "string_type":
            return file.problem(
                place, f"«{name}» must be one text.", "Put it in straight quotes on one line, or behind |.", code="bad-value", **more
            )
        case "float_parsing" | "int_parsing" | "float_type" | "int_type":
            return file.problem(
                place, f"«{brief(str(given))}» is not a number.", "Write digits, with a point: 51.6.", code="bad-value", **more
            )
        case "bool_parsing" | "bool_type":
            return file.problem(place, f"«{brief(str(given))}» is neither yes nor no.", "Write true or false.", code="bad-value", **more)
        case "too_long" | "too_short":
            limits = detail.get("ctx", {})
            wanted = f"at most {limits.get('max_length')}" if detail["type"] == "too_long" else f"at least {limits.get('min_length')}"
            return file.problem(
                place,
                f"«{name}» has {limits.get('actual_length')} entries.",
                f"There may be {wanted}.".replace("There may be at least", "There must be at least"),
                code="bad-value",
                **more,
            )
        case "greater_than" | "greater_than_equal" | "less_than" | "less_than_equal":
            limits = detail.get("ctx", {})
            words = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}
            bound = ", ".join(f"{words[key]} {value:g}" for key, value in limits.items() if key in words)
            return file.problem(place, f"«{brief(str(given))}» cannot be.", f"It must be {bound}.", code="bad-value", **more)
        case _:
            return file.problem(place, f"«{brief(str(given))}» does not fit here.", detail["msg"] + ".", code="bad-value", **more)


def _keys(file: YamlFile, place: tuple[str | int, ...]) -> set[str | int]:
    keys: set[str | int] = set()
    path: tuple[str | int, ...] = ()
    for each in place:
        if (*path, each) in file.places:
            path = (*path, each)
            keys.add(each)
    return keys


def _shapes(shape: Any) -> list[Any]:
    origin = get_origin(shape)
    if origin is Annotated:
        return _shapes(get_args(shape)[0])
    if origin in (typing.Union, UnionType):
        return [found for each in get_args(shape) for found in _shapes(each)]
    return [shape]


def _inside(shape: Any, key: str | int) -> list[Any]:
    found = []
    for each in _shapes(shape):
        if isinstance(each, type) and issubclass(each, BaseModel):
            field = each.model_fields.get(str(key))
            found += _shapes(field.annotation) if field else []
        elif get_origin(each) in (dict, tuple, list):
            found += _shapes(get_args(each)[1] if get_origin(each) is dict else get_args(each)[0])
    return found


def _at(shape: Any, place: tuple[str | int, ...]) -> list[Any]:
    shapes = _shapes(shape)
    for key in place:
        shapes = [found for each in shapes for found in _inside(each, key)]
    return shapes


def _fields(shape: Any, place: tuple[str | int, ...]) -> set[str]:
    models = [each for each in _at(shape, place) if isinstance(each, type) and issubclass(each, BaseModel)]
    return {name for model in models for name in model.model_fields}


def _purpose(shape: Any, place: tuple[str | int, ...]) -> str:
    for each in _at(shape, place[:-1]):
        if isinstance(each, type) and issubclass(each, BaseModel) and (field := each.model_fields.get(str(place[-1]))):
            return f"Add it: {field.description.splitlines()[0]}" if field.description else ""
    return ""
