"""One questionnaire in all its versions: the one that is served, and the others, which stay loadable.

Versions are folders side by side, `v1`, `v2`, …: a published folder never changes, a change is a new folder. Whatever
was answered under a version is read, scored and printed with that version.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from questionnaire.answers_file import parse
from questionnaire.answers_json import decoded
from questionnaire.assessment import Assessment
from questionnaire.errors import ContentError, Problem
from questionnaire.language import FRENCH
from questionnaire.loading import SHIPPED, load, version_folders
from questionnaire.model import Questionnaire
from questionnaire.translating import language_file

HEAD = "questionnaire.yaml"


class Answered(Protocol):
    """What remembers the questionnaire it answers: an assessment, a record of the store, a workshop."""

    @property
    def questionnaire_id(self) -> str: ...
    @property
    def version(self) -> str: ...


@dataclass(frozen=True)
class Editions:
    """`known`: every version that can be loaded, oldest first; `served`, one of them, is asked to new visitors."""

    served: Questionnaire
    known: tuple[Questionnaire, ...]

    def of(self, answered: Answered) -> Questionnaire | None:
        """The version that this answers; None when it is of another questionnaire, or of a version not here."""
        wanted = (answered.questionnaire_id, answered.version)
        return next((one for one in self.known if (one.id, one.version) == wanted), None)

    def newer_than(self, answered: Answered) -> Questionnaire | None:
        """The version served, when this answers an older one."""
        mine = self.of(answered)
        if mine is None or self.known.index(mine) >= self.known.index(self.served):
            return None
        return self.served

    def read(self, text: str | bytes) -> tuple[Questionnaire, Assessment]:
        """The answers file in `text`, with the version it answers. Raises AnswersError with every fault."""
        data = decoded(text)
        content = self._named(data) or self.served
        return content, parse(content, data, versions=tuple(one.version for one in self.known))

    def _named(self, data: Any) -> Questionnaire | None:
        head = data.get("questionnaire") if isinstance(data, dict) else None
        return next((one for one in self.known if head == {"id": one.id, "version": one.version}), None)


@cache
def editions(folder: Path | None = None, language: str = FRENCH) -> Editions:
    """The versions beside `folder` (the shipped one without it). Raises ContentError.

    `folder` is the version to serve, or the folder that holds `v1`, `v2`, …: the newest is then served. A version that is
    not written in `language` stays French.
    """
    chosen = served_folder(folder)
    beside = [one for one in version_folders(chosen.parent) if (one / HEAD).exists()]
    folders = beside if chosen.resolve() in [one.resolve() for one in beside] else [chosen]
    loaded = {one.resolve(): _load(one, language) for one in folders}
    served = loaded[chosen.resolve()]
    if problems := list(_mixed(served, loaded)):
        raise ContentError(problems)
    return Editions(served, tuple(loaded.values()))


def _load(folder: Path, language: str) -> Questionnaire:
    return load(folder, language if language_file(folder, language).exists() else FRENCH)


def served_folder(folder: Path | None = None) -> Path:
    """The folder of the version that new visitors answer."""
    if folder is None or (folder / HEAD).exists():
        return folder or SHIPPED
    return next(reversed(version_folders(folder)), folder)


def alone(content: Questionnaire, others: Iterable[Questionnaire] = ()) -> Editions:
    """Editions of questionnaires already loaded, `content` being the one served."""
    return Editions(content, (*others, content))


def _mixed(served: Questionnaire, loaded: dict[Path, Questionnaire]) -> Iterable[Problem]:
    """Folders side by side are versions of one questionnaire, each under its own number."""
    seen: dict[str, str] = {}
    for folder, one in loaded.items():
        name = f"{folder.name}/{HEAD}"
        if one.id != served.id:
            sentence = f"identifiant « {one.id} » ; attendu « {served.id} », comme les versions d’à côté."
            yield Problem(name, 1, sentence)
        if one.version in seen:
            yield Problem(
                name,
                1,
                f"version « {one.version} » déjà dans {seen[one.version]} ; un changement prend un autre numéro.",
            )
        seen[one.version] = name
