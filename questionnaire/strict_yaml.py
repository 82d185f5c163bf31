"""YAML read strictly: no repeated key, no key that is not text, no alias; every value keeps its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from questionnaire.errors import ContentError, Problem

Path_ = tuple[str | int, ...]

_SYNTAX = (
    "écriture YAML incorrecte à cet endroit ; vérifiez l’indentation, les deux-points et les guillemets "
    "(un texte qui contient « : » se met entre guillemets doubles)."
)


class Document:
    """Plain data read from one file, with the line of each path."""

    def __init__(self, file: str, data: Any, lines: dict[Path_, int]) -> None:
        self.file, self.data, self._lines = file, data, lines

    def line(self, path: Path_) -> int:
        """The line of the nearest known ancestor of `path`, counted from 1."""
        for length in range(len(path), -1, -1):
            if path[:length] in self._lines:
                return self._lines[path[:length]]
        return 1


def read(path: Path, name: str | None = None) -> Document:
    """The document in `path`. Raises ContentError with every problem found in the file."""
    name = name or path.name
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError([Problem(name, 1, "fichier absent ; créez-le.")]) from None
    except (OSError, UnicodeDecodeError):
        raise ContentError([Problem(name, 1, "fichier illisible ; enregistrez-le en UTF-8.")]) from None
    return parse(text, name)


def parse(text: str, name: str) -> Document:
    _refuse_aliases(text, name)
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise ContentError([Problem(name, _line_of(error), _SYNTAX)]) from None
    if root is None:
        raise ContentError([Problem(name, 1, "fichier vide ; écrivez-y au moins une clé.")])
    reader = _Reader(name)
    data = reader.value(root, ())
    if reader.problems:
        raise ContentError(reader.problems)
    return Document(name, data, reader.lines)


def _refuse_aliases(text: str, name: str) -> None:
    try:
        found = [
            Problem(name, event.start_mark.line + 1, "alias YAML refusé ; recopiez la valeur en toutes lettres.")
            for event in yaml.parse(text, Loader=yaml.CSafeLoader)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None)
        ]
    except yaml.YAMLError as error:
        raise ContentError([Problem(name, _line_of(error), _SYNTAX)]) from None
    if found:
        raise ContentError(found)


def _line_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else 1


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Path_, int] = {}
        self.problems: list[Problem] = []
        self._scalars = yaml.SafeLoader("")

    def value(self, node: yaml.Node, path: Path_) -> Any:
        self.lines[path] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, i)) for i, child in enumerate(node.value)]
        return self._scalar(node)

    def _scalar(self, node: yaml.Node) -> Any:
        try:
            return self._scalars.construct_object(node, deep=True)
        except (yaml.YAMLError, ValueError):
            self._refuse(node, f"valeur « {node.value} » incompréhensible ; mettez-la entre guillemets.")
            return None

    def _pairs(self, node: yaml.MappingNode, path: Path_) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag != "tag:yaml.org,2002:str":
                self._refuse(key_node, f"clé « {key} » qui n’est pas du texte ; écrivez-la entre guillemets.")
                continue
            if key in seen:
                self._refuse(key_node, f"clé « {key} » répétée ; gardez-en une seule.")
                continue
            seen.add(key)
            yield key, self.value(value_node, (*path, key))

    def _refuse(self, node: yaml.Node, sentence: str) -> None:
        self.problems.append(Problem(self.name, node.start_mark.line + 1, sentence))
