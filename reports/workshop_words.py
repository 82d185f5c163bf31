"""What a workshop's record says, in sentences: agreement in words then in numbers, what moved, what was decided."""

from __future__ import annotations

from fractions import Fraction

from questionnaire.model import Question
from questionnaire.typography import counted, listed, number, round_half_up, tidy
from questionnaire.workshop_record import OTHERS, Counted, Session, Voted
from reports.content_figures import Titled
from reports.french import day, quoted, sentence
from workshop.agreement import VOTES_MIN, agreement, r_wg
from workshop.naming import MOSTLY, anchor
from workshop.reveal import CAUTION
from workshop.reveal import OTHERS as OTHERS_NAME
from workshop.roles import ROLE_BY_ID

TITLE = tidy("Ce que l’atelier a voté")
HEADS = ("Question", "Avant la discussion", "Après la discussion")
SCOPES = {"express": "questions de l’express", "full": "toutes les questions", "themes": "quelques thèmes"}
KEPT, MINORITY, ROLES, COUNTS = "Réponse retenue", "Avis minoritaire", "Selon les groupes", "Votes par palier"
DECIDED, OPEN, NOTHING = "Réponse retenue", "Point ouvert", "Rien n’a été retenu"
NO_SECOND = "Pas de second vote"
CHANGED = tidy("Cette réponse a été changée depuis l’atelier.")
NONE_OPEN = tidy("Aucun point n’a été noté comme ouvert.")
READING = (
    Titled("À garder en tête", CAUTION),
    Titled(
        "L’indice A",
        tidy(
            "Il dit si les réponses se ressemblent. 1 : toutes pareilles ; 0 : étalées ; −1 : deux moitiés opposées "
            "(van der Eijk, 2001). Rwg, en second : 0 comme au hasard, 1 sans aucun écart (James, Demaree et Wolf, "
            "1984). À moins de 4 réponses, aucun indice."
        ),
    ),
    Titled(
        "Ce qui n’est pas gardé",
        tidy(
            "Ni nom, ni vote d’une personne. À moins de 4 votes, le détail n’est pas gardé. Un groupe n’est cité qu’à partir de "
            "3 personnes."
        ),
    ),
)


def facts(session: Session | None, voted: tuple[Voted, ...]) -> tuple[str, ...]:
    """When, how many people, how many questions, how many votes."""
    asked = f" sur {session.asked}" if session and session.asked > len(voted) else ""
    questions = f"{counted(len(voted), 'question votée', 'questions votées')}{asked}"
    votes = sum(one.first.votes for one in voted)
    if session is None:
        return (tidy(questions), tidy(counted(votes, "vote", "votes")))
    possible = session.participants * len(voted)
    scope = f" ({SCOPES[session.scope]})" if session.scope in SCOPES else ""
    return (
        f"Atelier du {day(session.on)}",
        tidy(counted(session.participants, "personne", "personnes")),
        tidy(f"{questions}{scope}"),
        tidy(f"{counted(votes, 'vote', 'votes')} sur {number(possible)} possibles"),
    )


def said(votes: Counted) -> str:
    """How far people agreed in one vote: words, then the indices; no index under four answers."""
    if votes.votes < VOTES_MIN:
        return tidy(f"{counted(votes.votes, 'vote', 'votes')} : moins de {VOTES_MIN} votes, pas d’indice.")
    found, within = agreement(votes.steps), r_wg(votes.steps)
    told = f"{counted(votes.votes, 'vote', 'votes')} : {_in_words(votes, found)}."
    if found is None or within is None:
        return tidy(told)
    return tidy(f"{told} A {decimal(found)} ; rwg {decimal(within)}.")


def _in_words(votes: Counted, found: Fraction | None) -> str:
    answers = sum(votes.steps)
    if 2 * votes.unknown > votes.votes:
        return "plus de la moitié ne sait pas"
    if found is None:
        few = answers < VOTES_MIN
        return (
            f"moins de {VOTES_MIN} réponses sur l’échelle, pas d’indice" if few else "échelle trop courte, pas d’indice"
        )
    if max(votes.steps) == answers:
        return "même réponse pour tous"
    if found < 0:
        return "la salle est coupée en deux"
    return "la salle est plutôt d’accord" if found >= MOSTLY else "les réponses sont dispersées"


def decimal(value: Fraction) -> str:
    """Two decimals in French: « 0,61 », « −0,33 »."""
    cents = round_half_up(100 * abs(value))
    return f"{'−' if value < 0 and cents else ''}{cents // 100},{cents % 100:02d}"


def moved(voted: Voted) -> str:
    if not voted.compared:
        return ""
    if not voted.movers:
        return tidy(f"Personne n’a changé de réponse, sur\u00a0{voted.compared}.")
    return tidy(f"Ont changé de réponse : {voted.movers}\u00a0sur\u00a0{voted.compared}.")


def counts(votes: Counted) -> str:
    """« 2 · 2 · 2 · 1, et 1 ne sait pas »; empty when they are not kept."""
    if not votes.steps:
        return ""
    apart = [f"{votes.unknown} « je ne sais pas »"] * (votes.unknown > 0)
    apart += [f"{votes.not_applicable} « non concerné »"] * (votes.not_applicable > 0)
    return tidy(", ".join([" · ".join(map(str, votes.steps)), *apart]))


def both_counts(voted: Voted) -> str:
    """From the lowest step to the highest, before then after."""
    told = [counts(voted.first), counts(voted.second) if voted.second else ""]
    return tidy(" → ".join(text for text in told if text))


def groups(question: Question, voted: Voted) -> str:
    """Where the middle of each group stands; only groups of three or more, only where they differ."""
    told = [
        f"{anchor(question, step)} pour {OTHERS_NAME if role == OTHERS else ROLE_BY_ID[role].group}"
        for role, step in voted.roles.items()
    ]
    return sentence(f"la réponse du milieu est {listed(told)}") if len(told) > 1 else ""


def outcome(voted: Voted) -> str:
    if voted.open_point:
        return OPEN
    return NOTHING if voted.decided is None else DECIDED


def open_points(names: list[str]) -> str:
    if not names:
        return NONE_OPEN
    head = "Un point ouvert" if len(names) == 1 else f"{len(names)} points ouverts"
    return tidy(f"{head} : {listed([quoted(name) for name in names])}. Rester partagés est un résultat, pas un échec.")
