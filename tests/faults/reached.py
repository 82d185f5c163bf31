"""What one fault is held to, and what was reached: a line of the table."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Reached:
    """`kept`: the promise itself held (nothing lost, nothing false). `figure` is to be read beside `target`."""

    fault: str
    target: str
    figure: str
    kept: bool


def percentile(values: Sequence[float], share: int) -> float:
    """The value under which `share` % of the values are."""
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1] if len(values) > 1 else values[0]
