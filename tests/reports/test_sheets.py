"""The sheets to print: coherent with the answers, one page each, in people's own words when they changed them."""

from __future__ import annotations

import re
from ctypes import byref, c_float
from hashlib import sha256
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings

from questionnaire.assessment import Assessment
from questionnaire.plan_edits import BRIEF_PARTS
from reports import service, style
from reports.compose_documents import NO_NAME, brief, charter, handover, missions
from reports.content_documents import Sheet
from tests.builders import assessed, assessments, shipped, small
from tests.reports.printed import DAY, boxes, club, reader, sentences_in, text_of, words_of

USES = next(field for field in shipped().benchmark if field.id == "X03")
PUBLICS: tuple[list[str], ...] = ([], ["minors"], ["vulnerable"])
LONG_NAME = ("Association des amis du patrimoine et des fêtes de la vallée " * 4)[:200]
EDITED = "Nous décidons <b>ensemble</b> & sans hâte 🙂 *vraiment*.\nDeuxième ligne."
MISSIONS = [action.id for action in missions(shipped())]


def user(use: str | None, publics: list[str] | None = None, *, touched: bool = False, name: str = "") -> Assessment:
    """An association by its use of AI, whom it is for, and whether a use touches people."""
    said: dict[str, Any] = {"X03": use} if use else {}
    said |= {"X03B": "yes"} if touched else {}
    profile = {"P08": publics} if publics is not None else {}
    head = {"name": name} if name else {}
    return assessed(shipped(), benchmark=said, profile=profile, **head)


def charter_of(state: Assessment) -> Sheet:
    made = charter(shipped(), state)
    assert made
    return made


def brief_of(state: Assessment, action: str) -> Sheet:
    made = brief(shipped(), state, action)
    assert made
    return made


def handover_of(state: Assessment) -> Sheet:
    made = handover(shipped(), state)
    assert made
    return made


def printed(sheet: Sheet) -> bytes:
    return service.sheet_pdf(sheet, DAY)


def on_one_page(pdf: bytes) -> str:
    """Its words, once it is checked that it holds on one page and inside the margins."""
    assert len(reader(pdf).pages) == 1
    left, right = style.SIDE - 1.5, style.SIDE + style.WIDTH + 1.5
    for _, (x0, y0, x1, y1) in boxes(pdf):
        assert left <= x0 <= x1 <= right
        assert style.FOOTER_Y - 4 <= y0 <= y1 <= style.PAGE[1] - style.SHEET_TOP + 4
    return words_of(pdf)


def in_words(text: str) -> str:
    """A text as it comes back from paper; dots left for writing are of any length."""
    return re.sub("…{3,}", "…", " ".join(text.split()))


# ---- the charter


@pytest.mark.parametrize("publics", PUBLICS, ids=["all", "minors", "vulnerable"])
@pytest.mark.parametrize("use", [*(option.id for option in USES.options), None])
def test_a_charter_takes_one_stance_and_holds_on_one_page(use: str | None, publics: list[str]) -> None:
    sheet = charter_of(user(use, publics, touched=bool(use and publics), name=LONG_NAME))
    keys = [section.key.removeprefix("charter.") for section in sheet.sections]
    stances = [key for key in keys if key.startswith("stance_")]
    assert stances == [f"stance_{use or 'unknown'}"]
    assert len([key for key in keys if key.startswith("never_entrusted")]) == 1
    assert len([key for key in keys if key.endswith("_and_review")]) == 1
    assert 4 <= len(keys) <= 8
    assert len({section.title for section in sheet.sections}) == len(keys)
    words = in_words(on_one_page(printed(sheet)))
    assert all(in_words(section.text) in words for section in sheet.sections)
    assert words.endswith(f"{in_words(sheet.after)} 23 novembre 2026 · Palier")


def test_a_charter_that_uses_nothing_asks_nobody_to_reread_what_a_machine_wrote() -> None:
    refused = " ".join(section.text for section in charter_of(user("refused")).sections)
    assert "nous l’écrivons" not in refused
    assert "n’utilisons pas d’IA" in refused


# ---- the hand-over sheet


@pytest.mark.parametrize("state", [user(None), user(None, name=LONG_NAME), club()], ids=["empty", "long name", "club"])
def test_the_hand_over_sheet_is_one_page_with_room_to_write(state: Assessment) -> None:
    sheet = handover_of(state)
    pdf = printed(sheet)
    words = on_one_page(pdf)
    assert all(row[0] in words for row in [[in_words(cell) for cell in row] for row in sheet.rows])
    assert min(heights_of_rows(pdf)) >= 9 * style.MM
    assert len(heights_of_rows(pdf)) == len(sheet.rows)


def heights_of_rows(pdf: bytes) -> list[float]:
    """Between the horizontal rules of the table, header left aside."""
    page = pypdfium2.PdfDocument(pdf)[0]
    boxes_ = [item.get_bounds() for item in page.get_objects() if item.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]
    rules = sorted({round(y0) for x0, y0, x1, y1 in boxes_ if y1 - y0 < 2 and x1 - x0 > 50})
    return [high - low for low, high in pairwise(rules) if high - low < 100]


@pytest.mark.parametrize("state", [user(None), club()], ids=["empty", "club"])
def test_no_password_is_asked_for(state: Assessment) -> None:
    """The word is in the warning and nowhere else."""
    sheet = handover_of(state)
    words = words_of(printed(sheet))
    assert "Jamais de mot de passe" in words
    rest = words.replace(in_words(sheet.warning).replace("\u202f", " ").replace("\u00a0", " "), "")
    assert not re.search(r"mots? de passe|code secret|identifiant", rest, re.IGNORECASE)


def test_the_warning_is_framed_in_black() -> None:
    """Seen in grey too: the frame is the darkest line of the page, and its first sentence is bold."""
    image = pypdfium2.PdfDocument(printed(handover_of(user(None))))[0].render(scale=2, grayscale=True).to_numpy()
    dark = (image[:, 200:1000] < 90).mean(axis=1)
    assert (dark > 0.95).sum() >= 2


# ---- the mission brief


@pytest.mark.parametrize("action", MISSIONS)
def test_every_mission_is_one_page(action: str) -> None:
    for state in (club(), user(None, name=LONG_NAME)):
        sheet = brief_of(state, action)
        assert [section.key.split(".")[-1] for section in sheet.sections] == list(BRIEF_PARTS)
        words = in_words(on_one_page(printed(sheet)))
        assert all(in_words(section.text.replace("\n", " ")) in words for section in sheet.sections)
        assert all(in_words(term) in words for term in sheet.small)


def test_an_action_without_a_mission_has_no_brief() -> None:
    other = next(action.id for action in shipped().actions if action.id not in MISSIONS)
    assert brief(shipped(), club(), other) is None
    assert brief(shipped(), club(), "inconnue") is None


# ---- in people's own words


def test_what_was_rewritten_is_what_is_printed() -> None:
    state = user("used")
    first = charter_of(state).sections[0]
    sheet = charter_of(state.put("texts", first.key, EDITED))
    assert [section.edited for section in sheet.sections][:2] == [True, False]
    words = on_one_page(printed(sheet))
    assert "Nous décidons <b>ensemble</b> & sans hâte □ *vraiment*. Deuxième ligne." in words
    assert in_words(first.text) not in words
    other = brief_of(state.put("texts", f"brief.{MISSIONS[0]}.need", EDITED), MISSIONS[0])
    assert "<b>ensemble</b>" in on_one_page(printed(other))


def test_a_name_is_text() -> None:
    name = '<img src="/etc/passwd"/> Chorale & <b>fils'
    for sheet in (handover_of(user(None, name=name)), charter_of(user(None, name=name))):
        assert name in on_one_page(printed(sheet))
    assert NO_NAME in words_of(printed(handover_of(user(None))))


def test_long_texts_go_on_a_second_page_and_nothing_is_lost() -> None:
    state = user("used", name=LONG_NAME)
    for rank, section in enumerate(charter_of(state).sections):
        state = state.put("texts", section.key, f"Début{rank} " + "très long texte " * 123 + f"fin{rank}")
    sheet = charter_of(state)
    pdf = printed(sheet)
    words = words_of(pdf)
    assert 2 <= len(reader(pdf).pages) <= 6
    assert all(f"Début{rank}" in words and f"fin{rank}" in words for rank in range(len(sheet.sections)))
    assert "page 2" in text_of(pdf)[1]
    assert all(len(text.split()) > 60 for text in text_of(pdf))  # the signature is not alone on the last one


def test_one_endless_word_prints() -> None:
    state = user("used")
    pdf = printed(charter_of(state.put("texts", charter_of(state).sections[0].key, "x" * 2000)))
    for _, (x0, _, x1, _) in boxes(pdf):
        assert style.SIDE - 1.5 <= x0 <= x1 <= style.SIDE + style.WIDTH + 1.5


# ---- every sheet


def every_sheet() -> dict[str, Sheet]:
    state = club()
    return {"handover": handover_of(state), "charter": charter_of(state), "brief": brief_of(state, MISSIONS[0])}


@pytest.mark.parametrize("sheet", every_sheet().values(), ids=every_sheet())
def test_a_sheet_is_a_french_reproducible_file_with_its_fonts(sheet: Sheet) -> None:
    pdf = printed(sheet)
    read = reader(pdf)
    assert sha256(printed(sheet)).digest() == sha256(pdf).digest()
    assert read.trailer["/Root"]["/Lang"] == "fr-FR"
    assert str(read.metadata.title) == f"{sheet.title} – {sheet.name}"
    assert [float(side) for side in read.pages[0].mediabox[2:]] == pytest.approx(list(style.PAGE), abs=0.1)
    for font in read.pages[0]["/Resources"]["/Font"].values():
        assert "/FontFile2" in font.get_object()["/FontDescriptor"].get_object()


@pytest.mark.parametrize("sheet", every_sheet().values(), ids=every_sheet())
def test_no_letter_is_smaller_than_the_smallest(sheet: Sheet) -> None:
    page = pypdfium2.PdfDocument(printed(sheet))[0]
    texts = [item for item in page.get_objects() if item.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT]
    assert min(map(size_of, texts)) >= style.SMALLEST - 0.01


def size_of(item: Any) -> float:
    found = c_float()
    pypdfium2.raw.FPDFTextObj_GetFontSize(item.raw, byref(found))
    return float(found.value)


@settings(max_examples=25, deadline=None)
@given(assessments(shipped(), edited=True))
def test_sheets_of_random_answers_print(state: Assessment) -> None:
    for sheet in (handover_of(state), charter_of(state), brief_of(state, MISSIONS[-1])):
        assert len(reader(printed(sheet)).pages) >= 1


def test_sheets_of_another_questionnaire() -> None:
    state = assessed(small(), name="Salle")
    found = [
        handover(small(), state),
        charter(small(), state),
        *(brief(small(), state, a.id) for a in missions(small())),
    ]
    for sheet in found:
        assert sheet
        assert sheet.title.split()[0] in on_one_page(printed(sheet))
        for text in sentences_in(sheet):
            assert "IA" not in text
