"""Two devices keep earlier assessments of the same one: both photos stay, and what is new here is told."""

from __future__ import annotations

from questionnaire.answers_file import export_text, parse_text
from questionnaire.assessment import difference
from questionnaire.previous import MOST, MOST_READ, photos, taken
from tests.builders import golden_club, shipped
from ui import services, wording_elsewhere
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
