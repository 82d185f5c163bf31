"""English, the second language: whole in the catalogue, in the questionnaire, on paper; and nothing said outside of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from string import Formatter

import openpyxl
import pytest

from questionnaire.answers_file import parse_text
from questionnaire.editions import Editions, editions
from questionnaire.errors import PalierError
from questionnaire.language import ENGLISH, FRENCH, catalogue, language, plural, plurals, say, speaking
from questionnaire.loading import SHIPPED, load
from questionnaire.overlay import texts
from questionnaire.typography import counted, listed, number, typeset
from reports import service
from reports.funder_words import third_person
from reports.phrases import day, euros, hours, percent, period, quoted
from reports.reopening import answers_in
from reports.verifying import verify
from reports.workbook import build_workbook
from scoring.benchmark import load_rows
from tests import phrases
from tests.reports.printed import words_of

# Said alike in both languages: names, signs, words that English took from French.
ALIKE = {
    '#,##0"\u202fh"', "Action", "Date", "Discussion", "Discussions", "Euros", "Note", "Page {pages}", "Page {rank}",
    "Pages {pages}", "Plan", "Plan (CSV)", "Question", "Questionnaire", "Questions", "RNA", "SIREN", "Score", "Second vote",
    "Sources", "Total", "Vote", "Votes", "catalogue", "note", "page {number}", "six", "total", "version {version}",
    "{discussions} discussions", "{kept} discussions", "{label} (second)", "{rest} min", "{title} · {name} · version {version}", "{count}\u202fh",
}  # fmt: skip
PAIRS_ALIKE = {"action", "point", "question", "vote"}
DAY = date(2026, 11, 23)
SMALL_WORDS = re.compile(
    r"\b(?:le|les|des|du|une|et|vous|votre|vos|nous|est|sont|pas|pour|avec|dans|aux|que|qui|ou)\b|[«»]| [;:!?]"
)


def _blanks(text: str) -> list[str]:
    return sorted(f"{name}:{spec}" for _, name, spec, _ in Formatter().parse(text) if name is not None)


def test_every_sentence_said_is_in_the_catalogue_and_no_other() -> None:
    """When this fails: `make catalogue`, then write what is empty in `questionnaire/locale/en.po`."""
    said = phrases.phrases()
    written = {*catalogue(ENGLISH), *plurals(ENGLISH)}
    wanted = {one if isinstance(one, str) else one[0] for one in said}
    assert wanted - written == set()
    assert written - wanted == set()


def test_no_sentence_stayed_french() -> None:
    assert {french for french, english in catalogue(ENGLISH).items() if french == english} == ALIKE
    assert {one for one, (single, _) in plurals(ENGLISH).items() if one == single} >= PAIRS_ALIKE


def test_a_sentence_keeps_its_blanks_its_bold_and_its_lines() -> None:
    for french, english in catalogue(ENGLISH).items():
        if (
            "{" in french
            and '{"' not in french
            and "{ …" not in french
            and not french.endswith(("« { ».", "« [ … ] »."))
        ):
            assert _blanks(english) == _blanks(french), french
        assert (english.count("**"), english.count("\n")) == (french.count("**"), french.count("\n")), french
        assert french[:1].isspace() <= (english[:1].isspace() or english[:1] in ";:,."), french
        assert re.findall(r"https?://\S+", french) == re.findall(r"https?://\S+", english)


def test_english_is_typed_as_english() -> None:
    for english in {*catalogue(ENGLISH).values()} - {"or ?"}:  # the sign to type
        assert not re.search(r"[«»]|\w'\w| [;:!?](?:\s|$)", english), english


@pytest.mark.parametrize(
    ("french", "english"),
    [
        (lambda: day(date(2026, 5, 1)), "1\u00a0May 2026"),
        (lambda: period(date(2025, 4, 15), date(2025, 6, 16)), "from 15\u00a0April to 16\u00a0June 2025"),
        (lambda: number(48650), "48,650"),
        (lambda: euros(1000), "€1,000"),
        (lambda: hours(12), "12\u202fh"),
        (lambda: percent(26), "26%"),
        (lambda: quoted("A"), "“A”"),
        (lambda: listed(["a", "b", "c"]), "a, b and c"),
        (lambda: counted(0, "action", "actions"), "0 actions"),
        (lambda: counted(1, "action", "actions"), "1 action"),
        (lambda: plural(0, "reste", "restent"), "remain"),
        (lambda: typeset("Level : « Solid » ; 3 %"), "Level: “Solid”; 3%"),
        (lambda: say(("Qui", "Quand")), ("Who", "When")),
        (lambda: say({"a": "Qui"}), {"a": "Who"}),
        (lambda: say("une phrase que personne n’a traduite"), "une phrase que personne n’a traduite"),
    ],
)
def test_figures_dates_and_lists_follow_the_language(french, english) -> None:  # type: ignore[no-untyped-def]
    with speaking(ENGLISH):
        assert french() == english
    assert language() == FRENCH


def test_the_questionnaire_keeps_its_blanks_its_addresses_and_its_indexes() -> None:
    french, english = load(SHIPPED), load(SHIPPED, ENGLISH)
    for kept in (r"\{\w*\}", r"https?://\S+"):
        said, told = texts(french), texts(english)
        assert {a for a in said if sorted(re.findall(kept, said[a])) != sorted(re.findall(kept, told[a]))} == set()
    assert {q.id: q.text for q in english.questions} == {key: q.text for key, q in english.question_by_id.items()}
    assert english.action_by_id["R11"].title != french.action_by_id["R11"].title


def _example() -> bytes:
    content, answers = load(SHIPPED, ENGLISH), (SHIPPED / "example.json").read_bytes()
    return service.report_pdf(content, parse_text(load(SHIPPED), answers), load_rows(content, language=ENGLISH), DAY)


def test_the_example_prints_in_english_from_the_first_page_to_the_last() -> None:
    """What stays French is the association's own, or the title of a document or the name of a body."""
    content, answers = load(SHIPPED, ENGLISH), parse_text(load(SHIPPED), (SHIPPED / "example.json").read_bytes())
    with speaking(ENGLISH):
        pdf = _example()
    names = {
        *answers.all_of("notes").values(),
        answers.name,
        *(s.title for s in content.references),
        *(s.publisher for s in content.references),
    }
    told = re.sub(r"\s+", " ", words_of(pdf))
    for name in sorted(filter(None, names), key=len, reverse=True):
        told = told.replace(re.sub(r"\s+", " ", name), "…")
    left = [
        told[max(0, m.start() - 40) : m.end() + 40]
        for m in SMALL_WORDS.finditer(re.sub(r"\S*\w-\w\S*-\S*|\S+\.\S+/\S*", "", told))
    ]
    assert left == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Your answer: “yes”, like 4% of respondents.", "The association’s answer: “yes”, like 4% of respondents."),
        ("Does not apply to you", "Does not apply to the association"),
        ("you, not counting individual uses", "the association, not counting individual uses"),
        ("do you", "do you"),
    ],
)
def test_an_english_copy_speaks_of_the_association_to_its_funder(text: str, expected: str) -> None:
    with speaking(ENGLISH):
        assert third_person(text) == expected


def test_nothing_in_the_funders_copy_is_said_to_the_association() -> None:
    content, answers = load(SHIPPED, ENGLISH), parse_text(load(SHIPPED), (SHIPPED / "example.json").read_bytes())
    parts = frozenset({"levels", "axes", "benchmark", "plan", "request", "evidence"})
    with speaking(ENGLISH):
        pdf = service.copy_pdf(content, answers, load_rows(content, language=ENGLISH), DAY, "funder", parts)
    told = re.sub(r"\s+", " ", words_of(pdf))
    assert "The association’s answer: " in told
    assert not re.search(r"Your answer|▼ you|applies? to you", told)


def test_the_catalogue_is_written_the_same_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = phrases.catalogue_file().read_bytes()
    monkeypatch.setattr(phrases, "FOLDER", tmp_path)
    (tmp_path / "en.po").write_bytes(kept)
    phrases.update()
    assert (tmp_path / "en.po").read_bytes() == kept


def test_a_report_is_verified_in_its_own_language_whoever_asks() -> None:
    def known() -> Editions:
        return editions(None, language())

    with speaking(ENGLISH):
        pdf = _example()
    verdict = verify(pdf, known, lambda content: load_rows(content, language=language()))
    assert (verdict.kind, verdict.places) == ("identical", ())
    assert "exactement" in verdict.sentence


def test_an_english_workbook_reopens_in_french_and_a_row_changed_by_hand_is_named() -> None:
    answers = parse_text(load(SHIPPED), (SHIPPED / "example.json").read_bytes())
    with speaking(ENGLISH):
        case = service.case_of(load(SHIPPED, ENGLISH), answers, (), DAY)
        data = build_workbook(service.report_of(case), case)
    assert parse_text(load(SHIPPED), answers_in("plan.xlsx", data)) == answers
    book = openpyxl.load_workbook(BytesIO(data))
    book["Answers"]["E3"] = "Something else"
    book.save(changed := BytesIO())
    with pytest.raises(PalierError, match=r"feuille «\sAnswers\s» \(P03\)"):
        answers_in("plan.xlsx", changed.getvalue())


def _shown(path, tree) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """French sentences written in the body of a function, outside of everything that says them."""
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.search(r"[a-zà-ÿ]{2,} [a-zà-ÿ]{2,}.*[éèàê’]|[éèàêç]\w* ", node.value)
        ):
            above, inside = node, False
            while above in parents:
                below, above = above, parents[above]
                if (
                    isinstance(above, ast.Call)
                    and isinstance(above.func, ast.Name)
                    and above.func.id in {*phrases.TEXTS, *phrases.PAIRS}
                ):
                    break
                if isinstance(above, ast.Expr) and below is above.value and isinstance(below, ast.Constant):
                    break
                inside |= isinstance(above, ast.FunctionDef | ast.AsyncFunctionDef)
            else:
                if inside:
                    yield f"{path.relative_to(phrases.ROOT)}: {node.value}"


def test_nothing_is_written_in_french_where_it_would_stay_french() -> None:
    """The command lines and what the host reads are in French only: they are the rooms left out here."""
    rooms = ("ui", "reports", "workshop", "scoring")
    host = {
        "ui/serve.py",
        "ui/scripts.py",
        "reports/command.py",
        "reports/batch.py",
        "reports/__main__.py",
        "scoring/__main__.py",
        "ui/public.py",
    }
    paths = [
        p
        for room in rooms
        for p in sorted((phrases.ROOT / room).rglob("*.py"))
        if p.relative_to(phrases.ROOT).as_posix() not in host
    ]
    assert [line for path in paths for line in _shown(path, ast.parse(path.read_text(encoding="utf-8")))] == [
        "scoring/benchmark.py: les parts et les non ventilées doivent faire 100"  # of the content: the host reads it
    ]
