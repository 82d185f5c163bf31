"""Dates, durations, money and small numbers, as the language spoken writes them. No clock; how each is written is in the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from questionnaire.language import say
from questionnaire.typography import number, typeset

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
    return f"{_day_of_month(value)}\u00a0{say(_MONTHS)[value.month - 1]} {value.year}"


def period(first: date, last: date) -> str:
    """« du 15 avril au 16 juin 2025 »; the year once when it is the same."""
    start = f"{_day_of_month(first)}\u00a0{say(_MONTHS)[first.month - 1]}"
    begun = start if first.year == last.year else day(first)
    return say("du {begun} au {last}", begun=begun, last=day(last))


def clock(value: time) -> str:
    """« 9 h 05 »."""
    return say("{hour}\u202fh {minute:02d}", hour=value.hour, minute=value.minute)


def month(year_month: str) -> str:
    """« décembre 2026 » from `2026-12`."""
    year, name = _split(year_month)
    return f"{say(_MONTHS)[name]} {year}"


def short_month(year_month: str) -> str:
    """« déc. 2026 » from `2026-12`."""
    year, name = _split(year_month)
    return f"{say(_SHORT)[name]}\u00a0{year}"


def hours(count: int) -> str:
    return say("{count}\u202fh", count=number(count))


def euros(count: int) -> str:
    return say("{count}\u202f€", count=number(count))


def in_words(count: int, *, feminine: bool = False) -> str:
    """« cinq » up to twelve, then figures; « une » when the noun is feminine."""
    if count == 1 and feminine:
        return say("une")
    return say(_SMALL)[count] if 0 <= count < len(_SMALL) else number(count)


def quoted(text: str) -> str:
    return say("«\u202f{text}\u202f»", text=text)


def percent(share: int) -> str:
    """« 94 % »."""
    return say("{share}\u202f%", share=number(share))


def labelled(title: str) -> str:
    """« Note : », before what it introduces."""
    return say("{title}\u202f: ", title=title)


def one_by_one(texts: Iterable[str]) -> str:
    """« a ; b ; c », for texts that may hold commas."""
    return say("\u202f; ").join(texts)


def lower_first(text: str) -> str:
    """The first letter lowered, unless the word is an acronym: a label becomes part of a sentence."""
    return text if text[1:2].isupper() or text.startswith(("I ", "I’")) else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A tidy sentence: capital letter, full stop."""
    text = text.strip()
    return typeset(upper_first(text if text.endswith((".", "!", "?", "…")) else f"{text}."))


def _day_of_month(value: date) -> str:
    return say("1er") if value.day == 1 else str(value.day)


def _split(year_month: str) -> tuple[str, int]:
    year, _, number_of_month = year_month.partition("-")
    return year, int(number_of_month) - 1
