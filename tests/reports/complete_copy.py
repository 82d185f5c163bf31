"""Complete copies as they are kept, and what people, tools and vandals make of them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Pdf, Stream, String

from questionnaire.assessment import Assessment
from questionnaire.model import Questionnaire
from reports import service
from reports.mark import ANSWERS_NAME
from tests.builders import assessed, everyone_at, shipped, small
from tests.reports.printed import DAY, club, rows_of


def complete(questionnaire: Questionnaire, assessment: Assessment, on: date = DAY) -> bytes:
    """The complete copy with its answers inside."""
    return service.report_pdf(questionnaire, assessment, rows_of(questionnaire.id), on)


@cache
def club_copy() -> bytes:
    return complete(shipped(), club())


@cache
def theatre() -> Assessment:
    """A short report: the small questionnaire, a name with marks that printers dislike."""
    return assessed(small(), name="Théâtre <b>de l’Épi</b> & Cie 🎭", answers=everyone_at(small(), 1))


@cache
def small_copy() -> bytes:
    return complete(small(), theatre())


def saved(document: Pdf, **how: Any) -> bytes:
    out = BytesIO()
    document.save(out, **how)
    return out.getvalue()


def changed(data: bytes, change: Callable[[Pdf], object], **how: Any) -> bytes:
    """The file once `change` was made to it, with its streams left as they are."""
    with pikepdf.open(BytesIO(data)) as document:
        change(document)
        return saved(document, **how)


def retouched(data: bytes, page: int) -> tuple[bytes, str, str]:
    """The file with one digit changed in a score of this page (« 34 à 40 »); what is now read there, what was."""
    with pikepdf.open(BytesIO(data)) as document:
        drawn = re.search(rb"\((\d\d)( [^)]{1,4} \d\d)?\) Tj", document.pages[page - 1].Contents.read_bytes())
    assert drawn
    before = drawn[1]
    now = (b"2" if before.startswith(b"1") else b"1") + before[1:]

    def retouch(document: Pdf) -> None:
        contents = document.pages[page - 1].Contents
        contents.write(contents.read_bytes().replace(drawn[0], drawn[0].replace(before, now, 1), 1))

    return changed(data, retouch), now.decode(), before.decode()


def filespec(document: Pdf) -> Any:
    return document.Root.Names.EmbeddedFiles.Names[1]


def attach(data: bytes, filter: object = None) -> Callable[[Pdf], None]:
    """Put these raw bytes in the place of the answers."""

    def change(document: Pdf) -> None:
        stream = Stream(document, b"")
        stream.write(data, filter=filter, type_check=False)
        filespec(document).EF = Dictionary(F=stream, UF=stream)

    return change


def detach(document: Pdf) -> None:
    del document.Root.Names
    del document.Root.AF


def relabel(keywords: str) -> Callable[[Pdf], None]:
    def change(document: Pdf) -> None:
        document.docinfo["/Keywords"] = keywords

    return change


def marked_without_answers(copy: str) -> bytes:
    def change(document: Pdf) -> None:
        detach(document)
        relabel(f"palier-report/1 {copy} 2026-11-23 0123456789ab")(document)

    return changed(small_copy(), change)


def twice(document: Pdf) -> None:
    document.Root.Names.EmbeddedFiles.Names.extend([String(f"{ANSWERS_NAME} 2"), filespec(document)])


def crowded(document: Pdf) -> None:
    other = document.make_indirect(Dictionary(Type=Name.Filespec, F="autre.txt", EF=filespec(document).EF))
    for i in range(5_000):
        document.Root.Names.EmbeddedFiles.Names.extend([String(f"autre {i}"), other])


def going_round(document: Pdf) -> None:
    node = document.make_indirect(Dictionary())
    node.Kids = pikepdf.Array([node] * 3)
    document.Root.Names.EmbeddedFiles = node


@cache
def zeros(megabytes: int) -> bytes:
    """A Flate stream that unpacks to so many megabytes."""
    packing = zlib.compressobj(9)
    return b"".join(packing.compress(bytes(2**20)) for _ in range(megabytes)) + packing.flush()


def written(*objects: bytes, catalogue: bytes = b"") -> bytes:
    """A PDF written by hand: a catalogue, a tree without page, then these objects from number 3."""
    out, places = BytesIO(), []
    out.write(b"%PDF-1.7\n")
    first = (b"<</Type/Catalog/Pages 2 0 R" + catalogue + b">>", b"<</Type/Pages/Kids[]/Count 0>>")
    for number, text in enumerate((*first, *objects), 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, text))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, table))
    return out.getvalue()
