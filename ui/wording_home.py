"""The sentences of the home page, tidied once."""

from __future__ import annotations

from collections.abc import Sequence

from questionnaire.language import say
from questionnaire.typography import tidy, typeset

HOME_LEAD = tidy(
    "Répondez à votre rythme, voyez ce qu’il faut protéger d’abord, "
    "et repartez avec un plan qui tient dans vos heures et votre budget."
)
_HOME_GIVES = tidy(
    "- ce qu’il faut **protéger d’abord**, avec un geste gratuit à faire ce soir ;\n"
    "- un **plan d’action** qui tient dans le temps et l’argent que vous avez vraiment ;\n"
    "- un **document PDF** à montrer au bureau ou à un financeur."
)
HOME_IS_NOT = tidy(
    "- ce n’est **ni un audit, ni un label, ni un classement** ; personne ne vous note ;\n"
    "- « je ne sais pas » est une vraie réponse : elle élargit la fourchette, elle ne vous fait rien gagner ni perdre ;\n"
    "- rien ne vous est vendu : ne pas avoir besoin d’un outil est un résultat ;\n"
    "- pas de compte, pas de publicité, pas de revente : un lien secret ouvre vos réponses."
)


def gives(axes: Sequence[str]) -> str:
    """What the visitor takes away, with the names of the axes of the questionnaire served."""
    names = ", ".join(f"**{name.lower()}**" for name in axes)
    return typeset(say("- une lecture par axe, sans note globale : {names} ;", names=names)) + "\n" + say(_HOME_GIVES)


HOME_GIVES_TITLE = "Ce que vous en tirez"
HOME_IS_NOT_TITLE = tidy("Ce que ce n’est pas")
HOME_INDEPENDENT = tidy(
    "Palier est indépendant de l’association Share it et de l’alliance que sa tribune appelle de ses vœux."
)
HOME_RESUME_TITLE = "Reprendre"
HOME_ANOTHER = "Commencer un autre diagnostic"
HOME_ANOTHER_FIRST = tidy("Avant de commencer un autre diagnostic, gardez le lien de celui-ci :")
HOME_FILE = tidy("Reprendre depuis un fichier de réponses")
HOME_FILE_OPENED = tidy("Fichier lu : vos réponses sont enregistrées ici.")
HOME_FILE_REPLACES = tidy(
    "Ce fichier remplacera les réponses ouvertes dans ce navigateur. "
    "Pour garder les deux, commencez d’abord un autre diagnostic."
)
HOME_FILE_CONFIRM = "Remplacer par ce fichier"
HOME_FILE_FAULTS = tidy("Ce fichier n’a pas été ouvert, et rien n’a changé. Voici pourquoi :")
HOME_FILE_BEGIN = tidy("Commencez d’abord (express ou complet) : vous pourrez ensuite ouvrir votre fichier ici.")
HOME_EXAMPLE = tidy("Voir un exemple complet (club fictif)")


def express_door(minutes: int) -> str:
    return typeset(say("Commencer en express, environ {minutes} min", minutes=minutes))


def full_door(minutes: int) -> str:
    return typeset(say("Répondre en entier, environ {minutes} min", minutes=minutes))


def durations(questions: int, express_questions: int) -> str:
    return typeset(
        say(
            "L’express pose {express_questions} questions, l’ensemble {questions} au plus. Durées estimées, en "
            "plusieurs fois si vous voulez : chaque réponse est gardée dès que vous la donnez. On peut passer de "
            "l’express à l’ensemble sans rien perdre.",
            express_questions=express_questions,
            questions=questions,
        )
    )
