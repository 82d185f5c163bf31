"""What is said of the versions of the questions: nobody has to know more than that the questions were improved."""

from __future__ import annotations

from collections.abc import Sequence

from questionnaire.assessment import Entry
from questionnaire.model import Questionnaire
from questionnaire.typography import counted, listed, tidy
from ui.wording_elsewhere import name_of

GO_ON = tidy("Continuer avec les nouvelles questions")
STAY = tidy("Vous pouvez aussi finir avec les questions de départ : vos résultats et votre plan restent les mêmes.")
OTHER_VERSION_FILE = tidy(
    "Ce fichier répond à une autre version des questions que le diagnostic ouvert ici. Rien n’a été changé. "
    "Sur cette page, choisissez « Commencer un autre diagnostic », puis ouvrez le fichier à cet endroit."
)


def of_version(version: str) -> str:
    return tidy(f"questions de la version {version}")


def newer(answers: int) -> str:
    """`answers`: how many go over."""
    said = counted(answers, "réponse sera reprise", "réponses seront reprises")
    return tidy(
        "Les questions ont été améliorées depuis que vous avez commencé. Vos réponses sont toutes là. "
        f"Si vous continuez avec les nouvelles questions, {said}, et ce diagnostic-ci restera sur la page d’accueil."
    )


def left(content: Questionnaire, entries: Sequence[Entry]) -> str:
    """What is to be said again, by name; empty when everything goes over."""
    names = list(dict.fromkeys(_name(content, *entry) for entry in entries))
    if not names:
        return ""
    return tidy(f"Non repris, parce que la question a changé ou n’est plus posée : {listed(names)}.")


def carried(content: Questionnaire, entries: Sequence[Entry]) -> str:
    """On the page of the copy, beside the assessment it comes from."""
    first = "Vos réponses ont été reprises sous les nouvelles questions. L’ancien diagnostic est gardé sur la page d’accueil."
    return tidy(f"{first} {left(content, entries)}".strip())


def _name(content: Questionnaire, kind: str, key: str) -> str:
    theme, action = content.theme_by_id.get(key), content.action_by_id.get(key)
    if kind == "targets" and theme:
        return f"l’objectif de « {theme.name} »"
    if kind == "plan" and action:
        return f"l’action « {action.title} »"
    return name_of(content, kind, key)
