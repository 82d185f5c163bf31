"""The answers file `palier-answers/2` (the first format is still read): all faults at once; written without loss."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from questionnaire import answers_checks as checks
from questionnaire import plan_checks, previous_checks, workshop_checks
from questionnaire.assessment import FILE_KINDS, FIRST_KINDS, MODES, NAME_MAX, Assessment
from questionnaire.errors import AnswersError, Fault
from questionnaire.model import Questionnaire
from questionnaire.routing import route

FORMAT = "palier-answers/2"
READ = ("palier-answers/1", FORMAT)
REQUIRED = ("format", "questionnaire", "profile", "answers")
HEAD_KEYS = ("format", "questionnaire", "mode", "name", "updated_on")
SIZE_MAX = 2_000_000  # bytes: all that may be written, at its longest in French, photos included
DEPTH_MAX = 10
DIGITS_MAX = 20
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
            [Fault("", "ce fichier n’est pas un fichier de réponses Palier : il doit commencer par « { ».")]
        )
    faults = [*_head_faults(questionnaire, data, versions or (questionnaire.version,)), *_repeated(data)]
    kept: dict[str, dict[str, Any]] = {}
    for kind in kinds_of(data.get("format")):
        values = data.get(kind, {})
        if not isinstance(values, dict):
            faults.append(Fault(kind, "attendu : un objet « { … } »."))
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
        Fault(f"answers.{name}", 'critique pour votre profil : répondez, ou dites « je ne sais pas » ("unknown").')
        for name in critical
        if isinstance(raw := assessment.answers.get(name), dict) and "not_applicable" in raw
    ]
    if faults:
        raise AnswersError(faults)
    return assessment


def _head_faults(questionnaire: Questionnaire, data: dict[str, Any], versions: tuple[str, ...]) -> list[Fault]:
    allowed = (*HEAD_KEYS, *kinds_of(data.get("format")))
    faults = [Fault(k, "clé obligatoire absente.") for k in REQUIRED if k not in data]
    faults += [Fault(k, f"clé inconnue ; clés possibles : {', '.join(allowed)}.") for k in data if k not in allowed]
    if data.get("format", FORMAT) not in READ:
        faults.append(
            Fault("format", f"{checks.shown(data['format'])} n’est pas lu ici ; attendu : {' ou '.join(READ)}.")
        )
    wanted = {"id": questionnaire.id, "version": questionnaire.version}
    if data.get("questionnaire", wanted) != wanted:
        faults.append(
            Fault(
                "questionnaire",
                f"ce fichier répond à un autre questionnaire ; attendu : {wanted['id']}, version {' ou '.join(versions)}.",
            )
        )
    if data.get("mode", "full") not in MODES:
        faults.append(Fault("mode", f"{checks.shown(data['mode'])} ; attendu : full ou express."))
    if "name" in data and not checks.is_text(data["name"], NAME_MAX):
        faults.append(Fault("name", f"attendu : un texte de {NAME_MAX} caractères au plus."))
    if "updated_on" in data and not checks.is_date(data["updated_on"]):
        faults.append(Fault("updated_on", "attendu : une date comme 2026-11-23."))
    return faults


class _Object(dict[str, Any]):
    """A JSON object that remembers the keys it was given twice."""

    twice: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    built = _Object(pairs)
    keys = [key for key, _ in pairs]
    built.twice = tuple(key for key, times in Counter(keys).items() if times > 1)
    return built


def _repeated(value: Any, path: str = "") -> list[Fault]:
    """A fault for each repeated key, at any depth."""
    if isinstance(value, list):
        return [fault for i, child in enumerate(value) for fault in _repeated(child, f"{path}[{i}]")]
    if not isinstance(value, dict):
        return []
    here = [
        Fault(f"{path}.{key}".strip("."), "clé répétée ; gardez-en une seule.") for key in getattr(value, "twice", ())
    ]
    return here + [f for key, child in value.items() for f in _repeated(child, f"{path}.{key}".strip("."))]


def _refused_constant(name: str) -> Any:
    raise ValueError(f"« {name} » n’est pas un nombre ; écrivez un entier")


def _integer(digits: str) -> int:
    if len(digits) > DIGITS_MAX:
        raise ValueError(f"nombre de {len(digits)} chiffres")
    return int(digits)


def decoded(text: str | bytes) -> Any:
    """The JSON of an answers file, as data. Raises AnswersError when it is too big, too deep or no JSON."""
    if len(text) > SIZE_MAX:
        raise AnswersError([Fault("", "fichier trop gros : 2 Mo au plus pour des réponses.")])
    try:
        plain = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
        _refuse_depth(plain)
        return json.loads(plain, object_pairs_hook=_object, parse_constant=_refused_constant, parse_int=_integer)
    except UnicodeDecodeError:
        raise AnswersError([Fault("", "fichier illisible : enregistrez-le en UTF-8.")]) from None
    except json.JSONDecodeError as error:
        place = f"ligne {error.lineno}, colonne {error.colno}"
        raise AnswersError(
            [Fault("", f"ce n’est pas du JSON correct ({place}) ; reprenez le fichier d’origine.")]
        ) from None
    except (ValueError, RecursionError) as error:
        raise AnswersError([Fault("", f"valeur refusée : {error}.")]) from None


def _refuse_depth(text: str) -> None:
    """Depth counted outside of texts, before parsing: a nested bomb never reaches the parser."""
    depth = 0
    for mark in re.sub(r'"(?:[^"\\]|\\.)*"', "", text):
        depth += (mark in "[{") - (mark in "]}")
        if depth > DEPTH_MAX:
            raise ValueError("trop d’objets emboîtés")
