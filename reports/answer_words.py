"""What was said, in the words of the questionnaire: an anchor, the lines of a checklist, a reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from questionnaire.answers import Answer, Checked, NotApplicable, Step, Unknown
from questionnaire.language import say
from questionnaire.model import CHECKLIST_LISTS, NA_REASONS, UNKNOWN, Option, Part, Question, UnscoredField
from questionnaire.typography import number, typeset
from reports.phrases import euros, labelled, one_by_one

DO_NOT_KNOW = "Je ne sais pas"
NO_ANSWER = "Sans réponse"
NONE_OF_THESE = "Rien dans cette liste"
NA_WORDS = dict(
    zip(
        NA_REASONS,
        ("nous n’avons pas cela", "notre réseau s’en charge", "la question ne s’est pas présentée"),
        strict=True,
    )
)
LINE_LABELS = ("On le fait", "On aimerait", "Pas pour nous")
EVIDENCE_WORDS = {
    "declared": "Déclaré",
    "cited": "Pièce citée",
    "seen": "Pièce vue par une personne qui accompagne",
}
IDENTITY_WORDS = {
    "rna": "Numéro RNA (répertoire national des associations)",
    "siren": "Numéro SIREN",
    "created_in": "Année de création",
    "members": "Nombre d’adhérents",
    "beneficiaries": "Nombre de bénéficiaires",
    "general_interest": "Intérêt général, rescrit, habilitation à recevoir des dons",
    "approvals": "Agréments",
    "shown_to_board_on": "Présenté au conseil d’administration le",
}


def answer_words(question: Question, answer: Answer | None) -> tuple[str, ...]:
    """One line, or one for each list of a checklist that holds something."""
    if isinstance(answer, Step):
        return (question.anchors[answer.value],)
    if isinstance(answer, Checked):
        return _checklist(question, answer)
    if isinstance(answer, NotApplicable):
        return (not_applicable_words(question, answer),)
    return (say(DO_NOT_KNOW) if isinstance(answer, Unknown) else say(NO_ANSWER),)


def not_applicable_words(question: Question, answer: NotApplicable) -> str:
    """« Non concerné : notre réseau s’en charge », or the reason in the association's own words."""
    reason = say(NA_WORDS).get(answer.reason, answer.reason)
    if answer.reason == NA_REASONS[2] and question.did_not_arise:
        reason = question.did_not_arise
    return say("Non concerné\u202f: {reason}", reason=reason)


def line_label(question: Question, which: str) -> str:
    """The name of one of the three lists of a checklist."""
    labels = question.line_labels or say(LINE_LABELS)
    return labels[CHECKLIST_LISTS.index(which)]


def _checklist(question: Question, answer: Checked) -> tuple[str, ...]:
    lists = {
        "in_place": answer.in_place,
        "useful_but_absent": answer.useful_but_absent,
        "not_useful": answer.not_useful,
    }
    lines = []
    for name, chosen in lists.items():
        texts = [option.text for option in question.options if option.id in chosen]
        if texts:
            lines.append(labelled(line_label(question, name)) + one_by_one(texts))
    return tuple(typeset(line) for line in lines)


def field_words(field: UnscoredField, value: Any) -> str:
    """What was said to an unscored field."""
    if value is None:
        return say(NO_ANSWER)
    if field.kind == "group":
        return _group(field, value) if isinstance(value, Mapping) else say(NO_ANSWER)
    if isinstance(value, list | tuple):
        return one_by_one(option_text(field.options, v) for v in value) or say(NONE_OF_THESE)
    return _single(field, value)


def option_text(options: tuple[Option, ...], said: str) -> str:
    """The text of an option; what was said itself when the questionnaire does not list it."""
    if said == UNKNOWN and all(option.id != said for option in options):
        return say(DO_NOT_KNOW)
    return next((option.text for option in options if option.id == said), said)


def _group(field: UnscoredField, value: Mapping[str, Any]) -> str:
    said = [labelled(part.text) + _single(part, value[part.id]) for part in field.parts if part.id in value]
    return one_by_one(said) or say(NO_ANSWER)


def _single(field: UnscoredField | Part, value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        if field.unit == "€":
            return euros(value)
        return say("{number}\u202f{unit}", number=number(value), unit=field.unit) if field.unit else number(value)
    return option_text(field.options, str(value))
