"""What is drawn on paper, as tables: each row gives its numbers in words, and a small drawing nobody needs to see."""

from __future__ import annotations

from fractions import Fraction

from questionnaire.language import say
from questionnaire.typography import tidy, typeset
from reports.content import Band, Interval, IntervalRow, IntervalTable, Landmark, Segment, Strip
from reports.phrases import one_by_one, percent
from reports.web_markup import Html, body, joined, paragraphs, row, table, tag

WIDTH, HEIGHT, BAR, DOT = 200, 16, 8, 4
LEAST, LEAST_OUTLINE = 3, 14  # an interval without width is drawn all the same
SHARES, SHARE = "Réponse", "Part des répondants"
LEGEND = tidy(
    "Sur chaque barre, de 0 à 100 : le trait plein est la fourchette, le rond évidé le score des seules réponses "
    "connues, un contour en pointillé ce qui ne se lit pas en nombre. Les coupures marquent le début d’un niveau."
)


def interval_table(caption: str, told: IntervalTable, first: str) -> Html:
    """Axes or themes beside their intervals; `first` is the head of their names."""
    heads = (first, *told.headers)
    rows = [row(heads, (_name(line), _interval(line, told.bands), *line.cells[1:])) for line in told.rows]
    return table(caption, heads, [body(rows)], "intervals cards")


def legend(bands: tuple[Band, ...]) -> str:
    """How the drawings are read: « Niveaux : 1 Point de départ, à partir de 0 ; … »"""
    named = [
        say("{number}\u00a0{name}, à partir de {start}", number=band.number, name=band.name, start=band.start)
        for band in bands
    ]
    return typeset(say("{legend} Niveaux : {named}.", legend=say(LEGEND), named=" ; ".join(named)))


def landmark(told: Landmark) -> Html:
    """Strips of one source, then the words of the source."""
    words = " ".join((told.source, *told.cautions))
    return joined([*map(strip, told.strips), paragraphs([words], "small")])


def strip(told: Strip) -> Html:
    """One published distribution; what was not published has no row, since nothing may be read from it."""
    heads = (say(SHARES), say(SHARE))
    published = [part for part in told.segments if part.kind != "unpublished"]
    rows = [row(heads, (_share(part), _percent(part)), kind="you" if part.marks else "") for part in published]
    return joined([table(told.indicator, heads, [body(rows)], "strip"), paragraphs(told.sentences)])


def _name(line: IntervalRow) -> Html:
    under = [tag("span", text, class_="under") for text in (line.sub, line.note) if text]
    return joined([line.title, *under])


def _interval(line: IntervalRow, bands: tuple[Band, ...]) -> Html:
    drawn = _drawing(line.interval, bands) if line.interval else ""
    return joined([tag("span", line.cells[0], class_="read"), drawn])


def _drawing(interval: Interval, bands: tuple[Band, ...]) -> Html:
    low, high = _x(interval.low), _x(interval.high)
    width = max(high - low, LEAST if interval.solid else LEAST_OUTLINE)
    left = min(max((low + high - width) / 2, 0), WIDTH - width)
    parts = [_rect(0, 0, WIDTH, HEIGHT, "band")]
    parts += [_line(_x(Fraction(band.start))) for band in bands[1:]]
    parts.append(_rect(left, (HEIGHT - BAR) / 2, width, BAR, "known" if interval.solid else "outline"))
    if interval.point is not None:
        middle = min(max(_x(interval.point), DOT + 1), WIDTH - DOT - 1)
        parts.append(tag("circle", cx=_n(middle), cy=_n(HEIGHT / 2), r=_n(DOT), class_="point"))
    return _svg(HEIGHT, *parts)


def _share(part: Segment) -> Html:
    marks = [tag("span", one_by_one(part.marks), class_="mark")] if part.marks else []
    return joined([part.label, *marks])


def _percent(part: Segment) -> Html:
    """No track behind the bar: a share of associations never looks like a place on the scale of scores."""
    bar = _rect(0, 0, _x(Fraction(part.percent)), BAR, "known")
    return joined([tag("span", percent(part.percent), class_="read"), _svg(BAR, bar)])


def _svg(height: float, *parts: Html) -> Html:
    """A drawing beside words that say the same: readers of the screen skip it."""
    box = f"0 0 {WIDTH} {height}"
    return tag("svg", *parts, viewBox=box, aria_hidden="true", focusable="false", class_="scale")


def _x(value: Fraction) -> float:
    return float(value) * WIDTH / 100


def _rect(x: float, y: float, width: float, height: float, kind: str) -> Html:
    return tag("rect", x=_n(x), y=_n(y), width=_n(width), height=_n(height), class_=kind)


def _line(x: float) -> Html:
    return tag("line", x1=_n(x), x2=_n(x), y1="0", y2=_n(HEIGHT), class_="tick")


def _n(value: float) -> str:
    return f"{value:.1f}"
