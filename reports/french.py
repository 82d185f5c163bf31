"""Dates, durations, money and small numbers in French words. Pure functions; no clock, no locale."""

from __future__ import annotations

from datetime import date

from questionnaire.typography import THIN, number, tidy

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_SHORT = ("janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
_SMALL = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
)  # fmt: skip


def day(value: date) -> str:
    """« 23 novembre 2026 », « 1er mai 2026 »."""
    return f"{_day_of_month(value)}\u00a0{_MONTHS[value.month - 1]} {value.year}"


def period(first: date, last: date) -> str:
    """« du 15 avril au 16 juin 2025 »; the year once when it is the same."""
    start = f"{_day_of_month(first)}\u00a0{_MONTHS[first.month - 1]}"
    return f"du {start if first.year == last.year else day(first)} au {day(last)}"


def month(year_month: str) -> str:
    """« décembre 2026 » from `2026-12`."""
    year, name = _split(year_month)
    return f"{_MONTHS[name]} {year}"


def short_month(year_month: str) -> str:
    """« déc. 2026 » from `2026-12`."""
    year, name = _split(year_month)
    return f"{_SHORT[name]}\u00a0{year}"


def hours(count: int) -> str:
    return f"{number(count)}{THIN}h"


def euros(count: int) -> str:
    return f"{number(count)}{THIN}€"


def in_words(count: int, *, feminine: bool = False) -> str:
    """« cinq » up to twelve, then figures; « une » when the noun is feminine."""
    if count == 1 and feminine:
        return "une"
    return _SMALL[count] if 0 <= count < len(_SMALL) else number(count)


def quoted(text: str) -> str:
    return f"«{THIN}{text}{THIN}»"


def lower_first(text: str) -> str:
    """The first letter lowered, unless the word is an acronym: a label becomes part of a sentence."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A tidy sentence: capital letter, full stop."""
    text = text.strip()
    return tidy(upper_first(text if text.endswith((".", "!", "?", "…")) else f"{text}."))


def _day_of_month(value: date) -> str:
    return "1er" if value.day == 1 else str(value.day)


def _split(year_month: str) -> tuple[str, int]:
    year, _, number_of_month = year_month.partition("-")
    return year, int(number_of_month) - 1
