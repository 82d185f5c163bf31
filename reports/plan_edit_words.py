"""What the association changed in its plan, and what surrounds the plan, in sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from questionnaire.model import Questionnaire
from questionnaire.rules import ScoringRules
from questionnaire.typography import counted, listed, number, tidy
from reports.french import day, euros, hours, quoted, sentence
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
    return next((words for limit, words in HORIZONS if apart < limit), LATER)


def conflict_words(conflict: Conflict, plan: Plan, name: Name) -> str:
    """What does not hold together, and the ways out; nothing is undone for them."""
    amount = conflict.amount
    match conflict.kind:
        case "hours":
            text = (
                f"ce que vous gardez demande {hours(amount)} de plus que votre temps : "
                "écartez une action, ou changez le temps indiqué dans le profil"
            )
        case "euros":
            text = (
                f"ce que vous gardez coûte {euros(amount)} de plus que votre argent : "
                "indiquez qui d’autre paie, ou préparez une demande de financement"
            )
        case "number":
            text = (
                f"vous gardez {counted(amount, 'action', 'actions')} de plus que les {plan.capacity.at_most} "
                "conseillées : un plan court se termine plus sûrement"
            )
        case "prerequisite":
            text = (
                f"{quoted(name(conflict.action))} attend {quoted(name(conflict.other))}, que vous avez écartée : "
                "remettez-la dans le plan, ou dites qu’elle est faite"
            )
        case _:
            text = (
                f"{quoted(name(conflict.action))} est prévue avant {quoted(name(conflict.other))}, "
                "dont elle a besoin : changez l’une des deux dates"
            )
    return sentence(text)


def margin_words(margin: Margin, plan: Plan, name: Name) -> str:
    """« Avec 5 h de plus : … » ; that nothing would change is said too, with what really limits."""
    more = " et ".join(
        [*([hours(margin.hours)] if margin.hours else []), *([euros(margin.euros)] if margin.euros else [])]
    )
    start = f"avec {more} de plus sur l’année"
    if not margin.entering and not margin.leaving:
        full = sum(not (a.edit and a.edit.done) for a in plan.all) >= plan.capacity.at_most
        why = f" : c’est le nombre d’actions, {plan.capacity.at_most} à la fois, qui limite" if full else ""
        return sentence(f"{start}, le plan resterait le même{why}")
    return sentence(f"{start}, {changes_words(margin, name)}")


def changes_words(margin: Margin, name: Name) -> str:
    """« « A » entrerait dans le plan et « B » attendrait »."""
    comes = listed([quoted(name(i)) for i in margin.entering])
    goes = listed([quoted(name(i)) for i in margin.leaving])
    told = [f"{comes} {'entrerait' if len(margin.entering) == 1 else 'entreraient'} dans le plan"] if comes else []
    told += [f"{goes} {'attendrait' if len(margin.leaving) == 1 else 'attendraient'}"] if goes else []
    return " ; ".join(told)


def unlock_cost(unlocked: Unlocked) -> str:
    """« 350 € (devis reçu), 10 h », « 1 000 à 5 000 €, devis à demander, 10 h »."""
    if unlocked.quoted:
        money = f"{euros(unlocked.euros_high)} ({TOUCHED_WITH_QUOTE})"
    elif unlocked.euros_high == 0:
        money = "pas d’achat, du temps seulement"
    else:
        money = f"{number(unlocked.euros_low)} à {euros(unlocked.euros_high)}, devis à demander"
    return tidy(f"{money} · {hours(unlocked.hours)}")


def unlock_words(
    unlocked: Unlocked, questionnaire: Questionnaire, rules: ScoringRules, in_numbers: Callable[[str], bool], name: Name
) -> str:
    """What it would change, what it waits for, whether it holds in the time there is."""
    told = [
        lift_sentence(lift, questionnaire.theme_by_id[lift.theme], rules, in_numbers=in_numbers(lift.theme))
        for lift in unlocked.lifts
    ]
    if unlocked.needs:
        told.append(sentence(f"à faire avant : {listed([quoted(name(i)) for i in unlocked.needs])}"))
    fits = "tient dans le temps dont vous disposez"
    told.append(sentence(fits if unlocked.fits else "prendrait la place d’une autre action, ou plus de temps"))
    return " ".join(told)


def due_words(due: date) -> str:
    return tidy(f"d’ici au {day(due)}")
