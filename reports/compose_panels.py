"""What a questionnaire's rules say beside an axis: a position, a verdict, and what the association says of itself."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.model import Axis
from reports.case import Case
from reports.content import Panel
from reports.phrases import sentence
from scoring.model import AxisScore


def panels(case: Case, axis: Axis, score: AxisScore) -> tuple[Panel, ...]:
    """The panels of one axis; none where the rules have nothing to say."""
    return (*_posture_and_verdict(case, axis), *_perception(case, axis, score))


def _posture_and_verdict(case: Case, axis: Axis) -> tuple[Panel, ...]:
    if axis.id != case.questionnaire.rules.ai_axis:
        return ()
    spoken = ((say("Votre position"), case.result.ai_posture), (say("Et maintenant"), case.result.ai_verdict))
    return tuple(Panel(title, sentence(s.text), s.detail or "") for title, s in spoken if s)


def _perception(case: Case, axis: Axis, score: AxisScore) -> tuple[Panel, ...]:
    """Beside the level, what the association says of itself: an invitation to talk."""
    edges = {score.score.level_assured, score.score.level_possible}
    if not score.evaluable:
        return ()
    fields = case.assessment.fields
    return tuple(
        Panel(say("Votre propre avis"), rule.text)
        for rule in case.questionnaire.rules.perception
        if rule.axis == axis.id and fields.get(rule.field) == rule.option and edges <= set(rule.levels)
    )
