"""The sentences of the workshop on the wall of a room, tidied once."""

from __future__ import annotations

from questionnaire.typography import tidy
from workshop import codes

TO_DESK = tidy("Vue de travail")
BY_ROLE, TOGETHER = tidy("Par rôle"), "Tous ensemble"
THEME = tidy("Chacun répond sur son téléphone, à son rythme. Personne ne voit les réponses avant le dévoilement.")
DONE, LINE = tidy("réponse retenue"), "Ligne"
TAKE = tidy("Avant de partir : gardez votre diagnostic et votre feuille, ils s’ouvrent sur votre téléphone.")
FORMER = tidy("Page précédente")
THANKS = tidy("Merci d’avoir voté et discuté.")


def how_to_join(where: str) -> str:
    return tidy(f"Visez ce dessin avec l’appareil photo, ou ouvrez {where}/atelier et tapez le code :")


def spoken(code: str) -> str:
    return codes.spoken(code)


def late(code: str) -> str:
    return tidy(f"Rejoindre : {codes.spoken(code)}")


def discuss(rank: int) -> str:
    return f"Discuter le point {rank}"


def page(number: int, count: int) -> str:
    return tidy(f"Page {number} sur {count}")


def group(name: str, people: int) -> str:
    return tidy(f"Pour {name} : {people}")


def settled(done: int, revealed: int) -> str:
    return tidy(f"Réponses retenues : {done} sur {revealed}")
