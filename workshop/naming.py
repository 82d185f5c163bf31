"""The sentence that names what the room agrees on or not: from counts to French, nothing about a single person."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from questionnaire.language import say
from questionnaire.model import Question
from questionnaire.typography import counted, listed, typeset
from workshop.model import Tally
from workshop.proposal import lower_median, propose

MOSTLY = Fraction(1, 2)  # from here the room mostly agrees; an expert choice, to be calibrated in a pilot
LIST_STEPS = ("moins d’un tiers en place", "un tiers au moins", "deux tiers au moins", "tout est en place")

Group = tuple[str, Tally]  # how the group stands in a sentence after « pour », and its votes


def sentence(question: Question, votes: Tally, found: Fraction | None, groups: Sequence[Group] = ()) -> str:
    """What the counts of one question say, in one to three French sentences. `found` is van der Eijk's A."""
    parts = [_main(question, votes, found), _unknown(votes), _roles(question, groups)]
    return typeset(" ".join(part for part in parts if part))


def anchor(question: Question, step: int) -> str:
    """The step in words, between French quotes."""
    return f"« {(say(LIST_STEPS)[step] if question.type == 'checklist' else question.anchors[step])} »"


def _main(question: Question, votes: Tally, found: Fraction | None) -> str:
    proposed = propose(question, votes)
    if proposed.kind != "answer":
        return say(proposed.because)
    given = sum(votes.steps)
    if not given:
        return _without_steps(votes)
    if 2 * votes.unknown > votes.n:
        return say("Plus de la moitié ne sait pas : cherchez qui saurait répondre.")
    steps = [step for step, count in enumerate(votes.steps) if count]
    if len(steps) == 1:
        return say("{given} : même réponse, {answer}.", given=_people(given), answer=anchor(question, steps[0]))
    if found is None:
        spread = say("de {lowest} à {highest}", lowest=anchor(question, steps[0]), highest=anchor(question, steps[-1]))
        return say(
            "{given} : trop peu pour mesurer un accord. Les réponses vont {spread}.",
            given=_people(given),
            spread=spread,
        )
    return _split(question, votes) if found < 0 else _spread(question, votes, found >= MOSTLY)


def _without_steps(votes: Tally) -> str:
    if votes.said:
        return say(
            "Ces listes se lisent ligne par ligne : regardez celles qui ne sont pas rangées partout au même endroit."
        )
    return (
        say("Personne ne se dit concerné.")
        if votes.not_applicable
        else say("Personne ne sait : cherchez qui saurait répondre.")
    )


def _split(question: Question, votes: Tally) -> str:
    """Two camps: the fullest step of the lower half and that of the upper half."""
    half = len(votes.steps) // 2
    low = max(range(half), key=lambda step: votes.steps[step])
    high = max(range(half, len(votes.steps)), key=lambda step: votes.steps[step])
    camps = say(
        "{low_votes} pour {low}, {high_votes} pour {high}",
        low_votes=votes.steps[low],
        low=anchor(question, low),
        high_votes=votes.steps[high],
        high=anchor(question, high),
    )
    return say(
        "La salle est coupée en deux : {camps}. Les deux peuvent être vrais à des endroits différents.", camps=camps
    )


def _spread(question: Question, votes: Tally, mostly: bool) -> str:
    middle = lower_median(votes.steps)
    below, above = sum(votes.steps[:middle]), sum(votes.steps[middle + 1 :])
    sides = [say("{below} plus bas", below=below)] * (below > 0) + [say("{above} plus haut", above=above)] * (above > 0)
    opening = say("La salle est plutôt d’accord") if mostly else say("Les réponses sont dispersées")
    return say(
        "{opening} : {steps} pour {question}, {sides}.",
        opening=opening,
        steps=votes.steps[middle],
        question=anchor(question, middle),
        sides=listed(sides),
    )


def _unknown(votes: Tally) -> str:
    """Beside other answers; a room where most do not know has its own sentence."""
    if not votes.unknown or 2 * votes.unknown > votes.n or not votes.said:
        return ""
    return say("{unknown} : « Je ne sais pas ».", unknown=_people(votes.unknown))


def _roles(question: Question, groups: Sequence[Group]) -> str:
    """Only groups large enough are given, and only a difference is said."""
    middles = [(name, lower_median(votes.steps)) for name, votes in groups if sum(votes.steps)]
    if len({step for _, step in middles}) < 2:
        return ""
    return say(
        "La réponse du milieu est {answers}.",
        answers=listed(
            [say("{question} pour {name}", question=anchor(question, step), name=name) for name, step in middles]
        ),
    )


def _people(count: int) -> str:
    return counted(count, "personne", "personnes")
