"""The budget of the request as tables that a screen reader reads; what people named is shown, never interpreted."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from questionnaire.language import say
from questionnaire.typography import typeset
from reports.content_funding import MoneyRow, RequestText
from reports.phrases import euros
from ui import wording_funding as words
from ui.components.sheet_words import literal


def show(request: RequestText) -> None:
    """Charges and resources to the same total, then valued time, apart; sentences only when nothing costs."""
    if not request.empty:
        st.subheader(say(words.BUDGET_TITLE))
        _table(say(words.CHARGES), *_charges(request))
        _table(say(words.RESOURCES), (say(words.TOTAL_COLUMN),), _totals(request.resources))
        if request.volunteers:
            _table(say(words.VOLUNTEERS), (say(words.TOTAL_COLUMN),), _totals(request.volunteers))
    for sentence in request.sentences:
        st.text(sentence)


def _charges(request: RequestText) -> tuple[tuple[str, ...], tuple[MoneyRow, ...]]:
    """One column a year would push the total off a phone: the years that cost share a column, in words."""
    years = request.heads[1:-1]
    if not years:
        return (say(words.TOTAL_COLUMN),), request.charges
    return (say(words.YEARS_COLUMN), say(words.TOTAL_COLUMN)), tuple(_by_year(row, years) for row in request.charges)


def _by_year(row: MoneyRow, years: tuple[str, ...]) -> MoneyRow:
    *each, total = row.amounts
    spent = [(year, amount) for year, amount in zip(years, each, strict=True) if amount != euros(0)]
    told = [typeset(f"{year} : {amount}").replace(" ", "\u00a0") for year, amount in spent]
    return MoneyRow(row.label, (", ".join(told), total), row.strong)


def _totals(rows: tuple[MoneyRow, ...]) -> tuple[MoneyRow, ...]:
    """Who pays is said for the whole request: the columns of the years would be empty."""
    return tuple(MoneyRow(row.label, row.amounts[-1:], row.strong) for row in rows)


def _table(title: str, heads: tuple[str, ...], rows: tuple[MoneyRow, ...]) -> None:
    cells = [[_bold(row, row.label), *(_bold(row, amount) for amount in row.amounts)] for row in rows]
    st.table(pd.DataFrame(cells, columns=[title, *heads]).set_index(title), alt=title)


def _bold(row: MoneyRow, text: str) -> str:
    shown = literal(text)
    return f"**{shown}**" if row.strong and shown else shown
