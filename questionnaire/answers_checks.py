"""Each value of an answers file, checked by kind; every check yields French sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from questionnaire.answers import UNWRITABLE, NotAnAnswerError, read
from questionnaire.assessment import TEXT_MAX, WORDING
from questionnaire.language import say
from questionnaire.model import Part, Questionnaire, UnscoredField

SEEN_BY_MAX = 300
EVIDENCE_LEVELS = ("declared", "cited", "seen")
IDENTITY_KEYS = (
    "rna", "siren", "created_in", "members", "beneficiaries", "general_interest", "approvals", "shown_to_board_on",
)  # fmt: skip
IDENTITY_MAX = 200


def shown(value: Any) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return f"« {text[:40]}… »" if len(text) > 40 else f"« {text} »"


def is_text(value: Any, longest: int) -> bool:
    return isinstance(value, str) and len(value) <= longest and not UNWRITABLE.search(value)


def is_date(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def check_answers(questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    question = questionnaire.question_by_id.get(key)
    if question is None:
        yield say("question inconnue de ce questionnaire ; vérifiez l’identifiant.")
        return
    try:
        read(question, value)
    except NotAnAnswerError as refused:
        yield from refused.args


def check_profile(questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    yield from _field(next((f for f in questionnaire.profile if f.id == key), None), value)


def check_benchmark(questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    yield from _field(next((f for f in questionnaire.benchmark if f.id == key), None), value)


def check_targets(questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    theme = questionnaire.theme_by_id.get(key)
    if theme is None:
        yield say("thème inconnu de ce questionnaire ; vérifiez l’identifiant.")
        return
    top = max(question.top for question in theme.questions)
    if type(value) is not int or not 1 <= value <= top:
        yield say("{value} ; une cible est un entier de 1 à {top}.", value=shown(value), top=top)


def check_notes(questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    """A note hangs on a question or a field; with the suffix `.wording`, it says the question is badly asked."""
    name = key.removesuffix(WORDING)
    if name not in questionnaire.question_by_id and name not in questionnaire.field_by_id:
        yield say("note sur une question inconnue ; vérifiez l’identifiant.")
    if not is_text(value, TEXT_MAX):
        yield say("attendu : un texte de 2 000 caractères au plus.")


def check_evidence(questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    if key not in questionnaire.question_by_id:
        yield say("pièce sur une question inconnue ; vérifiez l’identifiant.")
    if not isinstance(value, dict) or not set(value) <= {"level", "text", "seen_by"} or "level" not in value:
        yield say('attendu : {"level": …, "text": …, "seen_by": …}.')
        return
    if value["level"] not in EVIDENCE_LEVELS:
        yield say(
            "niveau {value} ; attendu : {evidence_levels}.",
            value=shown(value["level"]),
            evidence_levels=", ".join(EVIDENCE_LEVELS),
        )
    if not is_text(value.get("text", ""), TEXT_MAX):
        yield say("texte de la pièce : 2 000 caractères au plus.")
    if not is_text(value.get("seen_by", ""), SEEN_BY_MAX):
        yield say("qui a vu la pièce : 300 caractères au plus.")


def check_identity(_questionnaire: Questionnaire, key: str, value: Any) -> Iterator[str]:
    if key not in IDENTITY_KEYS:
        yield say("clé inconnue ; clés possibles : {identity_keys}.", identity_keys=", ".join(IDENTITY_KEYS))
    if not is_text(value, IDENTITY_MAX):
        yield say("attendu : un texte de 200 caractères au plus.")
    elif key == "rna" and not re.fullmatch(r"W\d[\dA-Z]\d{7}", value):
        yield say("un numéro RNA s’écrit W suivi de neuf chiffres.")
    elif key == "siren" and not _is_siren(value):
        yield say("ce numéro SIREN est incorrect ; il a neuf chiffres, à recopier du répertoire.")


def _is_siren(value: str) -> bool:
    """Nine digits whose Luhn sum is a multiple of ten."""
    digits = [int(c) for c in value.replace(" ", "")] if re.fullmatch(r"[\d ]+", value) else []
    doubled = [d if i % 2 == 0 else (2 * d - 9 if d > 4 else 2 * d) for i, d in enumerate(digits)]
    return len(digits) == 9 and sum(doubled) % 10 == 0


def _field(field: UnscoredField | None, value: Any) -> Iterator[str]:
    if field is None:
        yield say("champ inconnu de ce questionnaire ; vérifiez l’identifiant.")
    else:
        yield from field_faults(field, value)


def field_faults(field: UnscoredField, value: Any) -> Iterator[str]:
    """What is wrong with the value given to a profile or benchmark field."""
    if field.kind == "choice":
        yield from _option(field, value)
    elif field.kind == "choices":
        yield from _options(field, value)
    elif field.kind == "integer":
        yield from _integer(field, value)
    elif not isinstance(value, dict):
        yield say("attendu : un objet « { … } ».")
    else:
        yield from _group(field, value)


def _option(field: UnscoredField | Part, value: Any) -> Iterator[str]:
    known = [option.id for option in field.options]
    if not isinstance(value, str) or value not in known:
        yield say("{value} ; options possibles : {known} (en texte).", value=shown(value), known=", ".join(known))


def _options(field: UnscoredField, value: Any) -> Iterator[str]:
    if not isinstance(value, list):
        yield say("attendu : une liste d’options « [ … ] ».")
        return
    for option in value:
        yield from _option(field, option)
    texts = [option for option in value if isinstance(option, str)]
    if len(set(texts)) < len(texts):
        yield say("option répétée ; gardez-en une seule.")
    if field.max_choices is not None and len(value) > field.max_choices:
        yield say("{value} choix ; {max_choices} au plus.", value=len(value), max_choices=field.max_choices)
    if len(value) > 1 and (alone := sorted(set(texts) & set(field.exclusive))):
        yield say("« {alone} » ne va avec aucune autre option.", alone=alone[0])


def _integer(field: UnscoredField | Part, value: Any) -> Iterator[str]:
    low = field.minimum if field.minimum is not None else 0
    high = field.maximum if field.maximum is not None else 1_000_000_000
    if type(value) is not int or not low <= value <= high:
        yield say("{value} ; attendu : un nombre entier de {low} à {high}.", value=shown(value), low=low, high=high)


def _group(field: UnscoredField, value: dict[str, Any]) -> Iterator[str]:
    parts = {part.id: part for part in field.parts}
    for key, given in value.items():
        part = parts.get(key)
        if part is None:
            yield say("« {key} » inconnu ; attendu : {parts}.", key=key, parts=", ".join(parts))
        elif part.kind == "choice":
            yield from _option(part, given)
        elif part.kind == "integer":
            yield from _integer(part, given)
        elif not is_text(given, IDENTITY_MAX) or (part.pattern and not re.fullmatch(part.pattern, given)):
            yield say("{given} n’a pas la forme attendue pour « {text} ».", given=shown(given), text=part.text)
