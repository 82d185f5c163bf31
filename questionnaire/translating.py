"""`en.yaml`, beside the French files: the same texts in English, all of them and no other.

The file repeats the tree of the questionnaire, with ids in place of ranks. `same` lists the texts that are alike in both languages
(names, acronyms); any other text equal to the French is taken for a forgotten one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from questionnaire.errors import ContentError, Problem
from questionnaire.overlay import Content, said_with, texts
from questionnaire.strict_yaml import Document, Path_, read

SAME = "same"
_MISSING = "texte absent : « {address} » ; ajoutez-le."
_UNKNOWN = "adresse sans texte en français : « {address} » ; corrigez-la ou enlevez-la."
_FRENCH = "texte resté en français : « {address} » ; traduisez-le, ou ajoutez-le à « same »."


def language_file(folder: Path, language: str) -> Path:
    """Where the texts of the questionnaire in `folder` are written in `language` (« en »)."""
    return folder / f"{language}.yaml"


def translated(content: Content, path: Path) -> Content:
    """`content` in the words of the file `path`. Raises ContentError: a text missing, unknown, or left in French."""
    document = read(path)
    said, french = dict(_leaves(document)), texts(content)
    if problems := sorted(_problems(document, said, french)):
        raise ContentError(problems)
    return said_with(content, {_address(where): text for where, text in said.items()})


def _leaves(document: Document) -> Iterator[tuple[Path_, str]]:
    tree = document.data if isinstance(document.data, dict) else {}
    for key, value in tree.items():
        if key != SAME:
            yield from _below(value, (key,))


def _below(value: Any, where: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _below(one, (*where, key))
    else:
        yield where, str(value)


def _problems(document: Document, said: dict[Path_, str], french: dict[str, str]) -> Iterator[Problem]:
    same = document.data.get(SAME, ()) if isinstance(document.data, dict) else ()
    known = {_address(where): (where, text) for where, text in said.items()}
    for address in french.keys() - known.keys():
        yield Problem(document.file, 1, _MISSING.format(address=address))
    for address, (where, text) in known.items():
        if address not in french:
            yield Problem(document.file, document.line(where), _UNKNOWN.format(address=address))
        elif text == french[address] and text not in same:
            yield Problem(document.file, document.line(where), _FRENCH.format(address=address))


def _address(where: Path_) -> str:
    return "/".join(str(part) for part in where)
