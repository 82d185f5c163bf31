"""What is said of the versions of the questions: nobody has to know more than that the questions were improved."""

from __future__ import annotations

from collections.abc import Sequence

from questionnaire.assessment import Entry
from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.typography import counted, listed, tidy, typeset
from ui.wording_elsewhere import name_of

GO_ON = tidy("Continuer avec les nouvelles questions")
STAY = tidy("Vous pouvez aussi finir avec les questions de départ : vos résultats et votre plan restent les mêmes.")
OTHER_VERSION_FILE = tidy(
    "Ce fichier répond à une autre version des questions que le diagnostic ouvert ici. Rien n’a été changé. "
    "Sur cette page, choisissez « Commencer un autre diagnostic », puis ouvrez le fichier à cet endroit."
)


def of_version(version: str) -> str:
    return typeset(say("questions de la version {version}", version=version))


def newer(answers: int) -> str:
    """`answers`: how many go over."""
    said = counted(answers, "réponse sera reprise", "réponses seront reprises")
    return typeset(
        say(
            "Les questions ont été améliorées depuis que vous avez commencé. Vos réponses sont toutes là. Si "
            "vous continuez avec les nouvelles questions, {said}, et ce diagnostic-ci restera sur la page "
            "d’accueil.",
            said=said,
        )
    )


def left(content: Questionnaire, entries: Sequence[Entry]) -> str:
    """What is to be said again, by name; empty when everything goes over."""
    names = list(dict.fromkeys(_name(content, *entry) for entry in entries))
    if not names:
        return ""
    return typeset(
        say("Non repris, parce que la question a changé ou n’est plus posée : {names}.", names=listed(names))
    )


def carried(content: Questionnaire, entries: Sequence[Entry]) -> str:
    """On the page of the copy, beside the assessment it comes from."""
    first = say(
        "Vos réponses ont été reprises sous les nouvelles questions. L’ancien diagnostic est gardé sur la page d’accueil."
    )
    return typeset(f"{first} {left(content, entries)}".strip())


def _name(content: Questionnaire, kind: str, key: str) -> str:
    theme, action = content.theme_by_id.get(key), content.action_by_id.get(key)
    if kind == "targets" and theme:
        return say("l’objectif de « {name} »", name=theme.name)
    if kind == "plan" and action:
        return say("l’action « {title} »", title=action.title)
    return name_of(content, kind, key)
