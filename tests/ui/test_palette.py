"""The colours of the screens: contrast computed, light and dark, and one palette for the theme and the stylesheet."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.journeys.running import ROOT
from ui.palette import DARK, LIGHT, Palette, chosen, stylesheet

TEXT, MARK = 4.5, 3.0
THEME = {
    "backgroundColor": "ground",
    "secondaryBackgroundColor": "panel",
    "primaryColor": "teal",
    "textColor": "ink",
    "linkColor": "navy",
    "borderColor": "rule",
    "blueBackgroundColor": "panel",
    "blueTextColor": "navy",
}
READ_ON = {
    "ink": ("ground", "panel", "chosen", "band", "band_alt", "share_1", "share_2", "share_3", "share_4"),
    "mute": ("ground", "panel"),
    "navy": ("ground", "panel"),
    "teal": ("ground",),
    "on_navy": ("navy",),
    "on_teal": ("teal",),
}
SEEN_ON = {"navy": ("band", "band_alt", "ground"), "teal": ("ground", "chosen"), "edge": ("ground",)}

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["clair", "sombre"])


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def under(palette: Palette, pairs: dict[str, tuple[str, ...]], least: float) -> list[str]:
    values = palette._asdict()
    return [
        f"{front} sur {back} : {contrast(values[front], values[back]):.2f}"
        for front, backs in pairs.items()
        for back in backs
        if contrast(values[front], values[back]) < least
    ]


def test_contrast_is_that_of_the_norm() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@both
def test_text_is_readable_on_what_carries_it(palette: Palette) -> None:
    assert under(palette, READ_ON, TEXT) == []


@both
def test_marks_and_edges_are_seen(palette: Palette) -> None:
    assert under(palette, SEEN_ON, MARK) == []


@pytest.mark.parametrize(("name", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_the_theme_says_the_same_colours(name: str, palette: Palette) -> None:
    theme = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"][name]
    assert theme == {option: getattr(palette, colour) for option, colour in THEME.items()}


def test_the_stylesheet_has_no_colour_of_its_own() -> None:
    css = (ROOT / "ui/static/palier.css").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", css) == []
    names = set(re.findall(r"var\(--([a-z0-9-]+)\)", css))
    assert names <= {name.replace("_", "-") for name in LIGHT._fields}


def test_the_served_head_has_both_palettes_and_the_old_browsers_way() -> None:
    head = stylesheet()
    assert f"--on-navy: light-dark({LIGHT.on_navy}, {DARK.on_navy});" in head
    assert f"(prefers-color-scheme: dark) {{ :root {{ --ground: {DARK.ground};" in head


def test_a_browser_that_says_nothing_is_in_the_light() -> None:
    assert (chosen(None), chosen("light"), chosen("dark")) == (LIGHT, LIGHT, DARK)


def test_a_drawing_made_in_one_scheme_follows_the_other_and_the_paper() -> None:
    head = stylesheet()
    for written in ("rgb(18, 53, 91)", "rgb(168, 203, 238)"):  # navy, light and dark
        assert f'.js-plotly-plot [style*="fill: {written}"] {{ fill: var(--navy) !important; }}' in head
