"""A print of each page of a PDF: one digest of all that draws it, and the words drawn, in drawing order.

Two files have the same prints when their pages show the same thing, whatever the order of their objects and
the way they are packed: everything reachable from a page counts (fonts, images, annotations), streams
unpacked, references followed. Used on a stranger's file in the child process, on our own file anywhere.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from typing import Any

import pikepdf

from reports.child import RefusalError
from reports.pdf_reading import packing, told, unpacked
from reports.pdf_words import drawn

PAGES_MAX = 200
NODES_MAX = 200_000  # objects visited, all pages together
BYTES_MAX = 8_000_000  # unpacked, all pages together
LETTERS_MAX = 1_000_000  # drawn, all pages together
PAGE_ASIDE = ("/Parent", "/LastModified", "/Metadata", "/PieceInfo")
ROOT_ASIDE = ("/Pages", "/Metadata", "/PieceInfo", "/AF", "/Type", "/Version", "/Extensions")
FONTS = "/Font"
SPACES = re.compile(r"[ \r\n\t]+")  # thin and no-break spaces stay inside a word, as on paper
STREAM_ASIDE = ("/Length", "/Filter", "/DecodeParms")


@dataclass(frozen=True, slots=True)
class PagePrint:
    drawing: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prints:
    """`fonts` is the digest of the letters of all pages, apart because a font holds only the letters in use;
    `rest` of what stands outside of the pages: title, bookmarks, forms, actions."""

    pages: tuple[PagePrint, ...]
    fonts: str
    rest: str


@dataclass(slots=True)
class Walk:
    """One document being read: where its pages are, what was already digested, what may still be visited."""

    pages: dict[tuple[int, int], int]
    nodes: int = NODES_MAX
    room: int = BYTES_MAX
    letters: int = LETTERS_MAX
    streams: dict[tuple[int, int], bytes] = field(default_factory=dict)
    fonts: list[Any] = field(default_factory=list)

    def visit(self) -> None:
        self.nodes -= 1
        if self.nodes < 0:
            raise RefusalError("heavy")

    def unpack(self, stream: Any) -> bytes:
        data = unpacked(stream, self.room, "heavy")
        self.room -= len(data)
        return data


def prints(pdf: pikepdf.Pdf) -> Prints:
    """The prints of a whole document. Raises RefusalError("heavy") beyond the limits above."""
    if len(pdf.pages) > PAGES_MAX:
        raise RefusalError("heavy")
    walk = Walk({page.obj.objgen: i for i, page in enumerate(pdf.pages)})
    pages = tuple(_page_print(pdf, page, walk) for page in pdf.pages)
    rest = _rest_digest(pdf, walk)
    letters = {str(i): fonts for i, fonts in enumerate(walk.fonts)}
    return Prints(pages, _digest(letters, walk, with_fonts=True), rest)


def _page_print(pdf: pikepdf.Pdf, page: pikepdf.Page, walk: Walk) -> PagePrint:
    shown = drawn(pdf, page.obj, walk.unpack)
    walk.letters -= len(shown)
    if walk.letters < 0:
        raise RefusalError("heavy")
    return PagePrint(_page_digest(page, walk), tuple(SPACES.split(shown.strip(" \r\n\t"))))


def _page_digest(page: pikepdf.Page, walk: Walk) -> str:
    kept = {key: value for key, value in page.obj.items() if key not in PAGE_ASIDE}
    return _digest(kept, walk)


def _rest_digest(pdf: pikepdf.Pdf, walk: Walk) -> str:
    kept: dict[str, Any] = {key: value for key, value in pdf.Root.items() if key not in ROOT_ASIDE}
    named: Any = kept.pop("/Names", None)
    others = {key: value for key, value in named.items() if key != "/EmbeddedFiles"} if named is not None else {}
    return _digest({**kept, "/Names": others, "title": told(pdf, "/Title")}, walk)


def _digest(root: dict[str, Any], walk: Walk, *, with_fonts: bool = False) -> str:
    graph, out = _Graph(walk, with_fonts), sha256()
    graph.waiting.append(root)
    while graph.waiting:
        parts = list(graph.parts(graph.waiting.popleft()))
        out.update(b"%d\n" % len(parts))
        out.update(b"".join(b"%d %b\n" % (len(part), part) for part in parts))  # no text can pass for two
    return out.hexdigest()


class _Graph:
    """Breadth first: containers are numbered as they are met, so that two equal graphs give the same text."""

    def __init__(self, walk: Walk, with_fonts: bool) -> None:
        self.walk = walk
        self.with_fonts = with_fonts
        self.count = 0
        self.met: dict[tuple[int, int], int] = {}
        self.waiting: deque[Any] = deque()

    def parts(self, value: Any) -> Iterator[bytes]:
        """One container: its keys in order, the token of each child; for a stream, what is in it."""
        if isinstance(value, pikepdf.Array):
            yield b"["
            yield from map(self.token, value)
            return
        stream = isinstance(value, pikepdf.Stream)
        if stream:
            yield b"stream " + _stream_digest(value, self.walk)
        for key, child in sorted(value.items(), key=_first):
            if not (stream and key in STREAM_ASIDE):
                yield _encoded(key)
                yield self.aside(child) if key == FONTS and not self.with_fonts else self.token(child)

    def aside(self, fonts: Any) -> bytes:
        """Fonts are digested at the end, all together."""
        self.walk.fonts.append(fonts)
        return b"fonts"

    def token(self, value: Any) -> bytes:
        """A scalar itself; the number of a container; the place of a page, which is never entered."""
        self.walk.visit()
        if not isinstance(value, dict | pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream):
            return _scalar(value)
        name = value.objgen if not isinstance(value, dict) and value.is_indirect else None
        if name in self.walk.pages:
            return b"page %d" % self.walk.pages[name]
        if name in self.met:
            return b"@%d" % self.met[name]
        self.count += 1
        if name is not None:
            self.met[name] = self.count
        self.waiting.append(value)
        return b"@%d" % self.count


def _stream_digest(stream: Any, walk: Walk) -> bytes:
    """Of the unpacked bytes; of the packed ones, with their packing, for an image."""
    if stream.objgen not in walk.streams:
        walk.streams[stream.objgen] = sha256(_stream_bytes(stream, walk)).digest()
    return walk.streams[stream.objgen].hex().encode()


def _stream_bytes(stream: Any, walk: Walk) -> bytes:
    try:
        return walk.unpack(stream)
    except pikepdf.PdfError:
        return repr(packing(stream)).encode() + bytes(stream.read_raw_bytes())


def _scalar(value: Any) -> bytes:
    """A name, a text, a number or null. 1, 1.0 and 1.00 are the same number."""
    if isinstance(value, pikepdf.String):
        return b"(" + bytes(value).hex().encode() + b")"
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return str(Decimal(value).normalize()).encode()
    return _encoded(value)


def _encoded(value: object) -> bytes:
    return str(value).encode("utf-8", "surrogatepass")


def _first(item: tuple[str, Any]) -> str:
    return item[0]
