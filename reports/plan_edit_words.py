"""What the association changed in its plan, and what surrounds the plan, in sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from questionnaire.language import plural, say
from questionnaire.model import Questionnaire
from questionnaire.rules import ScoringRules
from questionnaire.typography import counted, listed, number, typeset
from reports.phrases import day, euros, hours, quoted, sentence
from reports.plan_words import lift_sentence
from scoring.margins import Margin, Unlocked
from scoring.plan_model import Conflict, Plan

STATUSES = {"todo": "à faire", "doing": "en cours", "done": "fait"}
HORIZONS = ((3, "Dans les trois mois"), (6, "D’ici six mois"), (12, "D’ici un an"))
LATER = "Plus tard"
UNLOCK_LEAD = (
    "Ces actions ne sont pas dans votre plan, faute d’argent, de temps ou de place. Une subvention pourrait payer un "
    "achat, ou des heures de travail. Vous pouvez en ajouter une au plan, puis préparer la demande."
)
TOUCHED_WITH_QUOTE = "devis reçu"

Name = Callable[[str], str]


def horizon_words(month: str, start: date) -> str:
    """« Dans les trois mois », from the months between the start and `month` (YYYY-MM)."""
    year, number_of_month = map(int, month.split("-"))
    apart = (year - start.year) * 12 + number_of_month - start.month
    return next((words for limit, words in say(HORIZONS) if apart < limit), say(LATER))


def conflict_words(conflict: Conflict, plan: Plan, name: Name) -> str:
    """What does not hold together, and the ways out; nothing is undone for them."""
    amount = conflict.amount
    match conflict.kind:
        case "hours":
            text = say(
                "ce que vous gardez demande {amount} de plus que votre temps : écartez une action, ou changez le "
                "temps indiqué dans le profil",
                amount=hours(amount),
            )
        case "euros":
            text = say(
                "ce que vous gardez coûte {amount} de plus que votre argent : indiquez qui d’autre paie, ou préparez "
                "une demande de financement",
                amount=euros(amount),
            )
        case "number":
            text = say(
                "vous gardez {amount} de plus que les {at_most} conseillées : un plan court se termine plus sûrement",
                amount=counted(amount, "action", "actions"),
                at_most=plan.capacity.at_most,
            )
        case "prerequisite":
            text = say(
                "{action} attend {other}, que vous avez écartée : remettez-la dans le plan, ou dites qu’elle est faite",
                action=quoted(name(conflict.action)),
                other=quoted(name(conflict.other)),
            )
        case _:
            text = say(
                "{action} est prévue avant {other}, dont elle a besoin : changez l’une des deux dates",
                action=quoted(name(conflict.action)),
                other=quoted(name(conflict.other)),
            )
    return sentence(text)


def margin_words(margin: Margin, plan: Plan, name: Name) -> str:
    """« Avec 5 h de plus : … » ; that nothing would change is said too, with what really limits."""
    more = say(" et ").join(
        [*([hours(margin.hours)] if margin.hours else []), *([euros(margin.euros)] if margin.euros else [])]
    )
    start = say("avec {more} de plus sur l’année", more=more)
    if not margin.entering and not margin.leaving:
        full = sum(not (a.edit and a.edit.done) for a in plan.all) >= plan.capacity.at_most
        why = (
            say(" : c’est le nombre d’actions, {at_most} à la fois, qui limite", at_most=plan.capacity.at_most)
            if full
            else ""
        )
        return sentence(say("{start}, le plan resterait le même{why}", start=start, why=why))
    return sentence(f"{start}, {changes_words(margin, name)}")


def changes_words(margin: Margin, name: Name) -> str:
    """« « A » entrerait dans le plan et « B » attendrait »."""
    comes = listed([quoted(name(i)) for i in margin.entering])
    goes = listed([quoted(name(i)) for i in margin.leaving])
    told = (
        [
            say(
                "{comes} {enter} dans le plan",
                comes=comes,
                enter=plural(len(margin.entering), "entrerait", "entreraient"),
            )
        ]
        if comes
        else []
    )
    told += [f"{goes} {plural(len(margin.leaving), 'attendrait', 'attendraient')}"] if goes else []
    return " ; ".join(told)


def unlock_cost(unlocked: Unlocked) -> str:
    """« 350 € (devis reçu), 10 h », « 1 000 à 5 000 €, devis à demander, 10 h »."""
    if unlocked.quoted:
        money = f"{euros(unlocked.euros_high)} ({say(TOUCHED_WITH_QUOTE)})"
    elif unlocked.euros_high == 0:
        money = say("pas d’achat, du temps seulement")
    else:
        money = say(
            "{euros_low} à {euros_high}, devis à demander",
            euros_low=number(unlocked.euros_low),
            euros_high=euros(unlocked.euros_high),
        )
    return typeset(f"{money} · {hours(unlocked.hours)}")


def unlock_words(
    unlocked: Unlocked, questionnaire: Questionnaire, rules: ScoringRules, in_numbers: Callable[[str], bool], name: Name
) -> str:
    """What it would change, what it waits for, whether it holds in the time there is."""
    told = [
        lift_sentence(lift, questionnaire.theme_by_id[lift.theme], rules, in_numbers=in_numbers(lift.theme))
        for lift in unlocked.lifts
    ]
    if unlocked.needs:
        told.append(
            sentence(say("à faire avant : {actions}", actions=listed([quoted(name(i)) for i in unlocked.needs])))
        )
    fits = say("tient dans le temps dont vous disposez")
    told.append(sentence(fits if unlocked.fits else say("prendrait la place d’une autre action, ou plus de temps")))
    return " ".join(told)


def due_words(due: date) -> str:
    return typeset(say("d’ici au {due}", due=day(due)))
