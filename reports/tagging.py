"""What makes the PDF readable aloud: a tree of titles, paragraphs, tables and figures beside what is drawn.

ReportLab has no such thing. Each block of a story carries its own node; while pages are drawn, the canvas
opens and closes marked content and notes which piece belongs to which node; at the end it writes the tree,
in the order of drawing, which is the order of reading. What is only decoration is marked as such.

Private parts of ReportLab are used (`_code`, `_setAnnotations`); it is pinned, and the tests read the tree back.
No conformance to any standard is claimed: no validator has been run.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import Annotation, PDFDictionary, PDFName, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas

from reports.tag_tree import Node as Node
from reports.tag_tree import write


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab is untyped
    """A canvas that knows which node each piece of a page belongs to."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.root = Node("Document")
        self.owners: list[list[Node]] = []  # for each page, the node of each piece
        self.annotated: list[tuple[Node, PDFDictionary]] = []
        self._open: list[Node | None] = []
        self._tagged_page = -1

    @contextmanager
    def tagged(self, node: Node) -> Iterator[None]:
        """What is drawn inside is a piece of `node`; inside a decoration (a head that comes back) it is decoration."""
        if self._open and self._open[-1] is None:
            yield
            return
        node.place(self.root)
        pieces = self._pieces()
        self._mark(f"/{node.kind} <</MCID {len(pieces)}>> BDC", node)
        node.kids.append((len(self.owners) - 1, len(pieces)))
        pieces.append(node)
        yield
        self._unmark()

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside is decoration: not read aloud. Inside a piece it stays part of it."""
        if self._open:
            yield
            return
        self._mark("/Artifact BMC", None)
        yield
        self._unmark()

    def linkURL(self, url: str, rect: Any, relative: int = 0, **more: Any) -> None:  # noqa: N802  # ReportLab’s name
        super().linkURL(url, rect, relative=relative, Contents=PDFString(url), **more)

    def _addAnnotation(self, annotation: Any, name: str | None = None, addtopage: int = 1) -> None:  # noqa: N802
        """Kept as a plain dictionary, to which the number of its element can be added at the end."""
        plain = annotation.Dict() if isinstance(annotation, Annotation) else annotation
        super()._addAnnotation(plain, name, addtopage)

    def _annotatePage(self, name: str) -> None:  # noqa: N802  # ReportLab’s name
        """A link is an element of its own, below the text it belongs to."""
        super()._annotatePage(name)
        owner = self._open[-1] if self._open else None
        if owner is not None:
            link = Node("Link", owner)
            link.place(self.root)
            link.kids.append(self._annotationrefs[-1])
            self.annotated.append((link, self._doc.idToObject[self._annotationrefs[-1].name]))

    def _pieces(self) -> list[Node]:
        if self._tagged_page != self._pageNumber:
            self._tagged_page = self._pageNumber
            self.owners.append([])
        return self.owners[-1]

    def _mark(self, operator: str, node: Node | None) -> None:
        assert not self._open, "une marque dans une marque"
        self._open.append(node)
        self._code.append(operator)

    def _unmark(self) -> None:
        self._open.pop()
        self._code.append("EMC")

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802  # ReportLab’s name
        super()._setAnnotations(page)
        if not isinstance(page, PDFPage):
            return  # a form, drawn inside a decoration
        self._pieces()
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self.owners) - 1
        page.Tabs = PDFName("S")

    def save(self) -> None:
        if self._code:
            self.showPage()
        write(self._doc, self.root, self.owners, self.annotated)
        super().save()


@contextmanager
def piece(canvas: Canvas, node: Node) -> Iterator[None]:
    """What is drawn inside belongs to `node`, on a canvas that keeps a tree; elsewhere it is just drawn."""
    if isinstance(canvas, TaggedCanvas):
        with canvas.tagged(node):
            yield
    else:
        yield


@contextmanager
def figure(canvas: Canvas, spoken: str, width: float, height: float) -> Iterator[None]:
    """A drawing: what it tells in words, and the box it fills."""
    node = Node("Figure", alt=spoken)
    left, bottom = canvas.absolutePosition(0, 0)
    node.box = (left, bottom, left + width, bottom + height)
    with piece(canvas, node):
        yield


@contextmanager
def decoration(canvas: Canvas) -> Iterator[None]:
    """What is drawn inside is not read aloud."""
    if isinstance(canvas, TaggedCanvas):
        with canvas.artifact():
            yield
    else:
        yield
