"""Lines of a paragraph as ReportLab breaks them, for the ordinary case, at a fraction of the cost.

Same sums in the same order, hence the same lines to the last bit; `tests/reports/test_quick_setting.py` compares.
What is not ordinary (a soft hyphen, a word longer than its line, a hyphenated or bidirectional style, a paragraph
already cut) is left to ReportLab: the answer is then None, and nothing has been changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.rl_accel import sameFrag
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import getAscentDescent
from reportlab.platypus import paragraph as theirs

from reports.quick_writing import width as measured

SOFT_HYPHEN = "\u00ad"
_TEXT, _END = theirs._FK_TEXT, theirs._FK_BREAK
_KINDS, _WORDS = (_TEXT, _END), (list, theirs._HSFrag)


def broken(para: Any, widths: Sequence[float]) -> Any:
    """The lines of `para`, whose style and pieces are ReportLab’s; None when it is not an ordinary paragraph."""
    frags = para.frags
    if para.bulletText or not frags or len(widths) > 2 or not _plain(para.style) or hasattr(para, "autoLeading"):
        return None
    for frag in frags:
        text = getattr(frag, "text", None)
        if text is None or SOFT_HYPHEN in text or hasattr(frag, "cbDefn") or hasattr(frag, "backColor"):
            return None
    return _one_face(para, frags[0], widths) if len(frags) == 1 else _several_faces(para, widths)


def _plain(style: ParagraphStyle) -> bool:
    """Whether a style asks for nothing but words set one after the other."""
    unusual = (style.wordWrap, style.shaping, style.endDots, style.uriWasteReduce, style.embeddedHyphenation)
    given = (getattr(style, "hyphenationLang", ""), getattr(style, "autoLeading", ""))
    return bool(style.splitLongWords) and not any(unusual) and all(value in ("", "off") for value in given)


def _one_face(para: Any, frag: Any, widths: Sequence[float]) -> Any:
    font, size = frag.fontName, frag.fontSize
    space = measured(" ", font, size)
    shrink = para.style.spaceShrinkage * space
    lines: list[tuple[float, list[str]]] = []
    line: list[str] = []
    room, current, widest = widths[0], -space, 0.0
    for word in theirs.split(theirs.strip(frag.text)):
        width = measured(word, font, size)
        longer = current + space + width
        if longer <= room + shrink * len(line):
            line.append(word)
            current = longer
            continue
        if not line or width > room:
            return None
        lines.append((room - current, line))
        widest, room = max(widest, current), widths[-1]
        line, current = [word], width
    if line:
        lines.append((room - current, line))
    _note(para, max(widest, current))
    ascent, descent = getAscentDescent(frag.fontName, size)
    return frag.clone(kind=0, lines=lines, ascent=ascent, descent=descent, fontSize=size)


def _several_faces(para: Any, widths: Sequence[float]) -> Any:
    words = theirs._getFragWords(para.frags, widths[0])
    lines: list[Any] = []
    line: _Line | None = None
    room, widest, start = widths[0], 0.0, 0
    for rank, word in enumerate(words):
        line = line or _Line(start, word[-1][0])
        width, kind = word[0], word[1][0]._fkind
        if type(word) not in _WORDS or kind not in _KINDS:
            return None
        ends = kind == _END
        longer = line.width + line.space + width if width > 0 else line.width
        fits = longer <= room or longer <= room + line.spaces() * para.style.spaceShrinkage
        if not ends and not fits and width > room:
            return None
        if not ends and (fits or not line.count):
            line.add(word, longer)
            continue
        if ends:
            line.copy(word[1][0])
        lines.append(line.made(room, ends and not para.style.justifyBreaks))
        widest, room, start = max(widest, line.width), widths[-1], rank
        line = None if ends else _Line.begun(rank, word)
    if line:
        lines.append(line.made(room, False))
        widest = max(widest, line.width)
    _note(para, widest)
    para.frags = words
    return theirs.ParaLines(kind=1, lines=lines)


def _note(para: Any, widest: float) -> None:
    """What ReportLab’s own method leaves on the paragraph."""
    para._width_max, para.height = widest, 0
    para._splitLongWordCount = para._hyphenations = 0


class _Line:
    """The line being filled: its pieces, and the measures of the tallest."""

    def __init__(self, start: int, frag: Any) -> None:
        self.pieces: list[Any] = []
        self.last: Any = None  # the piece of the paragraph that our last one copies
        self.start, self.count, self.width, self.space = start, 0, 0.0, 0.0
        self.size = frag.fontSize
        self.ascent, self.descent = getAscentDescent(frag.fontName, frag.fontSize)

    @classmethod
    def begun(cls, start: int, word: Any) -> _Line:
        """A line that a word too long for the last one begins."""
        line = cls(start, word[1][0])
        line.copy(*word[1])
        line.add_rest(word)
        line.count, line.width = 1, word[0]
        line.space = _space_after(word, word[-1][0].fontSize)
        return line

    def add(self, word: Any, width: float) -> None:
        """One more word, after the space that is due."""
        frag, text = word[1]
        if frag is not self.last:
            self.grow(frag)
        if frag is self.last or (self.pieces and sameFrag(self.pieces[-1], frag)):
            piece = self.pieces[-1]
            piece.text += f" {text}" if self.space and not piece.text.endswith(" ") else text
        else:
            if self.space and self.pieces:
                self.end_with_space()
            self.copy(frag, text)
        self.add_rest(word)
        self.count += bool(text) or any(more for _, more in word[2:])
        self.width, self.space = width, _space_after(word, frag.fontSize)

    def add_rest(self, word: Any) -> None:
        for frag, text in word[2:]:
            self.grow(frag)
            self.copy(frag, text)

    def copy(self, frag: Any, text: str | None = None) -> None:
        piece = frag.clone()
        if text is not None:
            piece.text = text
        self.pieces.append(piece)
        self.last = frag

    def grow(self, frag: Any) -> None:
        ascent, descent = getAscentDescent(frag.fontName, frag.fontSize)
        self.size = max(self.size, frag.fontSize)
        self.ascent, self.descent = max(self.ascent, ascent), min(self.descent, descent)

    def end_with_space(self) -> None:
        for piece in reversed(self.pieces):
            if piece._fkind == _TEXT:
                if not piece.text.endswith(" "):
                    piece.text += " "
                return

    def spaces(self) -> float:
        """The width of the spaces inside, which may be drawn a little narrower."""
        spaces = self.space
        for piece in self.pieces:
            if piece._fkind == _TEXT and (count := piece.text.count(" ")):
                spaces += count * measured(" ", piece.fontName, piece.fontSize)
        return spaces

    def made(self, room: float, ends: bool) -> Any:
        return theirs.FragLine(
            extraSpace=room - self.width, wordCount=self.count, lineBreak=ends, words=self.pieces,
            fontSize=self.size, ascent=self.ascent, descent=self.descent, maxWidth=room, sFW=self.start,
        )  # fmt: skip


def _space_after(word: Any, size: float) -> float:
    return measured(" ", word[-1][0].fontName, size) if isinstance(word, theirs._HSFrag) else 0
