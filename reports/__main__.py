"""`python -m reports`: reports of answers files, answers of reports, for coaches and hosts. See `command.USAGE`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from questionnaire.errors import AnswersError, PalierError
from questionnaire.language import speaking
from reports import batch, service
from reports.command import USAGE, UsageError, Wish, understand

# The other libraries (pikepdf, openpyxl, python-docx) are loaded by what needs them: a batch of PDFs does not wait.


def main(arguments: list[str], today: date) -> int:
    """0 done, 1 faulty input, 2 wrong usage. Messages go to standard error."""
    try:
        return _obey(arguments, today)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except AnswersError as error:
        print(*error.faults, sep="\n", file=sys.stderr)
    except PalierError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"« {error.filename} » : fichier illisible ou impossible à écrire.", file=sys.stderr)
    return 1


def _obey(arguments: list[str], today: date) -> int:
    match arguments:
        case ["extract", path]:
            sys.stdout.write(_extracted(Path(path)))
            return 0
        case ["verify", path]:
            return _verify(Path(path))
        case ["extract" | "verify", *_]:
            raise UsageError(USAGE)
    wish = understand(arguments, today)
    if wish.output and (len(wish.answers) > 1 or wish.output.is_dir() or str(wish.output).endswith("/")):
        return int(batch.many(wish, wish.output) > 0)
    write(wish)
    return 0


def write(wish: Wish) -> None:
    """Make everything, then write: a refused input leaves no half-made file."""
    [answers] = wish.answers
    files = {wish.output: batch.one(wish, answers)} if wish.output else {}
    with speaking(wish.language):
        files |= _others(wish, answers)
    for path, data in files.items():
        path.write_bytes(data)


def _others(wish: Wish, answers: Path) -> dict[Path, bytes]:
    if not wish.others:
        return {}
    from reports.web_page import build_html
    from reports.word import build_docx
    from reports.workbook import build_workbook

    case = service.case_of(*batch.read(answers), wish.on, batch.known().known)
    report = service.report_of(case)
    make = {
        "xlsx": lambda: build_workbook(report, case),
        "docx": lambda: build_docx(report, wish.on),
        "html": lambda: build_html(report, wish.on).encode(),
    }
    return {path: make[kind]() for kind, path in wish.others.items()}


def _extracted(path: Path) -> str:
    from reports.reopening import answers_in

    found = answers_in(path.name, path.read_bytes())
    if isinstance(found, bytes):
        raise PalierError(f"« {path.name} » n’est ni un rapport (PDF) ni un classeur (XLSX) de Palier.")
    return found


def _verify(path: Path) -> int:
    """0 only when every page is what the answers inside give."""
    from reports.verifying import verify
    from reports.verifying_words import PROVES

    verdict = verify(path.read_bytes(), batch.known, batch.rows_of)
    print(verdict.sentence, *(place.sentence for place in verdict.places), PROVES, sep="\n")
    return int(verdict.kind != "identical")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], date.today()))
