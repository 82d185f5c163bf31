"""What is asked of `python -m reports`, understood or refused in one French sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import get_args

from questionnaire.errors import PalierError
from questionnaire.language import FRENCH, LANGUAGES
from reports import copies
from reports.copies import Copy

USAGE = """Usage : python -m reports RÉPONSES.json -o PLAN.pdf [--copy complete|funder|page]
            [--include axes,levels,protect,benchmark,plan,request,evidence,workshop,change] [--date AAAA-MM-JJ]
            [--xlsx FICHIER] [--docx FICHIER] [--html FICHIER] [--lang fr|en]
        python -m reports DOSSIER/*.json -o DOSSIER/ [--jobs 2]
        python -m reports extract RAPPORT.pdf    les réponses que porte un rapport complet, ou un classeur (.xlsx)
        python -m reports verify RAPPORT.pdf     le rapport suit-il ses réponses ?
Sans --date, à la date du jour. --copy funder ne contient que les parties de --include (levels,plan,request d’office)."""
OPTIONS = ("-o", "--copy", "--include", "--date", "--xlsx", "--docx", "--html", "--jobs", "--lang")
JOBS_MAX = 16


class UsageError(Exception):
    """The command line is not understood; the message is a French sentence, or the usage."""


@dataclass(frozen=True, slots=True)
class Wish:
    """`output` is a file for one answers file, a folder for several; `others` are paths by kind of export."""

    answers: tuple[Path, ...]
    output: Path | None
    on: date
    copy: Copy = "complete"
    parts: frozenset[str] = frozenset(copies.USUAL)
    others: dict[str, Path] = field(default_factory=dict)
    jobs: int = 1
    language: str = FRENCH


def understand(arguments: list[str], today: date) -> Wish:
    """What is asked for. Raises UsageError."""
    files, said = _sorted_out(arguments)
    others = {kind: Path(said[f"--{kind}"]) for kind in ("xlsx", "docx", "html") if f"--{kind}" in said}
    output = Path(said["-o"]) if "-o" in said else None
    if not files or (output is None and not others) or (len(files) > 1 and (output is None or others)):
        raise UsageError(USAGE)
    if len({Path(name).stem for name in files}) < len(files):
        raise UsageError(f"Deux fichiers portent le même nom : leurs rapports s’écraseraient.\n{USAGE}")
    return Wish(
        tuple(map(Path, files)),
        output,
        _day(said["--date"]) if "--date" in said else today,
        _copy(said.get("--copy", "complete")),
        _parts(said["--include"]) if "--include" in said else frozenset(copies.USUAL),
        others,
        _jobs(said.get("--jobs", "1")),
        _language(said.get("--lang", FRENCH)),
    )


def _sorted_out(arguments: list[str]) -> tuple[list[str], dict[str, str]]:
    files: list[str] = []
    said: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word not in OPTIONS:
            if word.startswith("-"):
                raise UsageError(f"Option « {word} » inconnue.\n{USAGE}")
            files.append(word)
        elif word in said or not rest or rest[0] in OPTIONS:
            raise UsageError(f"« {word} » attend une valeur, une seule fois.\n{USAGE}")
        else:
            said[word] = rest.pop(0)
    return files, said


def _copy(text: str) -> Copy:
    for known in get_args(Copy):
        if text == known:
            return known  # type: ignore[no-any-return]
    raise UsageError(f"« {text} » : exemplaire inconnu ; écrivez {', '.join(get_args(Copy))}.\n{USAGE}")


def _parts(text: str) -> frozenset[str]:
    try:
        return copies.parts(text)
    except PalierError as error:
        raise UsageError(f"{error}\n{USAGE}") from None


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= JOBS_MAX:
        raise UsageError(f"« {text} » : écrivez un nombre de 1 à {JOBS_MAX} après --jobs.\n{USAGE}")
    return int(text)


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise UsageError(f"« {text} » : langue inconnue ; écrivez {' ou '.join(LANGUAGES)}.\n{USAGE}")
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"« {text} » n’est pas une date ; écrivez par exemple 2026-11-23.\n{USAGE}") from None
