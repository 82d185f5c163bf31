"""Letters on their way into the PDF: the narrow no-break space kept, people's text made harmless and visible.

ReportLab's Paragraph takes U+202F for an ordinary space and splits lines inside « 48 650 € ». Its
splitting functions read four names of its own module; they are replaced here, once, at import. ReportLab
is pinned and `tests/reports/test_typesetting.py` fails if a new version moves them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from xml.sax.saxutils import escape as xml_escape
from xml.sax.saxutils import quoteattr

from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import paragraph

from questionnaire.typography import THIN
from reports.style import REGULAR, register_fonts

MISSING = "□"
LONGEST_WORD = 60
LAST_WORD = 12
_KEPT_SPACES = " \u00a0\u202f"
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_ORDINARY = re.compile("[ -~\u00a0-\u00ac\u00ae-\u017f\u202f’‘“”…–—−€→·•×≥≤]*")
_SAFE_URL = re.compile(r"https?://[^\s<>\"]+\Z")


def keep_thin_spaces() -> None:
    """Take U+202F out of what Paragraph splits and strips on."""
    spaces = paragraph._wsc.replace(THIN, "")
    split_on = re.compile(f"[{re.escape(spaces)}]+").split

    def split(text: str | bytes, delim: str | bytes | None = None) -> list[str]:
        """As `str.split`, which drops empty ends, but never on U+202F."""
        text = text.decode() if isinstance(text, bytes) else text
        delim = delim.decode() if isinstance(delim, bytes) else delim
        return [word for word in split_on(text) if word] if delim is None else text.split(delim)

    paragraph._wsc = spaces
    paragraph._wsc_re_split = split_on
    paragraph._wsc_end_search = re.compile(f"[{re.escape(spaces)}]+$").search
    paragraph.split = split


keep_thin_spaces()


class Markup(str):
    """Text already escaped; only the functions of this module make one."""

    __slots__ = ()


@lru_cache(maxsize=1)
def _glyphs() -> frozenset[int]:
    register_fonts()
    return frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph)


@lru_cache(maxsize=4096)
def _visible(character: str) -> str:
    """The character if it can be printed, an ordinary space for other spaces, nothing for controls, else a box."""
    category = unicodedata.category(character)
    if character in _KEPT_SPACES:
        return character
    if category in ("Zs", "Zl", "Zp") or character in "\n\t\r":
        return " "
    if category in ("Cc", "Cf", "Cs"):
        return ""
    return character if ord(character) in _glyphs() else MISSING


def plain(text: str) -> str:
    """One line of people's text as it can be drawn: NFC, no control or bidirectional character, no invisible loss.

    A letter the font lacks (an emoji) shows as □; words over 60 characters are broken by a space.
    """
    shown = text if _ORDINARY.fullmatch(text) else _shown(text)
    return _LONG.sub(lambda m: _broken(m.group()), shown)


def escape(text: str) -> Markup:
    """The one door of people's text into a Paragraph: `plain`, then every markup character made literal."""
    if isinstance(text, Markup):
        return text
    lines = [plain(line) for line in re.split(r"[\r\n]+", text.strip("\r\n"))]
    return Markup("<br/>".join(xml_escape(line) for line in lines))


def prose(text: str) -> Markup:
    """Our own sentences: the last two words stay together, so that no line holds a single short word."""
    head, space, last = text.rpartition(" ")
    alone = space and len(text) > LONGEST_WORD and len(last) <= LAST_WORD
    return escape(f"{head}\u00a0{last}" if alone else text)


def strong(text: str) -> Markup:
    return Markup(f"<b>{escape(text)}</b>")


def slanted(text: str) -> Markup:
    return Markup(f"<i>{escape(text)}</i>")


def tinted(text: str, colour: str) -> Markup:
    """Text in a colour given as `#RRGGBB`."""
    return Markup(f'<font color="{colour}">{escape(text)}</font>')


def link(url: str, width: float, size: float) -> Markup:
    """A web address, clickable only when it is http or https, broken after `/` or `-` where a line ends."""
    shown = Markup("<br/>".join(xml_escape(line) for line in address_lines(url, width, size)))
    if not _SAFE_URL.match(url):
        return shown
    return Markup(f"<a href={quoteattr(url)}>{shown}</a>")


def address_lines(url: str, width: float, size: float) -> list[str]:
    """The address in lines no wider than `width`, cut after a `/`, `-` or `.` when there is one."""
    lines, line = [], ""
    for piece in re.findall(r"[^/.-]*[/.-]*", _shown(url.removeprefix("https://"))):
        if line and pdfmetrics.stringWidth(line + piece, REGULAR, size) > width:
            lines.append(line)
            line = ""
        line += piece
    return [*lines, line] if line else lines


def fitted(text: str, font: str, size: float, width: float) -> str:
    """The text on one line of `width`, cut with « … » when it does not fit."""
    text = plain(text)
    if pdfmetrics.stringWidth(text, font, size) <= width:
        return text
    while text and pdfmetrics.stringWidth(f"{text}…", font, size) > width:
        text = text[:-1].rstrip()
    return f"{text}…"


def wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    """The text in lines of at most `width`, for drawing on the canvas; a longer word is cut."""
    lines: list[str] = []
    for word in plain(text).split(" "):
        if lines and pdfmetrics.stringWidth(f"{lines[-1]} {word}", font, size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines += _cut(word, font, size, width)
    if len(lines) > 1 and " " not in lines[-1] and lines[-2].count(" ") > 1:
        head, _, word = lines[-2].rpartition(" ")
        together = f"{word} {lines[-1]}"  # a last line of one word takes a second one from the line above
        if pdfmetrics.stringWidth(together, font, size) <= width:
            return [*lines[:-2], head, together]
    return lines or [""]


def _cut(word: str, font: str, size: float, width: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and pdfmetrics.stringWidth(pieces[-1] + letter, font, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _shown(text: str) -> str:
    """The text letter by letter, for what is not plain French; a lone surrogate is dropped."""
    composed = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    return "".join(map(_visible, composed))


def _broken(word: str) -> str:
    return " ".join(word[i : i + LONGEST_WORD] for i in range(0, len(word), LONGEST_WORD))
