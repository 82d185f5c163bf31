"""The workshop's page in the web page: the same lines as on paper, a table that becomes cards on a phone."""

from __future__ import annotations

from questionnaire.language import say
from reports import workshop_words as words
from reports.content_workshop import VotedLine, WorkshopPage
from reports.web_markup import NOTHING, Html, body, described, joined, paragraphs, row, section, spaced, table, tag


def workshop_part(page: WorkshopPage | None) -> Html:
    if page is None:
        return NOTHING
    rows = [row(say(words.HEADS), _cells(line)) for line in page.lines]
    return section(
        page.title,
        paragraphs([" · ".join(page.facts)], "lead"),
        paragraphs([page.open_points]),
        table(page.title, say(words.HEADS), [body(rows)], "cards"),
        described((item.title, [item.text]) for item in page.reading),
        key="atelier",
    )


def _cells(line: VotedLine) -> tuple[Html, Html, Html]:
    told = [tag("span", joined([tag("i", f"{item.title}\u202f: "), item.text]), class_="under") for item in line.told]
    outcome = tag("span", tag("strong", line.outcome), class_="under")
    first = joined([tag("strong", line.short), tag("span", line.question, class_="under"), outcome, *told])
    return first, joined([line.before]), spaced([line.after or say(words.NO_SECOND), line.moved])
