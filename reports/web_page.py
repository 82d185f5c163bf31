"""The report as one web page: a single file that loads nothing, to send, to listen to, to read on a phone, to print.

The same report gives the same text, byte for byte.
"""

from __future__ import annotations

from datetime import date

from questionnaire.language import language, say
from reports import part_titles as titles
from reports import workshop_words
from reports.content import Report
from reports.web_funding import funding_part
from reports.web_markup import Html, items, paragraphs, stylesheet, tag
from reports.web_parts import annex_part, axis_part, landmarks_part, method_part, sources_part, summary_part
from reports.web_plan import plan_part
from reports.web_workshop import workshop_part

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
MAIN, SKIP, CONTENTS = "contenu", "Aller au contenu", "Sommaire"


def build_html(report: Report, on: date) -> str:
    """A whole document; what the report leaves out is left out here too."""
    parts = _parts(report)
    main = tag("main", *(part for _, _, part in parts), id=MAIN)
    shown = tag(
        "body",
        tag("a", say(SKIP), href=f"#{MAIN}", class_="skip"),
        _header(report),
        _contents([(key, title) for key, title, _ in parts]),
        main,
        tag("footer", tag("p", report.footer)),
    )
    return f"<!DOCTYPE html>\n{tag('html', _head(report, on), shown, lang=language())}\n"


def _parts(report: Report) -> list[tuple[str, str, Html]]:
    """Key, title and content of each part that says something, in the order of the printed report."""
    told = [
        ("essentiel", report.summary.title, summary_part(report.summary)),
        *((f"axe-{i}", axis.title, axis_part(axis, f"axe-{i}")) for i, axis in enumerate(report.axes, 1)),
        ("plan", report.plan.title, plan_part(report.plan, report.margins)),
        ("financer", say(titles.FUNDING), funding_part(report.funding)),
        ("atelier", say(workshop_words.TITLE), workshop_part(report.workshop)),
        ("reperes", say(titles.LANDMARKS), landmarks_part(report.landmarks, report.landmarks_lead)),
        ("methode", say(titles.METHOD), method_part(report.method)),
        ("sources", say(titles.SOURCES), sources_part(report.sources)),
        ("reponses", say(titles.ANNEX), annex_part(report.annex)),
    ]
    return [(key, title, part) for key, title, part in told if part]


def _head(report: Report, on: date) -> Html:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="robots", content="noindex"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="author", content=report.author),
        tag("meta", name="date", content=on.isoformat()),
        tag("link", rel="icon", href="data:,"),
        tag("title", f"{report.title} – {report.name}"),
        tag("style", stylesheet()),
    )


def _header(report: Report) -> Html:
    cover = report.cover
    return tag(
        "header",
        tag("p", f"{cover.brand} – {cover.subtitle}", class_="brand"),
        tag("h1", tag("span", cover.name, class_="name"), " ", tag("span", cover.kind, class_="kind")),
        paragraphs(cover.facts),
        paragraphs([cover.caution], "small"),
        paragraphs([cover.copy_note], "copy"),
    )


def _contents(parts: list[tuple[str, str]]) -> Html:
    links = [tag("a", title, href=f"#{key}") for key, title in parts]
    return tag("nav", items(links), aria_label=say(CONTENTS))
