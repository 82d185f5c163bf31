"""Small builders for the tests: questionnaires, assessments, and random valid assessments."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

from questionnaire.answers_file import FORMAT, parse
from questionnaire.assessment import Assessment
from questionnaire.loading import SHIPPED, load
from questionnaire.model import NA_REASONS, Part, Question, Questionnaire, UnscoredField
from questionnaire.plan_checks import text_keys
from questionnaire.plan_edits import ASK_STATUSES, COFUNDING_STATUSES, STATUSES

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
    return {
        name: checklist(questions[name], **value) if isinstance(value, dict) else value for name, value in said.items()
    }


def golden_club(**changes: Any) -> Assessment:
    """The club of the golden file, with some of its answers changed."""
    said = golden()
    return assessed(shipped(), profile=said["profile"], benchmark=said["benchmark"], answers=golden_answers(changes))


def everything_applies() -> dict[str, dict[str, Any]]:
    """A profile and benchmark under which all questions of the shipped questionnaire are asked."""
    profile = {
        "P02": "1-2", "P03": "21-50", "P08": ["minors"],
        "P09": ["grants", "online_content", "equipment", "paid_subscriptions"], "P15": "yes", "P16": "yes",
    }  # fmt: skip
    return {"profile": profile, "benchmark": {"X03": "used", "X03B": "yes"}}


# ---- random valid assessments: one seed makes one file, which keeps two hundred examples quick


def documents(
    questionnaire: Questionnaire, mode: str | None = None, edited: bool = False
) -> st.SearchStrategy[dict[str, Any]]:
    """Random valid answers files. Questions that may become critical never say « non concerné ».

    With `edited`, about one file in three also changes the plan, and one in three the sheets.
    """
    return st.integers(0, 2**32).map(lambda seed: random_document(questionnaire, Random(seed), mode, edited))


def assessments(
    questionnaire: Questionnaire, mode: str | None = None, edited: bool = False
) -> st.SearchStrategy[Assessment]:
    return documents(questionnaire, mode, edited).map(lambda data: parse(questionnaire, data))


def values_of(field: UnscoredField | Part) -> st.SearchStrategy[Any]:
    """Random valid values of an unscored field."""
    return st.integers(0, 2**16).map(lambda seed: random_value(field, Random(seed)))


def random_document(
    questionnaire: Questionnaire, chance: Random, mode: str | None = None, edited: bool = False
) -> dict[str, Any]:
    said = {question.id: random_answer(question, chance) for question in questionnaire.questions}
    silence = chance.choice((0.0, 0.2, 0.6))
    plain = document(
        questionnaire,
        mode=mode or chance.choice(("full", "full", "express")),
        profile=_some(questionnaire.profile, chance),
        benchmark=_some(questionnaire.benchmark, chance),
        answers={name: value for name, value in said.items() if chance.random() >= silence},
        targets={theme.id: chance.randint(1, 3) for theme in questionnaire.themes if chance.random() < 0.2},
    )
    # Drawn last: the same seed gives the same file, edits apart.
    plan = {"plan": random_plan(questionnaire, chance)} if edited and chance.random() < 1 / 3 else {}
    texts = {"texts": random_texts(questionnaire, chance)} if edited and chance.random() < 1 / 3 else {}
    return plain | plan | texts


def random_answer(question: Question, chance: Random) -> Any:
    kind = chance.choice(("said", "said", "said", "low", "unknown", "not_applicable"))
    if kind == "not_applicable" and question.critical is None:
        own = (NA_REASONS[2],) if question.did_not_arise else ()
        return {"not_applicable": chance.choice(("we_have_none", "network_does_it", "autre raison", *own))}
    if kind == "unknown":
        return "unknown"
    if question.type == "rubric":
        return 0 if kind == "low" else chance.randint(0, question.top)
    names = ("in_place", "useful_but_absent", "not_useful")
    where = {option.id: chance.choice(names) for option in question.options}
    return {name: [option for option, place in where.items() if place == name] for name in names}


def random_value(field: UnscoredField | Part, chance: Random) -> Any:
    ids = [option.id for option in field.options]
    if field.kind == "choice":
        return chance.choice(ids)
    if field.kind == "integer":
        return chance.randint(field.minimum or 0, min(field.maximum or 300, chance.choice((12, 300))))
    if isinstance(field, UnscoredField) and field.kind == "choices":
        alone = chance.choice(ids)
        together = [option for option in ids if option not in field.exclusive]
        most = min(len(together), field.max_choices or 4)
        return [alone] if alone in field.exclusive else chance.sample(together, chance.randint(0, most))
    if isinstance(field, UnscoredField):
        return {
            part.id: random_value(part, chance) for part in field.parts if part.kind != "text" and chance.random() < 0.8
        }
    raise AssertionError(field.kind)


def _some(fields: Iterable[UnscoredField], chance: Random) -> dict[str, Any]:
    return {field.id: random_value(field, chance) for field in fields if chance.random() < 0.7}


# ---- random plans made one's own

WORDS = ("", "trésorerie", "Présidence et bureau", "Devis n° 12, « à revoir » :\n3 postes")


def random_plan(questionnaire: Questionnaire, chance: Random) -> dict[str, Any]:
    """Any part of a plan: actions of the catalogue, of their own, things to find out, a first day, a request."""
    own = chance.sample(range(1, 100), chance.randint(0, 3))
    named = {action.id: random_edit(chance) for action in questionnaire.actions if chance.random() < 0.2}
    asks = {
        f"ask.{q.id}": random_edit(chance, ASK_STATUSES, 4) for q in questionnaire.questions if chance.random() < 0.1
    }
    ours = {f"own.{n}": random_edit(chance) | {"title": "Ranger", "hours": chance.randint(0, 40)} for n in own}
    head = {"start": random_day(chance), "request": random_request(chance)}
    return named | asks | ours | {key: value for key, value in head.items() if chance.random() < 0.5}


def random_edit(chance: Random, statuses: tuple[str, ...] = STATUSES, parts: int = 7) -> dict[str, Any]:
    """Something said of one action, never nothing; the first four parts may also be said of a thing to find out."""
    said: dict[str, Any] = {
        "status": chance.choice(statuses),
        "role": chance.choice(WORDS),
        "due": random_day(chance),
        "note": chance.choice(WORDS),
        "euros": chance.choice((0, 60, 10_000_000)),
        "funding": chance.choice(WORDS),
        "reason": chance.choice(WORDS),
    }
    return {name: said[name] for name in chance.sample(list(said)[:parts], chance.randint(1, parts))}


def random_request(chance: Random) -> dict[str, Any]:
    payer = {"name": "Ville", "euros": chance.randint(0, 5000), "status": chance.choice(COFUNDING_STATUSES)}
    said: dict[str, Any] = {
        "years": chance.randint(1, 3),
        "need": chance.choice(WORDS),
        "own_euros": chance.randint(0, 2000),
        "cofunding": [payer] * chance.randint(0, 6),
        "upkeep_euros": chance.randint(0, 500),
        "volunteer_hourly_euros": chance.randint(0, 200),
        "indicators": ["Deux personnes savent rouvrir la copie"] * chance.randint(0, 2),
        "measured_on": random_day(chance),
    }
    return {name: value for name, value in said.items() if chance.random() < 0.6}


def random_day(chance: Random) -> str:
    return (date(2000, 1, 1) + timedelta(days=chance.randint(0, 36_524))).isoformat()


def random_texts(questionnaire: Questionnaire, chance: Random) -> dict[str, str]:
    return {key: chance.choice(WORDS) for key in text_keys(questionnaire) if chance.random() < 0.2}


# All that a site opened to others must say, in the order of the settings.
PUBLIC_SITE = {
    "PALIER_MODE": "public",
    "PALIER_URL": "https://diagnostic.exemple.fr",
    "PALIER_COOKIE_SECRET": "un secret d’essai, long de plus de 32 caractères",
    "PALIER_PUBLISHER": "Association des essais, 1 rue du Test, 75000 Paris",
    "PALIER_DIRECTOR": "Camille Exemple, présidente",
    "PALIER_HOST": "Hébergeur d’essai, 2 rue du Test, 75000 Paris, 01 00 00 00 00",
    "PALIER_CONTACT": "droits@exemple.fr",
    "PALIER_COUNTRY": "France",
}
