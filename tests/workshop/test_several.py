"""Several associations in one room: who lets whom in, what names beside counts would tell, what one leaves with."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import shipped
from tests.workshop.rooms import LATER, START, accepted, done, opened, refused, revealed, seated
from workshop.associations import ASSOCIATION_MAX, clean, near, number_of, progress
from workshop.cohort import CELL_MIN, Counts, counts, may_name, pairs, published, shared, table
from workshop.intents import Cast, Close, Commit, Consent, Join, Next, OpenVote, Reveal
from workshop.model import Actor, Choice, Workshop
from workshop.promise import ACTION_MAX, WHO_MAX

FIRST, SECOND = [q.id for q in shipped().questions if q.type == "rubric"][:2]
SEVERAL = Choice("express", several=True)
A, B = Actor("a"), Actor("b")
DAY = START.date()


def club() -> Workshop:
    return accepted(opened(SEVERAL), Join(association="Club  de l’Étoile"), A)


# ---- joining


def test_a_second_person_is_let_in_by_the_number_on_the_first_phone_and_no_other() -> None:
    room = club()
    for spelt in ("club de l'etoile", "CLUB DE L’ÉTOILE", "Club-de-l’Étoile "):
        assert refused(room, Join(association=spelt), B) == "needs_number"
        assert refused(room, Join(association=spelt, number="000000"), B) == "wrong_number"
    number = number_of("a")
    both = accepted(room, Join(association="club de l'etoile", number=f"{number[:3]} {number[3:]}"), B)
    assert [seat.association for seat in both.seats.values()] == ["Club de l’Étoile"] * 2
    assert accepted(both, Join(association="Club de l'Étoile"), B) == both


def test_a_name_is_asked_for_and_never_too_long() -> None:
    for empty in (None, "", " \t", "\0"):
        assert refused(opened(SEVERAL), Join(association=empty), A) == "needs_association"
    assert refused(opened(SEVERAL), Join(association="x" * (ASSOCIATION_MAX + 1)), A) == "long_association"
    assert accepted(opened(SEVERAL), Join(association="x" * ASSOCIATION_MAX), A).seats["a"].association


def test_a_name_badly_typed_is_asked_about_and_never_decided() -> None:
    room = seated(opened(SEVERAL), 3, association=["Amicale laïque de Brou", "Judo club", "Karaté club"])
    assert near(room, "Amical laique de Brou") == ("Amicale laïque de Brou",)
    assert near(room, "amicale laique de brou") == ()  # the same one: its number is asked for
    assert near(room, "Judo") == ("Judo club",)
    assert near(room, "Les Restos du cœur") == ()
    assert (
        accepted(room, Join(association="Amical laique de Brou"), B).seats["b"].association == "Amical laique de Brou"
    )


def test_progress_is_by_association() -> None:
    room = seated(Workshop(**{**opened(SEVERAL).__dict__, "batches": ((FIRST,),)}), 3, association=["X", "X", "Y"])
    room = done(room, OpenVote(0))
    assert progress(room) == (0, 2)
    assert progress(accepted(room, Cast(FIRST, 1), Actor("s1"))) == (1, 2)


def test_who_comes_after_a_reveal_changes_no_row_of_it() -> None:
    room = revealed({FIRST: [0] * 5 + [3] * 4}, SEVERAL, association=[f"A{i}" for i in range(9)])
    before = table(shipped(), room)
    assert (before[0].total, before[0].weak) == (9, None)
    for i in range(9, 14):
        room = accepted(room, Join(association=f"A{i}"), Actor(f"s{i}"))
        assert table(shipped(), room) == before


# ---- names beside counts

SIDES = ("weak", "strong", "unknown", "none")


def parts(total: int) -> list[tuple[int, ...]]:
    return [
        (a, b, c, total - a - b - c)
        for a in range(total + 1)
        for b in range(total + 1 - a)
        for c in range(total + 1 - a - b)
    ]


@pytest.mark.parametrize("total", [9, 10, 11, 12])
def test_names_beside_counts_never_give_back_how_the_others_answered(total: int) -> None:
    """Every room of that size and everyone who may agree in it: what is left of a group is never known to be under five.

    What is seen: the row, how many did not agree, and the names on both sides when they are shown.
    """
    seen: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for willing in range(1, total):
        for named, left in product(parts(willing), parts(total - willing)):
            whole = Counts(*(a + b for a, b in zip(named, left, strict=True)))
            row, told = published("q", whole), Counts(*named)
            knows, seeks = told.strong, told.weak + told.unknown
            shown = (knows, seeks) if knows and seeks and may_name(row, whole, told, everyone=False) else None
            if shown:
                seen[row, willing, shown].append(left)
    for rooms in seen.values():
        for cell in range(len(SIDES)):
            values = {left[cell] for left in rooms}
            assert len(values) > 1 or values.pop() >= CELL_MIN
    assert seen


def test_a_lone_association_that_does_not_agree_is_not_found_by_taking_names_away() -> None:
    room = revealed({FIRST: [0] * 6 + [3] * 5}, SEVERAL, association=[f"A{i:02d}" for i in range(11)])
    for i in range(1, 11):
        room = accepted(room, Consent(True), Actor(f"s{i}"))
    assert pairs(shipped(), room) == ()
    room = accepted(room, Consent(True), Actor("s0"))
    assert len(pairs(shipped(), room)[0].seeks) == 6
    assert pairs(shipped(), accepted(room, Consent(False), Actor("s0"))) == ()


def test_a_name_taken_back_is_shown_no_more_and_stays_out_of_what_is_left() -> None:
    room = revealed({FIRST: [0] * 9 + [3] * 9}, SEVERAL, association=[f"A{i:02d}" for i in range(18)])
    for i in (0, 1, 9, 10):
        room = accepted(room, Consent(True), Actor(f"s{i}"))
    assert pairs(shipped(), room)[0].seeks == ("A00", "A01")
    room = accepted(room, Consent(False), Actor("s0"))
    assert pairs(shipped(), room)[0].seeks == ("A01",)
    for i in (2, 3, 4):  # with A00 and A01, five are known: four would be left
        room = accepted(room, Consent(True), Actor(f"s{i}"))
    assert pairs(shipped(), room) == ()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([0, 1, 2, 3, "unknown"]), st.booleans()), min_size=1, max_size=24))
def test_whatever_the_room_says_no_name_without_consent_and_no_small_count(said: list[tuple[object, bool]]) -> None:
    room = revealed({FIRST: [raw for raw, _ in said]}, SEVERAL, association=[f"A{i:02d}" for i in range(len(said))])
    for i, (_, agrees) in enumerate(said):
        room = accepted(room, Consent(agrees), Actor(f"s{i}"))
    agreed = {f"A{i:02d}" for i, (_, agrees) in enumerate(said) if agrees}
    for pair in pairs(shipped(), room):
        assert {*pair.knows, *pair.seeks} <= agreed
    for row in table(shipped(), room):
        shown = (row.weak, row.strong, row.unknown, row.none, row.no_step, row.weak_at_least)
        assert all(number is None or number >= CELL_MIN for number in shown)
    assert set(shared(shipped(), room)) <= set(table(shipped(), room))
    assert counts(["weak", "none", "weak"]) == Counts(2, 0, 0, 1)


# ---- consent and promise


def test_consent_is_taken_back_even_after_the_end() -> None:
    room = done(accepted(revealed({FIRST: [0]}, SEVERAL, association=["A"]), Consent(True), Actor("s0")), Close(0))
    assert refused(room, Consent(True), Actor("s0")) == "closed"
    for when in (START, LATER, LATER + timedelta(days=20)):
        assert not accepted(room, Consent(False), Actor("s0"), when).seats["s0"].consents


def test_a_promise_has_an_action_a_day_and_a_name() -> None:
    voting = done(seated(Workshop(**{**opened().__dict__, "batches": ((FIRST,),)}), 1), OpenVote(0))
    seat, said = Actor("s0"), Commit(" Sauvegarder la liste ", DAY + timedelta(days=30), " La trésorière ")
    assert refused(voting, said, seat) == "not_now"
    room = done(voting, Reveal(0, True), Next(0))
    for wrong, why in (
        (replace(said, action=" "), "no_action"),
        (replace(said, action="x" * (ACTION_MAX + 1)), "no_action"),
        (replace(said, action="\0"), "no_action"),
        (replace(said, who=""), "no_who"),
        (replace(said, who="x" * (WHO_MAX + 1)), "no_who"),
        (replace(said, on=DAY - timedelta(days=1)), "wrong_day"),
        (replace(said, on=DAY + timedelta(days=732)), "wrong_day"),
    ):
        assert refused(room, wrong, seat) == why
    assert refused(room, said, Actor("nobody")) == "no_seat"
    for moment in (room, done(room, Close(0))):
        kept = accepted(moment, said, seat).seats["s0"].promise
        assert kept
        assert (kept.action, kept.who) == ("Sauvegarder la liste", "La trésorière")
        again = accepted(accepted(moment, said, seat), replace(said, who="Le bureau"), seat)
        assert again.seats["s0"].promise == replace(kept, who="Le bureau")
        assert refused(moment, said, seat, LATER) in ("closed", "expired")
    assert refused(room, said) == "participant_only"


def test_a_name_never_turns_round_what_stands_beside_it() -> None:
    assert clean("\u202eClub\u2066  d’échecs\u202c") == "Club d’échecs"
    assert clean("אגודה 👩\u200d🌾") == "אגודה 👩\u200d🌾"  # its own direction, and joined signs, stay
