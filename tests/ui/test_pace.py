"""How long is left: one's own median pace once it is known, the questionnaire's estimate before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from questionnaire.routing import route
from storage.store import Change
from tests.builders import assessed, golden_club, shipped
from ui import pace, wording_path

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def moments(*gaps: float) -> tuple[datetime, ...]:
    told = [NOON]
    for gap in gaps:
        told.append(told[-1] + timedelta(seconds=gap))
    return tuple(told)


@pytest.mark.parametrize("mode", ["full", "express"])
def test_without_a_pace_the_estimate_of_the_questionnaire_is_shared(mode: str) -> None:
    content = shipped()
    minutes = content.minutes.full if mode == "full" else content.minutes.express
    asked = len(content.questions) if mode == "full" else sum(q.express for q in content.questions)
    for few in ((), moments(10, 10, 10, 10)):
        assert pace.seconds_an_answer(content, mode, few) == pytest.approx(60 * minutes / asked)


def test_with_five_gaps_the_median_is_ones_own_and_breaks_do_not_count() -> None:
    assert pace.seconds_an_answer(shipped(), "full", moments(20, 30, 40, 30, 1000, 0.1, 20)) == 30


def test_what_is_left_counts_the_questions_that_concern_them_only() -> None:
    blank, club = assessed(shipped()), golden_club()
    quick = moments(*[30] * 6)
    assert pace.seconds_left(route(shipped(), blank), blank, quick) == 30 * len(route(shipped(), blank).questions)
    assert pace.seconds_left(route(shipped(), club), club, quick) == 0
    assert pace.seconds_of_profile(shipped(), blank) == 60 * shipped().minutes.profile


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (1, 1), (60, 1), (61, 2), (600, 10), (660, 10), (760, 15)])
def test_minutes_are_rounded_up_then_by_five(seconds: float, minutes: int) -> None:
    assert pace.rounded(seconds) == minutes


def test_former_visits_tell_the_first_answers_and_a_file_tells_no_pace() -> None:
    def change(sequence: int, key: str, value: object, second: int, kind: str = "answers") -> Change:
        return Change(sequence, (kind, key), value, NOON + timedelta(seconds=second))

    history = (
        change(6, "C11", 2, 90),  # changed later: not a first answer
        change(5, "C12", None, 70),
        change(4, "C21", 1, 50),
        change(3, "C41", "text", 40, kind="notes"),
        change(2, "C11", 1, 20),
        change(1, "F11", 1, 0),
        change(1, "F12", 1, 0),  # several at once: a file
    )
    assert pace.first_answers(history) == (NOON + timedelta(seconds=20), NOON + timedelta(seconds=50))


def test_a_save_is_noted_when_it_holds_one_new_answer() -> None:
    before = golden_club().put("answers", "C12", None)
    assert pace.noted((), before, {("answers", "C12"): 1}, NOON) == (NOON,)
    for changes in ({("answers", "C11"): 1}, {("notes", "C12"): "x"}, {("answers", "C12"): None}):
        assert pace.noted((), before, changes, NOON) == ()
    both = before.put("answers", "C21", None)
    assert pace.noted((), both, {("answers", "C12"): 1, ("answers", "C21"): 1}, NOON) == ()
    assert (
        len(pace.noted(moments(*[5] * 60)[-pace.KEPT_MOST :], before, {("answers", "C12"): 1}, NOON)) == pace.KEPT_MOST
    )


def test_the_sentences_say_what_is_known_and_the_hour_in_france() -> None:
    assert wording_path.left(8) == "encore environ 8\u202fmin"
    assert wording_path.left(0) == wording_path.ALL_SAID
    today = NOON.date()
    assert wording_path.saved(NOON, today) == "Tout est enregistré (13\u202fh 00)"
    assert wording_path.saved(NOON - timedelta(days=2), today) == "Tout est enregistré (21/11/2026, 13\u202fh 00)"
    assert wording_path.saved(None, today) == wording_path.SAVED
