"""The rules of a workshop: who may do what and when, replays, and what nobody may see before the reveal."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.answers import Step
from questionnaire.typography import tidy
from tests.builders import random_answer, shipped
from tests.workshop.rooms import (
    LATER,
    START,
    accepted,
    done,
    everything,
    opened,
    outcome,
    refused,
    revealed,
    seated,
    voted,
)
from workshop import codes, moves, plain, sentences
from workshop.ballots import written
from workshop.coach import voted as how_many
from workshop.intents import (
    AcceptProposals,
    Cast,
    Close,
    CoachMove,
    Consent,
    Discuss,
    Join,
    KeyTally,
    Move,
    Next,
    OpenVote,
    Reopen,
    Reveal,
    Revote,
    Settle,
    ToAgenda,
    WriteNote,
)  # fmt: skip
from workshop.model import COACH, PHASE_NAMES, Actor, Choice, Phase, Refusal, Workshop
from workshop.opening import open_workshop
from workshop.reveal import by_role, change, shown

EXAMPLES = settings(max_examples=200, deadline=None)
EVERY = [q.id for q in shipped().questions]
RUBRIC = next(q.id for q in shipped().questions if q.type == "rubric" and q.critical is None)
CRITICAL = next(q.id for q in shipped().questions if q.critical and q.critical.when is None)
COACH_MOVES = [
    OpenVote(0), KeyTally(0, RUBRIC, {"steps": [1, 0, 0, 0]}), Reveal(0, True), Next(0), Discuss(0, RUBRIC), Revote(0),
    ToAgenda(0), Settle(0, RUBRIC, 1), AcceptProposals(0), WriteNote(0, RUBRIC, "Noté"), Close(0), Reopen(0),
]  # fmt: skip


def voting(count: int = 3) -> Workshop:
    return done(seated(Workshop(**{**opened().__dict__, "batches": ((RUBRIC,),)}), count), OpenVote(0))


def discussed() -> Workshop:
    return done(revealed({RUBRIC: [0, 0, 3, 3]}), Next(0), Discuss(0, RUBRIC))


# ---- opening and joining


def test_a_workshop_stays_open_twelve_hours_at_most_and_has_questions() -> None:
    late = open_workshop(shipped(), Choice(), START, START + timedelta(hours=12, seconds=1))
    assert late == sentences.TOO_LONG
    assert open_workshop(shipped(), Choice(), START, START) == sentences.TOO_LONG
    assert open_workshop(shipped(), Choice("themes", ()), START, LATER) == sentences.NO_QUESTION


def test_the_choice_and_the_profile_decide_what_is_asked() -> None:
    express = {q.id for q in shipped().questions if q.express}
    assert set(opened().questions) <= express
    assert set(opened(Choice(), everything()).questions) == express
    assert opened(Choice("full"), everything()).questions == tuple(EVERY)
    theme = shipped().themes[1]
    chosen = opened(Choice("themes", (theme.id,), "theme"), everything())
    assert chosen.batches == (tuple(q.id for q in theme.questions),)
    assert len(opened(Choice("full", pace="theme"), everything()).batches) == len(shipped().themes)
    assert opened(Choice("full", several=True)).questions == tuple(EVERY)


def test_the_sixty_first_person_is_told_the_room_is_full() -> None:
    room = seated(opened(), 60)
    assert refused(room, Join(), Actor("late")) == "full"
    assert outcome(room, Join(), Actor("s0")) == room


def test_a_role_or_an_association_is_asked_for_when_the_choice_says_so() -> None:
    assert refused(opened(Choice(roles=True)), Join("king"), Actor("s0")) == "needs_role"
    assert refused(opened(Choice(several=True)), Join(association=" "), Actor("s0")) == "needs_association"
    room = accepted(opened(Choice(roles=True)), Join("board"), Actor("s0"))
    assert refused(room, Join("council"), Actor("s0")) == "taken"
    assert accepted(opened(), Join("board"), Actor("s0")).seats["s0"].role is None


@EXAMPLES
@given(st.lists(st.integers(0, 30), min_size=8, max_size=8))
def test_a_code_is_read_back_however_it_is_typed(draws: list[int]) -> None:
    made = codes.code(draws)
    assert codes.typed(f" {codes.spoken(made).lower()} ") == made
    assert len(set(codes.ALPHABET)) == 31
    assert set(codes.ALPHABET).isdisjoint("01OIL")


@pytest.mark.parametrize("text", ["", "ABCD-234", "ABCD-23450", "ABCD-0O1I", "ＡBCD2345", "ABCD'234"])
def test_what_cannot_be_a_code_is_none(text: str) -> None:
    assert codes.typed(text) is None


# ---- votes


@pytest.mark.parametrize("move", COACH_MOVES, ids=lambda move: type(move).__name__)
def test_a_participant_makes_no_move_of_the_coach(move: CoachMove) -> None:
    for room in (voting(), discussed(), done(discussed(), Close(0))):
        assert outcome(room, type(move)(**{**_fields(move), "turn": room.turn}), Actor("s0")) == sentences.COACH_ONLY


def test_the_coach_votes_for_nobody() -> None:
    assert refused(voting(), Cast(RUBRIC, 1)) == "participant_only"


def test_a_vote_replayed_twenty_times_is_one_vote_and_an_old_one_does_not_come_back() -> None:
    first, second = Cast(RUBRIC, 0, number=1), Cast(RUBRIC, 3, number=2)
    room = accepted(accepted(voting(), first, Actor("s0")), second, Actor("s0"))
    for _ in range(20):
        for move in (first, second):
            assert outcome(room, move, Actor("s0")) == room
    assert [ballot.answer for ballot in room.ballots.values()] == [Step(3)]
    assert outcome(done(room, Reveal(0, True)), second, Actor("s0")) == done(room, Reveal(0, True))


def test_a_vote_out_of_its_time_or_place_is_refused() -> None:
    room = voting()
    assert refused(room, Cast(RUBRIC, 1), Actor("stranger")) == "no_seat"
    assert refused(room, Cast(CRITICAL, 1), Actor("s0")) == "not_on_vote"
    assert refused(room, Cast(RUBRIC, 1, round=2), Actor("s0")) == "not_on_vote"
    assert refused(room, Cast(RUBRIC, 7), Actor("s0")) == "not_an_answer"
    assert refused(room, Cast(RUBRIC, 1), Actor("s0"), LATER) == "expired"
    assert refused(done(room, Reveal(0, True)), Cast(RUBRIC, 1), Actor("s0")) == "not_on_vote"
    assert refused(done(room, Close(0)), Cast(RUBRIC, 1), Actor("s0")) == "closed"


def test_not_applicable_is_never_said_of_what_protects_people() -> None:
    room = done(seated(Workshop(**{**opened().__dict__, "batches": ((CRITICAL,),)}), 1), OpenVote(0))
    assert refused(room, Cast(CRITICAL, {"not_applicable": "we_have_none"}), Actor("s0")) in (
        "critical_na",
        "not_an_answer",
    )


def test_the_coach_knows_how_many_voted_and_does_not_reveal_by_accident() -> None:
    room = voted(voting(), RUBRIC, [0, 3])
    assert (how_many(room), len(room.seats)) == (2, 3)
    assert refused(room, Reveal(room.turn)) == "not_everyone"
    assert accepted(room, Reveal(room.turn, True)).phase is Phase.REVEALED
    assert accepted(voted(room, RUBRIC, [0, 3, 1]), Reveal(room.turn)).phase is Phase.REVEALED


# ---- two coaches


def test_two_screens_that_click_next_move_on_once() -> None:
    names = [q.id for q in shipped().questions if q.type == "rubric"][:3]
    room = Workshop(**{**opened(Choice("full"), everything()).__dict__, "batches": tuple((n,) for n in names)})
    room = done(room, OpenVote(0), Reveal(0))
    click = Next(room.turn)
    once = accepted(room, click)
    assert outcome(once, click) == once
    assert once.on_vote == (names[1],)
    assert refused(once, Close(room.turn)) == "stale"
    assert refused(once, Reveal(room.turn, True)) == "stale"


def test_a_second_vote_is_kept_beside_the_first_and_happens_once() -> None:
    room = voted(done(discussed(), Revote(0)), RUBRIC, [2, 2, 3, 3], 2)
    assert shown(shipped(), room, RUBRIC, 2) is None
    assert change(shipped(), room, RUBRIC) is None
    room = done(room, Reveal(0))
    found = change(shipped(), room, RUBRIC)
    assert found is not None
    assert (found.movers, found.compared, found.before, room.phase) == (2, 4, -1, Phase.COMPARE)
    assert found.delta is not None
    assert found.delta > 1
    room = done(room, ToAgenda(0), Discuss(0, RUBRIC))
    assert refused(room, Revote(room.turn)) == "one_revote"


def test_a_decision_keeps_the_minority_and_may_be_corrected_after_the_end() -> None:
    room = done(discussed(), Settle(0, RUBRIC, 1, "Deux membres pensent plus haut", True), Close(0), Reopen(0))
    assert room.settled[RUBRIC].open_point
    assert refused(room, Settle(room.turn, RUBRIC, 9)) == "not_an_answer"
    assert refused(room, Settle(room.turn, RUBRIC, 1, "x" * 1001)) == "text_too_long"
    assert refused(room, Settle(room.turn, "ailleurs", 1)) == "unknown_question"
    assert done(room, Settle(0, RUBRIC, 2)).settled[RUBRIC].answer == Step(2)


def test_proposals_are_accepted_except_what_is_on_the_agenda() -> None:
    calm = next(q.id for q in shipped().questions if q.type == "rubric" and q.id != RUBRIC)
    room = done(revealed({RUBRIC: [0, 0, 3, 3], calm: [2, 2, 2, 2]}), Next(0), AcceptProposals(0))
    assert {name: decision.answer for name, decision in room.settled.items()} == {calm: Step(2)}


def test_a_paper_count_joins_the_votes_and_is_replaced_when_typed_again() -> None:
    room = voted(voting(2), RUBRIC, [1, 1])
    for steps in ([9, 0, 0, 0], [0, 2, 0, 0]):
        room = done(room, KeyTally(0, RUBRIC, {"steps": steps}))
    found = shown(shipped(), done(room, Reveal(0)), RUBRIC)
    assert found is not None
    assert (found.n, found.agreement) == (4, 1)
    assert refused(room, KeyTally(room.turn, RUBRIC, {"steps": [1]})) == "not_a_tally"


def test_several_associations_seek_no_agreement() -> None:
    room = done(revealed({RUBRIC: [0, 3]}, Choice(several=True), association=["A", "B"]), Next(0))
    assert shown(shipped(), room, RUBRIC) is None
    for move in (Discuss(room.turn, RUBRIC), Settle(room.turn, RUBRIC, 1), AcceptProposals(room.turn)):
        assert refused(room, move) == "not_in_several"


def test_every_refusal_is_a_sentence_and_every_phase_has_a_name() -> None:
    said = [value for value in vars(sentences).values() if isinstance(value, Refusal)]
    assert len({one.id for one in said}) == len(said) > 15
    assert [one.sentence for one in said if not one.sentence.endswith(".") or one.sentence != tidy(one.sentence)] == []
    assert set(PHASE_NAMES) == set(Phase) == set(moves.COACH_IN)


# ---- any walk through the rules


def _fields(move: CoachMove) -> dict[str, Any]:
    return {name: getattr(move, name) for name in move.__dataclass_fields__}


def walk(seed: int, steps: int = 40) -> list[tuple[Workshop, Move, Actor, Workshop | Refusal]]:
    """Random moves, legal or not, by random people, in a small room: each state with what was tried on it."""
    chance = Random(seed)
    choice = Choice(
        "full", several=chance.random() < 0.2, roles=chance.random() < 0.5, pace=chance.choice(("question", "theme"))
    )
    room = opened(choice, None if choice.several else everything())
    room = Workshop(**{**room.__dict__, "batches": room.batches[:2]})
    path = []
    for _ in range(steps):
        move, actor = any_move(room, chance)
        found = outcome(room, move, actor, LATER if chance.random() < 0.03 else START)
        path.append((room, move, actor, found))
        room = found if isinstance(found, Workshop) else room
    return path


def any_move(room: Workshop, chance: Random) -> tuple[Move, Actor]:
    name = chance.choice(room.on_vote or room.questions)
    raw = random_answer(shipped().question_by_id[name], chance)
    seat = Actor(f"s{chance.randint(0, 4)}")
    if chance.random() < 0.5:
        cast = Cast(name, raw, chance.choice((room.round, 1, 2)), chance.randint(1, 4))
        return chance.choice((Join("board", "A"), cast, cast, Consent(True))), chance.choice((seat, seat, seat, COACH))
    turn = room.turn if chance.random() < 0.9 else chance.randint(0, room.turn + 1)
    made = [
        OpenVote(turn), KeyTally(turn, name, {"steps": [1, 0, 0, 2]}), Reveal(turn, True), Reveal(turn), Next(turn),
        Discuss(turn, name), Revote(turn), ToAgenda(turn), Settle(turn, name, raw), AcceptProposals(turn),
        WriteNote(turn, name, "Noté"), Reopen(turn), *([Close(turn)] if chance.random() < 0.2 else []),
    ]  # fmt: skip
    if chance.random() < 0.7:  # most of the time a move of this phase, or no walk would go far
        made = [move for move in made if type(move) in moves.COACH_IN[room.phase]] or made
    return chance.choice(made), chance.choice((COACH, COACH, COACH, COACH, seat))


SEEDS = st.integers(0, 2**32)


@EXAMPLES
@given(SEEDS)
def test_nothing_is_seen_before_the_reveal(seed: int) -> None:
    for room, move, _, found in walk(seed):
        for name in room.on_vote:
            assert shown(shipped(), room, name, room.round) is None
            assert by_role(shipped(), room, name, room.round) == ()
        if isinstance(found, Workshop) and found.revealed != room.revealed:
            assert isinstance(move, Reveal)


@EXAMPLES
@given(SEEDS)
def test_participants_change_their_seat_and_their_votes_and_nothing_else(seed: int) -> None:
    for room, move, actor, found in walk(seed):
        if actor.is_coach:
            assert not isinstance(found, Workshop) or (found.seats, found.ballots) == (room.seats, room.ballots)
            continue
        assert isinstance(found, Refusal) or not isinstance(move, CoachMove)
        if isinstance(found, Workshop):
            assert Workshop(**{**found.__dict__, "seats": room.seats, "ballots": room.ballots}) == room
            touched = {slot[2] for slot in found.ballots if found.ballots[slot] != room.ballots.get(slot)}
            assert touched <= {actor.seat}


@EXAMPLES
@given(SEEDS)
def test_every_message_may_come_twice(seed: int) -> None:
    for _, move, actor, found in walk(seed):
        if isinstance(found, Workshop):
            assert outcome(found, move, actor) == found


@EXAMPLES
@given(SEEDS)
def test_in_every_state_the_coach_has_a_move_and_a_way_to_the_end(seed: int) -> None:
    room = walk(seed)[-1][0]
    for now in (START, LATER):
        kinds = moves.possible(room, now)
        assert kinds
        assert Close in kinds or kinds == (Reopen,)
    assert not isinstance(outcome(room, Close(room.turn)), Refusal) or room.phase is Phase.CLOSED


@EXAMPLES
@given(SEEDS)
def test_what_is_kept_gives_the_same_workshop_back(seed: int) -> None:
    room = walk(seed)[-1][0]
    kept = {
        slot: (written(shipped().question_by_id[slot[1]], ballot.answer), ballot.number)
        for slot, ballot in room.ballots.items()
    }
    assert plain.restored(shipped(), plain.state_of(shipped(), room), room.seats.values(), kept) == room


@EXAMPLES
@given(SEEDS)
def test_a_vote_needs_only_ones_own_ballots(seed: int) -> None:
    for room, move, actor, found in walk(seed):
        if isinstance(move, Cast):
            own = {slot: ballot for slot, ballot in room.ballots.items() if slot[2] == actor.seat}
            alone = outcome(Workshop(**{**room.__dict__, "ballots": own}), move, actor)
            assert (
                isinstance(alone, Refusal)
                or isinstance(found, Refusal)
                or alone.ballots.items() <= found.ballots.items()
            )
            assert isinstance(found, Refusal) or isinstance(alone, Workshop)


def test_walks_reach_every_phase() -> None:
    assert {room.phase for seed in range(200) for room, *_ in walk(seed)} == set(Phase)
