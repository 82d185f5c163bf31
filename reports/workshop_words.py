"""What a workshop's record says, in sentences: agreement in words then in numbers, what moved, what was decided."""

from __future__ import annotations

from fractions import Fraction

from questionnaire.language import say
from questionnaire.model import Question
from questionnaire.typography import counted, listed, number, round_half_up, tidy, typeset
from questionnaire.workshop_record import OTHERS, Counted, Session, Voted
from reports.content_figures import Titled
from reports.phrases import day, quoted, sentence
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
    asked = say(" sur {asked}", asked=session.asked) if session and session.asked > len(voted) else ""
    questions = f"{counted(len(voted), 'question votée', 'questions votées')}{asked}"
    votes = sum(one.first.votes for one in voted)
    if session is None:
        return (typeset(questions), typeset(counted(votes, "vote", "votes")))
    possible = session.participants * len(voted)
    scope = f" ({say(SCOPES)[session.scope]})" if session.scope in SCOPES else ""
    return (
        say("Atelier du {on}", on=day(session.on)),
        typeset(counted(session.participants, "personne", "personnes")),
        typeset(f"{questions}{scope}"),
        typeset(
            say("{votes} sur {possible} possibles", votes=counted(votes, "vote", "votes"), possible=number(possible))
        ),
    )


def said(votes: Counted) -> str:
    """How far people agreed in one vote: words, then the indices; no index under four answers."""
    if votes.votes < VOTES_MIN:
        return typeset(
            say(
                "{votes} : moins de {votes_min} votes, pas d’indice.",
                votes=counted(votes.votes, "vote", "votes"),
                votes_min=VOTES_MIN,
            )
        )
    found, within = agreement(votes.steps), r_wg(votes.steps)
    told = typeset(f"{counted(votes.votes, 'vote', 'votes')} : {_in_words(votes, found)}.")
    if found is None or within is None:
        return typeset(told)
    return typeset(say("{told} A {found} ; rwg {within}.", told=told, found=decimal(found), within=decimal(within)))


def _in_words(votes: Counted, found: Fraction | None) -> str:
    answers = sum(votes.steps)
    if 2 * votes.unknown > votes.votes:
        return say("plus de la moitié ne sait pas")
    if found is None:
        few = answers < VOTES_MIN
        return (
            say("moins de {votes_min} réponses sur l’échelle, pas d’indice", votes_min=VOTES_MIN)
            if few
            else say("échelle trop courte, pas d’indice")
        )
    if max(votes.steps) == answers:
        return say("même réponse pour tous")
    if found < 0:
        return say("la salle est coupée en deux")
    return say("la salle est plutôt d’accord") if found >= MOSTLY else say("les réponses sont dispersées")


def decimal(value: Fraction) -> str:
    """Two decimals: « 0,61 », « −0,33 »."""
    cents = round_half_up(100 * abs(value))
    sign = "−" if value < 0 and cents else ""
    return say("{units},{tenths}", units=f"{sign}{cents // 100}", tenths=f"{cents % 100:02d}")


def moved(voted: Voted) -> str:
    if not voted.compared:
        return ""
    if not voted.movers:
        return typeset(say("Personne n’a changé de réponse, sur\u00a0{compared}.", compared=voted.compared))
    return typeset(
        say("Ont changé de réponse : {movers}\u00a0sur\u00a0{compared}.", movers=voted.movers, compared=voted.compared)
    )


def counts(votes: Counted) -> str:
    """« 2 · 2 · 2 · 1, et 1 ne sait pas »; empty when they are not kept."""
    if not votes.steps:
        return ""
    apart = [say("{unknown} « je ne sais pas »", unknown=votes.unknown)] * (votes.unknown > 0)
    apart += [say("{not_applicable} « non concerné »", not_applicable=votes.not_applicable)] * (
        votes.not_applicable > 0
    )
    return typeset(", ".join([" · ".join(map(str, votes.steps)), *apart]))


def both_counts(voted: Voted) -> str:
    """From the lowest step to the highest, before then after."""
    told = [counts(voted.first), counts(voted.second) if voted.second else ""]
    return typeset(" → ".join(text for text in told if text))


def groups(question: Question, voted: Voted) -> str:
    """Where the middle of each group stands; only groups of three or more, only where they differ."""
    told = [
        say(
            "{question} pour {others_name}",
            question=anchor(question, step),
            others_name=say(OTHERS_NAME) if role == OTHERS else say(ROLE_BY_ID[role].group),
        )
        for role, step in voted.roles.items()
    ]
    return sentence(say("la réponse du milieu est {told}", told=listed(told))) if len(told) > 1 else ""


def outcome(voted: Voted) -> str:
    if voted.open_point:
        return say(OPEN)
    return say(NOTHING) if voted.decided is None else say(DECIDED)


def open_points(names: list[str]) -> str:
    if not names:
        return say(NONE_OPEN)
    head = say("Un point ouvert") if len(names) == 1 else say("{names} points ouverts", names=len(names))
    return typeset(
        say(
            "{head} : {questions}. Rester partagés est un résultat, pas un échec.",
            head=head,
            questions=listed([quoted(name) for name in names]),
        )
    )
