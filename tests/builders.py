"""Small builders for the tests: questionnaires, assessments, and random valid assessments."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from questionnaire.answers_file import FORMAT, parse
from questionnaire.assessment import Assessment
from questionnaire.loading import SHIPPED, load
from questionnaire.model import NA_REASONS, Field_, Part, Question, Questionnaire

SMALL = Path(__file__).parent / "small_questionnaire"
GOLDEN = Path(__file__).parent / "scoring" / "golden-club.json"


@cache
def shipped() -> Questionnaire:
    """The questionnaire that Palier ships."""
    return load(SHIPPED)


@cache
def small() -> Questionnaire:
    """A second, unlike questionnaire: two axes, five steps, three levels, no AI rules."""
    return load(SMALL)


@cache
def golden() -> Any:
    return json.loads(GOLDEN.read_text(encoding="utf-8"))


def copy_of_small(folder: Path) -> Path:
    return Path(shutil.copytree(SMALL, folder / "petit"))


def document(questionnaire: Questionnaire, **said: Any) -> dict[str, Any]:
    """A valid answers file as plain data; `said` replaces its top-level keys."""
    head = {"format": FORMAT, "questionnaire": {"id": questionnaire.id, "version": questionnaire.version}}
    return head | {"profile": {}, "answers": {}} | said


def assessed(questionnaire: Questionnaire, **said: Any) -> Assessment:
    """The assessment of a valid answers file, built through the same door as a visitor's file."""
    return parse(questionnaire, document(questionnaire, **said))


def checklist(question: Question, in_place: int = 0, useful_but_absent: int = 0) -> dict[str, list[str]]:
    """A checklist answer by counts, options taken in their order."""
    ids = [option.id for option in question.options]
    reached = in_place + useful_but_absent
    return {"in_place": ids[:in_place], "useful_but_absent": ids[in_place:reached], "not_useful": ids[reached:]}


def at_step(question: Question, step: int) -> Any:
    """The answer at `step`; a checklist has everything in place from the first step up."""
    if question.type == "rubric":
        return step
    return checklist(question, len(question.options)) if step else checklist(question, 0, len(question.options))


def everyone_at(questionnaire: Questionnaire, step: int) -> dict[str, Any]:
    return {question.id: at_step(question, step) for question in questionnaire.questions}


def golden_answers(changes: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The golden club's answers; its checklist counts become lists of options."""
    questions = shipped().question_by_id
    said = golden()["answers"] | dict(changes or {})
    return {name: checklist(questions[name], **value) if isinstance(value, dict) else value for name, value in said.items()}


def golden_club(**changes: Any) -> Assessment:
    """The club of the golden file, with some of its answers changed."""
    said = golden()
    return assessed(
        shipped(), profile=said["profile"], benchmark=said["benchmark"], answers=golden_answers(changes)
    )


def everything_applies() -> dict[str, dict[str, Any]]:
    """A profile and benchmark under which all questions of the shipped questionnaire are asked."""
    profile = {
        "P02": "1-2", "P03": "21-50", "P08": ["minors"],
        "P09": ["grants", "online_content", "equipment", "paid_subscriptions"], "P15": "yes", "P16": "yes",
    }  # fmt: skip
    return {"profile": profile, "benchmark": {"X03": "used", "X03B": "yes"}}


# ---- random valid assessments


def answers_to(question: Question, *, critical: bool) -> st.SearchStrategy[Any]:
    """Any valid answer; None leaves the question unanswered."""
    kinds: list[st.SearchStrategy[Any]] = [_said(question), _said(question), st.just("unknown"), st.none()]
    if not critical:
        reasons = ["we_have_none", "network_does_it", "autre raison", *([NA_REASONS[2]] if question.did_not_arise else [])]
        kinds.append(st.sampled_from(reasons).map(lambda reason: {"not_applicable": reason}))
    return st.one_of(kinds)


def _said(question: Question) -> st.SearchStrategy[Any]:
    if question.type == "rubric":
        return st.integers(0, question.top)
    size = len(question.options)
    return st.lists(st.sampled_from(range(3)), min_size=size, max_size=size).map(lambda where: _spread(question, where))


def _spread(question: Question, where: list[int]) -> dict[str, list[str]]:
    names = ("in_place", "useful_but_absent", "not_useful")
    return {name: [o.id for o, w in zip(question.options, where, strict=True) if w == i] for i, name in enumerate(names)}


def values_of(field: Field_ | Part) -> st.SearchStrategy[Any]:
    """Any valid value of an unscored field."""
    ids = [option.id for option in field.options]
    if field.kind == "choice":
        return st.sampled_from(ids)
    if field.kind == "integer":
        return st.integers(field.minimum or 0, min(field.maximum or 300, 300))
    if isinstance(field, Field_) and field.kind == "choices":
        together = [i for i in ids if i not in field.exclusive]
        several = st.lists(st.sampled_from(together), unique=True, max_size=field.max_choices or 4)
        return st.one_of(several, st.sampled_from(ids).map(lambda alone: [alone]))
    if isinstance(field, Field_):
        return st.fixed_dictionaries({}, optional={p.id: values_of(p) for p in field.parts if p.kind != "text"})
    raise AssertionError(field.kind)


@st.composite
def documents(draw: st.DrawFn, questionnaire: Questionnaire, mode: str | None = None) -> dict[str, Any]:
    """A random valid answers file. Questions that may become critical never say « non concerné »."""
    said = {question.id: draw(answers_to(question, critical=question.critical is not None)) for question in questionnaire.questions}
    return document(
        questionnaire,
        mode=mode or draw(st.sampled_from(["full", "full", "express"])),
        profile=draw(st.fixed_dictionaries({}, optional={f.id: values_of(f) for f in questionnaire.profile})),
        benchmark=draw(st.fixed_dictionaries({}, optional={f.id: values_of(f) for f in questionnaire.benchmark})),
        answers={name: value for name, value in said.items() if value is not None},
        targets=draw(st.dictionaries(st.sampled_from([t.id for t in questionnaire.themes]), st.integers(1, 3), max_size=3)),
    )


def assessments(questionnaire: Questionnaire, mode: str | None = None) -> st.SearchStrategy[Assessment]:
    return documents(questionnaire, mode).map(lambda data: parse(questionnaire, data))
