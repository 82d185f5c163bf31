"""Rules on the explained words: used, told once, short, and none forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator

from questionnaire import walking
from questionnaire.model import Questionnaire
from questionnaire.strict_yaml import Path_
from questionnaire.welcome import form_pattern

Finding = tuple[Path_, str]

DEFINITION_WORDS, DEFINITION_SENTENCES = 45, 2
# Words that a volunteer may not know: whoever writes one in a content that has a glossary explains it there.
TECHNICAL = (
    "API", "appel à projets", "bénévolat de compétences", "biais", "chiffrement", "CNIL", "cloud", "cookie",
    "convention pluriannuelle", "CRM", "DLA", "données personnelles", "données sensibles", "double authentification",
    "double vérification", "export", "FDVA", "feuille de calcul", "fonds de dotation", "gestionnaire de mots de passe",
    "hameçonnage", "hébergeur", "IA", "IA générative", "intelligence artificielle", "intérêt général", "licence libre",
    "logiciel libre", "logiciels libres", "mécénat", "mécénat de compétences", "métadonnées", "mot de passe maître",
    "navigateur", "nom de domaine", "open source", "OPCO", "phishing", "prestataire", "QPV", "rançongiciel",
    "reconditionné", "reçu fiscal", "registre", "RGAA", "RGESN", "RGPD", "RNA", "sauvegarde", "serveur", "SIRET", "tableur",
    "tarif solidaire", "tête de réseau", "TVA", "visioconférence", "wiki",
)  # fmt: skip
_NOT_READ_THERE = ("glossary", "references")  # a definition does not make its own word used; titles are quoted


def _read(questionnaire: Questionnaire) -> list[tuple[Path_, str]]:
    return [(path, text) for path, text in walking.texts(questionnaire) if path[0] not in _NOT_READ_THERE]


def forms_used(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Every form of an explained word is met in the content, unless the pages say it."""
    read = "\n".join(text for _, text in _read(questionnaire)) if questionnaire.glossary else ""
    for i, word in enumerate(questionnaire.glossary):
        for j, form in enumerate(word.forms):
            if not word.on_screen and not form_pattern((form,)).search(read):
                yield (
                    ("glossary", i, "forms", j),
                    f"« {word.id} » : « {form} » n’est écrit nulle part ; retirez cette forme, ou le mot.",
                )


def forms_once(questionnaire: Questionnaire) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for i, word in enumerate(questionnaire.glossary):
        for j, form in enumerate(word.forms):
            if other := seen.get(form.lower()):
                yield (
                    ("glossary", i, "forms", j),
                    f"« {form} » est déjà une forme de « {other} » ; gardez-la à un seul endroit.",
                )
            seen.setdefault(form.lower(), word.id)


def words_explained(questionnaire: Questionnaire) -> Iterator[Finding]:
    """A technical word met in the content has its definition; told at the first place where it is met."""
    told = {form.lower() for word in questionnaire.glossary for form in word.forms}
    missing = [word for word in TECHNICAL if word.lower() not in told] if questionnaire.glossary else []
    read = _read(questionnaire) if missing else []
    for word in missing:
        pattern = form_pattern((word,))
        where = next((path for path, text in read if pattern.search(text)), None)
        if where:
            yield where, f"« {word} » est un mot technique ; expliquez-le dans glossary.yaml."


def definitions(questionnaire: Questionnaire) -> Iterator[Finding]:
    """One or two sentences; a figure says where it comes from."""
    for i, word in enumerate(questionnaire.glossary):
        where: Path_ = ("glossary", i, "definition")
        sentences = len(re.findall(r"[.!?](?=\s|$)", word.definition))
        if sentences > DEFINITION_SENTENCES or len(word.definition.split()) > DEFINITION_WORDS:
            yield (
                where,
                f"« {word.id} » : {DEFINITION_SENTENCES} phrases et {DEFINITION_WORDS} mots au plus.",
            )
        if re.search(r"\d", word.definition) and not word.reference:
            yield where, f"« {word.id} » : chiffre sans source ; ajoutez « reference »."


RULES = (forms_used, forms_once, words_explained, definitions)
