"""The answers file `palier-answers/2` (the first format is still read): all faults at once; written without loss."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from questionnaire import answers_checks as checks
from questionnaire import plan_checks, previous_checks, workshop_checks
from questionnaire.answers_json import decoded, repeated
from questionnaire.assessment import FILE_KINDS, FIRST_KINDS, MODES, NAME_MAX, Assessment
from questionnaire.errors import AnswersError, Fault
from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.routing import route
from questionnaire.typography import listed

FORMAT = "palier-answers/2"
READ = ("palier-answers/1", FORMAT)
REQUIRED = ("format", "questionnaire", "profile", "answers")
HEAD_KEYS = ("format", "questionnaire", "mode", "name", "updated_on")
CHECKS: dict[str, Callable[[Questionnaire, str, Any], Iterator[str]]] = {
    "profile": checks.check_profile,
    "benchmark": checks.check_benchmark,
    "answers": checks.check_answers,
    "targets": checks.check_targets,
    "notes": checks.check_notes,
    "evidence": checks.check_evidence,
    "identity": checks.check_identity,
    "plan": plan_checks.check_plan,
    "texts": plan_checks.check_texts,
    "workshop": workshop_checks.check_workshop,
    "previous": previous_checks.check_previous,
}


def parse_text(questionnaire: Questionnaire, text: str | bytes) -> Assessment:
    """The assessment written in `text`. Raises AnswersError with every fault and its path."""
    return parse(questionnaire, decoded(text))


def parse(questionnaire: Questionnaire, data: Any, versions: tuple[str, ...] = ()) -> Assessment:
    """The assessment in already decoded JSON `data`; `versions` are those to name when it answers none of them."""
    if not isinstance(data, dict):
        raise AnswersError(
            [Fault("", say("ce fichier n’est pas un fichier de réponses Palier : il doit commencer par « { »."))]
        )
    faults = [*_head_faults(questionnaire, data, versions or (questionnaire.version,)), *repeated(data)]
    kept: dict[str, dict[str, Any]] = {}
    for kind in kinds_of(data.get("format")):
        values = data.get(kind, {})
        if not isinstance(values, dict):
            faults.append(Fault(kind, say("attendu : un objet « { … } ».")))
            continue
        for key, value in values.items():
            faults += [Fault(f"{kind}.{key}", sentence) for sentence in CHECKS[kind](questionnaire, key, value)]
        kept[kind] = dict(values)
    faults += [Fault("previous", sentence) for sentence in previous_checks.too_many(kept.get("previous", {}))]
    if faults:
        raise AnswersError(faults)
    return _settled(questionnaire, _assessment(data, kept))


def kinds_of(file_format: Any) -> tuple[str, ...]:
    """The kinds a file of this format may hold."""
    return FIRST_KINDS if file_format == READ[0] else FILE_KINDS


def document(assessment: Assessment) -> dict[str, Any]:
    """The answers file of an assessment, keys in a fixed order; only what was said is written."""
    head: dict[str, Any] = {
        "format": FORMAT,
        "questionnaire": {"id": assessment.questionnaire_id, "version": assessment.version},
        "mode": assessment.mode,
        "name": assessment.name,
    }
    kinds = {kind: dict(assessment.all_of(kind)) for kind in FILE_KINDS}
    body = {k: v for k, v in kinds.items() if v or k in REQUIRED} | {"updated_on": assessment.updated_on}
    return {k: v for k, v in (head | body).items() if v is not None}


def export_text(assessment: Assessment) -> str:
    return json.dumps(document(assessment), ensure_ascii=False, indent=1) + "\n"


def _assessment(data: dict[str, Any], kept: dict[str, dict[str, Any]]) -> Assessment:
    head = data["questionnaire"]
    return Assessment(
        head["id"],
        head["version"],
        mode=data.get("mode", "full"),
        name=data.get("name"),
        updated_on=data.get("updated_on"),
        kept={kind: values for kind, values in kept.items() if values},
    )


def _settled(questionnaire: Questionnaire, assessment: Assessment) -> Assessment:
    """A last look with the profile known: « non concerné » is no answer to a critical question."""
    critical = route(questionnaire, assessment).critical
    faults = [
        Fault(f"answers.{name}", say('critique pour votre profil : répondez, ou dites « je ne sais pas » ("unknown").'))
        for name in critical
        if isinstance(raw := assessment.answers.get(name), dict) and "not_applicable" in raw
    ]
    if faults:
        raise AnswersError(faults)
    return assessment


def _head_faults(questionnaire: Questionnaire, data: dict[str, Any], versions: tuple[str, ...]) -> list[Fault]:
    allowed = (*HEAD_KEYS, *kinds_of(data.get("format")))
    faults = [Fault(k, say("clé obligatoire absente.")) for k in REQUIRED if k not in data]
    faults += [
        Fault(k, say("clé inconnue ; clés possibles : {allowed}.", allowed=", ".join(allowed)))
        for k in data
        if k not in allowed
    ]
    if data.get("format", FORMAT) not in READ:
        faults.append(
            Fault(
                "format",
                say(
                    "{value} n’est pas lu ici ; attendu : {read}.",
                    value=checks.shown(data["format"]),
                    read=listed(READ, "ou"),
                ),
            )
        )
    wanted = {"id": questionnaire.id, "version": questionnaire.version}
    if data.get("questionnaire", wanted) != wanted:
        faults.append(
            Fault(
                "questionnaire",
                say(
                    "ce fichier répond à un autre questionnaire ; attendu : {wanted}, version {versions}.",
                    wanted=wanted["id"],
                    versions=listed(versions, "ou"),
                ),
            )
        )
    if data.get("mode", "full") not in MODES:
        faults.append(Fault("mode", say("{value} ; attendu : full ou express.", value=checks.shown(data["mode"]))))
    if "name" in data and not checks.is_text(data["name"], NAME_MAX):
        faults.append(Fault("name", say("attendu : un texte de {name_max} caractères au plus.", name_max=NAME_MAX)))
    if "updated_on" in data and not checks.is_date(data["updated_on"]):
        faults.append(Fault("updated_on", say("attendu : une date comme 2026-11-23.")))
    return faults
