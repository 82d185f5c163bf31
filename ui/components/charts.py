"""Charts as pure functions: report values in, Plotly figures out. Same language as the printed page.

Titles and figures stand above each bar, so that one drawing serves a phone and a projector.
"""

from __future__ import annotations

import plotly.graph_objects as go

from reports.content import IntervalRow, IntervalTable, Strip

INK, NAVY, MUTE, BAND, BAND_ALT = "#16212E", "#12355B", "#52606D", "#EDF1F6", "#E2E8EF"
SHARES = ("#C9D3DE", "#A9B8C8", "#8DA2BA", "#B9C6D3")
UNSAID = "#EDF1F6"
FONT = {"family": '"Source Sans", sans-serif', "size": 15, "color": INK}
CONFIG = {"displayModeBar": False, "staticPlot": True, "locale": "fr"}
NO_LEVEL = "–"
ROW_PX, BAR, SCALE_PX = 84, 0.22, 20


def intervals(table: IntervalTable) -> go.Figure:
    """Each row's interval on the 0-100 scale, over the named level bands."""
    rows = [row for row in table.rows if row.interval is not None]
    figure = _canvas(height=ROW_PX * len(rows) + SCALE_PX)
    for position, row in enumerate(reversed(rows)):
        _bands(figure, table, position)
        _row(figure, row, position, _figures(table, row))
    figure.update_xaxes(
        range=[-0.8, 100.8],
        tickvals=[band.start for band in table.bands] + [100],
        ticks="",
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        tickfont={"size": 13, "color": MUTE},
    )
    figure.update_yaxes(visible=False, range=[-0.5, len(rows) - 0.45], fixedrange=True)
    return figure


def strip(value: Strip) -> go.Figure:
    """A published distribution from end to end, with the association's own answer marked. Never a score scale."""
    figure = _canvas(height=118)
    start = 0
    for rank, segment in enumerate(value.segments):
        marked = bool(segment.marks)
        colour = NAVY if marked else UNSAID if segment.kind != "share" else SHARES[rank % len(SHARES)]
        end = start + segment.percent
        figure.add_shape(
            type="rect", x0=start, x1=end, y0=0, y1=1, fillcolor=colour, line={"color": "white", "width": 2}
        )
        middle = (start + end) / 2
        if segment.percent >= 8:
            text_colour = "white" if marked else INK
            _text(figure, f"<b>{segment.percent} %</b>", middle, 0.5, anchor="center", colour=text_colour)
            _text(figure, _wrapped(segment.label), middle, -0.12, anchor="center", y_anchor="top", size=12, colour=MUTE)
        if marked:
            _text(figure, f"▼ {segment.marks[0]}", middle, 1.1, anchor="center", y_anchor="bottom", size=13)
        start = end
    figure.update_xaxes(visible=False, range=[0, 100], fixedrange=True)
    figure.update_yaxes(visible=False, range=[-1.3, 1.7], fixedrange=True)
    return figure


def _canvas(height: int) -> go.Figure:
    figure = go.Figure(go.Scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip"))
    figure.update_layout(
        height=height + 22,
        margin={"l": 6, "r": 14, "t": 4, "b": 26},
        font=FONT,
        paper_bgcolor="white",
        plot_bgcolor="white",
        showlegend=False,
    )
    return figure


def _bands(figure: go.Figure, table: IntervalTable, position: int) -> None:
    for rank, band in enumerate(table.bands):
        figure.add_shape(
            type="rect",
            x0=band.start,
            x1=band.end,
            y0=position - BAR / 2,
            y1=position + BAR / 2,
            fillcolor=BAND if rank % 2 else BAND_ALT,
            line={"width": 0},
            layer="below",
        )


def _figures(table: IntervalTable, row: IntervalRow) -> str:
    """« 34 à 40 · niveau 2 », or « en mots »."""
    interval, level = row.cells[0], row.cells[-1]
    if level == NO_LEVEL:
        return " · ".join(part for part in (interval, row.note) if part)
    return f"{interval} · {table.headers[-1].lower()} {level}"


def _row(figure: go.Figure, row: IntervalRow, position: int, figures: str) -> None:
    interval = row.interval
    assert interval is not None
    top = position + BAR / 2 + 0.03
    _text(figure, f"<b>{row.title}</b>", 0, top, y_anchor="bottom")
    _text(figure, figures, 0, position - BAR / 2 - 0.03, y_anchor="top", size=13, colour=MUTE)
    low, high = float(interval.low), float(interval.high)
    margin = 0.4 if interval.solid else 1.6
    figure.add_shape(
        type="rect",
        x0=max(low - margin, 0),
        x1=min(high + margin, 100),
        y0=position - BAR / 3,
        y1=position + BAR / 3,
        fillcolor=NAVY if interval.solid else "white",
        line={"color": NAVY, "width": 1.5, "dash": "solid" if interval.solid else "dot"},
        layer="below",
    )
    if interval.point is not None:
        marker = {"size": 13, "color": "white", "line": {"color": NAVY, "width": 2.5}}
        figure.add_scatter(x=[float(interval.point)], y=[position], mode="markers", marker=marker, hoverinfo="skip")


def _text(
    figure: go.Figure,
    text: str,
    x: float,
    y: float,
    *,
    anchor: str = "left",
    y_anchor: str = "middle",
    size: int = 15,
    colour: str = INK,
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


def _wrapped(label: str) -> str:
    """A label on two lines where it has several words."""
    words = label.split(" ")
    half = (len(words) + 1) // 2
    return label if len(label) < 12 else f"{' '.join(words[:half])}<br>{' '.join(words[half:])}"
