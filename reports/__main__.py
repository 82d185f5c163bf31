"""`python -m reports ANSWERS.json -o PLAN.pdf`: the report of one answers file, for coaches and hosts."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from questionnaire.answers_file import parse_text
from questionnaire.errors import AnswersError, ContentError
from questionnaire.loading import SHIPPED, load
from questionnaire.settings import Settings
from reports.service import report_pdf
from scoring.benchmark import load_rows

USAGE = """Usage : python -m reports RÉPONSES.json -o PLAN.pdf [--date AAAA-MM-JJ]
        écrit le rapport complet d’un fichier de réponses ; sans --date, à la date du jour"""
LATER = ("--copy", "--include", "--xlsx", "--docx", "--html", "extract", "verify")


class UsageError(Exception):
    """The command line is not understood; the message is a French sentence, or the usage."""


@dataclass(frozen=True, slots=True)
class Wish:
    answers: Path
    output: Path
    on: date


def main(arguments: list[str], today: date) -> int:
    """0 done, 1 faulty input, 2 wrong usage. Messages go to standard error."""
    try:
        wish = understand(arguments, today)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        write(wish)
    except AnswersError as error:
        print(*error.faults, sep="\n", file=sys.stderr)
        return 1
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"« {error.filename or wish.output} » : fichier illisible ou impossible à écrire.", file=sys.stderr)
        return 1
    return 0


def understand(arguments: list[str], today: date) -> Wish:
    """What is asked for. Raises UsageError."""
    for word in arguments:
        if word.split("=")[0] in LATER:
            raise UsageError(
                f"« {word} » n’est pas encore disponible ; seul l’exemplaire complet en PDF s’écrit.\n{USAGE}"
            )
    match [*arguments]:
        case [answers, "-o", output] | ["-o", output, answers]:
            on = today
        case [answers, "-o", output, "--date", day] | [answers, "--date", day, "-o", output]:
            on = _day(day)
        case ["-o", output, answers, "--date", day] | ["--date", day, answers, "-o", output]:
            on = _day(day)
        case _:
            raise UsageError(USAGE)
    if answers.startswith("-") or output.startswith("-"):
        raise UsageError(USAGE)
    return Wish(Path(answers), Path(output), on)


def write(wish: Wish) -> None:
    """Read everything, then write the file: a refused input leaves no half-made PDF."""
    text = wish.answers.read_bytes()
    questionnaire = load(Settings().questionnaire or SHIPPED)
    assessment = parse_text(questionnaire, text)
    wish.output.write_bytes(report_pdf(questionnaire, assessment, load_rows(questionnaire), wish.on))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"« {text} » n’est pas une date ; écrivez par exemple 2026-11-23.\n{USAGE}") from None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], date.today()))
