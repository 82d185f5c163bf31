"""The tree of titles, paragraphs, tables and figures of a PDF, and how it is written at the end of the file."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString

import reports.quick_writing  # noqa: F401  # for what it replaces


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


class Element(PDFObject):  # type: ignore[misc]  # reportlab is untyped
    """A node as the file tells it. A report has a thousand: written at once, not key by key."""

    def __init__(self, node: Node, above: Any) -> None:
        self.node, self.above = node, above
        self.kids: list[Any] = []

    def format(self, document: Any) -> bytes:
        node, told = self.node, []
        if attributes := _attributes(node):
            told.append(b"/A " + attributes.format(document))
        if node.alt:
            told.append(b"/Alt " + PDFString(node.alt).format(document))
        told.append(b"/K " + PDFArray(self.kids).format(document))
        told.append(b"/P " + self.above.format(document))
        told.append(f"/S /{node.kind} /Type /StructElem".encode())
        return b"<<\n" + b" ".join(told) + b"\n>>"


class Piece(PDFObject):  # type: ignore[misc]  # reportlab is untyped
    """A piece of a page that belongs to a node."""

    def __init__(self, page: Any, number: int) -> None:
        self.page, self.number = page, number

    def format(self, document: Any) -> bytes:
        return b"<<\n/MCID %d /Pg %s /Type /MCR\n>>" % (self.number, self.page.format(document))


def write(document: Any, root: Node, owners: list[list[Node]], annotated: list[tuple[Node, PDFDictionary]]) -> None:
    """The tree, the way back from each piece to its node, and the catalogue's word that both are there."""
    pages = [document.Reference(page) for page in document.Pages.pages]
    made: dict[int, Element] = {}
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    reference = document.Reference(tree)
    top = _element(root, reference, document, pages, made)
    numbers: list[Any] = []
    for i, pieces in enumerate(owners):
        numbers += [i, PDFArray([document.Reference(made[id(node)]) for node in pieces])]
    for i, (link, note) in enumerate(annotated, len(owners)):
        note["StructParent"] = i
        numbers += [i, document.Reference(made[id(link)])]
    tree["K"] = PDFArray([top])
    tree["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    tree["ParentTreeNextKey"] = len(owners) + len(annotated)
    document.Catalog.StructTreeRoot = tree
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _element(node: Node, above: Any, document: Any, pages: list[Any], made: dict[int, Element]) -> Any:
    """What is written of a node and of all below it; answers its reference."""
    element = Element(node, above)
    made[id(node)] = element
    reference = document.Reference(element)
    element.kids = [_kid(kid, reference, document, pages, made) for kid in node.kids]
    return reference


def _kid(kid: Any, above: Any, document: Any, pages: list[Any], made: dict[int, Element]) -> Any:
    if isinstance(kid, Node):
        return _element(kid, above, document, pages, made)
    if isinstance(kid, tuple):
        page, piece = kid
        return Piece(pages[page], piece)
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
