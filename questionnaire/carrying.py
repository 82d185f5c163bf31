"""From one version of the questions to another: what still answers goes over, the rest is named and stays where it is.

An id is a promise: a question that keeps its id asks the same thing. A step is carried over only when it still means
what was said: the scale has as many steps, or the words of that step are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from questionnaire.answers_file import CHECKS
from questionnaire.assessment import Assessment, Entry
from questionnaire.model import CHECKLIST_LISTS, Question, Questionnaire
from questionnaire.previous import HINDSIGHT, PREVIOUS
from questionnaire.routing import route


@dataclass(frozen=True)
class Carried:
    """`assessment` answers the new version. `left`: what is to be said again there; it is not in it."""

    assessment: Assessment
    left: tuple[Entry, ...]


def carry_over(old: Questionnaire, new: Questionnaire, assessment: Assessment) -> Carried:
    """What `assessment`, of the version `old`, says of the version `new`. The given assessment is not touched.

    Where the visitor was is left out without a word. A list of practices whose lines have changed is begun with
    the lines that are still there.
    """
    carried = Assessment(new.id, new.version, mode=assessment.mode, name=assessment.name)
    left: list[Entry] = []
    for (kind, key), value in _said(assessment):
        if _still_says(old, new, kind, key, value):
            carried = carried.put(kind, key, value)
            continue
        left.append((kind, key))
        if lines := _lines_left(new, kind, key, value):
            carried = carried.put("drafts", key, lines)
    critical = [("answers", name) for name in route(new, carried).critical if _is_set_aside(carried.answers.get(name))]
    for _, name in critical:
        carried = carried.put("answers", name, None)
    return Carried(carried, (*left, *critical))


def _said(assessment: Assessment) -> Iterator[tuple[Entry, Any]]:
    for (kind, key), value in assessment.entries().items():
        if kind in CHECKS or kind == "drafts":
            yield (kind, key), value


def _still_says(old: Questionnaire, new: Questionnaire, kind: str, key: str, value: Any) -> bool:
    if kind == "drafts":
        return _is_begun(new.question_by_id.get(key), value)
    if any(CHECKS[kind](new, key, value)):
        return False
    if kind == PREVIOUS and key.startswith(HINDSIGHT):
        return _is_same_step(old, new, key.rpartition(".")[2], value)
    if kind == "targets":
        return _tops(old, key) == _tops(new, key)
    return kind != "answers" or type(value) is not int or _is_same_step(old, new, key, value)


def _is_same_step(old: Questionnaire, new: Questionnaire, key: str, step: int) -> bool:
    before, after = old.question_by_id[key].anchors, new.question_by_id[key].anchors
    return len(before) == len(after) or before[step] == after[step]


def _tops(content: Questionnaire, theme: str) -> set[int]:
    """The scales that a target of this theme may be read on."""
    return {question.top for question in content.theme_by_id[theme].questions}


def _is_begun(question: Question | None, lines: Any) -> bool:
    return question is not None and bool(lines) and set(lines) <= {option.id for option in question.options}


def _lines_left(new: Questionnaire, kind: str, key: str, value: Any) -> Mapping[str, str]:
    """By line that still exists, the list in which it was put; none when that was not said."""
    question = new.question_by_id.get(key)
    if kind not in ("answers", "drafts") or question is None or not isinstance(value, dict):
        return {}
    placed = {o: name for name in CHECKLIST_LISTS for o in value.get(name, ())} if kind == "answers" else value
    return {option.id: placed[option.id] for option in question.options if option.id in placed}


def _is_set_aside(answer: Any) -> bool:
    """« Non concerné » is no answer to a question that has become critical."""
    return isinstance(answer, dict) and "not_applicable" in answer
