"""The page of promises names tests that exist: a test renamed or removed shows here."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "promesses.md"
_CITED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
CITED = sorted(set(_CITED.findall(PAGE.read_text(encoding="utf-8"))))


def test_every_promise_has_a_test() -> None:
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    heads = ("| Ce qui menace", "| Panne", "| Promesse")
    rows = [line for line in lines if not line.startswith(heads)]
    assert len(rows) == 34
    assert [row for row in rows if not _CITED.search(row)] == []


@pytest.mark.parametrize("file", sorted({file for file, _ in CITED}))
def test_every_test_cited_exists(file: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    there = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert {name for of, name in CITED if of == file} - there == set()
