"""From a folder of strict YAML to one frozen Questionnaire; every fault at once, in French."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from questionnaire import coherence, shape_sentences
from questionnaire.errors import ContentError, Problem
from questionnaire.language import ENGLISH, FRENCH
from questionnaire.model import Questionnaire
from questionnaire.strict_yaml import Document, Path_, read
from questionnaire.translating import language_file, translated

_VERSION = re.compile(r"v([1-9]\d*)")


def version_folders(parent: Path) -> list[Path]:
    """The versions of one questionnaire, `v1`, `v2`, …, oldest first; none when the folder holds none."""
    found = [(int(name[1]), one) for one in parent.glob("v*") if (name := _VERSION.fullmatch(one.name))]
    return [one for _, one in sorted(found) if one.is_dir()]


SHIPPED = version_folders(Path(__file__).parent / "content" / "diagnostic-numerique")[-1]


HEADS = ("questionnaire.yaml", "profile.yaml", "actions.yaml", "resources.yaml")
OTHERS = (ENGLISH,)
# A questionnaire without them lacks those panels.
OPTIONAL = ("funding.yaml", "documents.yaml", "doors.yaml", "glossary.yaml")


@dataclass(frozen=True)
class Origin:
    """Where each part of the assembled questionnaire was written."""

    documents: dict[Path_, tuple[Document, Path_]]

    def locate(self, path: Path_) -> tuple[str, int]:
        """File and line of the value at `path` of the assembled questionnaire."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.documents:
                document, base = self.documents[path[:length]]
                return document.file, document.line((*base, *path[length:]))
        return "questionnaire.yaml", 1


def load(folder: Path | str = SHIPPED, language: str = FRENCH) -> Questionnaire:
    """The questionnaire in `folder`: its shape is right, whatever it names exists, nothing turns in a circle.

    `language`: « fr », or that of a file beside (`en.yaml`). Raises ContentError carrying every problem found.
    Usefulness and plain language are for `check`.
    """
    french = _load(Path(folder), coherence.ESSENTIAL)
    return french if language == FRENCH else translated(french, language_file(Path(folder), language))


def check(folder: Path | str = SHIPPED) -> list[Problem]:
    """Every problem of the folder, of shape first, of meaning when the shape is right."""
    try:
        french = _load(Path(folder), coherence.RULES)
        for language in OTHERS:
            if (said := language_file(Path(folder), language)).exists():
                translated(french, said)
    except ContentError as error:
        return list(error.problems)
    return []


def read_yaml(path: Path) -> Document:
    """Any other YAML of the project (benchmark rows) goes through the same strict door."""
    return read(path)


def _load(folder: Path, rules: tuple[coherence.Rule, ...]) -> Questionnaire:
    questionnaire, origin = _assemble(folder)
    if problems := coherence.check(questionnaire, origin.locate, rules):
        raise ContentError(problems)
    return questionnaire


def _assemble(folder: Path) -> tuple[Questionnaire, Origin]:
    if not folder.is_dir():
        raise ContentError([Problem(str(folder), 1, "dossier absent ; indiquez le dossier d’un questionnaire.")])
    documents, problems = _read_all(folder)
    if problems:
        raise ContentError(problems)
    if problems := [*_misplaced(documents), *_order_problems(documents)]:
        raise ContentError(problems)
    data, origin = _merge(documents)
    try:
        return Questionnaire.model_validate(data), origin
    except ValidationError as error:
        raise ContentError(_shape_problems(error, origin)) from None


def _read_all(folder: Path) -> tuple[dict[str, Document], list[Problem]]:
    names = [*HEADS, "rules.yaml", *(name for name in OPTIONAL if (folder / name).exists())]
    names += sorted(p.name for p in folder.glob("axis-*.yaml"))
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for name in names:
        try:
            documents[name] = read(folder / name)
        except ContentError as error:
            problems += error.problems
    problems += [
        Problem(name, 1, "le fichier doit commencer par des clés ; écrivez « clé: valeur » sur chaque ligne.")
        for name, document in documents.items()
        if not isinstance(document.data, dict)
    ]
    return documents, problems


def _misplaced(documents: dict[str, Document]) -> list[Problem]:
    """A key written in two files would silently hide one of them."""
    seen: dict[str, str] = {"rules": "rules.yaml", "axes": "axis-*.yaml"}
    problems = []
    for name in _heads(documents):
        for key in documents[name].data:
            if key in seen:
                sentence = f"clé « {key} » déjà écrite dans {seen[key]} ; gardez-la dans un seul fichier."
                problems.append(Problem(name, documents[name].line((key,)), sentence))
            seen.setdefault(key, name)
    return problems


def _heads(documents: dict[str, Document]) -> list[str]:
    return [name for name in (*HEADS, *OPTIONAL) if name in documents]


def _order_problems(documents: dict[str, Document]) -> list[Problem]:
    head = documents["questionnaire.yaml"]
    order = head.data.get("axis_order", [])
    axes = [document.data.get("id") for name, document in documents.items() if name.startswith("axis-")]
    if isinstance(order, list) and all(axis in axes for axis in order):
        return []
    return [
        Problem(head.file, head.line(("axis_order",)), "« axis_order » est une liste d’identifiants d’axes existants.")
    ]


def _merge(documents: dict[str, Document]) -> tuple[dict[str, Any], Origin]:
    """One mapping for the model; remembers which file each branch comes from."""
    data: dict[str, Any] = {}
    origin: dict[Path_, tuple[Document, Path_]] = {(): (documents["questionnaire.yaml"], ())}
    axes = [d for name, d in documents.items() if name.startswith("axis-")]
    axes.sort(key=lambda d: _order(documents["questionnaire.yaml"], d))
    for name in _heads(documents):
        for key, value in documents[name].data.items():
            if key != "axis_order":
                data[key] = value
                origin[(key,)] = (documents[name], (key,))
    data["rules"] = documents["rules.yaml"].data
    origin[("rules",)] = (documents["rules.yaml"], ())
    data["axes"] = [document.data for document in axes]
    origin |= {("axes", i): (document, ()) for i, document in enumerate(axes)}
    return data, Origin(origin)


def _order(head: Document, axis: Document) -> tuple[int, str]:
    """Axes follow `axis_order` of questionnaire.yaml, then the name of their file."""
    order = head.data.get("axis_order") or []
    axis_id = axis.data.get("id")
    return (order.index(axis_id) if axis_id in order else len(order), axis.file)


def _shape_problems(error: ValidationError, origin: Origin) -> list[Problem]:
    return [
        Problem(*origin.locate(tuple(fault["loc"])), shape_sentences.sentence(fault))
        for fault in error.errors(include_url=False)
    ]
