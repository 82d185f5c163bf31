"""Office files are zip archives that note the minute they were made: here the same content gives the same bytes."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_NOON = 12


def noon(on: date) -> datetime:
    """The one hour written in files dated on a day."""
    return datetime(on.year, on.month, on.day, _NOON)


def settled(archive: bytes, on: date) -> bytes:
    """The archive with every entry dated on the day `on`, entries in their order."""
    settled_bytes = BytesIO()
    with ZipFile(BytesIO(archive)) as made, ZipFile(settled_bytes, "w", ZIP_DEFLATED) as kept:
        for name in made.namelist():
            entry = ZipInfo(name, noon(on).timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            kept.writestr(entry, made.read(name))
    return settled_bytes.getvalue()
