"""The titles of parts and columns in the editable document and the web page, the same ones as on paper."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.typography import tidy, typeset

DECIDE = "À décider"
ACTIONS = "Action par action"
CHANGES, STEPS, DONE_WHEN, DOORS = "Ce que cela change", "Comment faire", "C’est fait quand", "Où trouver de l’aide"
AROUND = "Autour du plan"
MORE, UNLOCKS = "Avec un peu plus", "Ce qu’une subvention rendrait possible"
WAITS, FOLLOWS, DROPPED = "Ce qui attend, et pourquoi", "La suite, quand ces actions seront faites", "Écartées par vous"
FIND_OUT = tidy("Qui saurait répondre ?")
DUTIES = tidy("À part : des obligations à vérifier")
DUTIES_LEAD = "Ces rappels ne dépendent pas de vos réponses notées et ne s’échangent contre rien."
WHY, FORWARD, NOT_SAID = "Pourquoi ce niveau", "Pour avancer", "Ce que cet axe ne dit pas"
LANDMARKS = "Repères publiés"
NO_LANDMARK = "Aucun chiffre publié ne se rapproche de ce que vous avez répondu."
METHOD, LEVELS, MARGINS = "La méthode, en clair", "Les niveaux", "Marges des repères publiés"
SOURCES, ANNEX = "Sources", "Toutes vos réponses"
FUNDING = "Qui peut payer"
FUNDING_LEAD = tidy("Rien n’est promis ici : chaque piste dit ce que nous avons pu lire, et quand.")
ROUTES, CLOSED = "À quelles portes frapper", tidy("Clos, pour mémoire (inutile d’y écrire) :")
OFFERS, FIRST_STEP, BEWARE, STATE = "Ce que c’est", "Premier geste", "Attention", "Où en est-on"
TOOLS = "Gratuit ou à prix réduit, par besoin"
CHARGES, RESOURCES = "Charges", "Produits"

PLAN_HEADS = ("N°", "Action", "Priorité", "Qui mène", "Mois", "Heures", "Euros")
ASK_HEADS = ("Question", "Qui", "Quand")
LEVEL_HEADS = ("Niveau", "Nom", "Sur 100", "Ce que cela veut dire")


def see_action(number: int) -> str:
    """Help that another action already described."""
    return say("\u202f: voir l’action {number}.", number=number)


def same_study(indicator: str) -> str:
    """In place of the words of a source already given."""
    return typeset(say("Même étude que : {indicator}.", indicator=indicator[:1].lower() + indicator[1:]))
