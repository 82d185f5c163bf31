"""What a funder reads, in sentences: of the association, never to it; nothing that flatters, nothing left unsaid."""

from __future__ import annotations

import re
from datetime import date

from questionnaire.language import ENGLISH, FRENCH, language, plural, say
from questionnaire.typography import counted, listed, tidy, typeset
from reports.phrases import day, quoted, sentence

KIND = "Exemplaire pour un financeur"
NO_NAME = "Association (nom non indiqué)"
USE_TOO = tidy("Merci de financer aussi l’usage et l’accompagnement, pas seulement l’achat.")
INTERVAL_NOTE = tidy(
    "Fourchette liée aux « je ne sais pas » de l’association. À part, une même association répondant deux fois "
    "peut varier de plusieurs points."
)
PARTIAL = "profil partiel"
PARTIAL_NOTE = tidy("Profil partiel : l’association a écarté à la main une part importante des questions de cet axe.")
NEED, WEIGHS, ROLES = "Le besoin, dans ses mots", "Ce qui lui prend trop de temps", "Qui a répondu"
STRENGTHS, SECURITY = "Points d’appui", "À protéger d’abord"
EXCESS, VOLUNTEERS, INDICATORS, UPKEEP = "Équilibre", "Temps bénévole", "Indicateurs", "Entretien ensuite"
AXES_LEAD = tidy("Entre guillemets : les textes tels que l’association les a lus.")
NO_ACTION = "Aucune action au plan à ce jour."
NO_REQUEST = tidy("Aucune dépense prévue à ce jour : rien n’est demandé en argent.")
NO_LANDMARK = "Aucun chiffre publié ne se rapproche de ce que l’association a répondu."
IDENTITY = {
    "rna": "RNA",
    "siren": "SIREN",
    "created_in": "Création",
    "members": "Adhérents",
    "beneficiaries": "Bénéficiaires",
    "general_interest": "Intérêt général",
    "approvals": "Agréments",
    "shown_to_board_on": "Présenté au conseil d’administration le",
}
ABSENT = {
    "levels": "les niveaux des axes",
    "axes": "le détail des axes",
    "protect": "le détail de ce qui est à protéger d’abord",
    "benchmark": "les repères publiés",
    "plan": "le plan d’action",
    "request": "la demande de financement",
    "evidence": "le compte des pièces",
    "workshop": "ce qu’un atelier a voté",
    "change": "l’évolution dans le temps",
}
NEVER = "les réponses une à une, les notes et les pièces elles-mêmes"
STRENGTHS_MAX = 5
_TO_THEM = {
    FRENCH: (
        (re.compile(r"Votre réponse"), "Réponse de l’association"),
        (re.compile(r"Sans objet pour vous"), "Sans objet pour l’association"),
        (re.compile(r"^vous(?=$|, )"), "l’association"),
    ),
    ENGLISH: (
        (re.compile(r"Your answer"), "The association’s answer"),
        (re.compile(r"Does not apply to you"), "Does not apply to the association"),
        (re.compile(r"^you(?=$|, )"), "the association"),
    ),
}


def third_person(text: str) -> str:
    """Our own fixed words, turned from the association to the funder; what people wrote never comes here."""
    for addressed, told in _TO_THEM[language()]:
        text = addressed.sub(told, text, count=1)
    return text


def security_words(found: int, planned: int) -> str:
    """How many points, and no more; « en cours de traitement » only for those that the plan deals with."""
    if not found:
        return sentence(say("sécurité : aucun point à protéger d’abord d’après les réponses connues"))
    points, kept = counted(found, "point", "points"), say("détail conservé par l’association")
    if planned >= found:
        return sentence(say("sécurité : {points} en cours de traitement, {kept}", points=points, kept=kept))
    seen = f"{points} {plural(found, 'relevé', 'relevés')}"
    part = say("dont {planned} en cours de traitement", planned=planned) if planned else say("pas encore au plan")
    return sentence(say("sécurité : {seen}, {part}, {kept}", seen=seen, part=part, kept=kept))


def protect_words(found: int, waiting: int) -> str:
    """Before the detail: where the words come from, or that nothing is known to need it."""
    if found:
        return typeset(say("Constats tels que l’association les a lus, et ce que son plan prévoit."))
    if not waiting:
        return typeset(say("Rien à protéger d’abord : aucune question critique n’est au premier palier."))
    verb = plural(waiting, "reste", "restent")
    points = counted(waiting, "point critique", "points critiques")
    return typeset(
        say(
            "Rien à protéger d’abord d’après les réponses connues ; {points} {verb} sans réponse.",
            points=points,
            verb=verb,
        )
    )


def dealt_with_words(planned: list[tuple[str, str]]) -> str:
    """The actions of the plan, title and month, that deal with one point; none of another catalogue, none promised."""
    if not planned:
        return say("pas encore au plan")
    return typeset(
        say("au plan : {actions}", actions=listed([f"{quoted(title)} ({month})" for title, month in planned]))
    )


def strengths_words(names: list[str], lowest: str, *, express: bool, readable: bool) -> str:
    """The themes that hold for sure, `lowest` being the name of the first level that counts as such."""
    if not readable:
        why = (
            say("en mode express, les thèmes ne sont pas lus un à un")
            if express
            else say("trop peu de réponses connues")
        )
        return sentence(say("pas de thème nommé ici : {why}", why=why))
    if not names:
        return sentence(
            say("à ce jour, aucun thème n’atteint de façon assurée le niveau {lowest}", lowest=quoted(lowest))
        )
    told, rest = [quoted(name) for name in names[:STRENGTHS_MAX]], len(names) - STRENGTHS_MAX
    told += [counted(rest, "autre thème", "autres thèmes")] if rest > 0 else []
    return sentence(say("à ce jour, solide : {told}", told=listed(told)))


def absent_words(parts: frozenset[str]) -> str:
    """What was not ticked, then what no shared copy ever holds."""
    missing = [words for part, words in say(ABSENT).items() if part not in parts]
    return sentence(say("ce que cet exemplaire ne contient pas : {parts}", parts=" ; ".join([*missing, say(NEVER)])))


def evidence_words(cited: int, seen: int) -> str:
    return sentence(
        say(
            "déclaré par l’association, comme dans toute auto-évaluation ; pièces citées : {cited} ; pièces vues "
            "par un accompagnateur : {seen}",
            cited=cited,
            seen=seen,
        )
    )


def method_words(questions: int, express: bool) -> tuple[str, ...]:
    """The method in three lines."""
    mode = say("en mode express, dont le résultat se dit en mots") if express else say("selon son profil")
    return (
        typeset(
            say(
                "L’association a répondu à un questionnaire de {questions} au plus, {mode} ; ce qui est dit ici est "
                "déclaré par elle.",
                questions=counted(questions, "question", "questions"),
                mode=mode,
            )
        ),
        typeset(
            say(
                "Une fourchette compte ce qui est inconnu à 0 en bas, à 100 en haut ; le niveau assuré se lit en bas, "
                "le niveau possible en haut. Un point critique peut abaisser le niveau, jamais le nombre."
            )
        ),
        typeset(
            say("Ni classement ni note d’ensemble : les axes ne se compensent pas, et aucun nombre ne les résume.")
        ),
    )


def dated(text: str) -> str:
    """A day written as in a file is read as a day; anything else stays as it was written."""
    try:
        return day(date.fromisoformat(text.strip()))
    except ValueError:
        return text
