"""The request of the funder’s copy in sentences: what balances it, volunteer time, indicators, what it costs afterwards."""

from __future__ import annotations

from datetime import date

from questionnaire.language import say
from reports.phrases import day, euros, hours, quoted, sentence
from scoring.request import Balance


def excess_words(sums: Balance) -> str:
    if not sums.excess:
        return ""
    return sentence(
        say("les ressources prévues dépassent les charges de {excess} : rien n’est demandé", excess=euros(sums.excess))
    )


def volunteer_words(sums: Balance, rate: int) -> str:
    """The valued time with its rate, which the association chose; nothing when it values none."""
    if not sums.volunteer_euros:
        return ""
    return sentence(
        say(
            "{volunteer_hours} à {rate} l’heure, taux choisi par l’association : {volunteer_euros} de chaque "
            "côté, qui ne sont pas demandés en argent",
            volunteer_hours=hours(sums.volunteer_hours),
            rate=euros(rate),
            volunteer_euros=euros(sums.volunteer_euros),
        )
    )


def indicator_words(indicators: tuple[str, ...], measured_on: date | None, asked: bool) -> str:
    """What will be looked at, as it was written, and when; that nothing was fixed is said where money is asked."""
    if not indicators:
        return sentence(say("aucun indicateur n’est fixé à ce jour")) if asked else ""
    when = (
        say("mesure prévue le {measured_on}", measured_on=day(measured_on))
        if measured_on
        else say("date de mesure à fixer")
    )
    told = " ; ".join(quoted(indicator) for indicator in indicators)
    return f"{told}. {sentence(when)}"


def upkeep_words(yearly: int, asked: bool) -> str:
    """What it costs each year once the grant is spent; said too when nobody wrote it down."""
    if yearly:
        return sentence(say("{yearly} par an, à prévoir aussi après la subvention", yearly=euros(yearly)))
    return sentence(say("le coût de l’entretien après la subvention n’est pas chiffré à ce jour")) if asked else ""
