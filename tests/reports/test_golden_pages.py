"""Five reports kept as they were looked at: their words, their boxes, their greys. `pytest --regenerate` rewrites them.

Words and boxes are exact; greys are means of 8 × 8 pixels at 80 dots an inch, which forgive the noise of a
renderer (up to 7 of 255) and not a change (63 and more).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from questionnaire.answers_file import parse_text
from questionnaire.assessment import Assessment
from reports import service
from tests.builders import assessed, everyone_at, everything_applies, shipped
from tests.reports.printed import DAY, boxes, club, rows_of, text_of

GOLDEN = Path(__file__).parent / "golden"
ASSOCIATIONS = Path(__file__).parent.parent / "associations"
DOTS, BLOCK, NOISE = 80 / 72, 8, 12


def kept(name: str) -> Assessment:
    return parse_text(shipped(), (ASSOCIATIONS / f"{name}.json").read_bytes())


REFERENCES: dict[str, Callable[[], Assessment]] = {
    "club": club,
    "social-centre": lambda: kept("social-centre"),
    "federation": lambda: kept("federation"),
    "nothing": lambda: assessed(shipped()),
    "everything": lambda: assessed(shipped(), answers=everyone_at(shipped(), 3), **everything_applies()),
}
every_reference = pytest.mark.parametrize("name", REFERENCES)


@cache
def printed(name: str) -> bytes:
    return service.report_pdf(shipped(), REFERENCES[name](), rows_of(shipped().id), DAY)


def told(pdf: bytes) -> str:
    """Words page by page, then each drawn box to the nearest point, in the order of drawing."""
    words = "\n".join(f"=== page {i}\n{text}" for i, text in enumerate(text_of(pdf), 1))
    return (
        words
        + "\n=== boxes\n"
        + "\n".join(f"{page} {' '.join(str(round(edge)) for edge in box)}" for page, box in boxes(pdf))
    )


def greys(pdf: bytes) -> np.ndarray:
    """The pages one under the other, one value for each block of 8 × 8 pixels."""
    pages = [page.render(scale=DOTS, grayscale=True).to_numpy().squeeze() for page in pypdfium2.PdfDocument(pdf)]
    return np.vstack([_blocks(page.astype(float)) for page in pages])


def _blocks(page: np.ndarray) -> np.ndarray:
    height, width = (side // BLOCK * BLOCK for side in page.shape)
    return page[:height, :width].reshape(height // BLOCK, BLOCK, width // BLOCK, BLOCK).mean(axis=(1, 3))


@every_reference
def test_words_and_boxes_are_those_kept(name: str, regenerate: bool) -> None:
    path = GOLDEN / f"{name}.txt"
    if regenerate:
        path.write_text(told(printed(name)), encoding="utf-8")
    assert told(printed(name)) == path.read_text(encoding="utf-8")


@every_reference
def test_the_pages_look_as_those_kept(name: str, regenerate: bool) -> None:
    path, now = GOLDEN / f"{name}.png", greys(printed(name))
    if regenerate:
        Image.fromarray(now.round().astype(np.uint8)).save(path)
    before = np.asarray(Image.open(path)).astype(float)
    assert now.shape == before.shape
    assert float(np.abs(now - before).max()) < NOISE
