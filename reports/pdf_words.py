"""The words a page draws, in drawing order: enough to say where two pages differ, not to read any PDF.

Palier's own fonts have one byte a letter and a table back to letters (`ToUnicode`); a font without one is
read as Latin-1. pikepdf reads the operators, it does not read texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

SHOWING = "Tf Tj TJ ' \" Td TD Tm T* ET Do"
FORMS_DEEP = 4  # forms drawn inside forms
WIDE_GAP = -200  # thousandths of the letter size: a TJ moves so far only between two words
_PAIRS = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<((?:[0-9A-Fa-f]{4}){1,8})>")
Letters = dict[int, str]
Unpack = Callable[[Any], bytes]


def drawn(pdf: pikepdf.Pdf, page: Any, unpack: Unpack) -> str:
    """All that a page writes; `unpack` bounds what is read of a stream."""
    contents = page.get("/Contents", pikepdf.Array())
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    data = b"\n".join(unpack(stream) for stream in streams)
    return "".join(_shown(pdf, data, page.get("/Resources", {}), unpack, FORMS_DEEP))


def _shown(pdf: pikepdf.Pdf, data: bytes, resources: Any, unpack: Unpack, deep: int) -> Iterator[str]:
    fonts: dict[str, Letters] = {}
    letters: Letters = {}
    for one in pikepdf.parse_content_stream(pikepdf.Stream(pdf, data), SHOWING):
        name, operands = str(one.operator), list(one.operands)
        if name == "Tf":
            font = str(operands[0])
            if font not in fonts:
                fonts[font] = _letters(_resource(resources, "/Font", font), unpack)
            letters = fonts[font]
        elif name in ("Tj", "TJ", "'", '"'):
            yield "\n" if name in "'\"" else ""
            yield _text(operands[-1], letters)
        elif name == "Do":
            yield from _form(pdf, _resource(resources, "/XObject", str(operands[0])), resources, unpack, deep)
        else:
            yield "\n"


def _resource(resources: Any, kind: str, name: str) -> Any:
    """What a page calls `name`; an empty dictionary when it calls for what it does not have."""
    return resources.get(kind, {}).get(name, {})


def _form(pdf: pikepdf.Pdf, form: Any, resources: Any, unpack: Unpack, deep: int) -> Iterator[str]:
    if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form" and deep:
        yield "\n"
        yield from _shown(pdf, unpack(form), form.get("/Resources", resources), unpack, deep - 1)
        yield "\n"


def _text(operand: Any, letters: Letters) -> str:
    """The letters of one string, or of the strings of an array."""
    if isinstance(operand, pikepdf.Array):
        return "".join(_piece(piece, letters) for piece in operand)
    return _piece(operand, letters)


def _piece(piece: Any, letters: Letters) -> str:
    if isinstance(piece, pikepdf.String):
        return "".join(letters.get(byte) or chr(byte) for byte in bytes(piece))
    return " " if piece < WIDE_GAP else ""


def _letters(font: Any, unpack: Unpack) -> Letters:
    """From the bytes of a font to letters; empty when the font does not say."""
    table = font.get("/ToUnicode")
    if table is None:
        return {}
    pairs = _PAIRS.findall(unpack(table))
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for code, text in pairs}
