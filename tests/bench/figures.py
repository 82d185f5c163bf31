"""What a bench reached, beside its target: one line of the table that `make bench` prints."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass

import psutil

from tests.faults.reached import percentile


@dataclass(frozen=True)
class Figure:
    """A figure, its target and what was reached, in words; `kept` is None where there is nothing to judge."""

    name: str
    target: str
    reached: str
    kept: bool | None = None


def table(figures: Iterable[Figure]) -> str:
    """One line each, in columns; « non » where the target is missed."""
    rows = [("mesure", "cible", "atteint", "")]
    rows += [(f.name, f.target, f.reached, {True: "oui", False: "non", None: ""}[f.kept]) for f in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def milliseconds(values: list[float]) -> str:
    """Median, 95th and 99th centile of values in seconds."""
    return " / ".join(f"{1000 * percentile(values, rank):.0f}" for rank in (50, 95, 99))


def cpu_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def busy() -> str:
    """How loaded the computer is: a figure taken beside other work says less."""
    return f"charge {os.getloadavg()[0]:.1f} sur {os.cpu_count()} cœurs"
