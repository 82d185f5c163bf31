"""Two devices keep earlier assessments of the same one: both photos stay, and what is new here is told."""

from __future__ import annotations

from itertools import pairwise

from questionnaire.answers_file import export_text, parse_text
from questionnaire.answers_json import SIZE_MAX
from questionnaire.assessment import difference
from questionnaire.previous import MOST, MOST_READ, photos, taken
from reports.reopening import answers_in
from tests.builders import golden_club, shipped
from tests.longest import at_its_longest
from tests.reports.complete_copy import complete
from tests.reports.workbooks import workbook
from ui import services, wording_change, wording_elsewhere
from ui.components.change_photos import ROOM, refused
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


def test_every_text_at_its_longest_and_the_photos_still_make_a_file_that_reopens() -> None:
    content = services.questionnaire()
    text = export_text(at_its_longest(golden_club(), content))
    assert parse_text(content, text).all_of("plan").keys() >= {"own.99", content.actions[-1].id}
    assert len(text.encode()) + ROOM < SIZE_MAX


def test_the_workbook_and_the_report_of_the_longest_reopen_too() -> None:
    content = services.questionnaire()
    full = at_its_longest(golden_club(), content)
    for name, given in (("a.xlsx", workbook(content, full)), ("a.pdf", complete(content, full))):
        assert parse_text(content, answers_in(name, given)).entries() == full.entries()


def test_photos_that_would_take_the_room_of_what_is_written_are_refused() -> None:
    club = golden_club()
    full = at_its_longest(club, services.questionnaire())
    states = [club]
    for year in range(2018, 2018 + MOST + 1):
        states.append(states[-1].put("previous", f"{year}-01-01", taken(full)))
    said = [refused(before, after) for before, after in pairwise(states)]
    assert said[0] is None
    assert wording_change.TOO_LONG in said
    assert said[-1] == wording_change.FULL
