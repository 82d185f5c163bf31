"""Every sentence of the code that is said in the language of the visit, found where it is used; and the catalogue brought up to date.

`make catalogue` adds to `questionnaire/locale/en.po` the sentences that it lacks, empty, and takes out those that nobody says any more.
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from questionnaire.language import ENGLISH, FOLDER, LOCALES
from questionnaire.typography import tidy

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("questionnaire", "scoring", "workshop", "reports", "storage", "ui")
ROOM_NAMES = frozenset(ROOMS)
# Where words stand in a call: those said at once, and those of objects that are shown later.
TEXTS = {"say": (0,), "later": (0,), "_refusal": (1,), "Role": (1, 2), "Columns": (0,)}
SAID_LATER = {"later": tidy, "_refusal": tidy}
PAIRS = {"counted": (1, 2), "plural": (1, 2)}  # where the two forms of a noun stand in a call
LAST_WORDS = ("et", "ou")  # what `listed` puts before the last of a list

HEAD = """# What Palier says, in English, by the French sentence. `make catalogue` brings it up to date.
# CC BY-SA 4.0, like the texts of the questionnaire.
msgid ""
msgstr ""
"Language: en_GB\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""

Phrase = str | tuple[str, str]


def phrases() -> dict[Phrase, set[str]]:
    """Every sentence said, with the modules that say it."""
    found: dict[Phrase, set[str]] = {word: {"questionnaire/typography.py"} for word in LAST_WORDS}
    for path in _modules():
        for phrase in _said_in(path):
            found.setdefault(phrase, set()).add(path.relative_to(ROOT).as_posix())
    return found


def _modules() -> list[Path]:
    rooms = (path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))
    return [path for path in rooms if "migrations" not in path.parts]


def _said_in(path: Path) -> Iterator[Phrase]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = _names(path, tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known:
            yield from _of_call(node.func.id, node.args, known)


def _of_call(function: str, arguments: list[ast.expr], known: dict[str, Any]) -> Iterator[Phrase]:
    for place in TEXTS.get(function, ()):
        if place < len(arguments):
            yield from map(SAID_LATER.get(function, str), _texts(arguments[place], known))
    if function not in PAIRS or len(arguments) <= 2:
        return
    one, several = (arguments[place] for place in PAIRS[function])
    if isinstance(one, ast.Constant) and isinstance(several, ast.Constant):
        yield str(one.value), str(several.value)


def _texts(said: ast.expr, known: dict[str, Any]) -> Iterator[str]:
    """What `say` may be given there: the words written, and those of the constants named."""
    if isinstance(said, ast.Subscript):
        yield from _texts(said.value, known)
    elif isinstance(said, ast.Name):
        yield from _strings(known.get(said.id))
    elif isinstance(said, ast.Attribute):
        owner = known.get(said.value.id) if isinstance(said.value, ast.Name) else None
        yield from _strings(getattr(owner, said.attr, None) if isinstance(owner, ModuleType) else None)
    elif isinstance(said, ast.Constant):
        yield from _strings(said.value)
    else:
        for part in ast.iter_child_nodes(said):
            if isinstance(part, ast.expr):
                yield from _texts(part, known)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if any(letter.isalpha() for letter in value) or "\u202f" in value:
            yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _strings(one)


def _names(path: Path, tree: ast.Module) -> dict[str, Any]:
    """What the names of a module stand for: its own constants, and what it takes from our other modules."""
    known: dict[str, Any] = {}
    if "screens" not in path.parts and path.name not in ("__main__.py", "main.py"):
        known |= vars(importlib.import_module(path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in ROOM_NAMES:
            source = importlib.import_module(node.module)
            for alias in node.names:
                if not hasattr(source, alias.name):
                    importlib.import_module(f"{node.module}.{alias.name}")
                known[alias.asname or alias.name] = getattr(source, alias.name)
    return known


def catalogue_file() -> Path:
    return FOLDER / f"{ENGLISH}.po"


def update() -> None:
    """Write the catalogue again: the sentences said now, with the translations already there."""
    known: dict[Phrase, Any] = {}
    if catalogue_file().exists():
        with catalogue_file().open("rb") as file:
            known = {m.id: m.string for m in read_po(file, locale=LOCALES[ENGLISH]) if m.id}
    fresh = Catalog(locale=LOCALES[ENGLISH], charset="utf-8")
    for phrase, where in sorted(phrases().items(), key=lambda item: (min(item[1]), str(item[0]))):
        fresh.add(phrase, known.get(phrase), locations=[(module, 0) for module in sorted(where)])
    catalogue_file().parent.mkdir(exist_ok=True)
    with catalogue_file().open("wb") as file:
        file.write(HEAD.encode())  # ours: that of Babel has the day of each writing, and would change for nothing
        write_po(file, fresh, width=0, omit_header=True, include_lineno=False)


if __name__ == "__main__":
    update()
