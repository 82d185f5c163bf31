"""The sentences about the questionnaire on paper: printing it, typing it in again."""

from __future__ import annotations

from questionnaire.typography import counted, listed, tidy

TITLE = tidy("Saisie d’un questionnaire papier")
SHEETS = tidy(
    "Imprimez le questionnaire, remplissez-le à plusieurs autour d’une table, puis recopiez-le ici, au clavier seul."
)
SHEET_FULL = "Questionnaire vierge complet (PDF)"
SHEET_EXPRESS = "Questionnaire vierge express (PDF)"
HOW_TITLE = "Comment taper"
HOW = tidy(
    "**Tabulation** passe au champ suivant ; la réponse est gardée en quittant le champ.\n\n"
    "- **0**, **1**, **2**… : le chiffre gris à côté de la case cochée ;\n"
    "- **?** : « Je ne sais pas » ; **n** : « Non concerné » ;\n"
    "- pour une liste, une lettre par ligne, dans l’ordre, d’après la colonne cochée : **o**, **a** ou **p**, et **-** "
    "pour une ligne laissée vide (par exemple `ooa-ppo`) ;\n"
    "- un champ vidé retire la réponse."
)
PROFILE_FIRST = "Recopier d’abord le profil"
MODES = {
    "full": tidy("Diagnostic complet : la feuille « questionnaire complet »."),
    "express": tidy("Mode express : la feuille « questionnaire express »."),
}
ROOM_TITLE = tidy("L’atelier sur papier : déroulé, bulletins, décompte, affiches")
ROOM_HELP = tidy(
    "Pour animer sans réseau, ou pour le jour où il tombe. Chacun peut voter sur un bulletin : ce sont les mêmes questions "
    "que sur l’écran."
)
ROOM_FILES = {
    "deroule": tidy("Déroulé à imprimer (PDF)"),
    "bulletins": tidy("Bulletins de vote, deux par page (PDF)"),
    "decompte": tidy("Feuille de décompte (PDF)"),
    "affiches": tidy("Affiches A4 (PDF)"),
    "affiches-a3": tidy("Affiches A3 (PDF)"),
}
NOT_MADE = tidy("La feuille n’a pas pu être préparée. Réessayez dans un instant.")
TO_RESULTS = "Voir nos résultats"
CRITICAL = tidy("Cette question protège des personnes ou des fichiers : « non concerné » n’y est pas proposé.")
NOT_CHANGED = "La réponse gardée n’a pas changé."


def keyed(count: int, total: int) -> str:
    return tidy(f"{counted(count, 'réponse saisie', 'réponses saisies')} sur {total}")


def step_expected(top: int, critical: bool) -> str:
    return tidy(f"Tapez un chiffre de 0 à {top}, {_others(critical)}. {NOT_CHANGED}")


def letters_expected(lines: int, critical: bool) -> str:
    return tidy(f"Tapez {lines} lettres parmi o, a, p, ou bien {_others(critical)}. {NOT_CHANGED}")


def lines_missing(missing: int, kept: bool) -> str:
    """A list begun is kept as such, unless a whole one is already there."""
    what = counted(missing, "ligne manque", "lignes manquent")
    return tidy(f"{what}. {NOT_CHANGED if kept else 'Le début est gardé ; la liste comptera une fois complète.'}")


def too_many_letters(given: int, lines: int) -> str:
    return tidy(f"{given} lettres pour {lines} lignes : il y en a trop. {NOT_CHANGED}")


def placeholder(top: int) -> str:
    return f"0 à {top}"


def placeholder_letters(lines: int) -> str:
    return counted(lines, "lettre", "lettres")


def columns(marks: tuple[str, ...], labels: tuple[str, ...]) -> str:
    """What each letter stands for, in this list."""
    return tidy(listed([f"{mark} = {label}" for mark, label in zip(marks, labels, strict=True)], "ou"))


def _others(critical: bool) -> str:
    return "ou ?" if critical else "? ou n"
