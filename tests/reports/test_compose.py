"""The report in words: every state has its sentences, and none ranks, promises or slips a forbidden number."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from reports.compose import COPY_NOTE, axes_title
from reports.content import Report
from scoring.engine import score
from tests.builders import WORDS, assessed, assessments, everyone_at, shipped, small
from tests.reports.printed import club, composed, questionnaire_of, sentences_in

RANK = re.compile(
    r"\b(au[- ]dessus|en[- ]dessous|mieux que|meilleure?s? que|top|rangs?|centiles?|quartiles?|percentiles?|"
    r"plus avancée?s? que|en retard sur|classée?s?|conformes?)\b",
    re.IGNORECASE,
)
CODE = re.compile(r"(?<![\w-])[CFAXPR]\d{2}[A-Z]?(?![\w-])")
EXAMPLES = settings(max_examples=60, deadline=None)
ANY = st.one_of(assessments(shipped()), assessments(small()))
EDITED = st.one_of(assessments(shipped(), edited=True), assessments(small(), edited=True))


def said(report: Report) -> list[str]:
    return list(sentences_in(report))


@EXAMPLES
@given(EDITED)
def test_no_sentence_ranks_or_shows_a_code(state: Assessment) -> None:
    report = composed(questionnaire_of(state), state)
    for text in said(report):
        assert not RANK.search(text), text
        assert not CODE.search(text), text
        assert "None" not in text
        assert "Fraction" not in text


@EXAMPLES
@given(ANY)
def test_no_number_where_an_axis_is_told_in_words(state: Assessment) -> None:
    questionnaire = questionnaire_of(state)
    result, report = score(questionnaire, state), composed(questionnaire, state)
    for axis, page, row in zip(result.axes, report.axes, report.summary.axes.rows, strict=True):
        if axis.evaluable:
            continue
        assert not any(re.search(r"Score \d|\d sur 100", text) for text in sentences_in(page))
        assert row.cells[0] in ("en mots", "sans objet")
        assert row.interval is None or (not row.interval.solid and row.interval.point is None)
        names = [theme.name for theme in next(a for a in questionnaire.axes if a.id == axis.id).themes]
        told = [line.effect for line in report.plan.lines if any(line.effect.startswith(name) for name in names)]
        assert not any(
            re.search(r"\d+\s→", effect) for effect in told if all(n not in effect for n in _others(report, names))
        )


def _others(report: Report, names: list[str]) -> list[str]:
    """Names of themes of other axes: an action may lift two axes at once."""
    return [row.title for page in report.axes if page.scale for row in page.scale.rows[1:] if row.title not in names]


@EXAMPLES
@given(EDITED)
def test_every_part_has_its_words(state: Assessment) -> None:
    report = composed(questionnaire_of(state), state)
    assert report.summary.protect or report.summary.protect_sentence
    assert report.plan.lines or report.plan.empty
    assert report.summary.plan == report.plan.lines
    assert [sheet.number for sheet in report.plan.sheets] == [x.number for x in report.plan.lines if not x.own]
    assert all(page.statements for page in report.axes)
    assert COPY_NOTE.split(" : ")[0] in report.cover.copy_note

    for text in said(report):
        assert "http" in text or WORDS[-1][:5] in text or not re.search(r"[ \u00a0][;:!?»%€]|« |\.\.", text), text


def test_the_example_club() -> None:
    report = composed(shipped(), club())
    summary = report.summary
    assert [row.cells[0] for row in summary.axes.rows] == ["34 à 40", "19 à 26", "en mots"]
    assert summary.axes_title == "Trois axes"
    assert "à la frontière" in summary.axes.rows[1].sub
    assert "moins de six questions posées" in summary.axes.rows[2].note
    assert len(summary.protect) == 1
    assert summary.landmark is not None
    assert report.plan.said[0].replace("\u202f", " ").startswith("Vous avez dit : les cotisations et les relances ; ")
    assert "24\u00a0→\u00a033" in report.plan.lines[0].effect
    assert report.axes[2].panels[0].title == "Votre position"
    assert {e.short for s in report.annex for e in s.entries if e.answer == ("Je ne sais pas",)}


def test_a_capped_level_says_why_and_what_unlocks_it() -> None:
    everything = everyone_at(shipped(), 3)
    critical = next(q for q in shipped().questions if q.critical and not q.critical.when)
    report = composed(shipped(), assessed(shipped(), answers=everything | {critical.id: 0}))
    page = next(p for p, a in zip(report.axes, shipped().axes, strict=True) if critical in a.questions)
    assert "niveau 2" in page.why[0]
    assert "Pour débloquer" in page.why[0]


@pytest.mark.parametrize("questionnaire", [shipped(), small()], ids=lambda q: q.id)
@pytest.mark.parametrize("mode", ["full", "express"])
def test_nothing_said_at_all(questionnaire: Questionnaire, mode: str) -> None:
    report = composed(questionnaire, assessed(questionnaire, mode=mode))
    assert report.name == "Votre association"
    assert report.plan.empty
    assert report.landmarks == ()
    assert all(row.cells[0] == "en mots" for row in report.summary.axes.rows)


def test_no_time_and_no_money_prints_a_kind_page() -> None:
    means = {"P12": {"hours_per_month": 0, "euros": 0}}
    report = composed(shipped(), assessed(shipped(), profile=means, answers=everyone_at(shipped(), 0)))
    assert report.plan.lines == ()
    assert "pas de temps" in report.plan.empty[0]
    assert report.summary.plan_title == "Pas d’action pour l’instant"


def test_a_stored_answer_that_is_not_asked_is_said_to_be_kept() -> None:
    hidden = assessed(shipped(), profile={"P09": []}, answers={"F31": 2})
    assert any("Réponse gardée sans être comptée" in section.after for section in composed(shipped(), hidden).annex)


def test_notes_evidence_and_identity_are_in_the_annex_as_they_were_written() -> None:
    note = "<b>à revoir</b> & vite"
    kept = assessed(
        shipped(), answers={"C41": 1}, notes={"C41": note, "C41.wording": "pas clair"},
        evidence={"C41": {"level": "seen", "text": "procès-verbal"}}, identity={"members": "120"},
    )  # fmt: skip
    annex = list(sentences_in(composed(shipped(), kept).annex))
    assert {note, "pas clair", "procès-verbal", "120"} <= set(annex)


def test_the_number_of_axes_is_counted() -> None:
    assert [axes_title(n) for n in (1, 2, 3)] == ["Un axe", "Deux axes", "Trois axes"]
