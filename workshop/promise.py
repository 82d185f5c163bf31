"""What one person leaves a workshop with: one action, one date, one name. Gone with the workshop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

ACTION_MAX, WHO_MAX = 200, 60


@dataclass(frozen=True, slots=True)
class Promise:
    """`who` is a first name or a function."""

    action: str
    on: date
    who: str
