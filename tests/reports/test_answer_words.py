"""Every kind of answer in words."""

from __future__ import annotations

import pytest

from questionnaire.answers import Checked, NotApplicable, Step, Unknown
from questionnaire.model import Question, UnscoredField
from reports import answer_words as words
from reports import phrases
from tests.builders import shipped, small

RUBRIC = next(q for q in shipped().questions if q.type == "rubric")
CHECKLIST = next(q for q in shipped().questions if q.type == "checklist")


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def field(kind: str) -> UnscoredField:
    return next(f for f in (*shipped().profile, *shipped().benchmark) if f.kind == kind)


@pytest.mark.parametrize(
    "question", [q for q in (*shipped().questions, *small().questions) if q.type == "rubric"], ids=lambda q: q.id
)
def test_a_step_is_its_anchor(question: Question) -> None:
    assert [words.answer_words(question, Step(i)) for i in range(question.top + 1)] == [(a,) for a in question.anchors]


def test_a_checklist_says_only_the_lists_that_hold_something() -> None:
    ids = frozenset(option.id for option in CHECKLIST.options)
    assert len(words.answer_words(CHECKLIST, Checked(ids, frozenset(), frozenset()))) == 1
    first, *rest = sorted(ids)
    told = words.answer_words(CHECKLIST, Checked(frozenset({first}), frozenset(rest), frozenset()))
    assert [text.split("\u202f")[0] for text in told] == [
        words.line_label(CHECKLIST, n) for n in ("in_place", "useful_but_absent")
    ]


def test_what_was_not_answered() -> None:
    assert words.answer_words(RUBRIC, Unknown()) == ("Je ne sais pas",)
    assert words.answer_words(RUBRIC, None) == ("Sans réponse",)
    assert (
        plain(words.answer_words(RUBRIC, NotApplicable("network_does_it"))[0])
        == "Non concerné : notre réseau s’en charge"
    )
    assert plain(words.answer_words(RUBRIC, NotApplicable("trop <petits>"))[0]) == "Non concerné : trop <petits>"


def test_a_question_that_did_not_arise_says_so_in_its_own_words() -> None:
    question = next(q for q in shipped().questions if q.did_not_arise)
    assert str(question.did_not_arise) in words.answer_words(question, NotApplicable("did_not_arise"))[0]


def test_fields() -> None:
    choice, choices, group = field("choice"), field("choices"), field("group")
    assert words.field_words(choice, None) == "Sans réponse"
    assert words.field_words(choice, choice.options[0].id) == choice.options[0].text
    assert words.field_words(choices, []) == words.NONE_OF_THESE
    assert words.field_words(choices, [o.id for o in choices.options[:2]]) == "\u202f; ".join(
        o.text for o in choices.options[:2]
    )
    assert words.field_words(group, {}) == "Sans réponse"
    means = next(f for f in shipped().profile if f.kind == "group" and all(p.kind == "integer" for p in f.parts))
    assert "1 250 €" in plain(words.field_words(means, {p.id: 1250 for p in means.parts}))


def test_dates_and_counts_in_french() -> None:
    from datetime import date

    assert plain(phrases.day(date(2026, 5, 1))) == "1er mai 2026"
    assert plain(phrases.period(date(2025, 4, 15), date(2025, 6, 16))) == "du 15 avril au 16 juin 2025"
    assert plain(phrases.period(date(2025, 12, 30), date(2026, 1, 2))) == "du 30 décembre 2025 au 2 janvier 2026"
    assert phrases.month("2026-08") == "août 2026"
    assert plain(phrases.short_month("2027-02")) == "févr. 2027"
    assert plain(phrases.euros(48650)) == "48 650 €"
    assert [phrases.in_words(n) for n in (0, 1, 12, 13)] == ["zéro", "un", "douze", "13"]
    assert phrases.in_words(1, feminine=True) == "une"
    assert phrases.lower_first("TVA") == "TVA"
    assert plain(phrases.sentence("la suite")) == "La suite."
