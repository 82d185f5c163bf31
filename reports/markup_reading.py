"""Our own short markup, read without ReportLab’s HTML parser, which costs more than setting the lines.

The parser stays the authority: it is asked once what a style becomes under some open tags, and the answer
is copied for every text set that way. Whatever is not met here, it reads whole.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paraparser import ParaFrag, ParaParser

BREAK = "<br/>"
_TAG = re.compile(r'(<br/>|</?b>|</?i>|<font color="#[0-9A-Fa-f]{6}">|</font>)')
REMEMBERED = 512  # styles under tags


def read(text: str, style: ParagraphStyle) -> list[ParaFrag] | None:
    """The pieces of a paragraph, each with its face; None when the parser must read it."""
    if not text or "&" in text or style.textTransform:
        return None
    pieces = _TAG.split(text)
    if any("<" in piece for piece in pieces[::2]):
        return None
    told: list[ParaFrag] = []
    tags: tuple[str, ...] = ()
    for i, piece in enumerate(pieces):
        if i % 2 == 0:
            told += [_copy(style, tags, piece)] if piece else []
        elif piece == BREAK:
            told.append(_copy(style, (*tags, BREAK), ""))
        elif not piece.startswith("</"):
            tags = (*tags, piece)
        elif tags and tags[-1][1] == piece[2]:
            tags = tags[:-1]
        else:
            return None  # badly nested: for the parser to say
    return None if tags else told


def _copy(style: ParagraphStyle, tags: tuple[str, ...], text: str) -> ParaFrag:
    frag = ParaFrag(**_model(style, tags).__dict__)
    frag.text = text
    return frag


@lru_cache(REMEMBERED)
def _model(style: ParagraphStyle, tags: tuple[str, ...]) -> ParaFrag:
    """What the parser makes of a letter in this style under these tags."""
    opening = [tag for tag in tags if tag != BREAK]
    closing = "".join(f"</{re.findall('[a-z]+', tag)[0]}>" for tag in reversed(opening))
    last = BREAK if BREAK in tags else "x"
    parser = ParaParser()
    parser.caseSensitive = 1
    _, frags, _ = parser.parse("".join(opening) + last + closing, style)
    return frags[0]
