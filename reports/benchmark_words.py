"""Published figures beside an answer: one sentence form only, never a rank, never a score scale (framework C.5)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import sqrt
from typing import Any

from questionnaire.language import say
from questionnaire.model import Questionnaire
from questionnaire.typography import listed, number, round_half_up, typeset
from reports.answer_words import line_label, option_text
from reports.phrases import day, in_words, lower_first, percent, period, quoted, sentence, upper_first
from scoring.benchmark import Comparison, Marked, Row, Share

YOU = "vous"
CLOSE_WORDING = "Libellé proche"
NOT_BROKEN_DOWN = "non ventilées"
NEITHER = "ni l’un ni l’autre, ou sans réponse (part déduite)"
CAUTION = "Aucune de ces parts n’est une note : on y lit ce que d’autres ont déclaré, sans classement."


def said_words(comparison: Comparison, questionnaire: Questionnaire, fields: Mapping[str, Any]) -> str:
    """The association's own answer, in the words it chose among; all of them where several were allowed."""
    target = comparison.row.maps_to
    if target.field:
        options, said = questionnaire.field_by_id[target.field].options, fields.get(target.field)
        several = said if isinstance(said, list | tuple) else (comparison.said,)
        return " ; ".join(option_text(options, option) for option in several)
    question = questionnaire.question_by_id[target.question or ""]
    return line_label(question, comparison.said)


def sentences(comparison: Comparison, said: str) -> tuple[str, ...]:
    """One sentence, or one for each reading of the row; a single one naming both when they agree."""
    spoken = [_sentence(comparison.row, mark, said) for mark in comparison.marks]
    labels = [mark.reading.label if mark.reading else "" for mark in comparison.marks]
    if len(set(spoken)) == 1 and len(spoken) > 1:
        both = " ; ".join(lower_first(label) for label in labels)
        return (
            typeset(
                say(
                    "{count} lectures, même résultat ({both}) – {spoken}",
                    count=in_words(len(labels)).capitalize(),
                    both=both,
                    spoken=spoken[0],
                )
            ),
        )
    return tuple(typeset(f"{label} – {text}" if label else text) for label, text in zip(labels, spoken, strict=True))


def _sentence(row: Row, mark: Marked, said: str) -> str:
    """« Votre réponse : « en bonne voie », comme 47 % des répondants (…) »; no comparison outside the shares."""
    if mark.share is None:
        return typeset(
            say(
                "Votre réponse : {said}. Parmi les répondants : {row}.",
                said=quoted(said),
                row=listed(_shares(row, row.shares)),
            )
        )
    others = _shares(row, [share for share in row.shares if share is not mark.share])
    beside = f" ({', '.join(others)})" if others else ""
    return typeset(
        say(
            "Votre réponse : {said}, comme {percent} des répondants{beside}.",
            said=quoted(said),
            percent=percent(mark.share.percent),
            beside=beside,
        )
    )


def _shares(row: Row, shares: list[Share] | tuple[Share, ...]) -> list[str]:
    named = [f"{share.label} {percent(share.percent)}" for share in shares]
    return named + ([f"{rest_label(row)} {percent(row.not_broken_down)}"] if row.not_broken_down else [])


def rest_label(row: Row) -> str:
    """What the remainder is: deduced where a row is read in several ways, « non ventilées » elsewhere."""
    return say(NEITHER) if row.readings else say(NOT_BROKEN_DOWN)


def marks_on(comparison: Comparison, share: Share) -> tuple[str, ...]:
    """Who stands on this share: « vous », with the reading when only some readings put the answer there."""
    here = [mark for mark in comparison.marks if mark.share is share]
    if len(here) == len(comparison.marks):
        return (say(YOU),)
    return tuple(f"{say(YOU)}, {lower_first(mark.reading.label)}" for mark in here if mark.reading)


def source_words(row: Row) -> str:
    """Wording status, publisher, edition, n, mode and dates: always printed beside the figure."""
    status = f"{say(CLOSE_WORDING)}. " if row.wording_status == "a_verifier" or row.comparability == "close" else ""
    dates = period(row.fieldwork.from_, row.fieldwork.to)
    return typeset(
        say(
            "{status}{publisher}, {edition} ; n\u202f=\u202f{n} ; {mode} ; {dates} ; {population}. Lu le "
            "{verified_on}.",
            status=status,
            publisher=row.publisher,
            edition=row.edition,
            n=number(row.n),
            mode=row.mode,
            dates=dates,
            population=row.population,
            verified_on=day(row.verified_on),
        )
    )


def cautions(row: Row) -> tuple[str, ...]:
    """How our question differs from the study's, and what the study is."""
    return sentence(row.difference), sentence(row.source_note)


def short_source(row: Row) -> str:
    """The one line under a strip where room is short."""
    status = f"{say(CLOSE_WORDING)}. " if row.wording_status == "a_verifier" or row.comparability == "close" else ""
    dates = period(row.fieldwork.from_, row.fieldwork.to)
    return typeset(f"{status}{row.publisher}, {row.edition}, {row.mode}, n\u202f=\u202f{number(row.n)}, {dates}.")


def heading(row: Row) -> str:
    return typeset(say("Votre réponse à côté de celles de {n} répondants", n=number(row.n)))


def wilson(percent: int, n: int) -> tuple[str, str]:
    """The Wilson 95 % interval of a published share, as it would be for a random sample (method annex only).

    The share is taken as the whole number of respondents nearest to the printed percentage.
    """
    share, z = round_half_up(Fraction(percent * n, 100)) / n, 1.96
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return _decimal(100 * (middle - half)), _decimal(100 * (middle + half))


def margin_words(row: Row) -> str:
    """Every share of a row with its interval: « expérimentées 26 % [24,2 ; 27,8] »."""
    words = []
    for share in row.shares:
        low, high = wilson(share.percent, row.n)
        words.append(f"{share.label} {percent(share.percent)} [{low} ; {high}]")
    return typeset(upper_first(" · ".join(words)))


def _decimal(value: float) -> str:
    units, tenths = f"{value:.1f}".split(".")
    return say("{units},{tenths}", units=units, tenths=tenths)
