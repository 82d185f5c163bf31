"""« Vérifier un rapport »: what is the same, what differs and where, what cannot be compared."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String

from questionnaire.assessment import Assessment
from questionnaire.editions import alone
from questionnaire.errors import AnswersError
from questionnaire.model import Questionnaire
from reports import child, verifying_words
from reports.extracting import PdfError
from reports.verifying import Change, Verdict, verify
from reports.verifying import changed as words_changed
from tests.builders import assessed, everyone_at, shipped, small
from tests.reports.complete_copy import (
    changed,
    club_copy,
    complete,
    filespec,
    marked_without_answers,
    relabel,
    retouched,
    small_copy,
)
from tests.reports.printed import club, questionnaire_of, rows_of

Edit = Callable[[Pdf], None]


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine busy with other tests is given its time; the delays promised are looked at in `test_extracting`."""
    monkeypatch.setattr(child, "WHOLE", 60)
    monkeypatch.setattr(child, "WAIT", 30)


def verified(data: bytes, questionnaire: Questionnaire | None = None) -> Verdict:
    """The verdict on a file, by the small questionnaire unless told."""
    asked = questionnaire or small()
    return verify(data, lambda: alone(asked), lambda content: rows_of(content.id))


def after(edit: Edit, data: bytes | None = None, **how: Any) -> Verdict:
    return verified(changed(data or small_copy(), edit, **how))


def told(verdict: Verdict) -> str:
    """All its sentences, spaces made ordinary."""
    return re.sub("[\u202f\u00a0]", " ", "\n".join((verdict.sentence, *(place.sentence for place in verdict.places))))


def states() -> dict[str, Assessment]:
    edited = {"plan": {"own.1": {"title": "Ranger le local", "hours": 3}, "start": "2027-01-04"}}
    notes = {question.id: "« note » <b>longue</b> 🎭 " * 80 for question in small().questions[:3]}
    return {
        "empty": assessed(small()),
        "express": assessed(small(), mode="express", answers=everyone_at(small(), 1)),
        "edited": assessed(small(), answers=everyone_at(small(), 0), **edited),
        "notes": assessed(small(), answers=everyone_at(small(), 2), notes=notes, name="\u202eÉlan 🎭"),
        "club": club(),
    }


@pytest.mark.parametrize("state", states().values(), ids=states())
def test_a_report_as_palier_gave_it(state: Assessment) -> None:
    questionnaire = questionnaire_of(state)
    verdict = verified(complete(questionnaire, state), questionnaire)
    assert (verdict.kind, verdict.places) == ("identical", ())
    assert "23 novembre 2026" in told(verdict)


@pytest.mark.parametrize(
    "how",
    [
        {"linearize": True},
        {"object_stream_mode": ObjectStreamMode.generate, "recompress_flate": True},
        {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.generalized},
    ],
    ids=["for the web", "packed", "unpacked"],
)
def test_packed_otherwise_it_is_the_same_report(how: dict[str, Any]) -> None:
    data = changed(small_copy(), lambda _: None, **how)
    assert data != small_copy()
    assert verified(data).kind == "identical"


@pytest.mark.parametrize("page", [2, 3])
def test_a_digit_changed_by_hand_is_found_where_it_is(page: int) -> None:
    data, now, before = retouched(club_copy(), page)
    verdict = verified(data, shipped())
    assert verdict.kind == "differs"
    (place,) = verdict.places
    assert place.pages == (page,)
    assert f"Page {page} : on lit « {now} » ; les réponses donnent « {before} »" in told(verdict)


def test_answers_changed_by_hand_are_found() -> None:
    question = next(question for question in small().questions if question.type == "rubric")

    def lie(document: Pdf) -> None:
        stream = filespec(document).EF.F
        said = json.loads(stream.read_bytes())
        said["answers"][question.id] = question.top
        stream.write(json.dumps(said).encode())

    verdict = after(lie)
    assert verdict.kind == "differs"
    assert {place.pages for place in verdict.places} > {(2,)}
    assert "on lit « Entrouvert 63 2 » ; les réponses donnent « Ouvert 88 3 »" in told(verdict)


def append(drawing: bytes) -> Edit:
    def change(document: Pdf) -> None:
        page = document.pages[1]
        page.Contents = Array([page.Contents, document.make_indirect(Stream(document, drawing))])

    return change


def stamp(document: Pdf) -> None:
    look = Stream(document, b"0 1 0 rg 0 0 90 20 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 90, 20])
    note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[200, 600, 290, 620], AP=Dictionary(N=look))
    document.pages[1].obj["/Annots"] = Array([document.make_indirect(note)])


def other_letters(document: Pdf) -> None:
    """The regular letters take the shapes of the bold ones: the words stay, the page changes."""
    fonts = document.pages[1].Resources.Font
    regular, bold = fonts["/F1+0"].FontDescriptor, fonts["/F2+0"].FontDescriptor
    regular.FontFile2 = bold.FontFile2


def crop(document: Pdf) -> None:
    document.pages[2].obj["/CropBox"] = Array([0, 400, 595, 842])


def retitle(document: Pdf) -> None:
    document.docinfo["/Title"] = "Certificat"


def run_something(document: Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def remove(document: Pdf) -> None:
    del document.pages[3]


def add(document: Pdf) -> None:
    document.pages.insert(1, document.add_blank_page())
    del document.pages[-1]


def swap(document: Pdf) -> None:
    first = document.pages[2]
    document.pages.insert(5, first)
    del document.pages[2]


# What is done to the file, one of the sentences expected, the pages it names.
EDITS: dict[str, tuple[Edit, str, tuple[int, ...]]] = {
    "words over a page": (append(b" BT /F1+0 10 Tf (Certifi) Tj ET"), "« Certifi »", (2,)),
    "a white box over a page": (append(b" 1 1 1 rg 100 600 90 20 re f"), "Page 2 : mêmes mots", (2,)),
    "a stamp": (stamp, "Page 2 : mêmes mots", (2,)),
    "a page cropped": (crop, "Page 3 : mêmes mots", (3,)),
    "letters redrawn": (other_letters, "une police a changé", ()),
    "another title": (retitle, "Hors des pages", ()),
    "an action": (run_something, "Hors des pages", ()),
    "a page less": (remove, "Il manque la page 4", ()),
    "a page more": (add, "Page 2 : page en trop", (2,)),
    "a page moved": (swap, "Il manque la page 3", ()),
}


@pytest.mark.parametrize(("edit", "sentence", "pages"), EDITS.values(), ids=EDITS)
def test_whatever_is_retouched_is_found(edit: Edit, sentence: str, pages: tuple[int, ...]) -> None:
    verdict = after(edit)
    assert verdict.kind == "differs"
    assert sentence in told(verdict)
    assert pages in {place.pages for place in verdict.places}


def test_a_file_repaired_to_be_read_is_said_to_be() -> None:
    verdict = verified(re.sub(rb"startxref\n\d+", b"startxref\n7", small_copy()))
    assert verdict.kind == "differs"
    assert [place.sentence for place in verdict.places] == [verifying_words.REPAIRED]


def signed(day: str = "2026-11-23", edition: str = "0" * 12) -> Edit:
    return relabel(f"palier-report/1 complete {day} {edition}")


def test_another_edition_of_palier_accuses_nobody() -> None:
    assert after(signed()).kind == "identical"

    def both(document: Pdf) -> None:
        signed()(document)
        append(b" BT /F1+0 10 Tf (Certifi) Tj ET")(document)

    verdict = after(both)
    assert verdict.kind == "not_comparable"
    assert "autre version de Palier" in verdict.sentence
    assert "« Certifi »" in told(verdict)


def test_another_day_is_found_on_the_pages() -> None:
    with pikepdf.open(BytesIO(small_copy())) as document:
        edition = str(document.docinfo["/Keywords"]).split()[-1]
    verdict = after(signed("2026-11-24", edition))
    assert verdict.kind == "differs"
    assert "on lit « 23 » ; les réponses donnent « 24 »" in told(verdict)


def test_without_its_day_a_report_is_not_compared() -> None:
    assert after(relabel("")) == Verdict("not_comparable", verifying_words.NO_DAY)


def test_another_questionnaire_is_not_compared() -> None:
    assert verified(small_copy(), shipped()) == Verdict("not_comparable", verifying_words.OTHER_QUESTIONNAIRE)


def test_refused_answers_are_said_as_for_any_file() -> None:
    def spoil(document: Pdf) -> None:
        stream = filespec(document).EF.F
        stream.write(stream.read_bytes().replace(b'"answers"', b'"reponses"'))

    with pytest.raises(AnswersError, match="reponses"):
        after(spoil)


def test_a_copy_without_answers_says_why() -> None:
    with pytest.raises(PdfError) as error:
        verified(marked_without_answers("funder"))
    assert error.value.reason == "funder"


def test_words_of_a_stranger_are_harmless() -> None:
    """Control and bidirectional characters are left out, a long text is cut, and the list has an end."""
    table = b"1 beginbfchar <41> <202E> endbfchar"

    def write(document: Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, ToUnicode=Stream(document, table))
        for page in document.pages:
            page.Resources.Font["/Evil"] = document.make_indirect(font)
            page.Contents = Stream(
                document, b"BT /Evil 9 Tf (A\\007) Tj T* " + b"(%b) Tj T* " % (b"x" * 500) * 60 + b"ET"
            )

    verdict = after(write)
    assert verdict.kind == "differs"
    assert len(verdict.places) <= 30
    assert all(len(place.sentence) < 400 for place in verdict.places)
    assert not re.search("[\u202e\x00-\x09\x0b-\x1f]", told(verdict))


def test_the_limit_of_the_proof_is_written() -> None:
    assert "ne prouve pas que les réponses sont exactes" in verifying_words.PROVES


WORDS = st.lists(st.sampled_from(["un", "deux", "trois", "34", "à"]), max_size=30).map(tuple)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_changes_rebuild_what_was_read(printed: tuple[str, ...], found: tuple[str, ...]) -> None:
    """Each change put in its place turns the printed words into those that were read."""
    rebuilt, done = [], 0
    for change in words_changed(printed, found):
        rebuilt += [*printed[done : len(change.after)], *change.found]
        assert printed[len(change.after) :][: len(change.printed)] == change.printed != change.found
        done = len(change.after) + len(change.printed)
    assert (*rebuilt, *printed[done:]) == found


def test_a_long_passage_is_one_change() -> None:
    ours, theirs = ("a", *("b",) * 900, "z"), ("a", *("c",) * 900, "z")
    assert list(words_changed(ours, theirs)) == [Change(("a",), ours[1:-1], theirs[1:-1])]
