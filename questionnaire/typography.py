"""Typography, in one place: thin no-break spaces, apostrophes, numbers; French, and what is shown in the language spoken.

In French, U+202F goes before `; : ! ? » %` and `€`, after `«`, and between the thousands of a number.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache

from questionnaire.language import FRENCH, language, plural, say

THIN = "\u202f"
_SPACES = "[ \u00a0\u202f]"
_URL = re.compile(r"https?://\S+")
_RULES = (
    (re.compile(rf"(?<=\S){_SPACES}+(?=[;:!?»%€])"), THIN),
    (re.compile(rf"«{_SPACES}*(?=\S)"), f"«{THIN}"),
    (re.compile(rf"(?<=\d){_SPACES}(?=\d{{3}}(?!\d))"), THIN),
    (re.compile(rf"(?<=\d){_SPACES}(?=(?:h|min|km|mm|Mo|k€)\b)"), THIN),
    (re.compile(r"(?<=\w)'(?=\w|«)"), "’"),
    (re.compile(r"\.\.\."), "…"),
)
_ENGLISH = (
    (re.compile(rf"(?<=\S){_SPACES}+(?=[;:!?%](?:\s|$|[.,;:)*]))"), ""),
    (re.compile(rf"«{_SPACES}*"), "“"),
    (re.compile(rf"{_SPACES}*»"), "”"),
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
)


def tidy(text: str) -> str:
    """The text with French spaces and apostrophes; web addresses are left alone."""
    out, end = [], 0
    for url in _URL.finditer(text):
        out += [_tidy_plain(text[end : url.start()]), url.group()]
        end = url.end()
    return "".join((*out, _tidy_plain(text[end:])))


def later(french: str) -> str:
    """A sentence that `say` will be given later, when it is shown: written where it belongs, tidy."""
    return tidy(french)


def typeset(text: str) -> str:
    """A sentence about to be shown, with the spaces and the quotation marks of the language spoken."""
    return tidy(text) if language() == FRENCH else _english(text)


@lru_cache(maxsize=4096)
def _english(text: str) -> str:
    for pattern, replacement in _ENGLISH:
        text = pattern.sub(replacement, text)
    return text


@lru_cache(maxsize=4096)
def _tidy_plain(text: str) -> str:
    """The same sentences come back in every report and on every page."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def number(value: int | Fraction) -> str:
    """An integer as it is written in the language spoken, half up: 48 650, or 48,650."""
    written = f"{round_half_up(value):,}".replace("-", "−")
    return written.replace(",", THIN) if language() == FRENCH else written


def round_half_up(value: int | Fraction) -> int:
    """Half-up rounding of an exact value (Python's own `round` goes to the even neighbour)."""
    exact = Fraction(value)
    scaled = Decimal(exact.numerator) / Decimal(exact.denominator)
    return int(scaled.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def counted(count: int, singular: str, several: str) -> str:
    """`1 action`, `3 actions`, `0 action`: French takes the plural from two."""
    return f"{number(count)} {plural(count, singular, several)}"


def listed(words: list[str] | tuple[str, ...], last: str = "et") -> str:
    """`a`, `a et b`, `a, b et c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {say(last)} {words[-1]}"


def tidy_file(text: str) -> str:
    """The source of a YAML file with its French values tidied and its syntax left as it is."""
    return "".join(_tidy_line(line) for line in text.splitlines(keepends=True))


def _tidy_line(line: str) -> str:
    """Structure (`key: `) and comments keep their ordinary characters; only the value is French."""
    match = re.match(r"^(\s*(?:- )?(?:\"?[\w<>+.-]+\"?: )?)(.*)$", line, re.DOTALL)
    if line.lstrip().startswith("#") or not match:
        return line
    head, value = match.groups()
    if re.match(r"^\s*(?:- )?[\[{]", value):
        return re.sub(r'"([^"]*)"', lambda quoted: f'"{tidy(quoted.group(1))}"', line)
    return head + tidy(value)
