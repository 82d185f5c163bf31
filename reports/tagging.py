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

from reportlab.pdfbase.pdfdoc import Annotation, PDFArray, PDFDictionary, PDFName, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas


class Node:
    """One element of the tree. `kids` are nodes, `(page, mcid)` pieces of content, and annotations."""

    __slots__ = ("alt", "box", "kids", "kind", "parent", "placed", "scope", "spans")

    def __init__(
        self, kind: str, parent: Node | None = None, *, alt: str = "", scope: str = "", spans: int = 1
    ) -> None:
        self.kind, self.parent, self.alt, self.scope, self.spans = kind, parent, alt, scope, spans
        self.kids: list[Any] = []
        self.box: tuple[float, float, float, float] | None = None
        self.placed = False

    def place(self, root: Node) -> None:
        """Take one's place in the tree, after whatever was drawn before; a second time changes nothing."""
        if not self.placed and self is not root:
            above = self.parent or root
            above.place(root)
            above.kids.append(self)
            self.placed = True


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
        """What is drawn inside is a piece of `node`."""
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
        _write(self)
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


def _write(canvas: TaggedCanvas) -> None:
    """The tree, the way back from each piece to its node, and the catalogue's word that both are there."""
    document = canvas._doc
    pages = [document.Reference(page) for page in document.Pages.pages]
    made: dict[int, PDFDictionary] = {}
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    reference = document.Reference(tree)
    top = _element(canvas.root, reference, document, pages, made)
    numbers: list[Any] = []
    for i, pieces in enumerate(canvas.owners):
        numbers += [i, PDFArray([document.Reference(made[id(node)]) for node in pieces])]
    for i, (link, note) in enumerate(canvas.annotated, len(canvas.owners)):
        note["StructParent"] = i
        numbers += [i, document.Reference(made[id(link)])]
    tree["K"] = PDFArray([top])
    tree["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    tree["ParentTreeNextKey"] = len(canvas.owners) + len(canvas.annotated)
    document.Catalog.StructTreeRoot = tree
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _element(node: Node, above: Any, document: Any, pages: list[Any], made: dict[int, PDFDictionary]) -> Any:
    """The dictionary of a node and of all below it; answers its reference."""
    element = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(node.kind), "P": above})
    made[id(node)] = element
    reference = document.Reference(element)
    if node.alt:
        element["Alt"] = PDFString(node.alt)
    if attributes := _attributes(node):
        element["A"] = attributes
    element["K"] = PDFArray([_kid(kid, reference, document, pages, made) for kid in node.kids])
    return reference


def _kid(kid: Any, above: Any, document: Any, pages: list[Any], made: dict[int, PDFDictionary]) -> Any:
    if isinstance(kid, Node):
        return _element(kid, above, document, pages, made)
    if isinstance(kid, tuple):
        page, piece = kid
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": pages[page], "MCID": piece})
    return PDFDictionary({"Type": PDFName("OBJR"), "Obj": kid})


def _attributes(node: Node) -> PDFDictionary | None:
    if node.kind in ("TH", "TD") and (node.scope or node.spans > 1):
        told = {"O": PDFName("Table")}
        if node.scope:
            told["Scope"] = PDFName(node.scope)
        if node.spans > 1:
            told["ColSpan"] = node.spans
        return PDFDictionary(told)
    if node.box:
        return PDFDictionary({"O": PDFName("Layout"), "BBox": PDFArray([round(edge, 2) for edge in node.box])})
    return None
