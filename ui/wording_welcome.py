"""The sentences around the doors of the home page and around the explained words, tidied once."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.model import Reference
from questionnaire.typography import tidy, typeset

DOORS_TITLE = tidy("Et vous, qui êtes-vous ?")
DOORS_LEAD = tidy("Une page courte pour chacun : ce que Palier vous donne, trois gestes, une chose à ne pas faire.")
GIVES = tidy("Ce que Palier vous donne")
GESTURES = tidy("Trois gestes")
NEVER = tidy("À ne pas faire avec un score")
FACTS = tidy("Ce que l’on sait, et d’où cela vient")
REASON = tidy("Notre raison")
WORDS_TITLE = tidy("Les mots")
WORDS_LEAD = tidy(
    "Les mots techniques de Palier, en une ou deux phrases. Pour imprimer cette page : menu de votre navigateur."
)
WORDS_LINK = tidy("Les mots expliqués")
NO_WORDS = tidy("Ce questionnaire n’a pas de liste de mots expliqués.")
EXPLAINED = tidy("Mots expliqués :")
PAGES = {
    "accueil": "Commencer, ou reprendre",
    "exemple": tidy("Voir l’exemple complet"),
    "atelier": tidy("Ouvrir un atelier"),
    "saisie": tidy("Saisir un questionnaire papier"),
    "verifier": tidy("Vérifier un rapport"),
    "methode": tidy("Voir la méthode et les portes où frapper"),
    "financer": tidy("Voir les pistes de financement"),
    "feuilles": tidy("Voir les feuilles à imprimer"),
    "mots": WORDS_LINK,
    "donnees": tidy("Vos données"),
}


def source(reference: Reference) -> str:
    """« Source : France Num, 2023 (page vue le 23/11/2026). »."""
    year = f", {reference.year}" if reference.year else ""
    return typeset(
        say(
            "Source : {publisher}{year} (page vue le {verified_on:%d/%m/%Y}).",
            publisher=reference.publisher,
            year=year,
            verified_on=reference.verified_on,
        )
    )
