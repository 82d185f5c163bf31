"""Two devices keep earlier assessments of the same one: both photos stay, and what is new here is told."""

from __future__ import annotations

from questionnaire.answers_checks import EVIDENCE_LEVELS
from questionnaire.answers_file import SIZE_MAX, export_text, parse_text
from questionnaire.assessment import TEXT_MAX, difference
from questionnaire.previous import MOST, MOST_READ, photos, taken
from tests.builders import golden_club, shipped
from ui import services, wording_elsewhere
from ui.components.change_photos import ROOM
from ui.visit import merge


def test_a_photo_kept_on_each_device_makes_two() -> None:
    club = golden_club()
    mine, theirs = (club.put("previous", day, taken(club)) for day in ("2024-11-20", "2025-11-20"))
    merged, elsewhere = merge(mine, difference(club, mine), difference(club, theirs))
    assert [one.day.year for one in photos(merged)] == [2024, 2025]
    assert elsewhere
    assert "vos diagnostics d’avant" in wording_elsewhere.told(services.questionnaire(), elsewhere)


def test_two_devices_that_both_kept_all_they_may_still_make_a_file_that_opens() -> None:
    club = golden_club()
    assert 2 * MOST <= MOST_READ
    for year in range(2010, 2010 + 2 * MOST):
        club = club.put("previous", f"{year}-01-01", taken(club))
    assert len(photos(parse_text(shipped(), export_text(club)))) == 2 * MOST


def test_notes_and_pieces_written_after_the_last_photo_still_fit_in_a_file_that_reopens() -> None:
    content = services.questionnaire()
    words = ("Un mot écrit à la main. " * 100)[:TEXT_MAX]
    full = golden_club()
    for question in content.questions:
        full = full.put("notes", question.id, words)
        full = full.put("evidence", question.id, {"level": EVIDENCE_LEVELS[0], "text": words})
    for action in content.actions:
        full = full.put("plan", action.id, {"note": words[:500]})
    text = export_text(full)
    assert parse_text(content, text).all_of("notes") == full.all_of("notes")
    assert len(text.encode()) < SIZE_MAX - ROOM
