"""Which Palier printed a report, without anybody having to number it.

A report printed by another edition may differ from a new one for honest reasons (a corrected sentence, a
moved line): verifying says so instead of accusing.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

import reportlab

from questionnaire.model import Questionnaire

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("questionnaire", "scoring", "reports")
KINDS = (".py", ".yaml", ".ttf", ".po")
LENGTH = 12


def edition(questionnaire: Questionnaire) -> str:
    """12 hexadecimal digits that change with the code, the fonts, the published figures or the questionnaire."""
    return sha256(f"{_program()} {questionnaire.model_dump_json()}".encode()).hexdigest()[:LENGTH]


@cache
def _program() -> str:
    """The print of every file that decides what is printed; line endings do not count."""
    seen = sha256(f"reportlab {reportlab.Version}".encode())
    for path in _files():
        seen.update(f"\0{path.relative_to(ROOT).as_posix()}\0".encode())
        seen.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return seen.hexdigest()


def _files() -> list[Path]:
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*") if path.suffix in KINDS)
