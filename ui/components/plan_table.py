"""The plan as one table. Written as HTML with every cell escaped, because cells hold people's own words."""

from __future__ import annotations

from html import escape

import streamlit as st

from questionnaire.language import say
from reports.content import PlanLine, PlanPage
from ui import wording_plan


def show(plan: PlanPage) -> None:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in say(wording_plan.COLUMNS))
    body = "".join(f"<tr>{_row(line)}</tr>" for line in plan.lines)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    label = escape(say(wording_plan.TABLE))
    st.html(f'<div class="palier-table" role="region" tabindex="0" aria-label="{label}">{table}</div>')


def _row(line: PlanLine) -> str:
    cells = (line.title, line.lead, line.month, line.status, line.hours, line.euros, line.funding, line.effect)
    return f'<th scope="row">{line.number}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
