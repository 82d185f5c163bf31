"""The colours of the screens, light and dark: the stylesheet, the drawings and `.streamlit/config.toml` say the same.

Light is the palette of the printed report. Names say the use: `text` colours are read on `ground` and `panel`.
"""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """Colours as #RRGGBB. Text reaches 4.5:1 on what carries it, marks and edges of fields 3:1 (tests/ui/test_palette.py)."""

    ground: str
    panel: str
    ink: str
    mute: str
    navy: str  # titles, links, marks; pale in the dark
    on_navy: str
    teal: str  # the one accent: what is chosen, what leads on
    on_teal: str
    chosen: str
    rule: str  # between things, never the only sign of one
    edge: str  # around what is touched
    band: str
    band_alt: str
    share_1: str
    share_2: str
    share_3: str
    share_4: str
    halo: str


LIGHT = Palette(
    ground="#FFFFFF",
    panel="#F1F4F8",
    ink="#16212E",
    mute="#52606D",
    navy="#12355B",
    on_navy="#FFFFFF",
    teal="#0E7C7B",
    on_teal="#FFFFFF",
    chosen="#EEF6F6",
    rule="#C5CED8",
    edge="#7D8B9A",
    band="#EDF1F6",
    band_alt="#E2E8EF",
    share_1="#C9D3DE",
    share_2="#A9B8C8",
    share_3="#8DA2BA",
    share_4="#B9C6D3",
    halo="#FFFFFF",
)
DARK = Palette(
    ground="#111A22",
    panel="#1B2731",
    ink="#E6ECF2",
    mute="#AAB7C4",
    navy="#A8CBEE",
    on_navy="#0F2238",
    teal="#5CC8BE",
    on_teal="#08211F",
    chosen="#17332F",
    rule="#3A4956",
    edge="#71859A",
    band="#22303C",
    band_alt="#2B3B49",
    share_1="#324556",
    share_2="#3D5266",
    share_3="#48607A",
    share_4="#384C5E",
    halo="#111A22",
)


# What ui/components/charts.py draws with. White is both `halo` and `on_navy` in the light: the last one here is kept.
DRAWN = ("ink", "mute", "navy", "band", "band_alt", "share_1", "share_2", "share_3", "share_4", "on_navy", "halo")


def chosen(theme: str | None) -> Palette:
    """The palette of the theme that the browser shows (« dark », « light »); light when it has not said yet."""
    return DARK if theme == "dark" else LIGHT


def stylesheet() -> str:
    """The same as CSS variables. `light-dark()` follows what Streamlit applied; older browsers follow the system."""
    both = {name: f"light-dark({light}, {dark})" for name, light, dark in zip(LIGHT._fields, LIGHT, DARK, strict=True)}
    return (
        f":root {{ color-scheme: light dark; {_variables(LIGHT._asdict())} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {_variables(DARK._asdict())} }} }}\n"
        f"@supports (color: light-dark(red, red)) {{ :root {{ {_variables(both)} }} }}\n"
        f"@media print {{ :root {{ {_variables(LIGHT._asdict())} }} }}\n" + _drawings()
    )


def _drawings() -> str:
    """A drawing made in one scheme takes the colours of the other when the system changes, and those of paper in print."""
    return "\n".join(
        f'.js-plotly-plot [style*="{what}: {_as_written(getattr(palette, name))}"] '
        f"{{ {what}: var(--{name.replace('_', '-')}) !important; }}"
        for palette in (LIGHT, DARK)
        for name in DRAWN
        for what in ("fill", "stroke")
    )


def _as_written(colour: str) -> str:
    """« #12355B » as browsers write it in a style: « rgb(18, 53, 91) »."""
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


def _variables(values: dict[str, str]) -> str:
    return " ".join(f"--{name.replace('_', '-')}: {value};" for name, value in values.items())
