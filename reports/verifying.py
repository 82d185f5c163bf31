"""« Vérifier un rapport »: print it again from the answers it carries, and compare page by page.

What this shows is narrow, and said with every verdict: that the pages follow the answers. Whoever has Palier
can print a whole report from invented answers; this finds a page retouched, not a lie told to the questionnaire.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from io import BytesIO
from itertools import zip_longest
from typing import Literal

import pikepdf

from questionnaire.assessment import Assessment
from questionnaire.editions import Editions
from questionnaire.errors import AnswersError
from questionnaire.language import say, speaking
from questionnaire.model import Questionnaire
from reports import verifying_words as words
from reports.edition import edition
from reports.extracting import Reading, read
from reports.mark import Mark, read_mark
from reports.pdf_prints import PagePrint, Prints, prints
from reports.service import report_pdf
from scoring.benchmark import Row

Kind = Literal["identical", "differs", "not_comparable"]
CHANGES_MAX = 3  # told for one page
PLACES_MAX = 30  # told in all
COMPARED_MAX = 400  # words between the first and the last that differ: beyond, the passage is told as one


@dataclass(frozen=True, slots=True)
class Place:
    """Where something differs. `pages` count from 1 in the file; none for what is outside of the pages."""

    pages: tuple[int, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`places` may be known even when another edition of Palier forbids to conclude from them."""

    kind: Kind
    sentence: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Words printed from the answers, the words read in their place, and what comes just before."""

    after: tuple[str, ...]
    printed: tuple[str, ...]
    found: tuple[str, ...]


def verify(data: bytes, known: Callable[[], Editions], rows_of: Callable[[Questionnaire], tuple[Row, ...]]) -> Verdict:
    """Whether the pages of a complete copy are those that Palier prints from its own answers, in their own version.

    `known` and `rows_of` are asked in the language of the copy.

    Raises PdfError when the file cannot be read or holds no answers, AnswersError when the attached answers
    are refused for another reason than coming from another questionnaire.
    """
    found = read(data, "pages")
    mark = read_mark(found.keywords)
    if mark is None:
        return Verdict("not_comparable", say(words.NO_DAY))
    with speaking(mark.language):  # printed again in its own language, whoever asks
        editions = known()
        try:
            questionnaire, assessment = editions.read(found.answers)
        except AnswersError as error:
            if any(fault.path == "questionnaire" for fault in error.faults):
                return Verdict("not_comparable", say(words.OTHER_QUESTIONNAIRE))
            raise
        again = _printed_again(questionnaire, assessment, rows_of(questionnaire), mark, editions.known)
    return _verdict(_places(found, again), mark, edition(questionnaire), len(again.pages))


def _printed_again(
    questionnaire: Questionnaire,
    assessment: Assessment,
    rows: tuple[Row, ...],
    mark: Mark,
    known: tuple[Questionnaire, ...],
) -> Prints:
    """The prints of a new report made as on the day of the old one; our own file, read here."""
    with pikepdf.open(BytesIO(report_pdf(questionnaire, assessment, rows, mark.on, known))) as pdf:
        return prints(pdf)


def _verdict(places: tuple[Place, ...], mark: Mark, ours: str, pages: int) -> Verdict:
    if not places:
        return Verdict("identical", words.identical(pages, mark.on))
    if mark.edition != ours:
        return Verdict("not_comparable", say(words.OTHER_EDITION), places[:PLACES_MAX])
    return Verdict("differs", words.differs(len(places)), places[:PLACES_MAX])


def _places(found: Reading, again: Prints) -> tuple[Place, ...]:
    """Every difference: the words page after page, then the drawings, then what is outside of the pages."""
    assert found.prints is not None
    places, redrawn = _in_pages(again.pages, found.prints.pages)
    if redrawn:
        places.append(Place(redrawn, words.redrawn(redrawn)))
    if not places and found.prints.fonts != again.fonts:  # other words would make other fonts
        places.append(Place((), say(words.FONTS)))
    if found.prints.rest != again.rest:
        places.append(Place((), say(words.OUTSIDE)))
    if found.repaired:
        places.append(Place((), say(words.REPAIRED)))
    return tuple(places)


def _in_pages(printed: tuple[PagePrint, ...], found: tuple[PagePrint, ...]) -> tuple[list[Place], tuple[int, ...]]:
    """The places where words differ, and the numbers of the pages with the same words otherwise drawn.

    Pages are paired by what they show, so that a page taken out does not accuse those that follow.
    """
    places: list[Place] = []
    redrawn: list[int] = []
    for a, b in _paired([p.drawing for p in printed], [p.drawing for p in found]):
        if not b:
            places.append(Place((), words.missing_page(a)))
        elif not a:
            places.append(Place((b,), words.added_page(b)))
        elif printed[a - 1].words == found[b - 1].words:
            redrawn.append(b)
        else:
            places += _on_page(b, printed[a - 1].words, found[b - 1].words)
    return places, tuple(redrawn)


def _paired(printed: list[str], found: list[str]) -> Iterator[tuple[int, int]]:
    """Page numbers, ours then theirs, of the pages that differ; 0 where one side has no page."""
    for kind, a, b, i, j in SequenceMatcher(None, printed, found, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from zip_longest(range(a + 1, b + 1), range(i + 1, j + 1), fillvalue=0)


def _on_page(page: int, printed: tuple[str, ...], found: tuple[str, ...]) -> Iterator[Place]:
    changes = list(changed(printed, found))
    yield from (Place((page,), words.changed(page, c.after, c.printed, c.found)) for c in changes[:CHANGES_MAX])
    if len(changes) > CHANGES_MAX:
        yield Place((page,), words.more(page, len(changes) - CHANGES_MAX))


def changed(printed: tuple[str, ...], found: tuple[str, ...]) -> Iterator[Change]:
    """The words that differ, in order. A long passage, which would take long to compare, is one change."""
    start = _common(printed, found)
    end = _common(printed[start:][::-1], found[start:][::-1])
    ours, theirs = printed[start : len(printed) - end], found[start : len(found) - end]
    if max(len(ours), len(theirs)) > COMPARED_MAX:
        yield Change(printed[:start], ours, theirs)
        return
    for kind, a, b, i, j in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(printed[: start + a], ours[a:b], theirs[i:j])


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many words are the same from the start."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
