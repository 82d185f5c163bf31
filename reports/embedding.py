"""The answers file carried inside the complete PDF: the copy one keeps is also the file one reopens.

ReportLab has no call for attachments. They are plain objects of its document, written in its own pass when
the canvas is saved: no second reading of the file, the same bytes for the same answers. `_doc` and the lists
of the catalogue are private: ReportLab is pinned and `tests/reports/test_embedding.py` reads the result back.
"""

from __future__ import annotations

from hashlib import md5

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from questionnaire.language import say
from questionnaire.typography import tidy
from reports.mark import ANSWERS_NAME, Mark

MIME = "/application#2Fjson"  # as PDF spells it; ReportLab's own names leave the slash as it is
ABOUT = tidy("Vos réponses à l’auto-diagnostic : ouvrez ce PDF dans Palier pour les retrouver.")
PDF_VERSION = (1, 7)  # the first that names an attachment in any alphabet


def sign(canvas: Canvas, mark: Mark) -> None:
    """Write the mark of a copy; to be called before the canvas is saved."""
    canvas.setKeywords(str(mark))


def embed(canvas: Canvas, text: str, mark: Mark) -> None:
    """Sign the complete copy and attach its answers file; to be called once, before the canvas is saved.

    `text` is what `answers_file.export_text` wrote. A lone surrogate, which no page prints, is left out.
    """
    sign(canvas, mark)
    document = canvas._doc
    document._pdfVersion = max(document._pdfVersion, PDF_VERSION)
    stream = document.Reference(_stream(text.encode("utf-8", "ignore"), mark))
    filespec = document.Reference(_filespec(stream))
    catalogue = document.Catalog
    named = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray([pdfdoc.PDFString(ANSWERS_NAME), filespec])})
    catalogue.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": named})
    catalogue.AF = pdfdoc.PDFArray([filespec])
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "AF"]


def _stream(data: bytes, mark: Mark) -> pdfdoc.PDFStream:
    """The file itself, with its size, its day and the print by which a damaged one is known."""
    checksum = md5(data, usedforsecurity=False).digest()
    params = {
        "Size": len(data),
        "ModDate": pdfdoc.PDFString(f"D:{mark.on:%Y%m%d}"),
        "CheckSum": pdfdoc.PDFText(checksum, enc="raw"),
    }
    head = {
        "Type": pdfdoc.PDFName("EmbeddedFile"),
        "Subtype": MIME,
        "Params": pdfdoc.PDFDictionary(params),
    }
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(head), data, filters=[pdfdoc.PDFZCompress])


def _filespec(stream: pdfdoc.PDFObjectReference) -> pdfdoc.PDFDictionary:
    name = pdfdoc.PDFString(ANSWERS_NAME)
    return pdfdoc.PDFDictionary({
        "Type": pdfdoc.PDFName("Filespec"),
        "F": name,
        "UF": name,
        "Desc": pdfdoc.PDFString(say(ABOUT)),
        "AFRelationship": pdfdoc.PDFName("Source"),
        "EF": pdfdoc.PDFDictionary({"F": stream, "UF": stream}),
    })  # fmt: skip
