"""The sentences of the workshop on the wall of a room, tidied once."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.typography import tidy, typeset
from workshop import codes

TO_DESK = tidy("Vue de travail")
BY_ROLE, TOGETHER = tidy("Par rôle"), "Tous ensemble"
THEME = tidy("Chacun répond sur son téléphone, à son rythme. Personne ne voit les réponses avant le dévoilement.")
DONE, LINE = tidy("réponse retenue"), "Ligne"
TAKE = tidy("Avant de partir : gardez votre diagnostic et votre feuille, ils s’ouvrent sur votre téléphone.")
FORMER = tidy("Page précédente")
THANKS = tidy("Merci d’avoir voté et discuté.")


def how_to_join(where: str) -> str:
    return typeset(
        say("Visez ce dessin avec l’appareil photo, ou ouvrez {where}/atelier et tapez le code :", where=where)
    )


def spoken(code: str) -> str:
    return codes.spoken(code)


def late(code: str) -> str:
    return typeset(say("Rejoindre : {code}", code=codes.spoken(code)))


def discuss(rank: int) -> str:
    return say("Discuter le point {rank}", rank=rank)


def page(number: int, count: int) -> str:
    return typeset(say("Page {number} sur {count}", number=number, count=count))


def group(name: str, people: int) -> str:
    return typeset(say("Pour {name} : {people}", name=name, people=people))


def settled(done: int, revealed: int) -> str:
    return typeset(say("Réponses retenues : {done} sur {revealed}", done=done, revealed=revealed))
