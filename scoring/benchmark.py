"""Published figures beside one association's own answer: like for like, never a rank (framework C.5).

A row is sourced or refused. A percentage of associations is never put on a score scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError, model_validator

from questionnaire.answers import Checked
from questionnaire.assessment import Assessment
from questionnaire.errors import ContentError, Problem
from questionnaire.language import FRENCH
from questionnaire.loading import read_yaml
from questionnaire.model import UNKNOWN, Questionnaire
from questionnaire.routing import Route
from questionnaire.shape_sentences import sentence
from questionnaire.translating import translated
from questionnaire.values import Frozen, Id, Int, Text

FOLDER = Path(__file__).parent / "benchmarks"
COMPARABLE = ("exact", "close")


class Share(Frozen):
    option: Id
    label: Text
    percent: Int = Field(ge=0, le=100)


class Period(Frozen):
    from_: date = Field(alias="from")
    to: date


class Target(Frozen):
    """The question of ours that the row is beside; for a checklist, one line of it."""

    field: Id | None = None
    question: Id | None = None
    option: Id | None = None


class Reading(Frozen):
    """One way of counting our options among those of the study."""

    id: Id
    label: Text
    map: dict[str, Id]


class Row(Frozen):
    """One published distribution or share, with everything needed to print it honestly."""

    id: Id
    indicator: Text
    publisher: Text
    url: Text
    edition: Int
    fieldwork: Period
    mode: Text
    population: Text
    n: Int = Field(gt=0)
    weighting: Text
    statement: Text
    wording_status: Literal["a_verifier", "verifie"]
    comparability: Literal["exact", "close", "contextual"]
    difference: Text
    confidence: Literal["P", "S"]
    maps_to: Target
    shares: tuple[Share, ...] = Field(min_length=1)
    not_broken_down: Int | None = None
    readings: tuple[Reading, ...] = ()
    valid_until: date
    source_note: Text
    verified_on: date

    @model_validator(mode="after")
    def _adds_up(self) -> Row:
        total = sum(share.percent for share in self.shares)
        if self.not_broken_down is not None and total + self.not_broken_down != 100:
            raise ValueError("les parts et les non ventilées doivent faire 100")
        return self


class Rows(Frozen):
    """All the rows of one questionnaire: what a language file says the words of."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """The share of the study that holds the association's own answer (None: it is not among them)."""

    share: Share | None
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    row: Row
    said: str
    marks: tuple[Marked, ...]


def load_rows(questionnaire: Questionnaire, folder: Path = FOLDER, language: str = FRENCH) -> tuple[Row, ...]:
    """The rows of this questionnaire; none when no file is written for it. Raises ContentError.

    In another language when they are written in it (`<questionnaire>.en.yaml`), in French otherwise.
    """
    path = folder / f"{questionnaire.id}.yaml"
    if not path.exists():
        return ()
    document = read_yaml(path)
    rows: list[Row] = []
    problems: list[Problem] = []
    for i, raw in enumerate(document.data.get("rows", [])):
        try:
            rows.append(Row.model_validate(raw))
        except ValidationError as error:
            problems += [
                Problem(path.name, document.line(("rows", i, *f["loc"])), sentence(f))
                for f in error.errors(include_url=False)
            ]
    if problems:
        raise ContentError(problems)
    said = folder / f"{questionnaire.id}.{language}.yaml"
    return translated(Rows(rows=tuple(rows)), said).rows if said.exists() else tuple(rows)


def compare(rows: tuple[Row, ...], routed: Route, assessment: Assessment, today: date) -> tuple[Comparison, ...]:
    """Rows that may stand beside an answer given here; contextual and outdated rows never do."""
    found = []
    for row in rows:
        said = _said(row, routed, assessment)
        if row.comparability in COMPARABLE and today <= row.valid_until and said is not None:
            found.append(Comparison(row, said, _marks(row, said)))
    return tuple(found)


def _said(row: Row, routed: Route, assessment: Assessment) -> str | None:
    """The option id said; for a checklist line, the list it stands in. None when nothing comparable was said."""
    target = row.maps_to
    if target.field:
        return _one(assessment.fields.get(target.field), row)
    answer = routed.answers.get(target.question or "")
    if not isinstance(answer, Checked):
        return None
    lists = {
        "in_place": answer.in_place,
        "useful_but_absent": answer.useful_but_absent,
        "not_useful": answer.not_useful,
    }
    return next((name for name, options in lists.items() if target.option in options), None)


def _one(value: Any, row: Row) -> str | None:
    """A single option; among several, the one that the row speaks of, else any other said."""
    if isinstance(value, list):
        options = {share.option for share in row.shares}
        said = [v for v in value if v != UNKNOWN]
        return next((v for v in said if v in options), said[0] if said else None)
    return value if isinstance(value, str) and value != UNKNOWN else None


def _marks(row: Row, said: str) -> tuple[Marked, ...]:
    by_option = {share.option: share for share in row.shares}
    if not row.readings:
        return (Marked(by_option.get(said)),)
    return tuple(Marked(by_option.get(reading.map.get(said, "")), reading) for reading in row.readings)
