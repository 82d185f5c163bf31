"""The sentences of the pages « Financer » and « Feuilles à imprimer », tidied once."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.plan_edits import COFUNDING_MAX, EUROS_MAX, HOURLY_MAX
from questionnaire.typography import counted, listed, number, tidy, typeset
from reports.phrases import quoted

FUNDING_TITLE = "Financer"
FUNDING_INTRO = tidy(
    "Chiffrer votre demande, savoir à qui écrire, et voir d’abord ce qui ne coûte rien. Rien n’est envoyé à personne."
)
NO_FUNDING = tidy("Ce questionnaire ne propose ni porte où frapper ni outil à prix réduit.")

REQUEST_HELP = tidy(
    "Les dépenses viennent de votre plan. Complétez ce que vous savez : tout est gardé au fur et à mesure, "
    "rien n’est obligatoire."
)
YEARS = tidy("Sur combien d’années ?")
NEED = tidy("Le besoin, avec vos mots")
NEED_HELP = tidy("Pour qui, et ce que cela changera. Ne nommez personne : un rôle suffit.")
OWN_EUROS = "Nos fonds propres, en euros"
UPKEEP_EUROS = "Entretien et abonnements, en euros par an"
HOURLY_EUROS = tidy("Valeur d’une heure bénévole, en euros (facultatif)")
EUROS_HELP = {
    "upkeep_euros": tidy("Ce que vos outils coûteront chaque année, une fois en place."),
    "volunteer_hourly_euros": tidy(
        "Nous n’en proposons pas : demandez à votre trésorerie, ou lisez la notice du financeur. "
        "Vide, le temps bénévole n’est pas compté en euros."
    ),
}
INDICATORS = (
    tidy("À quoi verrez-vous que c’est réussi ? Un premier signe"),
    tidy("Un deuxième signe, si vous en avez un"),
)
MEASURED_ON = tidy("Le jour où vous regarderez ces signes")

COFUNDING_TITLE = "Qui d’autre paie, ou est sollicité"
COFUNDER_NEW = tidy("Ajouter un financeur : son nom")
COFUNDER_ADD = "Ajouter"
COFUNDER_NAME = "Nom du financeur"
COFUNDER_EUROS = "Montant, en euros"
COFUNDER_STATUS = tidy("Où en est-on ?")
COFUNDER_STATUSES = {"asked": "Demandé", "granted": "Obtenu"}
COFUNDER_NAMELESS = tidy("Il faut un nom ; l’ancien reste enregistré. Pour enlever ce financeur, touchez « Retirer ».")
COFUNDERS_FULL = tidy(f"{COFUNDING_MAX} financeurs, c’est le maximum : retirez-en un pour en ajouter un autre.")
EUROS_FAULT = tidy(f"Pas enregistré : attendu un nombre entier d’euros, de 0 à {number(EUROS_MAX)}.")
HOURLY_FAULT = tidy(f"Pas enregistré : attendu un nombre entier d’euros, de 0 à {HOURLY_MAX}.")
TEXT_FAULT = tidy("Pas enregistré : ce texte contient un signe que l’on ne peut pas imprimer, ou il est trop long.")
DAY_FAULT = tidy("Pas enregistré : attendu un jour entre 2000 et 2099.")

BUDGET_TITLE = "Le budget de la demande"
CHARGES, RESOURCES, VOLUNTEERS = "Charges", "Produits", tidy("À part : le temps bénévole")
YEARS_COLUMN, TOTAL_COLUMN = "Année par année", "Total"

ROUTES_TITLE = "Les portes où frapper"
ROUTES_HELP = tidy(
    "Choisies d’après votre profil. Ce qui est « à vérifier » l’est vraiment : téléphonez avant de monter un dossier."
)
NATURE = "Pour quel genre de dépense ?"
NATURE_ALL = "Tout"
NO_ROUTE = tidy("Aucune porte connue pour ce genre de dépense, d’après votre profil. Essayez « Tout ».")
FIRST_STEP = tidy("Premier geste :")
ATTENTION = tidy("Attention :")
WHO = tidy("Pour qui :")
CLOSED_TITLE = tidy("Clos, pour mémoire (inutile d’y écrire) :")

TOOLS_TITLE = "Gratuit ou à prix réduit, par besoin"
TOOLS_HELP = tidy("Touchez un besoin. Aucune réponse n’est recommandée d’avance ; ne rien acheter en est une.")

SHEETS_TITLE = "Feuilles à imprimer"
SHEETS_INTRO = tidy("Des feuilles préparées d’après vos réponses, une page chacune, à corriger et à faire vôtres.")
NO_SHEETS = tidy("Ce questionnaire ne fournit pas de feuille à imprimer.")
HANDOVER_BUTTON = "Télécharger la feuille de passation (PDF)"
CHARTER_BUTTON = "Télécharger la charte (PDF)"
BRIEF_TITLE = "Fiche de mission"
BRIEF_BUTTON = "Télécharger la fiche de mission (PDF)"
MISSION = tidy("Pour quelle action ?")
TERMS_TITLE = "Bon à savoir avant de chercher quelqu’un"
EDIT = "Modifier ce texte"
EDITED = "modifié par vous"
BACK_TO_PREPARED = "Revenir au texte préparé"
EMPTY_TEXT = tidy("Vide : c’est le texte préparé qui sera imprimé.")
TO_SHEETS = "Voir les feuilles à imprimer"
TO_FUNDING = "Préparer une demande de financement"


def years(count: int) -> str:
    return say("{count} an", count=count) if count == 1 else say("{count} ans", count=count)


def remove(name: str) -> str:
    return say("Retirer {name}", name=name)


def in_plan(title: str) -> str:
    return typeset(say("{title} (dans votre plan)", title=title))


def on_paper(heads: tuple[str, ...], blank: int) -> str:
    """What the printed sheet has beside the lines shown."""
    columns = listed([quoted(head) for head in heads])
    lines = say(", et {blank} à la fin", blank=counted(blank, "ligne vide", "lignes vides")) if blank else ""
    return typeset(
        say("Sur le papier, des colonnes à remplir à la main : {columns}{lines}.", columns=columns, lines=lines)
    )
