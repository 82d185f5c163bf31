"""All the rows of a database: counted, fingerprinted, and poured into another one, whichever of the two kinds it is.

Rows go by in batches: a database larger than the memory is copied all the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, Text, collate, func, select

from questionnaire.typography import counted, listed
from storage.encoding import utc
from storage.schema import assessment, change, deleted, entry, link, metadata, review, room

_BATCH = 1000
_TOLD = (
    (assessment, "diagnostic", "diagnostics"),
    (entry, "valeur", "valeurs"),
    (link, "lien", "liens"),
    (change, "valeur passée", "valeurs passées"),
    (review, "relecture", "relectures"),
    (room, "atelier", "ateliers"),
    (deleted, "effacement ou retrait retenu", "effacements ou retraits retenus"),
)


@dataclass(frozen=True)
class Proof:
    """What a database holds: rows by table, and one SHA-256 over all of them, the same in both kinds of database."""

    counts: dict[str, int]
    fingerprint: str

    def __str__(self) -> str:
        return f"{told(self.counts)} ; empreinte {self.fingerprint}"


def told(counts: dict[str, int]) -> str:
    """`2 diagnostics, 40 valeurs, 2 liens…`."""
    return listed([counted(counts[table.name], one, many) for table, one, many in _TOLD])


def count(connection: Connection) -> dict[str, int]:
    """Rows by table."""
    return {
        table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in metadata.sorted_tables
    }


def prove(connection: Connection) -> Proof:
    """Read every row once, in the order of its key."""
    counts, digest = {}, hashlib.sha256()
    for table in sorted(metadata.tables.values(), key=lambda one: one.name):
        digest.update(f"{table.name}\n".encode())
        counts[table.name] = 0
        for batch in _batches(connection, table):
            counts[table.name] += len(batch)
            for row in batch:
                digest.update(_line(row))
    return Proof(counts, digest.hexdigest())


def pour(
    source: Connection, target: Connection, tables: Sequence[Table], gone: Container[str] = frozenset()
) -> dict[str, int]:
    """Copy the rows of these tables, but those of assessments that are `gone`; rows written, by table."""
    written = {}
    for table in tables:
        owner = "id" if table is assessment else "assessment_id"
        written[table.name] = 0
        for batch in _batches(source, table):
            rows = [row._asdict() for row in batch]
            rows = [row for row in rows if row.get(owner) not in gone]
            if rows:
                target.execute(table.insert(), rows)
            written[table.name] += len(rows)
    return written


def _batches(connection: Connection, table: Table) -> Iterator[Sequence[Any]]:
    order = [_by_bytes(connection, column) for column in table.primary_key]
    result = connection.execute(select(table).order_by(*order), execution_options={"yield_per": _BATCH})
    return result.partitions()


def _by_bytes(connection: Connection, column: Column[Any]) -> Any:
    """PostgreSQL sorts text by the rules of a language, SQLite by its bytes: both are asked for the bytes."""
    bytewise = connection.dialect.name == "postgresql" and isinstance(column.type, Text)
    return collate(column, "C") if bytewise else column


def _line(row: Sequence[Any]) -> bytes:
    cells = [utc(cell).isoformat() if isinstance(cell, datetime) else cell for cell in row]
    return json.dumps(cells).encode() + b"\n"
