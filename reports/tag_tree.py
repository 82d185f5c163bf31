"""The tree of titles, paragraphs, tables and figures of a PDF, and how it is written at the end of the file."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString


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


def write(document: Any, root: Node, owners: list[list[Node]], annotated: list[tuple[Node, PDFDictionary]]) -> None:
    """The tree, the way back from each piece to its node, and the catalogue's word that both are there."""
    pages = [document.Reference(page) for page in document.Pages.pages]
    made: dict[int, PDFDictionary] = {}
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
