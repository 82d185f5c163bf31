"""The drawings of the results: described in words with their own figures, and in the colours of the theme."""

from __future__ import annotations

import json

from reports.content import Report
from ui import services, wording_face
from ui.components import charts
from ui.making import report_of
from ui.palette import DARK, LIGHT


def report() -> Report:
    example = services.example()
    assert example
    return report_of(example)


def test_a_strip_is_described_with_all_its_shares_and_the_own_answer() -> None:
    one = report().landmarks[0].strips[0]
    said = wording_face.strip(one).replace("\u202f", " ").replace("\u00a0", " ")
    assert all(f"{segment.label} {segment.percent} %" in said for segment in one.segments)
    marked = next(segment for segment in one.segments if segment.marks)
    assert said.endswith(f"{marked.marks[0]} : {marked.label}.")


def test_a_drawing_holds_the_colours_of_its_theme_and_no_other() -> None:
    made = report()
    for draw, value in ((charts.intervals, made.summary.axes), (charts.strip, made.landmarks[0].strips[0])):
        for palette, other in ((LIGHT, DARK), (DARK, LIGHT)):
            drawn = json.dumps(draw(value, palette).to_plotly_json(), default=str)
            assert {palette.ink, palette.navy} == {colour for colour in (palette.ink, palette.navy) if colour in drawn}
            assert [colour for colour in (other.ink, other.navy) if colour in drawn] == []


def test_the_levels_are_named_on_the_drawing_itself() -> None:
    table = report().summary.axes
    said = [note.text.replace("<br>", " ") for note in charts.intervals(table).layout.annotations]
    assert [band.name for band in table.bands if f"<b>{band.number}</b> {band.name}" not in said] == []
