"""A name typed by anybody never leads a file out of its folder, nor breaks a header."""

from __future__ import annotations

import re
from datetime import date

import pytest

from questionnaire.assessment import Assessment
from tests.faults.naughty import STRINGS
from ui.making import file_name

DAY = date(2026, 11, 24)
OUTSIDE = (
    "../../etc/passwd",
    "..\\..\\x",
    "a/b",
    "C:\\x",
    "nom\r\nSet-Cookie: a=b",
    'a"; filename="b',
    "\x00",
    ".",
    "CON",
)


@pytest.mark.parametrize(
    "text", [*OUTSIDE, *STRINGS], ids=lambda text: repr(text)[:24].encode("ascii", "replace").decode()
)
def test_a_file_is_named_with_letters_digits_and_dashes(text: str) -> None:
    named = Assessment("q", "1").put("head", "name", text)
    assert re.fullmatch(r"palier-(?:[a-z0-9-]{1,40}-)?2026-11-24\.pdf", file_name(named, DAY, "pdf"))


def test_an_ordinary_name_is_still_recognised() -> None:
    named = Assessment("q", "1").put("head", "name", "L’Été à Saint-Étienne")
    assert file_name(named, DAY, "pdf", "Financeur") == "palier-financeur-lete-a-saint-etienne-2026-11-24.pdf"
