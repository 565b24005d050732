"""The beginning of a new project: a commented folder that passes `kiosk check`."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from kiosk.content.reading import read_exhibit
from kiosk.errors import BadCall

PLACEHOLDER = "illustrations/placeholder.webp"

_PROJECT = """\
# yaml-language-server: $schema=../../schema/project.schema.json
# The facts of one project. The words are in {languages}. The handbook is content/README.md.
category: {category}          # one of the categories of exhibit.yaml
standing: planned             # flown | flying | lost | ended | on-the-ground | unfinished | planned | not-carried-out | unconfirmed
cooperation: plan             # agreement | built-in-russia | bought-launch-or-seat | plan | background
countries: [RU]               # two letters each (ISO 3166); SU is the Soviet Union
# begins: 2019-09-25          # a day, a month (2019-09) or a year (2019); with ~ behind it for «about»
# ends: 2019-10-03
# vehicle: soyuz-fg           # the rocket, from vehicles.yaml
# site: baikonur              # the launch site, from places.yaml
# people: [hazza-almansoori]  # from people.yaml
as_of: {today}             # when all this was true

sources:                      # where it comes from; two sources of one origin count once
  first-source: {{publisher: Name of the publisher, address: 'https://example.org/', read: {today}, origin: name-of-the-publisher}}

pictures:                     # files below assets/; who made it, and the licence
  hero: {{file: {placeholder}, credit: Exhibit team, licence: CC-BY-4.0}}
hero: hero

facts:                        # the lines of «How do we know this?»; those with a value are numbers on the panel
  - {{id: first-fact, sources: [first-source]}}
  # - {{id: mass, value: 600, unit: kilogram, about: true, sources: [first-source]}}

story:                        # one block is one page: text, picture, facts or quote
  - {{id: the-beginning, kind: text, picture: hero, sources: [first-source]}}
"""

_WORDS = """\
# yaml-language-server: $schema=../../schema/project-words.schema.json
title: {id}
summary: One sentence that makes a stranger want to touch.
# pull: One short human line.

pictures:
  hero: {{alt: What the picture shows for someone who cannot see it., caption: What stands under it.}}

facts:
  first-fact: {{sentence: The whole fact in one sentence.}}

story:
  the-beginning:
    # heading: Not needed on the first page
    text: At most sixty words. Short sentences. What happened, where, and who was there.
"""


def new_project(root: Path, identifier: str, today: date, placeholder: Path) -> list[Path]:
    """Write the skeleton of a project; returns its files. `placeholder` is a picture to begin with, copied if the exhibit
    lacks it. Raises BadCall, with words, where it cannot be."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", identifier):
        raise BadCall(f"«{identifier}» cannot be the name of a project. Use small letters, digits and hyphens: country-satellite.")
    folder = root / "content" / "projects" / identifier
    if folder.exists():
        raise BadCall(f"There is a project «{identifier}» already.")
    exhibit = read_exhibit(root).exhibit
    if exhibit is None:
        raise BadCall(f"The exhibit in {root} cannot be read. `kiosk check` tells why.")
    languages = exhibit.file.languages
    folder.mkdir(parents=True)
    picture = root / "assets" / PLACEHOLDER
    if not picture.exists():
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_bytes(placeholder.read_bytes())
    category = exhibit.file.categories[0].id
    names = ", ".join(f"{language}.yaml" for language in languages)
    files = {"project.yaml": _PROJECT.format(languages=names, category=category, today=today.isoformat(), placeholder=PLACEHOLDER)}
    files |= {f"{language}.yaml": _WORDS.format(id=identifier) for language in languages}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]
