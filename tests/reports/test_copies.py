"""The copies that leave the association, read by somebody hostile: what was not ticked is nowhere in the file."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from datetime import date
from functools import cache, cached_property
from itertools import combinations
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from reportlab.platypus import Flowable

from questionnaire.assessment import Assessment
from questionnaire.errors import PalierError
from questionnaire.model import Questionnaire
from questionnaire.previous import taken
from questionnaire.workshop_record import voted_of
from reports import service, style
from reports.answer_words import line_label
from reports.case import Case
from reports.compose_funder import funder_copy
from reports.compose_method import method
from reports.compose_wall import wall_copy
from reports.content_copies import FunderCopy, WallCopy
from reports.copies import PARTS, USUAL, parts
from reports.copy_pdf import FUNDER_FRAME, build_copy, set_pages
from reports.funder_words import NEVER
from reports.pages_wall import WALL_FRAME, WALL_SIZES, WallList, wall_story
from scoring.benchmark import load_rows
from scoring.display import shown_interval
from tests.builders import assessed, assessments, at_step, everyone_at, everything_applies, golden_club, shipped, small
from tests.reports.printed import DAY, boxes, club, questionnaire_of, reader, rows_of, sentences_in, words_of
from tests.reports.test_pdf import NAMES

USUAL_PARTS, ALL_PARTS, NO_PART = frozenset(USUAL), frozenset(PARTS), frozenset[str]()
# What leaks comes of one part, or of two side by side: up to two ticked, and up to two not.
COUNTS = [count for count in range(len(PARTS) + 1) if count <= 2 or count >= len(PARTS) - 2]
SUBSETS = [frozenset(some) for count in COUNTS for some in combinations(PARTS, count)]
CORNERS = [some for some in SUBSETS if len(some) in (0, 1, len(PARTS))] + [USUAL_PARTS]


# ---- printing, as reports.service will


def case_of(state: Assessment, questionnaire: Questionnaire | None = None) -> Case:
    asked = questionnaire or questionnaire_of(state)
    return service.case_of(asked, state, rows_of(asked.id), DAY)


def printed(copy: FunderCopy | WallCopy, blocks: list[Flowable] | None = None) -> bytes:
    if blocks is None:
        return build_copy(copy, lambda _: None)
    return set_pages(copy, blocks, WALL_FRAME if isinstance(copy, WallCopy) else FUNDER_FRAME, lambda _: None)


def funder_pdf(state: Assessment, ticked: frozenset[str] = USUAL_PARTS) -> bytes:
    return printed(funder_copy(case_of(state), ticked))


def wall_pdf(state: Assessment) -> bytes:
    return printed(wall_copy(case_of(state)))


def flat(text: str) -> str:
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").split())


def unpacked(pdf: bytes) -> bytes:
    """The file and, after it, each of its streams as it was before compression."""
    found = [pdf]
    for match in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            found.append(zlib.decompress(match[1]))
        except zlib.error:
            found.append(match[1])
    return b"\n".join(found)


def holds(pdf: bytes) -> str:
    """Everything that another reader of PDF finds on the pages, then the bytes: letters of the ASCII stay as they are."""
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]
    raw = unpacked(pdf)
    return "\n".join(
        (*pages, raw.decode("latin-1"), raw.decode("utf-16-be", "ignore"), raw[1:].decode("utf-16-be", "ignore"))
    )


# ---- a questionnaire and an association in which every text is a marker


MARKED = {
    "about", "beyond", "detail", "does_not_say", "done_when", "free_route", "good_enough", "help", "lead", "meaning", "name",
    "note", "offers", "protect", "short", "steps", "subtitle", "summary", "text", "title", "who", "who_knows", "why",
    "anchors", "because", "evidence", "interpretations", "line_labels", "did_not_arise",
}  # fmt: skip
MARKER = re.compile(r"zq\d{4}")


class Markers:
    """Gives each text a word found nowhere else."""

    def __init__(self) -> None:
        self.count = 0

    def word(self) -> str:
        self.count += 1
        return f"zq{self.count:04d}"

    def of(self, value: Any, marked: bool = False) -> Any:
        if isinstance(value, BaseModel):
            return self._model(value)
        if isinstance(value, tuple):
            return tuple(self.of(child, marked) for child in value)
        if isinstance(value, dict):
            return {key: self.of(child, marked) for key, child in value.items()}
        return self.word() if marked and isinstance(value, str) else value

    def _model(self, value: BaseModel) -> BaseModel:
        fields = type(value).model_fields
        made = value.model_copy(update={name: self.of(getattr(value, name), name in MARKED) for name in fields})
        for name, member in vars(type(value)).items():
            if isinstance(member, cached_property):
                made.__dict__.pop(name, None)
        return made


MARKERS = Markers()
SPOKEN_NUMBERS = ("59100", "91 357", "2 317", "370")  # postcode, yearly spending, euros and hours they have
ASKED_NUMBERS = ("1 234", "17 €", "123 €", "456 €")  # own euros, hourly rate, upkeep, cofunding


@cache
def hostile() -> Case:
    """A case in which every text of the questionnaire, and everything the association wrote, is a marker."""
    questionnaire: Questionnaire = MARKERS.of(shipped())
    first = service.case_of(questionnaire, _hostile_state(questionnaire, []), load_rows(shipped()), DAY)
    state = _hostile_state(questionnaire, [action.id for action in first.plan.chosen])
    return service.case_of(questionnaire, state, load_rows(shipped()), DAY)


def _hostile_state(questionnaire: Questionnaire, chosen: list[str]) -> Assessment:
    word, asked = MARKERS.word, questionnaire.questions
    said = everything_applies()
    profile = said["profile"] | {
        "P02": "3-9", "P06": {"postcode": "59100", "area": "rural"}, "P12": {"hours_per_month": 37, "euros": 2317}
    }  # fmt: skip
    benchmark = said["benchmark"] | {
        "X01": "on_track", "X04": ["human"], "X05": 91357, "X06": ["privacy"], "X07": ["dues", "grants"],
    }  # fmt: skip
    state = assessed(
        questionnaire,
        name=word(),
        profile=profile | {"P10": ["president", "coach"]},
        benchmark=benchmark,
        answers=_hostile_answers(questionnaire),
        notes={q.id: word() for q in asked} | {f"{q.id}.wording": word() for q in asked},
        evidence={q.id: {"level": ("declared", "cited", "seen")[i % 3], "text": word()} for i, q in enumerate(asked)},
        identity={"rna": "W123456789", "siren": "732829320", "shown_to_board_on": "2026-11-12"}
        | {key: word() for key in ("created_in", "members", "beneficiaries", "general_interest", "approvals")},
        plan=_hostile_plan(questionnaire, chosen),
        workshop=_hostile_workshop(questionnaire),
    )
    texts = {"charter.relire": word(), "drafts": word()}
    state = state.put("previous", "2025-01-09", _hostile_photo(state))
    return replace(state, kept={**state.kept, "texts": texts, "drafts": {"C31": word()}, "place": {"page": word()}})


def _hostile_photo(state: Assessment) -> dict[str, Any]:
    """A year ago: every step was higher or lower, every note and piece was another."""
    photo = taken(state)
    photo["answers"] = {k: 2 if v == 3 else 3 for k, v in photo["answers"].items() if type(v) is int}
    photo["notes"] = {key: MARKERS.word() for key in photo["notes"]}
    photo["evidence"] = {key: MARKERS.word() for key in photo["evidence"]}
    return photo | {"done": []}


def _hostile_answers(questionnaire: Questionnaire) -> dict[str, Any]:
    """Every kind of answer; the themes of the second half are good, the others are not."""
    answers: dict[str, Any] = {}
    for i, question in enumerate(questionnaire.questions):
        answers[question.id] = at_step(question, (0, 0, 1, 0, 2)[i % 5] if i < 16 else 3)
        if i % 7 == 3 and not question.critical:
            answers[question.id] = "unknown" if i % 2 else {"not_applicable": MARKERS.word()}
    return answers


def _hostile_workshop(questionnaire: Questionnaire) -> dict[str, Any]:
    """Two questions voted, one left open: what was kept, the minority and the groups stay with the association."""
    voted = [q for q in questionnaire.questions if q.type == "rubric"][:2]
    first = {"votes": 7, "steps": [2, 2, 2, 0], "unknown": 1}
    said = {
        "first": first,
        "decided": 1,
        "open": True,
        "minority": MARKERS.word(),
        "roles": {"council": 0, "others": 2},
    }
    away = {"first": first, "decided": {"not_applicable": MARKERS.word()}}
    votes = {f"vote.{q.id}": one for q, one in zip(voted, (said, away), strict=True)}
    return {"session": {"date": "2026-11-20", "participants": 7}} | votes


def _hostile_plan(questionnaire: Questionnaire, chosen: list[str]) -> dict[str, Any]:
    word = MARKERS.word
    edits: dict[str, Any] = {
        "own.1": {"title": word(), "role": word(), "note": word(), "hours": 3, "euros": 90, "funding": word()},
        "own.2": {"title": word(), "reason": word(), "status": "dropped"},
        "request": {
            "need": word(), "own_euros": 1234, "upkeep_euros": 123, "volunteer_hourly_euros": 17,
            "indicators": [word(), word()], "measured_on": "2027-06-30",
            "cofunding": [{"name": word(), "euros": 456, "status": "asked"}],
        },
        f"ask.{questionnaire.questions[3].id}": {"role": word(), "note": word()},
    }  # fmt: skip
    for i, action in enumerate(chosen[:4]):
        status = ("doing", "done", "dropped", "todo")[i]
        edits[action] = {"status": status, "role": word(), "note": word(), "reason": word(), "funding": word()}
    return edits


def allowed(case: Case) -> dict[str, set[str]]:
    """For each part, the markers that it may show; under "" those of every copy."""
    asked, request = case.questionnaire, case.assessment.all_of("plan")["request"]
    opportunities = asked.rules.opportunities
    assert opportunities
    weighs = asked.field_by_id[opportunities.field].options
    told = {
        "": [
            case.assessment.name, asked.title, asked.subtitle, request["need"], *case.assessment.all_of("identity").values(),
            *[o.text for o in weighs if o.id in case.assessment.fields[opportunities.field]],
        ],
        "levels": [
            *_scale(case), *[axis.name for axis in asked.axes],
            *[asked.theme_by_id[t.id].name for a in case.result.axes for t in a.themes if (t.score.level_assured or 0) > 2],
        ],
        "axes": [
            *_scale(case), *[axis.name for axis in asked.axes], *[theme.name for theme in asked.themes],
            *[text for axis in asked.axes for text in (axis.does_not_say, *axis.interpretations.values())],
        ],
        "protect": [*_protected(case), *[_title(case, a.id) for a in case.plan.chosen if a.protects]],
        "benchmark": _compared(case),
        "plan": [
            text
            for a in case.plan.all
            for text in (
                _title(case, a.id), a.edit.role if a.edit and a.edit.role else asked.action_by_id[a.id].lead,
                *[asked.theme_by_id[lift.theme].name for lift in a.lifts],
            )
        ],
        "request": [
            *[_title(case, a.id) for a in case.plan.all if a.euros], *request["indicators"], request["cofunding"][0]["name"],
        ],
        "evidence": [],
        "workshop": [text for q, _ in voted_of(asked, case.assessment) for text in (q.short, q.text)],
        "change": [*_scale(case), *[axis.name for axis in asked.axes]],
    }  # fmt: skip
    return {part: markers("\n".join(texts)) for part, texts in told.items()}


def markers(text: str) -> set[str]:
    return set(MARKER.findall(text.lower()))


def _scale(case: Case) -> list[str]:
    return [text for rule in case.rules.levels for text in (rule.name, rule.meaning)]


def _protected(case: Case) -> list[str]:
    criticals = [case.questionnaire.question_by_id[name].critical for name in case.result.protect_first]
    return [critical.protect for critical in criticals if critical]


def _compared(case: Case) -> list[str]:
    """What the association answered where a published figure stands beside it: an option, or a list of a checklist."""
    asked, said, found = case.questionnaire, case.assessment.fields, []
    for comparison in case.comparisons:
        target = comparison.row.maps_to
        if target.field:
            chosen = said[target.field]
            options = asked.field_by_id[target.field].options
            found += [o.text for o in options if o.id in (chosen if isinstance(chosen, list) else [chosen])]
        else:
            found.append(line_label(asked.question_by_id[target.question or ""], comparison.said))
    return found


def _title(case: Case, action_id: str) -> str:
    known = case.questionnaire.action_by_id.get(action_id)
    return known.title if known else str(case.assessment.all_of("plan")[action_id]["title"])


def union(found: dict[str, set[str]], ticked: frozenset[str]) -> set[str]:
    return found[""].union(*(found[part] for part in ticked))


# ---- the hostile reading


@pytest.mark.parametrize("ticked", SUBSETS, ids=lambda some: "+".join(p for p in PARTS if p in some) or "nothing")
def test_a_copy_holds_nothing_that_was_not_ticked(ticked: frozenset[str]) -> None:
    copy = funder_copy(hostile(), ticked)
    pdf = printed(copy)
    may = union(allowed(hostile()), ticked)
    assert markers(str(copy)) <= may
    assert markers(holds(pdf)) <= may
    text = flat(words_of_pages(pdf))
    for number in (*SPOKEN_NUMBERS, *(() if "request" in ticked else ASKED_NUMBERS)):
        assert number not in text
    assert ("Fourchette" in text) == bool(ticked & {"levels", "axes"})
    assert bool(re.search(r"\d → \d", text)) == ({"plan", "axes"} <= ticked)
    assert ("■ À protéger" in text) == ({"plan", "protect"} <= ticked)
    assert ("pièces citées" in text) == ("evidence" in ticked)
    assert ("n = 2 285" in text) == ("benchmark" in ticked)
    assert ("Du 9 janvier 2025" in text) == ("change" in ticked)


def words_of_pages(pdf: bytes) -> str:
    return " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))


@pytest.mark.parametrize("ticked", CORNERS, ids=lambda some: "+".join(sorted(some)) or "nothing")
def test_a_second_reader_and_the_rest_of_the_file_agree(ticked: frozenset[str]) -> None:
    """pypdf on the pages; then what no page shows: properties, bookmarks, attachments, links, forms."""
    pdf = printed(funder_copy(hostile(), ticked))
    read, may = reader(pdf), union(allowed(hostile()), ticked)
    found = [words_of(pdf), str(read.metadata), str(read.outline), str(read.xmp_metadata), str(read.get_fields())]
    assert markers(" ".join(found)) <= may
    assert not read.attachments
    assert {"/Names", "/AF", "/OpenAction", "/AcroForm"}.isdisjoint(read.trailer["/Root"])
    assert all("/Annots" not in page for page in read.pages)
    assert "http" not in words_of(pdf)


@pytest.mark.parametrize("part", PARTS)
def test_what_was_ticked_is_there(part: str) -> None:
    """Without this the test above could pass on an empty file: each part brings its own words."""
    case = hostile()
    found = markers(holds(printed(funder_copy(case, frozenset({part})))))
    must = {
        "levels": [axis.name for axis in case.questionnaire.axes],
        "axes": [theme.name for axis in case.result.axes if axis.evaluable for theme in _themes(case, axis.id)],
        "protect": _protected(case),
        "benchmark": _compared(case),
        "plan": [_title(case, a.id) for a in case.plan.all],
        "request": [_title(case, a.id) for a in case.plan.all if a.euros and not (a.edit and a.edit.done)],
        "evidence": [],
        "workshop": [q.short for q, _ in voted_of(case.questionnaire, case.assessment)],
        "change": [axis.name for axis in case.questionnaire.axes],
    }[part]
    assert markers(" ".join(must)) <= found
    assert part == "evidence" or must
    assert allowed(case)[""] <= found


def _themes(case: Case, axis_id: str) -> list[Any]:
    return [case.questionnaire.theme_by_id[t.id] for t in case.result.axis(axis_id).themes]


def test_the_reading_finds_what_is_in_a_file() -> None:
    """The complete copy holds the answers in words: the same search finds them there."""
    case = hostile()
    pdf = service.report_pdf(case.questionnaire, case.assessment, load_rows(shipped()), DAY)
    notes = markers(" ".join(case.assessment.all_of("notes").values()))
    assert len(notes) > 70
    assert notes <= markers(unpacked(pdf).decode("latin-1"))
    assert not notes & markers(holds(printed(funder_copy(case, ALL_PARTS))))


def test_the_wall_holds_titles_roles_and_months_only() -> None:
    case = hostile()
    copy = wall_copy(case)
    may = {case.assessment.name, case.questionnaire.title}
    may |= {_title(case, a.id) for a in case.plan.all}
    may |= {
        a.edit.role if a.edit and a.edit.role else case.questionnaire.action_by_id[a.id].lead for a in case.plan.all
    }
    pdf = printed(copy)
    assert markers(str(copy)) | markers(holds(pdf)) == markers(" ".join(map(str, may)))
    text = flat(words_of(pdf))
    assert not re.search(r"€|\d h\b|\d → \d|[Nn]iveau|[Ff]ourchette|protéger d’abord", text)
    assert not reader(pdf).attachments


# ---- what is printed is what was computed


@pytest.mark.parametrize("state", [club(), golden_club()], ids=["example", "golden"])
def test_numbers_are_those_of_scoring(state: Assessment) -> None:
    case = case_of(state)
    text = flat(words_of(funder_pdf(state, ALL_PARTS)))
    for axis in case.result.axes:
        for score in [axis.score, *(t.score for t in axis.themes)] if axis.evaluable else []:
            if score.low is not None and score.high is not None:
                assert shown_interval(score.low, score.high, case.rules) in text
    assert f"{len(case.plan.all)} actions {case.plan.hours} h {case.plan.euros} €" in text
    assert "34 à 40" in text
    assert "19 à 26" in text


def test_the_request_adds_up() -> None:
    case = hostile()
    request = case.assessment.all_of("plan")["request"]
    copy = funder_copy(case, frozenset({"request"}))
    text = flat(words_of(printed(copy)))
    charges = sum(a.euros for a in case.plan.all if not (a.edit and a.edit.done)) + request["upkeep_euros"]
    assert f"Total des charges {charges:,} €".replace(",", " ") in text
    asked = max(0, charges - request["own_euros"] - 456)
    assert f"Ce que nous demandons {asked:,} €".replace(",", " ") in text
    waiting = sum(a.hours for a in case.plan.all if not (a.edit and a.edit.done))
    assert f"{waiting} h à 17 € l’heure" in text
    assert f"{waiting * 17:,} € de chaque côté".replace(",", " ") in text
    assert "mesure prévue le 30 juin 2027" in text.lower()
    assert "123 € par an" in text


def test_evidence_is_counted_over_what_is_asked() -> None:
    case = hostile()
    kept = case.assessment.all_of("evidence")
    levels = [kept[name]["level"] for name in case.routed.ids]
    copy = funder_copy(case, frozenset({"evidence"}))
    expected = f"pièces citées : {levels.count('cited')} ; pièces vues par un accompagnateur : {levels.count('seen')}."
    assert flat(copy.evidence).endswith(expected)
    hidden = assessed(shipped(), profile={"P09": []}, evidence={"F31": {"level": "seen", "text": "x"}})
    assert "accompagnateur : 0" in flat(funder_copy(case_of(hidden), ALL_PARTS).evidence)


def test_every_copy_says_how_to_read_it_and_what_is_missing() -> None:
    case = case_of(club())
    for ticked in SUBSETS:
        copy = funder_copy(case, ticked)
        assert [flat(text) for text in copy.cautions] == [
            "Auto-évaluation à visée d’apprentissage ; ne pas utiliser comme seuil d’attribution. "
            "Aucune décision n’est automatique : Palier n’accorde rien et ne refuse rien.",
            "Merci de financer aussi l’usage et l’accompagnement, pas seulement l’achat.",
            "Version 1 : poids et seuils fixés par expertise, pas encore étalonnés par une enquête.",
        ]
        assert flat(copy.absent).startswith("Ce que cet exemplaire ne contient pas : ")
        assert copy.absent.endswith(f"{NEVER}.")
        assert copy.absent.count(" ; ") + copy.absent.count("\u202f; ") == len(PARTS) - len(ticked)
        assert len(copy.method) == 3
        assert copy.facts[0] == "23\u00a0novembre 2026"


def test_every_copy_says_that_nothing_is_decided_by_it() -> None:
    for state in (club(), strains(shipped())["lowest"]):
        kept_in_mind = method(case_of(state)).paragraphs[-1].text
        funder = words_of(funder_pdf(state, NO_PART))
        assert all("Aucune décision n’est automatique" in flat(text) for text in (kept_in_mind, funder))


def test_the_code_and_the_roles_are_printed_when_given() -> None:
    case = case_of(assessed(shipped(), profile={"P10": ["treasurer", "board"]}))
    text = flat(words_of(printed(funder_copy(case, NO_PART, code="K7QX-2M4P", roles_field="P10"))))
    assert "Code de l’exemplaire : K7QX-2M4P" in text
    assert "Qui a répondu Trésorerie ; Bureau" in text
    silent = flat(words_of(printed(funder_copy(case, NO_PART))))
    assert "Code de" not in silent
    assert "Qui a répondu" not in silent


def test_identity_is_printed_as_it_was_filled() -> None:
    identity = {"rna": "W123456789", "members": "env. 240", "shown_to_board_on": "2026-11-01", "approvals": " "}
    text = flat(words_of(printed(funder_copy(case_of(assessed(shipped(), identity=identity)), NO_PART))))
    assert (
        "RNA : W123456789 · Adhérents : env. 240 · Présenté au conseil d’administration le : 1er novembre 2026" in text
    )
    assert "Agréments" not in text


# ---- never flattering, never a weakness unasked


@pytest.mark.parametrize(("said", "named"), [(3, True), (0, False), ("unknown", False)])
def test_a_theme_with_a_critical_gap_is_never_called_solid(said: Any, named: bool) -> None:
    critical = next(q for q in shipped().questions if q.critical and not q.critical.when)
    theme = shipped().theme_of[critical.id]
    answers = {q.id: at_step(q, 3 if q in theme.questions else 1) for q in shipped().questions} | {critical.id: said}
    case = case_of(assessed(shipped(), answers=answers, **everything_applies()))
    assert case.result.theme(theme.id).score.level_assured in (3, 4)
    levels = funder_copy(case, USUAL_PARTS).levels
    assert levels
    assert (theme.name in levels.strengths) == named


def test_five_themes_at_most_are_named() -> None:
    state = assessed(shipped(), answers=everyone_at(shipped(), 3), **everything_applies())
    levels = funder_copy(case_of(state), USUAL_PARTS).levels
    assert levels
    assert levels.strengths.count("«") == 5
    assert "et 9 autres thèmes" in levels.strengths


def test_what_was_put_aside_by_hand_is_told() -> None:
    for state, there in ((strains(shipped())["not applicable"], True), (club(), False)):
        case = case_of(state)
        assert any(axis.partial_profile for axis in case.result.axes) == there
        copy = funder_copy(case, ALL_PARTS)
        assert copy.levels
        scales = [axis.scale.rows[0] if axis.scale else None for axis in copy.axes]
        for row, whole, axis in zip(copy.levels.table.rows, scales, case.result.axes, strict=True):
            assert ("profil partiel" in row.sub) == axis.partial_profile
            assert whole is None or ("profil partiel" in whole.sub) == axis.partial_profile
        assert ("écarté à la main" in copy.levels.note) == there


def test_points_to_protect_are_counted_and_their_treatment_is_true() -> None:
    lowest = everyone_at(shipped(), 0)
    kept, no_time = {}, {"P12": {"hours_per_month": 0, "euros": 0}}
    for profile, words in ((kept, "en cours de traitement"), (no_time, "pas encore au plan")):
        case = case_of(assessed(shipped(), answers=lowest, profile=profile))
        assert len(case.result.protect_first) > 1
        sentence = funder_copy(case, NO_PART).security.sentence
        assert flat(sentence).startswith(f"Sécurité : {len(case.result.protect_first)} points")
        assert words in sentence


def test_a_hidden_detail_is_in_no_word_of_the_copy() -> None:
    case = case_of(assessed(shipped(), answers=everyone_at(shipped(), 0)))
    hidden, shown = funder_copy(case, USUAL_PARTS), funder_copy(case, USUAL_PARTS | {"protect"})
    for text in _protected(case):
        assert text.rstrip(".") not in str(hidden)
        assert text.rstrip(".") in str(shown)
    assert hidden.plan
    assert shown.plan
    assert not any(line.protects for line in hidden.plan.lines)
    assert any(line.protects for line in shown.plan.lines)


# ---- whatever the state, pages that hold


def strains(questionnaire: Questionnaire) -> dict[str, Assessment]:
    rich = {"P02": "250+", "P12": {"hours_per_month": 900, "euros": 90000}} if questionnaire is shipped() else {}
    own = {
        f"own.{n}": {"title": f"{n} {'mot ' * 49}"[:200], "role": "R" * 200, "euros": 10_000_000} for n in range(1, 9)
    }
    need = {"request": {"years": 3, "need": "Un besoin qui se dit longuement. " * 60, "upkeep_euros": 10_000_000}}
    nobody = {q.id: {"not_applicable": "we_have_none"} for q in questionnaire.questions if not q.critical}
    return {
        "empty": assessed(questionnaire),
        "express": assessed(questionnaire, mode="express", answers=everyone_at(questionnaire, 1)),
        "unknown": assessed(questionnaire, answers={q.id: "unknown" for q in questionnaire.questions}),
        "not applicable": assessed(questionnaire, answers=nobody),
        "lowest": assessed(questionnaire, answers=everyone_at(questionnaire, 0), profile=rich),
        "highest": assessed(questionnaire, answers={q.id: at_step(q, q.top) for q in questionnaire.questions}),
        "own": assessed(
            questionnaire, answers=everyone_at(questionnaire, 0), profile=rich, plan=own | need, name="X" * 200
        ),
    }


STATES = [pytest.param(state, id=f"{q.id}: {name}") for q in (shipped(), small()) for name, state in strains(q).items()]


def sound(pdf: bytes) -> None:
    """Inside the margins, numbered, every font embedded."""
    left, right = style.SIDE - 1.5, style.SIDE + style.WIDTH + 1.5
    bottom, top = style.FOOTER_Y - 4, style.PAGE[1] - 12 * style.MM
    for page, (x0, y0, x1, y1) in boxes(pdf):
        assert left <= x0 <= x1 <= right, (page, x0, x1)
        assert bottom <= y0 <= y1 <= top, (page, y0, y1)
    for page in reader(pdf).pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object().get("/FontDescriptor")
            assert descriptor is not None, font.get_object()["/BaseFont"]
            assert "/FontFile2" in descriptor.get_object()


@pytest.mark.parametrize("ticked", [USUAL_PARTS, ALL_PARTS, NO_PART], ids=["usual", "all", "none"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_prints_for_a_funder(state: Assessment, ticked: frozenset[str]) -> None:
    pdf = funder_pdf(state, ticked)
    sound(pdf)
    pages = [flat(page.extract_text()) for page in reader(pdf).pages]
    assert all(f"{number} / {len(pages)}" in text for number, text in enumerate(pages, 1))
    assert all(len(text.split()) > 25 for text in pages)


@pytest.mark.parametrize("state", STATES)
def test_every_state_prints_on_one_wall_page(state: Assessment) -> None:
    pdf = wall_pdf(state)
    sound(pdf)
    assert len(reader(pdf).pages) == 1


def test_the_usual_copy_has_two_to_four_pages() -> None:
    for state in (club(), golden_club(), strains(shipped())["lowest"]):
        assert len(reader(funder_pdf(state)).pages) in (2, 3, 4)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_hostile_names_are_text(name: str) -> None:
    own = {"own.1": {"title": name, "role": name}}
    state = assessed(small(), name=name, plan=own, identity={"approvals": name}, answers=everyone_at(small(), 1))
    for pdf in (funder_pdf(state, ALL_PARTS), wall_pdf(state)):
        sound(pdf)
        assert name.split()[0][:11].replace("⚽", "□") in words_of(pdf)
        assert all("/Annots" not in page for page in reader(pdf).pages)


def test_an_axis_in_words_has_no_number() -> None:
    express = assessed(shipped(), mode="express", answers=everyone_at(shipped(), 1))
    copy = funder_copy(case_of(express), ALL_PARTS)
    assert copy.levels
    assert all(row.cells[0] == "en mots" for row in copy.levels.table.rows)
    assert "mode express" in copy.levels.strengths
    text = flat(words_of(printed(copy)))
    assert not re.search(r"\d → \d|\d+ à \d+ (?:\d|$)", text)
    assert "en mode express" in text


def test_a_plan_without_action_says_so_without_saying_why() -> None:
    state = assessed(shipped(), answers=everyone_at(shipped(), 0), profile={"P12": {"hours_per_month": 0, "euros": 0}})
    copy = funder_copy(case_of(state), USUAL_PARTS)
    assert copy.plan
    assert copy.plan.empty == "Aucune action au plan à ce jour."
    assert "temps" not in copy.plan.empty
    assert wall_copy(case_of(state)).empty
    assert "réunion" in words_of(wall_pdf(state))


def test_the_same_copy_gives_the_same_bytes() -> None:
    assert funder_pdf(club(), ALL_PARTS) == funder_pdf(club(), ALL_PARTS)
    assert wall_pdf(club()) == wall_pdf(club())


RANK = re.compile(
    r"\b(au[- ]dessus|en[- ]dessous|mieux que|meilleure?s? que|top|rangs?|centiles?|quartiles?|classée?s?|conformes?)\b",
    re.I,
)
TO_THEM = re.compile(r"\b(vous|votre|vos)\b", re.IGNORECASE)
CODE = re.compile(r"(?<![\w-])[CFAXPR]\d{2}[A-Z]?(?![\w-])")
QUOTED = re.compile("«[^»]*»")
ANY = st.one_of(assessments(shipped()), assessments(small()))
EDITED = st.one_of(assessments(shipped(), edited=True), assessments(small(), edited=True))


@settings(max_examples=60, deadline=None)
@given(ANY, st.sampled_from(SUBSETS))
def test_no_sentence_ranks_shows_a_code_or_speaks_to_the_association(state: Assessment, ticked: frozenset[str]) -> None:
    case = case_of(state)
    titles = {action.title for action in case.questionnaire.actions}  # the plan is theirs: it may speak to them
    for copy in (funder_copy(case, ticked), wall_copy(case)):
        for text in {*sentences_in(copy)} - titles:
            assert not RANK.search(text), text
            assert not CODE.search(text), text
            assert not TO_THEM.search(QUOTED.sub("", text)), text
            assert not re.search(r"[ \u00a0][;:!?»%€]|« |\.\.|None|Fraction", text), text


@settings(
    max_examples=6,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)
@given(EDITED, st.sampled_from(SUBSETS))
def test_random_states_print(state: Assessment, ticked: frozenset[str]) -> None:
    sound(funder_pdf(state, ticked))
    sound(wall_pdf(state))


# ---- the wall


def planned(**plan: Any) -> Assessment:
    """An association without any action of the catalogue, with these of its own."""
    best = {q.id: at_step(q, q.top) for q in small().questions}
    return assessed(small(), answers=best, plan={f"own.{n}": edit for n, edit in enumerate(plan.values(), 1)})


def wall_list(copy: WallCopy) -> WallList:
    """The list as it was set on the printed page."""
    blocks = wall_story(copy)
    listed = next(block for block in blocks if isinstance(block, WallList))
    printed(copy, blocks)
    return listed


def test_the_next_date_is_the_first_to_come() -> None:
    late, soon = {"title": "A", "due": "2026-10-02"}, {"title": "B", "due": "2026-11-28"}
    done = {"title": "C", "due": "2026-11-24", "status": "done"}
    copies = [
        wall_copy(case_of(planned(**edits))) for edits in ({"a": late, "b": soon, "c": done}, {"a": late}, {"c": done})
    ]
    assert [flat(copy.banner) for copy in copies] == [
        "Prochaine date : 28 novembre 2026", "", "Tout est fait : bravo à toute l’équipe !",
    ]  # fmt: skip
    assert [action.title for action in copies[0].actions] == ["A", "B", "C"]
    assert "Fait" in words_of(printed(copies[2]))
    assert wall_copy(case_of(planned())).banner == ""


def test_what_is_still_to_do_comes_before_what_is_done() -> None:
    edits = {"a": {"title": "A", "due": "2026-12-01", "status": "done"}, "b": {"title": "B", "due": "2027-05-01"}}
    assert [action.title for action in wall_copy(case_of(planned(**edits))).actions] == ["B", "A"]


def test_letters_are_large_and_give_way_before_the_page_does() -> None:
    few, twelve = numbered(1), numbered(12)
    assert wall_list(few).size == WALL_SIZES[0]
    assert wall_list(twelve).size >= 14
    long, crowd = numbered(12, "et la suite " * 20), numbered(30, "et la suite " * 20)
    assert wall_list(long).size >= 11
    assert wall_list(twelve).left == wall_list(long).left == 0
    text = flat(words_of(printed(crowd)))
    left = int(re.findall(r"et (\d+) autres, au plan", text)[0])
    assert left + text.count("Faire la chose numéro") == 30
    assert 0 < left < 20


def numbered(count: int, more: str = "") -> WallCopy:
    """A wall with so many actions, whose titles have 200 characters at most."""
    edits = {f"a{n}": {"title": f"Faire la chose numéro {n} {more}"[:200].strip()} for n in range(count)}
    return wall_copy(case_of(planned(**edits)))


# ---- the parts on a command line


def test_parts_are_read() -> None:
    assert parts("levels, plan,,plan") == {"levels", "plan"}
    assert parts("") == NO_PART
    assert parts(",".join(PARTS)) == ALL_PARTS
    assert {"levels", "plan", "request"} == USUAL_PARTS


@pytest.mark.parametrize(
    ("text", "words"), [("levels,notes", "« notes » : partie inconnue"), ("a,b,a", "« a », « b » : parties")]
)
def test_an_unknown_part_is_named(text: str, words: str) -> None:
    with pytest.raises(PalierError) as refused:
        parts(text)
    assert words in flat(str(refused.value))
    assert all(part in str(refused.value) for part in PARTS)


def test_a_date_of_the_day_is_printed_on_both_copies() -> None:
    case = replace(case_of(club()), on=date(2027, 3, 1))
    assert "1er mars 2027" in words_of(printed(funder_copy(case, NO_PART)))
    assert "1er mars 2027" in words_of(printed(wall_copy(case)))
