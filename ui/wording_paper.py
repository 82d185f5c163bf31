"""The sentences about the questionnaire on paper: printing it, typing it in again."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.typography import counted, listed, tidy, typeset

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
    return typeset(say("{count} sur {total}", count=counted(count, "réponse saisie", "réponses saisies"), total=total))


def step_expected(top: int, critical: bool) -> str:
    return typeset(
        say(
            "Tapez un chiffre de 0 à {top}, {critical}. {not_changed}",
            top=top,
            critical=_others(critical),
            not_changed=say(NOT_CHANGED),
        )
    )


def letters_expected(lines: int, critical: bool) -> str:
    return typeset(
        say(
            "Tapez {lines} lettres parmi o, a, p, ou bien {critical}. {not_changed}",
            lines=lines,
            critical=_others(critical),
            not_changed=say(NOT_CHANGED),
        )
    )


def lines_missing(missing: int, kept: bool) -> str:
    """A list begun is kept as such, unless a whole one is already there."""
    what = counted(missing, "ligne manque", "lignes manquent")
    then = say(NOT_CHANGED) if kept else say("Le début est gardé ; la liste comptera une fois complète.")
    return typeset(f"{what}. {then}")


def too_many_letters(given: int, lines: int) -> str:
    return typeset(
        say(
            "{given} lettres pour {lines} lignes : il y en a trop. {not_changed}",
            given=given,
            lines=lines,
            not_changed=say(NOT_CHANGED),
        )
    )


def placeholder(top: int) -> str:
    return say("{first} à {last}", first=0, last=top)


def placeholder_letters(lines: int) -> str:
    return counted(lines, "lettre", "lettres")


def columns(marks: tuple[str, ...], labels: tuple[str, ...]) -> str:
    """What each letter stands for, in this list."""
    return typeset(listed([f"{mark} = {label}" for mark, label in zip(marks, labels, strict=True)], "ou"))


def _others(critical: bool) -> str:
    return say("ou ?") if critical else say("? ou n")
