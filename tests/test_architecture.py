"""The drawing of the rooms, executed: who imports whom, who owns which library, and the habits a machine can check."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.builders import shipped

ROOT = Path(__file__).resolve().parent.parent
MAY_IMPORT = {
    "questionnaire": set(),
    "scoring": {"questionnaire"},
    "workshop": {"questionnaire"},
    "reports": {"scoring", "questionnaire", "workshop"},
    "storage": {"questionnaire", "workshop"},
    "ui": {"reports", "storage", "scoring", "questionnaire", "workshop"},
    "app.py": {"ui", "reports", "storage", "scoring", "questionnaire", "workshop"},
}
OWNERS = {
    "streamlit": {"ui", "app.py"},
    "plotly": {"ui"},
    "starlette": {"ui", "app.py"},
    "reportlab": {"reports"},
    "pikepdf": {"reports"},
    "pypdfium2": {"reports"},
    "docx": {"reports"},
    "openpyxl": {"reports"},
    "xlsxwriter": {"reports"},
    "segno": {"ui", "reports"},
    "babel": {"questionnaire"},
    "yaml": {"questionnaire"},
    "sqlalchemy": {"storage"},
    "alembic": {"storage"},
    "psycopg": {"storage"},
    "pandas": {"reports", "ui"},
    "highspy": {"scoring"},
    "pydantic_settings": {"questionnaire"},
}
LONGEST_MODULE, LONGEST_FUNCTION = 200, 40
READS_ENVIRONMENT = {"questionnaire/settings.py", "ui/serve.py"}


@cache
def modules() -> list[Path]:
    rooms = [ROOT / name for name in MAY_IMPORT if (ROOT / name).is_dir()]
    return [ROOT / "app.py", *(path for room in rooms for path in sorted(room.rglob("*.py")))]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Full dotted names imported anywhere in the module; relative imports are spelt out as faults."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def every_module(rule: Callable[[Path], None]) -> Callable[[], None]:
    """One test for all modules, not one each: those that break the rule are all named, with what they break."""

    def holds_everywhere() -> None:
        broken = {name_of(path): said for path in modules() if (said := broken_by(path))}
        assert not broken, "\n" + "\n".join(f"{name} : {said}" for name, said in broken.items())

    def broken_by(path: Path) -> str:
        try:
            rule(path)
        except AssertionError as broken:
            return str(broken) or "la règle n’est pas tenue"
        return ""

    holds_everywhere.__name__ = rule.__name__
    return holds_everywhere


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_every_room_of_the_drawing_is_there(room: str) -> None:
    assert room in {room_of(path) for path in modules()}


@every_module
def test_a_room_imports_only_the_rooms_below_it(path: Path) -> None:
    room = room_of(path)
    rooms = {name.split(".")[0] for name in imported(path)} & set(MAY_IMPORT)
    assert rooms - {room} <= MAY_IMPORT[room]


@every_module
def test_nothing_imports_the_tests_or_by_relative_path(path: Path) -> None:
    assert [name for name in imported(path) if name.startswith(".") or name.split(".")[0] in ("tests", "app")] == []


@every_module
def test_a_library_is_imported_only_by_its_owner(path: Path) -> None:
    libraries = {name.split(".")[0] for name in imported(path)} & set(OWNERS)
    assert [library for library in sorted(libraries) if room_of(path) not in OWNERS[library]] == []


@every_module
def test_settings_have_one_module(path: Path) -> None:
    used = "pydantic_settings" in {name.split(".")[0] for name in imported(path)}
    assert not used or name_of(path) == "questionnaire/settings.py"


@every_module
def test_session_state_is_touched_in_one_file(path: Path) -> None:
    touched = any(isinstance(node, ast.Attribute) and node.attr == "session_state" for node in ast.walk(tree_of(path)))
    assert not touched or name_of(path) == "ui/session.py"


@every_module
def test_the_environment_is_read_in_two_files(path: Path) -> None:
    read = {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    read |= {
        f"os.{alias.name}"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and node.module == "os"
        for alias in node.names
    }
    assert not read & {"os.environ", "os.getenv", "os.environb", "os.putenv"} or name_of(path) in READS_ENVIRONMENT


@every_module
def test_a_module_fits_in_two_hundred_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@every_module
def test_a_function_fits_in_forty_lines(path: Path) -> None:
    functions = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions if f.end_lineno - f.lineno + 1 > LONGEST_FUNCTION}
    assert long == {}


def content_ids() -> set[str]:
    """The hand-written ids of the shipped content that look like a code: C41, X03, X03B, P12, R11."""
    content = shipped()
    ids = {*content.question_by_id, *content.field_by_id, *content.action_by_id}
    return {name for name in ids if re.fullmatch(r"[A-Z]\d\d[A-Z]?", name)}


ANY_ID = re.compile(r"\b(?:" + "|".join(sorted(content_ids())) + r")\b")


def strings(path: Path) -> Iterator[str]:
    """Every text of the module but its docstrings, which people read."""
    tree = tree_of(path)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def test_the_content_has_ids_to_look_for() -> None:
    assert {"C41", "X03", "X03B", "P12", "R11", "A32"} <= content_ids()


@every_module
def test_no_room_names_an_id_of_the_content(path: Path) -> None:
    assert [text for text in strings(path) if ANY_ID.search(text)] == []


@every_module
def test_no_page_injects_markup(path: Path) -> None:
    calls = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.keyword) and n.arg == "unsafe_allow_html"]
    assert calls == []


def test_no_folder_of_the_tests_shadows_a_room() -> None:
    assert sorted(name_of(path) for path in (ROOT / "tests").rglob("__init__.py")) == []


@every_module
def test_a_module_opens_on_why_it_exists(path: Path) -> None:
    assert ast.get_docstring(tree_of(path)) or not path.read_text(encoding="utf-8").strip()
