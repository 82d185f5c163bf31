"""The tree of errors. Each message is a French sentence: what, where, what to do.

PalierError
├── ContentError    the YAML of a questionnaire is refused (all its problems at once)
└── AnswersError    an answers file is refused (all its faults at once)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class PalierError(Exception):
    """Anything Palier refuses, with a sentence a person can act on."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem of a content file; printed `fichier:ligne: phrase`."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of an answers file, at a path such as `answers.C41`."""

    path: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.path} : {self.sentence}" if self.path else self.sentence


class ContentError(PalierError):
    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class AnswersError(PalierError):
    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))
