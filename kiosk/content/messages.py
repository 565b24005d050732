"""What the model says is wrong, in a curator's words."""

from __future__ import annotations

import typing
from types import UnionType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kiosk.content.problems import Problem, did_you_mean
from kiosk.content.yaml_files import Value, YamlFile


def validated(adapter: TypeAdapter[Any], shape: Any, file: YamlFile, **more: str) -> Any | None:
    """The values of a file as `shape`, or None; every problem at once goes to the file."""
    try:
        return adapter.validate_python(file.values)
    except ValidationError as error:
        seen: set[tuple[object, ...]] = set()
        for detail in error.errors(include_url=False):
            problem = _problem(detail, shape, file, more)
            key = (problem.line, problem.column, problem.what)
            if key not in seen:
                seen.add(key)
                file.problems.append(problem)
        return None


_ROUNDS = 40
"""Rounds of dropping what is wrong; each uncovers what it hid."""


def validated_piecewise(adapter: TypeAdapter[Any], shape: Any, file: YamlFile, **more: str) -> Any | None:
    """As `validated`, but what is wrong is dropped and the rest is kept: a field falls back to its default, an entry is left
    out. None where nothing can be kept. Every problem of the file goes to it, those of later rounds too where they are no
    consequence of dropping."""
    left = YamlFile(file.name, file.values, file.places)
    for _ in range(_ROUNDS):
        round_ = YamlFile(file.name, left.values, file.places)
        found = validated(adapter, shape, round_, **more)
        told = {(problem.line, problem.column) for problem in file.problems}
        file.problems += [each for each in round_.problems if (each.line, each.column) not in told and not _is_inside(each, told, file)]
        if found is not None or left.values is None:
            return found
        bad = {(problem.line, problem.column) for problem in round_.problems}
        kept = _without(left.values, (), file, bad)
        if kept == left.values or (file.places.get((), (0, 0)) in bad and not isinstance(left.values, dict)):
            return None
        left.values = kept
    return None


def _is_inside(problem: Problem, told: set[tuple[int, int]], file: YamlFile) -> bool:
    """Whether a problem stands at something of which a part was dropped before: it lacks only what was wrong."""
    here = [path for path, place in file.places.items() if place == (problem.line, problem.column)]
    below = (path for path, place in file.places.items() if place in told)
    return any(path[: len(above)] == above for path in below for above in here)


def _without(values: Value, path: tuple[str | int, ...], file: YamlFile, bad: set[tuple[int, int]]) -> Value:
    """Values without those that stand at a bad place."""
    if isinstance(values, dict):
        return {
            name: _without(value, (*path, name), file, bad) for name, value in values.items() if file.places.get((*path, name)) not in bad
        }
    if isinstance(values, list):
        return [_without(value, (*path, at), file, bad) for at, value in enumerate(values) if file.places.get((*path, at)) not in bad]
    return values


def _problem(detail: ErrorDetails, shape: Any, file: YamlFile, more: dict[str, str]) -> Problem:
    place = tuple(each for each in detail["loc"] if each in ("", *_keys(file, detail["loc"])) or isinstance(each, int))
    name = str(place[-1]) if place else ""
    given = detail.get("input")
    match detail["type"]:
        case "extra_forbidden":
            known = _fields(shape, place[:-1])
            return file.problem(
                place, f"«{name}» is not a field here.", did_you_mean(name, known) or "Delete it.", code="unknown-field", **more
            )
        case "missing":
            name = str(detail["loc"][-1])
            return file.problem(
                tuple(detail["loc"][:-1]),
                f"«{name}» is missing.",
                _purpose(shape, tuple(detail["loc"])) or "Add it.",
                code="missing-field",
                **more,
            )
        case "enum" | "literal_error":
            known = {each.strip(" '") for each in str(detail.get("ctx", {}).get("expected", "")).replace(" or ", ",").split(",")}
            return file.problem(
                place,
                f"«{given}» is not known here.",
                did_you_mean(str(given), known) or "Use one of: " + ", ".join(sorted(known)) + ".",
                code="unknown-value",
                **more,
            )
        case "string_pattern_mismatch":
            return file.problem(
                place,
                f"«{given}» is not a name the program can use.",
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
            return file.problem(place, f"«{given}» is not a number.", "Write digits, with a point: 51.6.", code="bad-value", **more)
        case "bool_parsing" | "bool_type":
            return file.problem(place, f"«{given}» is neither yes nor no.", "Write true or false.", code="bad-value", **more)
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
            return file.problem(place, f"«{given}» cannot be.", f"It must be {bound}.", code="bad-value", **more)
        case _:
            return file.problem(place, f"«{given}» does not fit here.", detail["msg"] + ".", code="bad-value", **more)


def _keys(file: YamlFile, place: tuple[str | int, ...]) -> set[str | int]:
    """The parts of an error's place that stand in the file; the others name branches of a union or mark a key."""
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
