"""The complete copy carries its answers: the attachment as PDF readers see it, the same bytes, nothing lost."""

from __future__ import annotations

from hashlib import md5
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from questionnaire.answers_file import export_text, parse_text
from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from reports import child
from reports.edition import edition
from reports.embedding import embed, sign
from reports.extracting import extract
from reports.mark import ANSWERS_NAME, Mark, read_mark
from reports.pdf_reading import answers, opened
from tests.builders import assessed, assessments, shipped, small
from tests.reports.complete_copy import club_copy, complete, filespec, small_copy, theatre
from tests.reports.printed import DAY, club, questionnaire_of, text_of

MARK = Mark("complete", DAY, "0123456789ab")
LONG = "Ligne d’une note, « très » longue : <b>gras</b> & \\ \x07 ) ( 🎭 é\u202f% \u202eabc "


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine busy with other tests is given its time; the delays promised are looked at in `test_extracting`."""
    monkeypatch.setattr(child, "WHOLE", 60)
    monkeypatch.setattr(child, "WAIT", 30)


def on_a_page(text: str, mark: Mark = MARK) -> bytes:
    """The answers in a PDF of one empty page: the attachment without the time a report takes."""
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.showPage()
    embed(canvas, text, mark)
    canvas.save()
    return out.getvalue()


def read_back(data: bytes) -> str:
    return answers(opened(data))


def test_readers_see_one_attachment_with_its_name_and_kind() -> None:
    with pikepdf.open(BytesIO(club_copy())) as document:
        assert list(document.attachments) == [ANSWERS_NAME]
        spec: Any = filespec(document)
        (associated,) = document.Root.AF
        assert associated.objgen == spec.objgen
        assert (spec.F, spec.UF, spec.AFRelationship) == (ANSWERS_NAME, ANSWERS_NAME, "/Source")
        assert "Vos réponses" in str(spec.Desc)
        stream = spec.EF.F
        data = stream.read_bytes()
        assert stream.Subtype == "/application/json"
        assert stream.Params.Size == len(data)
        assert bytes(stream.Params.CheckSum) == md5(data).digest()
        assert data.decode() == export_text(club())
        assert tuple(map(int, document.pdf_version.split("."))) >= (1, 7)


def test_the_file_is_sound() -> None:
    for data in (club_copy(), small_copy()):
        with pikepdf.open(BytesIO(data)) as document:
            assert document.check_pdf_syntax() == []
            assert document.get_warnings() == []


def test_the_same_answers_give_the_same_bytes() -> None:
    assert complete(small(), theatre()) == small_copy()
    assert on_a_page("{}") != on_a_page("{} ")


def test_the_pages_are_those_of_a_report() -> None:
    pages = text_of(club_copy())
    assert "L’essentiel en une page" in pages[1]
    assert ANSWERS_NAME not in "\n".join(pages)


@pytest.mark.parametrize("mark", [MARK, Mark("funder", DAY, "f" * 12), Mark("page", DAY, "0" * 12)], ids=str)
def test_every_copy_says_which_it_is(mark: Mark) -> None:
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    sign(canvas, mark)
    canvas.save()
    with pikepdf.open(out) as document:
        assert read_mark(str(document.docinfo["/Keywords"])) == mark
        assert "/Names" not in document.Root


@pytest.mark.parametrize(
    "keywords",
    [
        "", "palier", "palier-report/1 complete 2026-13-01 0123456789ab", "palier-report/1 complete 9999-01-01 0123456789ab",
        "palier-report/1 whole 2026-11-23 0123456789ab", "palier-report/2 complete 2026-11-23 0123456789ab",
    ],
)  # fmt: skip
def test_a_mark_that_no_palier_wrote_is_none(keywords: str) -> None:
    assert read_mark(keywords) is None


def test_the_edition_depends_on_the_questionnaire() -> None:
    assert edition(shipped()) == edition(shipped()) != edition(small())
    other = small().model_copy(update={"title": f"{small().title} !"})
    assert edition(other) != edition(small())


def test_hostile_texts_come_back_as_they_were_typed() -> None:
    question = shipped().questions[0].id
    note = (LONG * 40)[:2_000]
    state = assessed(shipped(), name="Club <b>🎭</b> %)(\\", notes={question: note}, answers={question: "unknown"})
    again = parse_text(shipped(), extract(complete(shipped(), state)))
    assert again == state
    assert again.all_of("notes")[question] == note


@settings(max_examples=60, deadline=None)
@given(st.one_of(assessments(shipped(), edited=True), assessments(small(), edited=True)))
def test_any_assessment_comes_back_whole(state: Assessment) -> None:
    questionnaire: Questionnaire = questionnaire_of(state)
    assert parse_text(questionnaire, read_back(on_a_page(export_text(state)))) == state


def test_a_lone_surrogate_does_not_stop_the_report() -> None:
    assert read_back(on_a_page('{"name": "a\ud83cb"}')) == '{"name": "ab"}'
