"""The workshop on paper: everything asked is on it, nobody is named, nothing is cut, and it can be read aloud."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from questionnaire.model import Question, Questionnaire
from reports import room_count, room_paper, style
from reports.room_ballots import EDGE
from reports.room_words import MATERIAL, NO_NETWORK, RULES, SAY, SEVERAL_NO_NETWORK, SEVERAL_SAY
from tests.builders import assessed, golden, shipped, small
from tests.reports.printed import boxes, reader, text_of, words_of
from tests.reports.test_paper import drawn_boxes, plain
from ui import wording_workshop
from workshop.model import Choice, Scope

GOLDEN = Path(__file__).parent / "golden"
SHEETS = {
    "posters": room_paper.posters,
    "ballots": room_paper.ballots,
    "count": room_paper.count,
    "guide": room_paper.guide_of,
}
SCOPES: tuple[Scope, ...] = ("express", "full")
Make = Callable[[], Questionnaire]
every_room = pytest.mark.parametrize(
    ("make", "scope"), [(m, s) for m in (shipped, small) for s in SCOPES], ids=lambda v: getattr(v, "__name__", v)
)
every_sheet = pytest.mark.parametrize("name", SHEETS)


@cache
def room(make: Make, scope: Scope) -> room_paper.Room:
    return room_paper.room_of(make(), Choice(scope))


@cache
def made(make: Make, scope: Scope, name: str) -> bytes:
    return SHEETS[name](room(make, scope))


def texts_of(question: Question) -> list[str]:
    return [plain(text) for text in (question.text, *question.anchors, *(o.text for o in question.options))]


@every_room
def test_a_poster_a_question_with_all_its_answers_on_one_page(make: Make, scope: Scope) -> None:
    asked, pages = room(make, scope), [plain(page) for page in text_of(made(make, scope, "posters"))]
    assert len(pages) == len(asked.questions)
    for question, page in zip(asked.questions, pages, strict=True):
        assert all(text in page for text in texts_of(question))
        assert "Je ne sais pas" in page
        assert ("Non concerné" in page) == (question.id not in asked.critical)


@every_room
def test_a_vote_sheet_holds_every_answer_twice_and_no_name(make: Make, scope: Scope) -> None:
    asked, pdf = room(make, scope), made(make, scope, "ballots")
    words, ticks = words_of(pdf), 0
    for question in asked.questions:
        assert all(text in words for text in texts_of(question))
        assert words.count(plain(f"{question.id} {question.text}")) == 2
        ticks += len(question.anchors) + 3 * len(question.options) + 1 + (question.id not in asked.critical)
    assert len(drawn_boxes(pdf)) == 2 * ticks
    assert words.count("Second vote, en secret") == 2
    assert "Nom :" not in words


@every_room
def test_the_count_sheet_has_a_line_for_each_question_and_each_line_of_a_list(make: Make, scope: Scope) -> None:
    words = words_of(made(make, scope, "count"))
    for question in room(make, scope).questions:
        assert plain(f"{question.id} {question.short}") in words
        assert all(plain(option.text) in words for option in question.options)


@pytest.mark.parametrize("several", [False, True])
def test_the_count_sheet_says_where_its_numbers_are_typed(several: bool) -> None:
    """By its name on the page; several associations have no count in common to type."""
    words = words_of(room_paper.count(room_paper.room_of(shipped(), Choice(several=several))))
    assert (plain(wording_workshop.PAPER_TITLE) in words) != several
    assert (plain(room_count.SEVERAL) in words) == several


def test_the_profile_of_an_assessment_decides_what_is_printed_as_it_decides_what_is_asked() -> None:
    everything = room_paper.room_of(shipped(), Choice("full")).questions
    nothing = assessed(shipped(), profile={})
    ours = room_paper.room_of(shipped(), Choice("full"), assessed(shipped(), profile=golden()["profile"])).questions
    assert room_paper.room_of(shipped(), Choice("full"), nothing).questions == everything
    assert {q.id for q in ours} < {q.id for q in everything}


@every_sheet
@every_room
def test_inside_the_margins_tagged_fonts_inside_and_the_same_bytes_twice(make: Make, scope: Scope, name: str) -> None:
    pdf = made(make, scope, name)
    assert SHEETS[name](room(make, scope)) == pdf
    document = reader(pdf)
    root: Any = document.trailer["/Root"]
    assert (str(root["/MarkInfo"]["/Marked"]), root["/Lang"]) == ("True", "fr-FR")
    for page in document.pages:
        fonts: Any = page["/Resources"]
        for font in fonts["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]
    edge = EDGE if name == "ballots" else style.SIDE
    for number, (left, bottom, right, top) in boxes(pdf):
        width, height = map(float, document.pages[number - 1].mediabox[2:])
        assert edge - 2 <= left <= right <= width - edge + 2
        assert bottom >= style.FOOTER_Y - 4 or name == "ballots"
        assert bottom >= EDGE - 2
        assert top <= height - EDGE + 2


def test_the_big_posters_are_the_small_ones_on_a3() -> None:
    small_, big = made(shipped, "express", "posters"), room_paper.posters(room(shipped, "express"), a3=True)
    assert text_of(small_) == text_of(big)
    sides = [round(float(side) / style.MM) for side in reader(big).pages[0].mediabox[2:]]
    assert sides == [420, 297]


@pytest.mark.parametrize(
    "choice", [Choice(), Choice("full"), Choice("full", minutes=720), Choice(several=True)], ids=str
)
def test_the_guide_says_when_what_and_the_rules_on_two_pages(choice: Choice) -> None:
    asked = room_paper.room_of(shipped(), choice)
    pdf = room_paper.guide_of(asked)
    words = words_of(pdf)
    assert len(reader(pdf).pages) <= 2
    offline, other = NO_NETWORK, SEVERAL_NO_NETWORK
    if choice.several:
        offline, other = other, offline
    assert all(plain(text) in words for text in (*MATERIAL, *RULES, *offline, SAY["welcome"], SAY["plan"]))
    assert not any(plain(text) in words for text in other)
    assert (plain(SEVERAL_SAY["pairs"]) in words) == choice.several
    assert (plain(SAY["discussion"]) in words) == (not choice.several)
    assert ("Il manque" in words) == (choice == Choice("full"))


def test_only_the_chosen_themes() -> None:
    theme = shipped().themes[0]
    asked = room_paper.room_of(shipped(), Choice("themes", (theme.id,)))
    assert {shipped().theme_of[q.id].id for q in asked.questions} == {theme.id}
    assert room_paper.room_of(shipped(), Choice("themes", ())).questions == ()


def test_very_long_texts_and_long_lists_are_all_printed() -> None:
    """Nothing runs out of its page, whatever a questionnaire says; letters are set smaller first."""
    rubric = next(q for q in small().questions if q.type == "rubric")
    listed = next(q for q in shipped().questions if q.type == "checklist")
    long = rubric.model_copy(update={"text": "Une question vraiment longue, avec des mots ? " * 9, "anchors": tuple(f"Palier {i} : " + "une phrase longue " * 9 for i in range(5))})  # fmt: skip
    lines = tuple(listed.options[0].model_copy(update={"id": f"o{i}", "text": f"Ligne numéro {i}, assez longue pour deux lignes peut-être"}) for i in range(24))  # fmt: skip
    strained = room_paper.Room(small(), Choice(), (long, listed.model_copy(update={"options": lines})), frozenset())
    content = small().model_copy(update={"axes": small().axes})
    content.__dict__["theme_of"] = dict.fromkeys((long.id, listed.id), small().themes[0])
    strained = room_paper.Room(content, Choice(), strained.questions, frozenset())
    for make in (room_paper.posters, room_paper.ballots, room_paper.count):
        pdf = make(strained)
        words = words_of(pdf)
        assert all(plain(line.text) in words for line in lines)
        for number, (left, bottom, right, _) in boxes(pdf):
            width = float(reader(pdf).pages[number - 1].mediabox[2])
            assert EDGE - 2 <= left <= right <= width - EDGE + 2
            assert bottom >= EDGE - 2
    assert plain(long.anchors[4]) in words_of(room_paper.posters(strained))


def test_the_guide_reads_as_the_one_kept(regenerate: bool) -> None:
    path = GOLDEN / "room-guide.txt"
    told = "\n".join(text_of(made(shipped, "express", "guide")))
    if regenerate:
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8")
