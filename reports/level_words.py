"""Scores and levels in words. The only number ever shown is an interval; a level is given by both its edges."""

from __future__ import annotations

from fractions import Fraction

from questionnaire.language import plural, say
from questionnaire.rules import LevelRule, ScoringRules
from questionnaire.typography import number, tidy, typeset
from reports.phrases import in_words, quoted, sentence
from scoring import display
from scoring.levels import near_border
from scoring.model import AxisScore, Score

INTERVAL_NOTE = tidy(
    "Fourchette liée à vos « je ne sais pas ». À part, une même association répondant deux fois "
    "peut varier de plusieurs points."
)
IN_WORDS = "en mots"
OUT_OF_SCOPE = "sans objet"
BORDER = "à la frontière"


def level(number: int, rules: ScoringRules) -> LevelRule:
    return next(rule for rule in rules.levels if rule.number == number)


def level_cell(score: Score) -> str:
    """« 2 », « 1, peut-être 2 », or a dash when nothing applies."""
    if score.level_assured is None or score.level_possible is None:
        return "–"
    if score.level_assured == score.level_possible:
        return str(score.level_assured)
    return say(
        "{level_assured}, peut-être\u00a0{level_possible}",
        level_assured=score.level_assured,
        level_possible=score.level_possible,
    )


def level_names(score: Score, rules: ScoringRules) -> str:
    """« En construction », or « Point de départ, peut-être En construction »."""
    if score.level_assured is None or score.level_possible is None:
        return say("Sans objet pour vous")
    first, last = level(score.level_assured, rules).name, level(score.level_possible, rules).name
    return first if first == last else say("{first}, peut-être {last}", first=first, last=quoted(last))


def level_words(score: Score) -> str:
    """« niveau 2 », « au moins niveau 1, peut-être 2 »."""
    if score.level_assured is None or score.level_possible is None:
        return say(OUT_OF_SCOPE)
    return display.shown_level(score.level_assured, score.level_possible)


def level_sentence(score: Score, rules: ScoringRules) -> str:
    """The level with its name: « Niveau 2, « En construction ». »"""
    if score.level_assured is None or score.level_possible is None:
        return typeset(say("Sans objet pour vous : aucune de ces questions ne vous concerne."))
    first = f"{quoted(level(score.level_assured, rules).name)}"
    if score.level_assured == score.level_possible:
        return sentence(say("niveau {level_assured}, {first}", level_assured=score.level_assured, first=first))
    last = quoted(level(score.level_possible, rules).name)
    return sentence(
        say(
            "au moins niveau {level_assured}, {first}, peut-être {level_possible}, {last}",
            level_assured=score.level_assured,
            first=first,
            level_possible=score.level_possible,
            last=last,
        )
    )


def border_sentence(score: Score, rules: ScoringRules) -> str:
    """Said when an edge lies within the margin of a threshold; empty otherwise."""
    if not near_border(score, rules):
        return ""
    return sentence(
        say(
            "{border} entre deux niveaux : une autre fois, la lecture pourrait être l’un ou l’autre", border=say(BORDER)
        )
    )


def interval_words(axis: AxisScore, rules: ScoringRules) -> str:
    """« 34 à 40 », « en mots » where no number may be read, « sans objet » where nothing applies."""
    if axis.score.low is None or axis.score.high is None:
        return say(OUT_OF_SCOPE)
    return score_words(axis.score, rules) if axis.evaluable else say(IN_WORDS)


def score_words(score: Score, rules: ScoringRules) -> str:
    if score.low is None or score.high is None:
        return say(OUT_OF_SCOPE)
    return display.shown_interval(score.low, score.high, rules)


def interval_sentence(axis: AxisScore, rules: ScoringRules) -> str:
    """« De 34 à 40 sur 100 » with where the width comes from; empty where no number may be read."""
    if not axis.evaluable or axis.score.low is None or axis.score.high is None:
        return ""
    words = display.shown_interval(axis.score.low, axis.score.high, rules)
    if axis.score.low == axis.score.high:
        return sentence(say("{words} sur 100, toutes les réponses étant connues", words=words))
    return sentence(
        say(
            "{of}{words} sur 100, selon ce que vaudraient les réponses qui manquent",
            of=say("de ") if " " in words else "",
            words=words,
        )
    )


def why_no_number(axis: AxisScore, mode: str, rules: ScoringRules) -> str:
    """Why an axis is told in words; empty when it has a number."""
    least = int(rules.axis_answered_min.value)
    if axis.evaluable or axis.score.low is None:
        return ""
    if mode == "express":
        return typeset(say("mode express : en mots"))
    if axis.asked < least:
        return typeset(say("moins de {least} questions posées : pas de chiffre", least=in_words(least, feminine=True)))
    if axis.answered < least:
        return typeset(say("moins de {least} réponses connues : pas de chiffre", least=in_words(least, feminine=True)))
    return typeset(say("trop de réponses manquent : pas de chiffre"))


def reason_words(text: str, evaluable: bool) -> str:
    """A reason as scoring says it; its opening « Score 95, » is left out where no number may be read."""
    if evaluable or not text.startswith("Score "):
        return text
    return sentence(text.partition(", ")[2])


def percent(share: Fraction) -> str:
    """A coverage as printed: « 94 % »."""
    return say("{share}\u202f%", share=number(100 * share))


def sensitivity_sentence(same: int, ways: int) -> str:
    """« Niveau inchangé dans 6 variantes de calcul sur 7, garde-fous à part. »"""
    noun = plural(same, "variante", "variantes")
    return sentence(
        say(
            "niveau inchangé dans {same} {noun} de calcul sur {ways}, garde-fous à part",
            same=same,
            noun=noun,
            ways=ways,
        )
    )
