"""The web page of a report as a typst text, for the bench only: same words, tables, links and drawings, plain looks."""

from __future__ import annotations

import json
from html.parser import HTMLParser

SETTINGS = """#set document(title: "Rapport")
#set page(paper: "a4", margin: 20mm, numbering: "1 / 1")
#set text(font: "Source Sans 3", size: 10.5pt, lang: "fr")
#set table(stroke: 0.4pt)
"""
HIDDEN = {"style", "title", "script"}
VOID = {"meta", "link", "br", "col"}
ROWS = {"table", "thead", "tbody", "tfoot", "tr"}
INLINE = {"strong": "#strong[", "i": "#emph[", "span": "#[", "li": "\n- #["}
DRAWN = "rect{fill:#cbd5df} .known{fill:#12355b} line{stroke:#52606d} circle{fill:#0e7c7b}"


def typst_text(page: str) -> str:
    reader = _Reader()
    reader.feed(page)
    return SETTINGS + "".join(reader.told)


class _Reader(HTMLParser):
    """Opens and closes typst brackets as the page opens and closes its elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told: list[str] = []
        self._hidden = 0
        self._drawing: list[str] | None = None
        self._table: int | None = None  # where the head of the table goes, once its columns are counted
        self._columns = self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "svg":
            self._drawing = []
        if self._drawing is not None:
            self._drawing.append(self._copied(tag, attrs))
        elif tag in HIDDEN:
            self._hidden += 1
        elif tag not in VOID:
            self.told.append(self._opening(tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._drawing is not None:
            self._drawing.append(self._copied(tag, attrs).replace(">", "/>"))

    def handle_endtag(self, tag: str) -> None:
        if self._drawing is not None:
            self._drawing.append(f"</{tag}>")
            if tag == "svg":
                drawn = json.dumps("".join(self._drawing))
                self.told.append(f'#box(image(bytes({drawn}), format: "svg", width: 60mm))')
                self._drawing = None
        elif tag in HIDDEN:
            self._hidden -= 1
        elif tag not in VOID:
            self.told.append(self._closing(tag))

    def handle_data(self, data: str) -> None:
        if self._drawing is None and not self._hidden and data.strip():
            self.told.append(f"#{json.dumps(data, ensure_ascii=False)};")

    def _opening(self, tag: str, attrs: dict[str, str | None]) -> str:
        if tag in ROWS:
            return self._row(tag)
        if tag in ("td", "th"):
            span = int(attrs.get("colspan") or 1)
            self._cells += span
            self._columns = max(self._columns, self._cells)
            return f"table.cell(colspan: {span})["
        if tag in ("h1", "h2", "h3", "h4"):
            return f"\n\n#heading(level: {tag[1]})["
        if tag == "a":
            return f"#link({json.dumps(attrs.get('href') or '')})["
        return INLINE.get(tag, "\n\n#[")

    def _row(self, tag: str) -> str:
        """A table begins with its first row: what stands before, its caption, is a paragraph."""
        if tag == "tr":
            self._cells = 0
            if self._table is None:
                self._table, self._columns = len(self.told), 0
        return ""

    def _closing(self, tag: str) -> str:
        if tag == "table" and self._table is not None:
            self.told[self._table] = f"\n\n#table(columns: {self._columns}, "
            self._table = None
            return ")\n\n"
        return "" if tag in ROWS else "], " if tag in ("td", "th") else "]"

    @staticmethod
    def _copied(tag: str, attrs: list[tuple[str, str | None]]) -> str:
        names = {"viewbox": "viewBox"}
        told = "".join(f' {names.get(name, name)}="{value}"' for name, value in attrs)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg"{told}><style>{DRAWN}</style>'
            if tag == "svg"
            else f"<{tag}{told}>"
        )
