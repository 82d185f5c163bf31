"""`python -m questionnaire check|readability|export|tidy|schema|settings`: for the people who write questionnaires, and hosts."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from questionnaire.answers_schema import published
from questionnaire.errors import PalierError
from questionnaire.export import exported
from questionnaire.language import FRENCH
from questionnaire.loading import OTHERS, SHIPPED, check, load
from questionnaire.readability_page import readability_page
from questionnaire.settings import Settings
from questionnaire.settings_page import settings_page
from questionnaire.translating import language_file
from questionnaire.typography import tidy_file

USAGE = """Usage : python -m questionnaire check [DOSSIER]   vérifie un questionnaire (celui de Palier par défaut)
        python -m questionnaire readability [DOSSIER]   dit si ses textes sont faciles à lire
        python -m questionnaire export [en]       écrit le questionnaire en JSON, en anglais avec « en »
        python -m questionnaire tidy [DOSSIER]    remet la typographie française des fichiers en ordre
        python -m questionnaire schema            récrit les schémas JSON publiés
        python -m questionnaire settings          écrit la page des réglages, en Markdown"""


def main(arguments: list[str]) -> int:
    match arguments:
        case ["check"] | ["check", _]:
            return _check(Path(arguments[1]) if len(arguments) > 1 else SHIPPED)
        case ["readability"] | ["readability", _]:
            return _readability(Path(arguments[1]) if len(arguments) > 1 else SHIPPED)
        case ["export"] | ["export", "en"]:
            return _export(arguments[1] if len(arguments) > 1 else FRENCH)
        case ["tidy"] | ["tidy", _]:
            return _tidy(Path(arguments[1]) if len(arguments) > 1 else SHIPPED)
        case ["schema"]:
            return _schema()
        case ["settings"]:
            print(settings_page(), end="")
            return 0
    print(USAGE, file=sys.stderr)
    return 2


def _check(folder: Path) -> int:
    problems = check(folder)
    for problem in problems:
        print(problem)
    print("Aucun problème." if not problems else f"{len(problems)} problème(s).", file=sys.stderr)
    return 1 if problems else 0


def _readability(folder: Path) -> int:
    try:
        print(readability_page(load(folder)), end="")
    except PalierError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _export(language: str) -> int:
    try:
        questionnaire = load(Settings().questionnaire or SHIPPED, language)
    except PalierError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(exported(questionnaire), ensure_ascii=False, indent=1))
    return 0


def _tidy(folder: Path) -> int:
    if not folder.is_dir():
        print(f"« {folder} » n’est pas un dossier.", file=sys.stderr)
        return 1
    others = {language_file(folder, language) for language in OTHERS}
    for path in sorted(set(folder.glob("*.yaml")) - others):
        before = path.read_text(encoding="utf-8")
        after = tidy_file(before)
        if after != before:
            path.write_text(after, encoding="utf-8")
            print(path.name)
    return 0


def _schema() -> int:
    for path, text in published(load(SHIPPED)).items():
        path.write_text(text, encoding="utf-8")
        print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
