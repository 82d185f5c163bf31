"""The closed condition language, three-valued (Kleene): true, false, or unknown (None). No eval.

true OR unknown = true; false OR unknown = unknown; AND likewise; NOT unknown = unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from questionnaire.answers import Answer, NotApplicable, Step
from questionnaire.values import Condition

Truth = bool | None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known: raw values of unscored fields, answers to scored questions.

    With `cautious`, an unknown or unanswered question never satisfies `at_least` and always
    satisfies `below`; without, it is unknown. A question that does not apply satisfies neither.
    """

    fields: Mapping[str, Any]
    answers: Mapping[str, Answer] = field(default_factory=dict)
    out: frozenset[str] = frozenset()
    cautious: bool = False


def evaluate(condition: Condition | None, facts: Facts) -> Truth:
    """Truth of `condition` under `facts`; no condition is true."""
    if condition is None:
        return True
    for form, rule in _FORMS.items():
        if getattr(condition, form) is not None:
            truth = rule(condition, facts)
            return condition.if_unknown if truth is None and condition.if_unknown is not None else truth
    return None


def holds(condition: Condition | None, facts: Facts) -> bool:
    """True only when the condition is known to hold."""
    return evaluate(condition, facts) is True


def may_hold(condition: Condition | None, facts: Facts) -> bool:
    """False only when the condition is known not to hold."""
    return evaluate(condition, facts) is not False


def _all(condition: Condition, facts: Facts) -> Truth:
    truths = [evaluate(child, facts) for child in condition.all or ()]
    return False if False in truths else None if None in truths else True


def _any(condition: Condition, facts: Facts) -> Truth:
    truths = [evaluate(child, facts) for child in condition.any or ()]
    return True if True in truths else None if None in truths else False


def _not(condition: Condition, facts: Facts) -> Truth:
    truth = evaluate(condition.not_, facts)
    return None if truth is None else not truth


def _field(condition: Condition, facts: Facts) -> Truth:
    value = facts.fields.get(condition.field or "")
    if condition.part is not None and value is not None:
        value = value.get(condition.part)
    if value is None:
        return None
    said = set(value) if isinstance(value, list | tuple) else {value}
    if condition.has_any is not None:
        return bool(said & set(condition.has_any))
    return not said & set(condition.not_in or ())


def _question(condition: Condition, facts: Facts) -> Truth:
    name = condition.question or ""
    answer = facts.answers.get(name)
    if name in facts.out or isinstance(answer, NotApplicable):
        return False
    if not isinstance(answer, Step):
        return condition.below is not None if facts.cautious else None
    if condition.at_least is not None:
        return answer.value >= condition.at_least
    return answer.value < (condition.below or 0)


_FORMS: dict[str, Callable[[Condition, Facts], Truth]] = {
    "all": _all,
    "any": _any,
    "not_": _not,
    "field": _field,
    "question": _question,
}
