"""The facilitator's guide: how long each part takes for this choice, and whether it fits in the time there is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from math import ceil

from questionnaire.language import say
from questionnaire.typography import listed, typeset
from workshop.model import Choice

DISCUSSIONS = 5
DISCUSSION_MINUTES, REVOTE_MINUTES = 8, 2
VOTE_MINUTES = Fraction(5, 4)  # a question read aloud, then voted: 12 of them in a quarter of an hour


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the guide: minutes, and what the coach does (French)."""

    id: str
    name: str
    minutes: int
    what: str


@dataclass(frozen=True, slots=True)
class Guide:
    """The parts in order, their total, the minutes there are, and the warning when they do not fit."""

    parts: tuple[Part, ...]
    total: int
    available: int
    warning: str | None


# (id, name, what to do). Minutes are expert choices, to be measured in a pilot.
TEXTS = {
    "welcome": ("Accueil", "Dites à quoi sert la séance et qui verra quoi. Chacun rejoint avec le code."),
    "votes": (
        "Votes",
        "Lisez la question à voix haute. Chacun vote en silence ; la direction et la présidence votent en dernier.",
    ),
    "discussion": (
        "Discussions",
        "{count} de 8 minutes au plus. Faites parler d’abord les avis les plus éloignés, puis ceux du milieu.",
    ),
    "revote": (
        "Second vote",
        "Chacun revote en secret sur ce qui vient d’être discuté. Rester partagés est un résultat.",
    ),
    "shared": (
        "Ce que la salle partage",
        "Regardez les sujets où le plus d’associations en sont aux premiers paliers.",
    ),
    "pairs": ("Qui sait, qui cherche", "Les associations qui ont accepté d’être nommées se rencontrent deux à deux."),
    "plan": ("Plan", "Ouvrez le plan : gardez ce qui tient dans vos heures et vos euros."),
    "commitments": ("Engagements", "Pour chaque action gardée : une date, et qui s’en charge."),
    "margin": ("Marge", "Gardez ces minutes pour ce qui déborde."),
}


def guide(choice: Choice, questions: int) -> Guide:
    """The guide of `questions` questions. Express, 12 questions, one association: 10+15+40+10+30+10+5 = 120 minutes."""
    discussions = 0 if choice.several else min(DISCUSSIONS, questions)
    parts = _parts(choice, questions, discussions)
    total = sum(part.minutes for part in parts)
    warning = _warning(choice, total, discussions) if total > choice.minutes else None
    return Guide(parts, total, choice.minutes, warning)


def _parts(choice: Choice, questions: int, discussions: int) -> tuple[Part, ...]:
    minutes = {"welcome": 10, "votes": ceil(questions * VOTE_MINUTES)}
    if choice.several:
        minutes |= {"shared": 20, "pairs": 15}
    else:
        minutes |= {"discussion": discussions * DISCUSSION_MINUTES, "revote": discussions * REVOTE_MINUTES}
    minutes |= {"plan": 30, "commitments": 10, "margin": 5}
    count = say("Une discussion") if discussions == 1 else say("{discussions} discussions", discussions=discussions)
    return tuple(
        Part(name, typeset(say(TEXTS)[name][0]), spent, typeset(say(TEXTS)[name][1].replace("{count}", count)))
        for name, spent in minutes.items()
    )


def _warning(choice: Choice, total: int, discussions: int) -> str:
    missing = total - choice.minutes
    kept = discussions - ceil(missing / (DISCUSSION_MINUTES + REVOTE_MINUTES))
    ways = []
    if kept >= 1:
        ways.append(
            say(
                "limitez-vous à {many}",
                many=say("une discussion") if kept == 1 else say("{kept} discussions", kept=kept),
            )
        )
    if choice.scope == "full":
        ways.append(say("passez en express"))
    if choice.scope == "themes" and len(choice.themes) > 1:
        ways.append(say("prenez moins de thèmes"))
    ways.append(say("prévoyez deux séances"))
    there = say(
        "Ce choix demande {total} ; vous avez {minutes}. Il manque {missing} : ",
        total=duration(total),
        minutes=duration(choice.minutes),
        missing=duration(missing),
    )
    return typeset(f"{there}{listed(ways, 'ou')}.")


def duration(minutes: int) -> str:
    """`45 min`, `2 h`, `2 h 05`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return typeset(say("{rest} min", rest=rest))
    return typeset(f"{hours} h {rest:02d}" if rest else f"{hours} h")


def left(since: datetime, now: datetime, minutes: int = DISCUSSION_MINUTES) -> timedelta:
    """What is left of the timer started at `since`; negative once it is over."""
    return since + timedelta(minutes=minutes) - now
