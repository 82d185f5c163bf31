"""What is looked up in a stranger's PDF, each thing with a limit. Runs in the child process of `extracting`.

Anything out of shape raises whatever it raises: the child turns it into « abîmé ». What is too large or
has a sentence of its own raises `RefusalError`.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import md5
from io import BytesIO
from typing import Any, Literal

import pikepdf

from questionnaire.answers_json import SIZE_MAX as ANSWERS_MAX
from reports.child import RefusalError
from reports.mark import ANSWERS_NAME, read_mark

Reason = Literal[
    "empty", "not_pdf", "too_big", "encrypted", "foreign", "stripped", "funder", "page", "damaged", "heavy",
    "crowded", "several", "long_answers", "slow", "busy",
]  # fmt: skip
OBJECTS_MAX = 20_000  # a report has about 150
NODES_MAX = 64  # of the tree that lists the attachments
ATTACHMENTS_MAX = 50
TOLD_MAX = 1_000  # characters of a title or of keywords


@dataclass(slots=True)
class Opened:
    """A document being read."""

    pdf: pikepdf.Pdf
    mended: bool = False

    def repaired(self) -> bool:
        """Whether anything read so far was out of place and had to be guessed; qpdf tells each warning once."""
        self.mended = bool(self.pdf.get_warnings()) or self.mended
        return self.mended


def opened(data: bytes) -> Opened:
    """The document, opened without a password. Raises RefusalError or pikepdf's own errors."""
    try:
        pdf = pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError:
        raise RefusalError("encrypted") from None
    if pdf.is_encrypted:
        raise RefusalError("encrypted")
    if int(pdf.trailer.get("/Size", 0)) > OBJECTS_MAX:
        raise RefusalError("heavy")
    return Opened(pdf)


def told(pdf: pikepdf.Pdf, key: str) -> str:
    """What the document says of itself under `key`, such as `/Title`; empty when it says nothing."""
    about: Any = pdf.trailer.get("/Info")
    return "" if about is None else str(about.get(key, ""))[:TOLD_MAX]


def answers(document: Opened) -> str:
    """The text of the attached answers file. Raises RefusalError."""
    found = [spec for spec in _attachments(document.pdf) if ANSWERS_NAME in (_text(spec, "/UF"), _text(spec, "/F"))]
    if len(found) > 1:
        raise RefusalError("several")
    if not found:
        raise RefusalError("damaged" if document.repaired() else _without_answers(document.pdf))
    files = found[0]["/EF"]
    stream = files.get("/UF", files.get("/F"))
    data = unpacked(stream, ANSWERS_MAX, "long_answers")
    checksum = stream.get("/Params", {}).get("/CheckSum")
    whole = checksum is None or bytes(checksum) == md5(data, usedforsecurity=False).digest()
    if document.repaired() and not whole:
        raise RefusalError("damaged")
    return data.decode("utf-8")


def unpacked(stream: Any, most: int, reason: Reason) -> bytes:
    """The bytes of a stream, never more than `most`.

    What Palier writes, plain or Flate, is unpacked step by step; another tool's packing is left to qpdf, within
    the limits of the process. Raises RefusalError, or pikepdf.PdfError for the packing of an image.
    """
    if packing(stream) == ():
        return _within(bytes(stream.read_raw_bytes()), most, reason)
    if packing(stream) != ("/FlateDecode",):
        return _within(bytes(stream.read_bytes()), most, reason)
    raw, unpacking = bytes(stream.read_raw_bytes()), zlib.decompressobj()
    data = _within(unpacking.decompress(raw, most + 1), most, reason)
    if raw and not unpacking.eof:
        raise RefusalError("damaged")
    return data


def packing(stream: Any) -> tuple[str, ...]:
    """The filters of a stream; one with parameters is told apart."""
    filters = stream.get("/Filter", [])
    named = (filters,) if isinstance(filters, pikepdf.Name) else tuple(filters)
    return (*map(str, named), *(("parameters",) if "/DecodeParms" in stream else ()))


def _within(data: bytes, most: int, reason: Reason) -> bytes:
    if len(data) > most:
        raise RefusalError(reason)
    return data


def _attachments(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """The file specifications of the document's name tree."""
    named: Any = pdf.Root.get("/Names")
    waiting: list[Any] = [] if named is None else [named.get("/EmbeddedFiles", {})]
    nodes = files = 0
    while waiting:
        node = waiting.pop()
        kids, names = node.get("/Kids", []), node.get("/Names", [])
        nodes, files = nodes + 1 + len(kids), files + len(names) // 2
        if nodes > NODES_MAX or files > ATTACHMENTS_MAX:
            raise RefusalError("crowded")
        waiting += list(kids)
        yield from (names[i] for i in range(1, len(names), 2))


def _text(spec: Any, key: str) -> str:
    return str(spec.get(key, ""))


def _without_answers(pdf: pikepdf.Pdf) -> Reason:
    """Why there is nothing to reopen: another tool's file, a copy made without answers, or answers taken out."""
    mark = read_mark(told(pdf, "/Keywords"))
    if mark is None:
        return "foreign"
    return "stripped" if mark.copy == "complete" else mark.copy
