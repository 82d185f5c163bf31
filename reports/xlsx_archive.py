"""What a stranger's workbook is made of, looked at before anything is parsed: a zip archive that may be a bomb.

Only the few parts that hold the text of cells are handed on; styles, pictures, links and formulas' caches never
reach a parser. Runs in the child process of `xlsx_extracting`.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from reports.child import SIZE_MAX, RefusalError

Reason = Literal[
    "empty", "not_xlsx", "old", "too_big", "encrypted", "macros", "bomb", "crowded", "heavy", "foreign", "stripped",
    "damaged", "changed", "long_answers", "slow", "busy",
]  # fmt: skip
ENTRIES_MAX = 60
UNPACKED_MAX = 20 * 2**20  # bytes, of all entries together
RATIO_MAX = 50  # bytes for one; below the size of an upload, an entry costs no more than if it came unpacked
ELEMENTS_MAX = 300_000  # « < » in all parts read: a workbook of Palier has about 20,000
NAME_MAX = 200
ENCRYPTED = 0x1  # a flag of an entry
CONTENT_TYPES, BOOK = "[Content_Types].xml", "xl/workbook.xml"
READ = re.compile(
    r"\[Content_Types\]\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels|xl/sharedStrings\.xml"
    r"|xl/worksheets/[\w-]+\.xml"
)
_SANE = re.compile(r"(?!/)(?!.*(?:^|/)\.\.(?:/|$))[^\\:\x00-\x1f\x7f]+")
_DECLARED = re.compile(r"\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([^\"']*)[\"']")
_MACROS = re.compile(r"vbaproject|macrosheets|\.bas$", re.IGNORECASE)


def texts_of(data: bytes) -> BytesIO:
    """A small archive with nothing but the parts to be read, each of them checked. Raises RefusalError."""
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        _check_directory(entries, len(data))
        names = {entry.filename for entry in entries}
        if not {CONTENT_TYPES, BOOK} <= names:
            raise RefusalError("not_xlsx")
        parts = {name: archive.read(name) for name in sorted(names) if READ.fullmatch(name)}
    if any(map(_MACROS.search, names)) or b"macroEnabled" in parts[CONTENT_TYPES]:
        raise RefusalError("macros")
    return _kept(parts)


def _check_directory(entries: list[ZipInfo], size: int) -> None:
    """By what the archive says of itself: zipfile never unpacks more of an entry than it announces."""
    if len(entries) > ENTRIES_MAX:
        raise RefusalError("crowded")
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise RefusalError("encrypted")
    if sum(entry.file_size for entry in entries) > UNPACKED_MAX or any(map(_swells, entries)):
        raise RefusalError("bomb")
    names = {entry.orig_filename.lower() for entry in entries}
    sane = all(_SANE.fullmatch(name) and len(name) <= NAME_MAX for name in names)
    packed = all(entry.compress_type in (ZIP_STORED, ZIP_DEFLATED) for entry in entries)
    shared = sum(entry.compress_size for entry in entries) > size  # entries that overlap
    if len(names) < len(entries) or not sane or not packed or shared:
        raise RefusalError("damaged")


def _swells(entry: ZipInfo) -> bool:
    return entry.file_size > max(SIZE_MAX, RATIO_MAX * entry.compress_size)


def _kept(parts: dict[str, bytes]) -> BytesIO:
    elements = sum(part.count(b"<") for part in parts.values())
    if elements > ELEMENTS_MAX:
        raise RefusalError("heavy")
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_STORED) as archive:
        for name, part in parts.items():
            _check_xml(part.decode("utf-8-sig"))
            archive.writestr(name, part)
    return kept


def _check_xml(text: str) -> None:
    """UTF-8 whatever it declares, so that no other reading of it holds what is refused here: entities."""
    declared = _DECLARED.match(text)
    if (declared and declared[1].lower() != "utf-8") or "\0" in text or "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise RefusalError("damaged")
