"""The sentences of the way through an assessment, tidied once."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from questionnaire.typography import counted, tidy

_PARIS = ZoneInfo("Europe/Paris")
STEPS = ("profil", "questions", "resultats", "plan", "rapport")
ALL_SAID = tidy("toutes les questions ont une réponse")
LABEL = tidy("Où vous en êtes dans le diagnostic")
SAVED = tidy("Tout est enregistré")

GO_ON_TITLE = tidy("Aller plus loin, un thème à la fois")
GO_ON = tidy(
    "Vous avez répondu en express. Choisissez un thème : ses autres questions s’ouvrent, et vos réponses restent. "
    "Vous pouvez vous arrêter après un seul thème."
)


def answered(count: int, total: int) -> str:
    return tidy(f"{counted(count, 'réponse', 'réponses')} sur {total}")


def left(minutes: int) -> str:
    return tidy(f"encore environ {minutes} min") if minutes else ALL_SAID


def saved(at: datetime | None, today: date) -> str:
    """« Tout est enregistré (14 h 32) »; the day too when it is not today."""
    if at is None:
        return SAVED
    here = at.astimezone(_PARIS)
    day = "" if here.date() == today else f"{here:%d/%m/%Y}, "
    return tidy(f"{SAVED} ({day}{here.hour} h {here:%M})")


def theme_left(name: str, questions: int, minutes: int) -> str:
    """« Outils et données : 2 questions, environ 3 min »."""
    return tidy(f"{name} : {counted(questions, 'question', 'questions')}, environ {minutes} min")
