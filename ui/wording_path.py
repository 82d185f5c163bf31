"""The sentences of the way through an assessment, tidied once."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from questionnaire.language import say
from questionnaire.typography import counted, tidy, typeset
from reports.phrases import clock

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
    return typeset(say("{count} sur {total}", count=counted(count, "réponse", "réponses"), total=total))


def left(minutes: int) -> str:
    return typeset(say("encore environ {minutes} min", minutes=minutes)) if minutes else say(ALL_SAID)


def saved(at: datetime | None, today: date) -> str:
    """« Tout est enregistré (14 h 32) »; the day too when it is not today."""
    if at is None:
        return say(SAVED)
    here = at.astimezone(_PARIS)
    day = "" if here.date() == today else f"{here:%d/%m/%Y}, "
    return typeset(f"{say(SAVED)} ({day}{clock(here.time())})")


def theme_left(name: str, questions: int, minutes: int) -> str:
    """« Outils et données : 2 questions, environ 3 min »."""
    return typeset(
        say(
            "{name} : {questions}, environ {minutes} min",
            name=name,
            questions=counted(questions, "question", "questions"),
            minutes=minutes,
        )
    )
