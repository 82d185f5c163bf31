"""What a funder reads, in sentences: of the association, never to it; nothing that flatters, nothing left unsaid."""

from __future__ import annotations

import re
from datetime import date

from questionnaire.typography import counted, listed, tidy
from reports.french import day, euros, hours, quoted, sentence
from scoring.request import Balance

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
_TO_THEM = (
    (re.compile(r"Votre réponse"), "Réponse de l’association"),
    (re.compile(r"Sans objet pour vous"), "Sans objet pour l’association"),
    (re.compile(r"^vous(?=$|, )"), "l’association"),
)


def third_person(text: str) -> str:
    """Our own fixed words, turned from the association to the funder; what people wrote never comes here."""
    for addressed, told in _TO_THEM:
        text = addressed.sub(told, text, count=1)
    return text


def security_words(found: int, planned: int) -> str:
    """How many points, and no more; « en cours de traitement » only for those that the plan deals with."""
    if not found:
        return sentence("sécurité : aucun point à protéger d’abord d’après les réponses connues")
    points, kept = counted(found, "point", "points"), "détail conservé par l’association"
    if planned >= found:
        return sentence(f"sécurité : {points} en cours de traitement, {kept}")
    seen = f"{points} {'relevé' if found == 1 else 'relevés'}"
    part = f"dont {planned} en cours de traitement" if planned else "pas encore au plan"
    return sentence(f"sécurité : {seen}, {part}, {kept}")


def protect_words(found: int, waiting: int) -> str:
    """Before the detail: where the words come from, or that nothing is known to need it."""
    if found:
        return tidy("Constats tels que l’association les a lus, et ce que son plan prévoit.")
    if not waiting:
        return tidy("Rien à protéger d’abord : aucune question critique n’est au premier palier.")
    verb = "reste" if waiting == 1 else "restent"
    points = counted(waiting, "point critique", "points critiques")
    return tidy(f"Rien à protéger d’abord d’après les réponses connues ; {points} {verb} sans réponse.")


def dealt_with_words(planned: list[tuple[str, str]]) -> str:
    """The actions of the plan, title and month, that deal with one point; none of another catalogue, none promised."""
    if not planned:
        return "pas encore au plan"
    return tidy(f"au plan : {listed([f'{quoted(title)} ({month})' for title, month in planned])}")


def strengths_words(names: list[str], lowest: str, *, express: bool, readable: bool) -> str:
    """The themes that hold for sure, `lowest` being the name of the first level that counts as such."""
    if not readable:
        why = "en mode express, les thèmes ne sont pas lus un à un" if express else "trop peu de réponses connues"
        return sentence(f"pas de thème nommé ici : {why}")
    if not names:
        return sentence(f"à ce jour, aucun thème n’atteint de façon assurée le niveau {quoted(lowest)}")
    told, rest = [quoted(name) for name in names[:STRENGTHS_MAX]], len(names) - STRENGTHS_MAX
    told += [counted(rest, "autre thème", "autres thèmes")] if rest > 0 else []
    return sentence(f"à ce jour, solide : {listed(told)}")


def absent_words(parts: frozenset[str]) -> str:
    """What was not ticked, then what no shared copy ever holds."""
    missing = [words for part, words in ABSENT.items() if part not in parts]
    return sentence(f"ce que cet exemplaire ne contient pas : {' ; '.join([*missing, NEVER])}")


def evidence_words(cited: int, seen: int) -> str:
    return sentence(
        "déclaré par l’association, comme dans toute auto-évaluation ; "
        f"pièces citées : {cited} ; pièces vues par un accompagnateur : {seen}"
    )


def method_words(questions: int, express: bool) -> tuple[str, ...]:
    """The method in three lines."""
    mode = "en mode express, dont le résultat se dit en mots" if express else "selon son profil"
    return (
        tidy(
            f"L’association a répondu à un questionnaire de {counted(questions, 'question', 'questions')} au plus, "
            f"{mode} ; ce qui est dit ici est déclaré par elle."
        ),
        tidy(
            "Une fourchette compte ce qui est inconnu à 0 en bas, à 100 en haut ; le niveau assuré se lit en bas, "
            "le niveau possible en haut. Un point critique peut abaisser le niveau, jamais le nombre."
        ),
        tidy("Ni classement ni note d’ensemble : les axes ne se compensent pas, et aucun nombre ne les résume."),
    )


def excess_words(sums: Balance) -> str:
    if not sums.excess:
        return ""
    return sentence(f"les ressources prévues dépassent les charges de {euros(sums.excess)} : rien n’est demandé")


def volunteer_words(sums: Balance, rate: int) -> str:
    """The valued time with its rate, which the association chose; nothing when it values none."""
    if not sums.volunteer_euros:
        return ""
    return sentence(
        f"{hours(sums.volunteer_hours)} à {euros(rate)} l’heure, taux choisi par l’association : "
        f"{euros(sums.volunteer_euros)} de chaque côté, qui ne sont pas demandés en argent"
    )


def indicator_words(indicators: tuple[str, ...], measured_on: date | None, asked: bool) -> str:
    """What will be looked at, as it was written, and when; that nothing was fixed is said where money is asked."""
    if not indicators:
        return sentence("aucun indicateur n’est fixé à ce jour") if asked else ""
    when = f"mesure prévue le {day(measured_on)}" if measured_on else "date de mesure à fixer"
    told = " ; ".join(quoted(indicator) for indicator in indicators)
    return f"{told}. {sentence(when)}"


def upkeep_words(yearly: int, asked: bool) -> str:
    """What it costs each year once the grant is spent; said too when nobody wrote it down."""
    if yearly:
        return sentence(f"{euros(yearly)} par an, à prévoir aussi après la subvention")
    return sentence("le coût de l’entretien après la subvention n’est pas chiffré à ce jour") if asked else ""


def dated(text: str) -> str:
    """A day written as in a file is read as a day; anything else stays as it was written."""
    try:
        return day(date.fromisoformat(text.strip()))
    except ValueError:
        return text
