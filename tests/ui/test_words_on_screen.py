"""The words said to be « on screen » are really written by the pages or by the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from questionnaire.welcome import form_pattern
from tests.builders import shipped

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = "\n".join(
    path.read_text(encoding="utf-8")
    for path in [*sorted((ROOT / "ui").rglob("*.py")), *sorted((ROOT / "reports").glob("*.py"))]
)
FORMS = [form for word in shipped().glossary if word.on_screen for form in word.forms]


@pytest.mark.parametrize("form", FORMS)
def test_a_word_of_the_pages_is_written_there(form: str) -> None:
    assert form_pattern((form,)).search(WRITTEN)
