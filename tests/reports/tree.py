"""The structure of a tagged PDF read back: elements, what is drawn outside any of them, texts by element."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

SHOWS = {"Tj", "TJ", "'", '"', "Do", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"}


@dataclass
class Element:
    """One element of the tree: its kind, its attributes, its children, the pieces of content that are its own."""

    kind: str
    alt: str = ""
    scope: str = ""
    spans: int = 1
    box: tuple[float, ...] = ()
    children: list[Element] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)  # page, mcid
    annotations: int = 0

    def all(self, *kinds: str) -> list[Element]:
        """Every element below (itself included) of these kinds, in reading order."""
        found = [self] if not kinds or self.kind in kinds else []
        return found + [element for child in self.children for element in child.all(*kinds)]


def read(pdf: bytes) -> tuple[pikepdf.Pdf, Element]:
    document = pikepdf.open(BytesIO(pdf))
    pages = {page.obj.objgen: i for i, page in enumerate(document.pages)}
    [top] = document.Root.StructTreeRoot.K
    return document, _element(top, pages)


def _element(raw: Any, pages: dict[Any, int]) -> Element:
    attributes = raw.get("/A", {})
    element = Element(
        str(raw.S)[1:],
        alt=str(raw.get("/Alt", "")),
        scope=str(attributes.get("/Scope", ""))[1:],
        spans=int(attributes.get("/ColSpan", 1)),
        box=tuple(float(edge) for edge in attributes.get("/BBox", ())),
    )
    for kid in raw.get("/K", []):
        if kid.get("/S") is not None:
            element.children.append(_element(kid, pages))
        elif kid.Type == "/MCR":
            element.pieces.append((pages[kid.Pg.objgen], int(kid.MCID)))
        else:
            element.annotations += 1
    return element


def orphans(document: pikepdf.Pdf) -> list[tuple[int, str]]:
    """Whatever is drawn on a page outside any piece or decoration: (page, operator)."""
    found = []
    for number, page in enumerate(document.pages, 1):
        depth = 0
        for _, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += (name in ("BDC", "BMC")) - (name == "EMC")
            if depth == 0 and name in SHOWS:
                found.append((number, name))
            assert depth in (0, 1), "pieces never hold one another"
        assert depth == 0
    return found


def pieces(document: pikepdf.Pdf) -> Iterator[tuple[int, int]]:
    """Every numbered piece of every page."""
    for number, page in enumerate(document.pages):
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC":
                yield number, int(operands[1].MCID)
