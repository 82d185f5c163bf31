"""Charts as pure functions: report values in, Plotly figures out. Same language as the printed page.

Titles and figures stand above each bar, so that one drawing serves a phone and a projector.
"""

from __future__ import annotations

import plotly.graph_objects as go

from reports.content import IntervalRow, IntervalTable, Strip
from reports.phrases import percent
from ui.palette import LIGHT, Palette

FAMILY = '"Source Sans", sans-serif'
CONFIG = {"displayModeBar": False, "staticPlot": True, "locale": "fr"}
NO_LEVEL = "–"
ROW_PX, BAR, SCALE_PX = 84, 0.22, 20
HEAD_PX = 52  # the number and the name of each level, above the first row
LETTERS = 0.53  # letters of a label that one percent holds on a phone
SAID_IN, PERCENT_IN = 8, 3  # the narrowest segments, in %, that hold their label, and their figure


def intervals(table: IntervalTable, colours: Palette = LIGHT) -> go.Figure:
    """Each row's interval on the 0-100 scale, over the level bands, named above them as on the printed page."""
    rows = [row for row in table.rows if row.interval is not None]
    figure = _canvas(HEAD_PX + ROW_PX * len(rows) + SCALE_PX, colours)
    _names(figure, table, len(rows) - 0.42, colours)
    for position, row in enumerate(reversed(rows)):
        _bands(figure, table, position, colours)
        _row(figure, row, position, figures_of(table, row), colours)
    figure.update_xaxes(
        range=[-0.8, 100.8],
        tickvals=[band.start for band in table.bands] + [100],
        ticks="",
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        tickfont={"size": 13, "color": colours.mute},
    )
    figure.update_yaxes(visible=False, range=[-0.5, len(rows) - 0.45 + HEAD_PX / ROW_PX], fixedrange=True)
    return figure


def strip(value: Strip, colours: Palette = LIGHT) -> go.Figure:
    """A published distribution from end to end, with the association's own answer marked. Never a score scale."""
    figure = _canvas(118, colours)
    shares = (colours.share_1, colours.share_2, colours.share_3, colours.share_4)
    start = 0
    for rank, segment in enumerate(value.segments):
        marked = bool(segment.marks)
        colour = colours.navy if marked else colours.band if segment.kind != "share" else shares[rank % len(shares)]
        end = start + segment.percent
        figure.add_shape(
            type="rect", x0=start, x1=end, y0=0, y1=1, fillcolor=colour, line={"color": colours.halo, "width": 2}
        )
        middle = (start + end) / 2
        inside = colours.on_navy if marked else colours.ink
        if segment.percent >= SAID_IN:
            _text(figure, f"<b>{percent(segment.percent)}</b>", middle, 0.5, inside, anchor="center")
            _text(
                figure,
                _wrapped(segment.label, segment.percent),
                middle,
                -0.12,
                colours.mute,
                anchor="center",
                y_anchor="top",
                size=13,
            )
        elif segment.percent >= PERCENT_IN:
            _text(figure, str(segment.percent), middle, 0.5, inside, anchor="center", size=12)
        if marked:
            _text(
                figure, f"▼ {segment.marks[0]}", middle, 1.1, colours.ink, anchor="center", y_anchor="bottom", size=13
            )
        start = end
    figure.update_xaxes(visible=False, range=[0, 100], fixedrange=True)
    figure.update_yaxes(visible=False, range=[-1.3, 1.7], fixedrange=True)
    return figure


def _canvas(height: int, colours: Palette) -> go.Figure:
    figure = go.Figure(go.Scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip"))
    figure.update_layout(
        height=height + 22,
        margin={"l": 6, "r": 14, "t": 4, "b": 26},
        font={"family": FAMILY, "size": 15, "color": colours.ink},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        showlegend=False,
    )
    return figure


def _bands(figure: go.Figure, table: IntervalTable, position: int, colours: Palette) -> None:
    for band in table.bands:
        figure.add_shape(
            type="rect",
            x0=band.start,
            x1=band.end,
            y0=position - BAR / 2,
            y1=position + BAR / 2,
            fillcolor=colours.band_alt,
            line={"color": colours.halo, "width": 2},
            layer="below",
        )


def _names(figure: go.Figure, table: IntervalTable, position: float, colours: Palette) -> None:
    for band in table.bands:
        said = f"<b>{band.number}</b><br>{_wrapped(band.name, band.end - band.start)}"
        middle = (band.start + band.end) / 2
        _text(figure, said, middle, position, colours.mute, anchor="center", y_anchor="bottom", size=12)


def figures_of(table: IntervalTable, row: IntervalRow) -> str:
    """« 34 à 40 · niveau 2 », or « en mots »."""
    interval, level = row.cells[0], row.cells[-1]
    if level == NO_LEVEL:
        return " · ".join(part for part in (interval, row.note) if part)
    return f"{interval} · {table.headers[-1].lower()} {level}"


def _row(figure: go.Figure, row: IntervalRow, position: int, figures: str, colours: Palette) -> None:
    interval = row.interval
    assert interval is not None
    top = position + BAR / 2 + 0.03
    _text(figure, f"<b>{row.title}</b>", 0, top, colours.ink, y_anchor="bottom")
    interval_said, _, rest = figures.partition(" · ")
    said = " · ".join(part for part in (f"<b>{interval_said}</b>", rest) if part)
    _text(figure, said, 0, position - BAR / 2 - 0.03, colours.ink, y_anchor="top", size=13)
    low, high = float(interval.low), float(interval.high)
    margin = 0.4 if interval.solid else 1.6
    figure.add_shape(
        type="rect",
        x0=max(low - margin, 0),
        x1=min(high + margin, 100),
        y0=position - BAR / 3,
        y1=position + BAR / 3,
        fillcolor=colours.navy if interval.solid else colours.halo,
        line={"color": colours.navy, "width": 1.5, "dash": "solid" if interval.solid else "dot"},
        layer="below",
    )
    if interval.point is not None:
        marker = {"size": 13, "color": colours.halo, "line": {"color": colours.navy, "width": 2.5}}
        figure.add_scatter(x=[float(interval.point)], y=[position], mode="markers", marker=marker, hoverinfo="skip")


def _text(
    figure: go.Figure,
    text: str,
    x: float,
    y: float,
    colour: str,
    *,
    anchor: str = "left",
    y_anchor: str = "middle",
    size: int = 15,
) -> None:
    figure.add_annotation(
        text=text,
        x=x,
        y=y,
        xanchor=anchor,
        yanchor=y_anchor,
        showarrow=False,
        font={"size": size, "color": colour},
        borderpad=0,
    )


def _wrapped(label: str, percent: int) -> str:
    """A label on two lines where its part of the width is too narrow on a phone."""
    words = label.split(" ")
    half = (len(words) + 1) // 2
    return label if len(label) <= percent * LETTERS else f"{' '.join(words[:half])}<br>{' '.join(words[half:])}"
