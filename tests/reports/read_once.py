"""A printed report read back once and quickly: its words, its boxes, its fonts, the rows of figures of its charts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from reports import style

NEAR, BELOW = 2.0, 3.0  # in points: ink begins after the edge of a letter; a title is a little below its figures
INTERVAL = re.compile(r"\d+(,\d)?( à \d+(,\d)?)?|en mots|sans objet|–")  # other tables may have the same edges
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a chart: the first line of its title, and the figures at its right."""

    title: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text that begins at the left edge or ends where figures do."""

    page: int
    base: float
    left: float
    right: float
    said: str


@dataclass(frozen=True, slots=True)
class Print:
    """All that is read of one report: each page in words, each box with its page (from 1), the texts near an edge.

    `fonts` says of each whether its letters are inside; `ends`, the kind of the last element of each page.
    """

    pages: tuple[str, ...]
    boxes: tuple[tuple[int, Box], ...]
    texts: tuple[Text, ...]
    fonts: frozenset[tuple[str, bool]]
    ends: tuple[str, ...]

    @property
    def words(self) -> str:
        return " ".join(self.pages)

    def rows(self, columns: int) -> list[Row]:
        """The rows of every chart of so many columns that open on an interval, in reading order."""
        edges = _edges(columns)
        lines: dict[tuple[int, float], dict[float, str]] = defaultdict(dict)
        for text in self.texts:
            for edge in edges:
                if abs(text.right - edge) < NEAR:
                    lines[text.page, -text.base][edge] = text.said
        whole = {place: tuple(line[e] for e in edges) for place, line in lines.items() if len(line) == columns}
        return [
            Row(self._title(*place), whole[place]) for place in sorted(whole) if INTERVAL.fullmatch(whole[place][0])
        ]

    def _title(self, page: int, above: float) -> str:
        """What is written at the left edge of the line."""
        lines = (t for t in self.texts if t.page == page and abs(t.left - style.SIDE) < NEAR)
        return next((t.said for t in lines if 0 <= -above - t.base < BELOW), "")


def ordinary(text: str) -> str:
    """On one line, every space made ordinary."""
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").replace("\ufffe", "-").split())


def read(pdf: bytes) -> Print:
    document = pypdfium2.PdfDocument(pdf)
    pages, boxes, texts = [], [], []
    for number, page in enumerate(document, 1):
        told = page.get_textpage()
        pages.append(ordinary(told.get_text_range()))
        for item in page.get_objects(textpage=told):
            box = item.get_bounds()
            boxes.append((number, box))
            if item.type == pdfium.FPDF_PAGEOBJ_TEXT and _looked_at(box):
                base = round(item.get_matrix().f, 1)
                texts.append(Text(number, base, box[0], box[2], ordinary(item.extract())))
    with pikepdf.open(BytesIO(pdf)) as same:
        return Print(tuple(pages), tuple(boxes), tuple(texts), frozenset(_fonts(same)), tuple(_ends(same)))


def _fonts(document: pikepdf.Pdf) -> Iterator[tuple[str, bool]]:
    for found in document.objects:
        if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/Font":
            yield str(found.BaseFont), "/FontFile2" in found.get("/FontDescriptor", {})


def _ends(document: pikepdf.Pdf) -> Iterator[str]:
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    owners = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
    return (str(owners[int(page.StructParents)][-1].S)[1:] for page in document.pages)


def _edges(columns: int) -> list[float]:
    return [style.SIDE + edge for edge in style.CELL_EDGES[columns]]


def _looked_at(box: Box) -> bool:
    edges = {edge for columns in style.CELL_EDGES for edge in _edges(columns)}
    return abs(box[0] - style.SIDE) < NEAR or any(abs(box[2] - edge) < NEAR for edge in edges)
