"""What is installed on a public site: every requirement at its version, every file with its hash, every licence known."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
BILL = json.loads((ROOT / "docs" / "sbom.cdx.json").read_text(encoding="utf-8"))
LOCKED = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", LOCK, flags=re.MULTILINE))
PINNED = re.findall(
    r"^([\w.-]+)(?:\[[\w,]+\])?==(\S+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"), flags=re.MULTILINE
)


def normal(name: str) -> str:
    """PyPI's own spelling of a name."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize(("name", "version"), PINNED, ids=[name for name, _ in PINNED])
def test_a_requirement_is_locked_at_its_version(name: str, version: str) -> None:
    assert LOCKED.get(normal(name)) == version, "lancez make lock, puis make sbom"


def test_the_lock_has_more_than_what_we_ask_for() -> None:
    assert len(LOCKED) > len(PINNED) > 15


def test_every_line_of_the_lock_has_its_hash() -> None:
    entries = re.split(r"\n(?=\S)", re.sub(r"^#.*\n|^ +#.*\n", "", LOCK, flags=re.MULTILINE).strip())
    whole = re.compile(r"[\w.-]+==\S+(?: ; [^\\\n]+)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\\n|$))+")
    assert [entry.splitlines()[0] for entry in entries if not whole.fullmatch(entry)] == []
    assert len(entries) == len(LOCKED)


def test_the_lock_names_no_other_source() -> None:
    assert re.findall(r"--(?:index|extra-index|find-links|trusted)\S*|https?://\S+|file:\S+", LOCK) == []


def test_the_bill_of_materials_is_that_of_the_lock() -> None:
    told = {normal(component["name"]): component["version"] for component in BILL["components"]}
    assert (BILL["bomFormat"], BILL["specVersion"]) == ("CycloneDX", "1.6")
    assert told == LOCKED, "lancez make lock, puis make sbom"


def test_every_component_has_its_licence_and_its_address() -> None:
    assert [c["name"] for c in BILL["components"] if not any(_words(one) for one in c.get("licenses", []))] == []
    assert [c["name"] for c in BILL["components"] if c["purl"] != f"pkg:pypi/{normal(c['name'])}@{c['version']}"] == []


def _words(licence: dict[str, dict[str, str] | str]) -> str:
    one = licence.get("license", {})
    return str(licence.get("expression", "")) or (
        str(one.get("id") or one.get("name", "")) if isinstance(one, dict) else ""
    )
