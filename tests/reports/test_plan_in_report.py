"""The association's own plan on paper: all it wrote is there, sums agree, and what it put aside is not among the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pypdfium2
import pytest

from questionnaire.answers_file import export_text, parse
from questionnaire.assessment import Assessment
from reports import part_titles as titles
from reports.content import PlanLine, Report
from reports.phrases import euros, short_month
from reports.tables import VALUED
from reports.typesetting import plain
from tests.builders import assessed, everyone_at, shipped, small
from tests.reports.printed import club, composed, printed, text_of, words_of
from tests.reports.test_pdf import inside_the_margins, no_title_ends_a_page, numbered

REASON = "Le trésorier tient déjà ce relevé, dans son cahier."
NOTE = "Clé <b>rangée</b> chez Luc & Léa."
OWN, OWN_DONE = "Ranger l’armoire aux archives", "Inviter le club voisin"
NEED = "Notre messagerie a été perdue deux fois : nous voulons une base sûre."
INDICATORS = ["Deux personnes savent rouvrir la copie", "Aucun compte au nom d’une seule personne"]
LONG = "W" * 200


def spaced(text: str) -> str:
    """As `words_of` reads it: every space ordinary, one at a time."""
    return " ".join(text.split())


@cache
def usual() -> Report:
    """The example before anything is changed."""
    return composed(shipped(), club())


def chosen() -> tuple[PlanLine, ...]:
    return usual().plan.lines


@cache
def bought() -> str:
    """An action with a quote, outside the usual plan and free to start."""
    inside = {line.id for line in chosen()}
    return next(a.id for a in shipped().actions if a.quote and a.id not in inside and not inside & set(a.after))


def changed(**plan: Any) -> Assessment:
    """The example with a plan of its own."""
    return parse(shipped(), json.loads(export_text(club())) | {"plan": plan})


@cache
def ours() -> Assessment:
    """One action done, one under way with a role and a date, one dropped, one with a quote that the town pays."""
    done, doing, dropped = (line.id for line in (chosen()[0], chosen()[1], chosen()[-1]))
    return changed(**{
        done: {"status": "done", "note": NOTE},
        doing: {"status": "doing", "role": "Paul, entraîneur", "due": "2027-05-12"},
        dropped: {"status": "dropped", "reason": REASON},
        bought(): {"euros": 780, "funding": "Ville de Valmoncel", "due": "2027-09-01"},
        "own.1": {"title": OWN, "hours": 6, "euros": 40, "due": "2028-02-01", "note": "Samedi matin."},
        "own.2": {"title": OWN_DONE, "status": "done"},
        "request": {
            "years": 3, "need": NEED, "own_euros": 200, "upkeep_euros": 90, "volunteer_hourly_euros": 15,
            "cofunding": [{"name": "Crédit local", "euros": 300, "status": "asked"}],
            "indicators": INDICATORS, "measured_on": "2027-12-01",
        },
    })  # fmt: skip


@cache
def ours_pdf() -> bytes:
    return printed(shipped(), ours())


@cache
def text() -> str:
    return words_of(ours_pdf())


def between(start: str, end: str) -> str:
    """The text from a title to another one; contents of the cover left aside."""
    return text()[text().rindex(start) :].split(end)[0]


def in_the_plan(line: PlanLine) -> str:
    """What is printed of one line of the table, from its number to its amount."""
    first = f"{line.number} {line.title}"
    return between("Votre plan d’action", titles.ACTIONS).split(spaced(first))[1].split(spaced(line.euros))[0]


def line_of(action: str) -> PlanLine:
    return next(line for line in composed(shipped(), ours()).plan.lines if line.id == action)


def test_what_was_said_of_an_action_is_on_its_line() -> None:
    done, doing, quoted = (in_the_plan(line_of(i)) for i in (chosen()[0].id, chosen()[1].id, bought()))
    assert " fait " in done
    assert "d’abord" not in done
    assert all(part in doing for part in ("en cours", "Paul, entraîneur", spaced(short_month("2027-05"))))
    assert "payé par : Ville de Valmoncel" in quoted
    assert line_of(bought()).euros == euros(780)


def test_notes_and_actions_of_their_own_are_in_the_table() -> None:
    plan = between("Votre plan d’action", titles.ACTIONS)
    assert f"Note : {NOTE}" in plan
    assert "Note : Samedi matin." in plan
    assert spaced(f"févr. 2028 6 h {euros(40)}") in plan
    assert " fait " in in_the_plan(line_of("own.2"))
    assert plan.index("D’ici six mois") < plan.index("Plus tard") < plan.index(OWN)


def test_only_what_is_still_to_do_is_explained() -> None:
    sheets = between(titles.ACTIONS, titles.AROUND)
    for line in composed(shipped(), ours()).plan.lines:
        assert (spaced(f"{line.number}. {line.title}") in sheets) == (not line.own and not line.done)
    assert "mené par : Paul, entraîneur" in sheets
    assert spaced(f"{euros(780)} (devis reçu)") in sheets


def test_what_was_dropped_is_told_apart_with_its_reason() -> None:
    dropped = next(sheet for sheet in usual().plan.sheets if sheet.number == chosen()[-1].number)
    assert f"{titles.DROPPED} {spaced(dropped.title)} : {REASON}" in text()
    assert spaced(dropped.title) not in between("Votre plan d’action", titles.AROUND)
    assert spaced(dropped.title) not in spaced(text_of(ours_pdf())[1])
    assert spaced(dropped.steps[0]) in words_of(printed(shipped(), club()))
    assert spaced(dropped.steps[0]) not in text()


def test_the_summary_has_their_actions_too() -> None:
    page = spaced(text_of(ours_pdf())[1])
    assert OWN_DONE in page
    assert "fait" in page.split(spaced(chosen()[0].title))[-1][:60]


def amounts(title: str) -> list[int]:
    """The figures of one line of the request."""
    line = re.search(rf"{re.escape(title)} ((?:[\d ]+ € ?)+)", between(titles.FUNDING, titles.ROUTES))
    assert line, title
    return [int(figure.replace(" ", "")) for figure in re.findall(r"[\d ]+(?= €)", line.group(1))]


def test_both_sides_of_the_request_add_up() -> None:
    *years, charges = amounts("Total des charges")
    assert len(years) == 3
    assert sum(years) == charges == 780 + 40 + 3 * 90
    assert amounts("Total des produits") == [charges]
    assert [*amounts("Nos fonds propres"), *amounts("Crédit local (demandé)")] == [200, 300]


def test_the_need_the_indicators_and_the_valued_time_are_printed() -> None:
    asked = between(titles.FUNDING, titles.ROUTES)
    assert all(part in asked for part in (NEED, *INDICATORS, "1er décembre 2027", VALUED))
    assert asked.index("Total des produits") < asked.index(VALUED)


def test_an_empty_request_leaves_only_the_doors() -> None:
    told = words_of(printed(shipped(), club()))
    assert "Ce que nous demandons" not in told
    assert all(spaced(route.name) in told for route in usual().funding.routes)
    assert "Et aussi : " in told
    tools = [spaced(line.text) for tool in usual().funding.tools for line in tool.lines]
    assert tools
    assert not [tool for tool in tools if tool in told]


def test_a_need_without_any_cost_is_not_lost() -> None:
    told = words_of(printed(shipped(), changed(request={"need": NEED})))
    assert NEED in told
    assert "il n’y a rien à demander" in told
    assert "Total des charges" not in told


def test_an_empty_plan_has_kind_words() -> None:
    no_time = {"P12": {"hours_per_month": 0, "euros": 0}}
    told = words_of(printed(shipped(), assessed(shipped(), profile=no_time, answers=everyone_at(shipped(), 0))))
    assert "Vous n’avez pas de temps pour ces sujets en ce moment, et c’est une vraie réponse" in told
    assert titles.ACTIONS not in told
    assert titles.FOLLOWS not in told


def test_a_plan_wholly_dropped_does_not_say_that_nothing_would_help() -> None:
    dropped = {action.id: {"status": "dropped", "reason": REASON} for action in small().actions}
    state = assessed(small(), answers=everyone_at(small(), 0), plan=dropped)
    told = words_of(printed(small(), state)).split("Votre plan d’action")[-1]
    assert "en dehors des actions que vous avez écartées" in told
    assert told.count(REASON) == len(dropped)


HARD: dict[str, dict[str, Any]] = {
    "long notes": {a.id: {"note": ("Note longue, " * 200)[:2000], "role": LONG} for a in shipped().actions[:12]},
    "no space": {f"own.{i}": {"title": LONG, "note": LONG * 10, "funding": LONG} for i in range(1, 4)},
    "large": {f"own.{i}": {"title": "Acheter", "euros": 10_000_000, "hours": 10_000} for i in range(1, 13)},
    "markup": {"own.1": {"title": "<b>Ranger & trier</para> 📦", "note": "<img src='x'> 👩‍👩‍👧\n<a>"}},
    "all dropped": {a.id: {"status": "dropped", "reason": ("raison " * 300)[:2000]} for a in shipped().actions},
    "all done": {f"own.{i}": {"title": "Fini", "status": "done"} for i in range(1, 13)},
    "request": {
        "own.1": {"title": LONG, "euros": 10_000_000},
        "request": {
            "years": 3, "need": "<b>" * 600, "upkeep_euros": 10_000_000, "indicators": [LONG, LONG],
            "cofunding": [{"name": LONG, "euros": 10_000_000, "status": "granted"}] * 6,
        },
    },
    "asked of someone": {f"ask.{q.id}": {"role": LONG} for q in shipped().questions},
}  # fmt: skip


@pytest.mark.parametrize("plan", HARD.values(), ids=HARD)
def test_hard_plans_lose_no_text(plan: dict[str, Any]) -> None:
    unknown = {q.id: "unknown" for q in shipped().questions[::3]}
    state = assessed(shipped(), answers=everyone_at(shipped(), 0) | unknown, plan=plan)
    pdf = printed(shipped(), state)
    inside_the_margins(pdf)
    numbered(pdf)
    no_title_ends_a_page(pdf)
    told = "".join(map(body, text_of(pdf)))
    for edit in plan.values():
        for part in ("title", "role", "funding", "note", "need", "reason", "indicators"):
            written = edit.get(part, [])
            assert all(letters(text) in told for text in ([written] if isinstance(written, str) else written)), part


def letters(text: str) -> str:
    """What can be printed of a text, without any space."""
    return "".join(plain(text).split())


def body(page: str) -> str:
    """The letters of a page, without what is repeated on every page."""
    _, _, _, _, *lines = page.splitlines()
    return "".join("".join(lines).split()).removeprefix("".join(titles.PLAN_HEADS).replace(" ", ""))


def test_long_figures_push_the_columns_apart() -> None:
    """Hours end before euros begin, on the summary page and in the table."""
    document = pypdfium2.PdfDocument(printed(shipped(), assessed(shipped(), plan=HARD["large"])))
    seen = 0
    for page in list(document)[1:]:
        words = page.get_textpage()
        begins = {y: left for left, _, y in places(words, "10\u202f000\u202f000\u202f€")}
        for _, right, y in places(words, "10\u202f000\u202fh"):
            assert right < begins[y]
            seen += 1
    assert seen >= 20


def places(words: Any, text: str) -> Iterator[tuple[float, float, float]]:
    """Left, right and base of each place of a text on a page."""
    search = words.search(text, match_case=True)
    while found := search.get_next():
        first, last = words.get_charbox(found[0]), words.get_charbox(found[0] + found[1] - 1)
        yield first[0], last[2], round(first[1])
