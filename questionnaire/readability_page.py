"""The figures of `python -m questionnaire readability`: part by part, then the texts that are hardest to read."""

from __future__ import annotations

from functools import reduce
from operator import add

from questionnaire.lint_readability import EASY_ENOUGH, FEWEST_WORDS, LONGEST_SENTENCE, read_texts
from questionnaire.model import Questionnaire
from questionnaire.readability import Ease, ease
from questionnaire.strict_yaml import Path_

HARDEST = 10
_PARTS = {
    "profile": "profil", "benchmark": "profil", "axes": "questions", "actions": "actions", "rules": "méthode",
    "resources": "portes où frapper", "funding_routes": "financer", "tools": "financer", "documents": "feuilles",
    "doors": "portes d’entrée", "glossary": "mots expliqués",
}  # fmt: skip


def readability_page(questionnaire: Questionnaire) -> str:
    """Plain lines in French. The index is that of Kandel and Moles (see `readability`): the higher, the easier."""
    measured = [(path, text, ease(text)) for path, text in read_texts(questionnaire)]
    parts: dict[str, list[Ease]] = {}
    for path, _, found in measured:
        parts.setdefault(_PARTS.get(str(path[0]), "titre et durées"), []).append(found)
    lines = [
        f"Lisibilité, indice de Kandel et Moles (refus sous {EASY_ENOUGH}, à partir de {FEWEST_WORDS} mots ; "
        f"phrases de {LONGEST_SENTENCE} mots au plus en moyenne)",
        *(_line(part, found) for part, found in parts.items()),
        _line("ensemble", [found for _, _, found in measured]),
        "Les plus difficiles :",
        *_hardest(measured),
    ]
    return "\n".join(lines) + "\n"


def _line(part: str, found: list[Ease]) -> str:
    whole = reduce(add, found)
    length = f"{whole.sentence_length:.1f}".replace(".", ",")
    return f"  {part} : {len(found)} textes, {whole.words} mots, {length} mots par phrase, indice {whole.index:.0f}"


def _hardest(measured: list[tuple[Path_, str, Ease]]) -> list[str]:
    judged = [(found.index, text) for _, text, found in measured if found.words >= FEWEST_WORDS]
    return [f"  {index:.0f}  {text}" for index, text in sorted(judged)[:HARDEST]]
