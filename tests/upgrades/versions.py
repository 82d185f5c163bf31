"""A second version of the small questionnaire beside the first, as an author would write it."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.builders import SMALL

NEW_QUESTION = """      - id: sourire
        short: Un mot gentil
        type: rubric
        text: Qui dit un mot gentil en partant ?
        weight: 1
        rationale: Un départ se soigne comme une arrivée.
        express: true
        anchors: [Personne, Qui veut, Un prénom prévu, Deux prénoms, Deux prénoms relus]
        why: On revient là où l’on a été salué.
        good_enough: Un au revoir par séance, rien de plus.
        who_knows: La présidence
        evidence: [Liste affichée]
        verified_on: 2026-11-23
"""
NEW_FIELD = """  - {id: marches, kind: integer, short: Marches, text: Combien de marches à l’entrée ?, why: Une marche arrête un fauteuil., minimum: 0, maximum: 50}
"""
CHANGES: dict[str, tuple[tuple[str, str], ...]] = {
    "questionnaire.yaml": (('version: "1"', 'version: "2"'),),
    "profile.yaml": (("benchmark:\n", f"{NEW_FIELD}benchmark:\n"),),
    "axis-accueil.yaml": (
        ("        weight: 3\n", "        weight: 5\n"),
        ("  - id: XT2\n", f"{NEW_QUESTION}  - id: XT2\n"),
        ("{id: badge, text: Un prénom visible}]", "{id: badge, text: Un prénom visible}, {id: plan, text: Un plan du lieu}]"),
    ),
    "axis-salle.yaml": (
        (
            "[Une seule, Deux par hasard, Deux choisies, Trois inscrites, Trois inscrites et relues]",
            "[Une seule, Deux par hasard, Deux choisies, Deux relues, Trois inscrites, Trois inscrites et relues]",
        ),
    ),
    "actions.yaml": (("options: [cafe, livret, badge]", "options: [cafe, livret, badge, plan]"),),
}  # fmt: skip
REMOVED = "menage"


def two_versions(folder: Path) -> Path:
    """`folder/v1` as it is, `folder/v2` changed: a question removed, one added, another scale, a weight, a field,
    a line of a list. The folder that holds both."""
    for name in ("v1", "v2"):
        shutil.copytree(SMALL, folder / name)
    for name, changes in CHANGES.items():
        path = folder / "v2" / name
        text = path.read_text(encoding="utf-8")
        for before, after in changes:
            assert text.count(before) == 1, before
            text = text.replace(before, after)
        path.write_text(text, encoding="utf-8")
    _remove(folder / "v2")
    return folder


def _remove(version: Path) -> None:
    """The question and what speaks of it."""
    path = version / "axis-salle.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index(f"      - id: {REMOVED}\n")], encoding="utf-8")
    path = version / "actions.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f", {{item: {REMOVED}, to_step: 3}}", ""), encoding="utf-8")
    path = version / "documents.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if f"question: {REMOVED}" not in line), encoding="utf-8")
