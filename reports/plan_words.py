"""The plan in sentences: what an action lifts, what it costs, why another one waits. Zero is a case like any other."""

from __future__ import annotations

import re

from questionnaire.catalogue import Action
from questionnaire.language import plural, say
from questionnaire.model import Questionnaire, Theme
from questionnaire.rules import ScoringRules
from questionnaire.typography import counted, listed, number, typeset
from reports.phrases import euros, hours, in_words, lower_first, month, quoted, sentence, upper_first
from scoring import display
from scoring.plan_model import Capacity, Lift, Plan, PlannedAction

NOTHING_TO_PROTECT = "Rien à protéger d’abord : aucune question critique n’est au premier palier."
_ARROW = "\u00a0→\u00a0"


def plan_title(count: int) -> str:
    """« Vos cinq actions », « Votre action », « Pas d’action pour l’instant »."""
    if count == 0:
        return say("Pas d’action pour l’instant")
    return say("Votre action") if count == 1 else say("Vos {count} actions", count=in_words(count))


def meter(plan: Plan) -> str:
    """« 13 h sur 40 · 0 € »: what the plan takes of what there is."""
    if not plan.all:
        return ""
    return typeset(
        say(
            "{taken} sur {available} · {euros}",
            taken=hours(plan.hours),
            available=number(plan.capacity.hours),
            euros=euros(plan.euros),
        )
    )


def capacity_words(capacity: Capacity, months: int) -> tuple[str, ...]:
    """The means the plan counts on, and that they are a hypothesis when nothing was said."""
    pace = say(
        "{hours_per_month} par mois pendant {months}",
        hours_per_month=hours(capacity.hours_per_month),
        months=counted(months, "mois", "mois"),
    )
    limit = counted(capacity.at_most, "action", "actions")
    means = sentence(
        say(
            "le plan tient dans {hours} ({pace}), {euros} et {limit} au plus",
            hours=hours(capacity.hours),
            pace=pace,
            euros=euros(capacity.euros),
            limit=limit,
        )
    )
    if not capacity.assumed:
        return (means,)
    return means, sentence(say("c’est une hypothèse : vous n’avez pas dit combien de temps vous pouvez y passer"))


def empty_words(plan: Plan, said: int) -> tuple[str, ...]:
    """The kind page of a plan without action; `said` counts the questions that hold an answer."""
    if plan.capacity.hours == 0:
        first = say(
            "Vous n’avez pas de temps pour ces sujets en ce moment, et c’est une vraie réponse : le plan attendra."
        )
        then = say(
            "Le jour où une heure se libère, changez ce temps dans votre profil : un premier geste apparaîtra ici."
        )
        return typeset(first), typeset(then)
    if plan.refused:
        return (
            typeset(
                say(
                    "Aucune action ne tient dans vos moyens actuels. Celles qui aideraient le plus sont citées ci-dessous."
                )
            ),
        )
    if not said:
        return (typeset(say("Aucune question n’a encore de réponse : le plan s’écrira avec les premières.")),)
    first = say(
        "Rien à ajouter pour l’instant : aucune action du catalogue ne ferait avancer ce que vous avez répondu."
    )
    return typeset(first), typeset(
        say("Répondre à d’autres questions, ou viser plus haut sur un thème, en fera apparaître.")
    )


def priority(action: Action | None, planned: PlannedAction) -> int:
    """Squares out of three: what protects, then what is quick, then the rest of the year."""
    return 3 if planned.protects else 2 if action and action.horizon == "quick" else 1


def lift_words(lift: Lift, theme: Theme, rules: ScoringRules, *, in_numbers: bool) -> str:
    """« Sécurité 24 → 33 »; the name alone where no number may be read."""
    if not in_numbers:
        return theme.name
    start, end = display.shown_score(lift.start, rules), display.shown_score(lift.end, rules)
    return f"{theme.name} {start}{_ARROW}{end}" if start != end else say("{name}, moins d’un point", name=theme.name)


def lift_sentence(lift: Lift, theme: Theme, rules: ScoringRules, *, in_numbers: bool) -> str:
    """« « Sécurité » passe de 24 à 33. »"""
    if not in_numbers:
        return sentence(say("fait avancer le thème {name}", name=quoted(theme.name)))
    start, end = display.shown_score(lift.start, rules), display.shown_score(lift.end, rules)
    if start == end:
        return sentence(say("{name} avance de moins d’un point", name=quoted(theme.name)))
    return sentence(say("{name} passe de {start} à {end}", name=quoted(theme.name), start=start, end=end))


def opens_words(titles: list[str]) -> str:
    """What an action makes possible; empty when it opens nothing in this plan."""
    return (
        sentence(say("ouvre la voie à {actions}", actions=listed([quoted(lower_first(t)) for t in titles])))
        if titles
        else ""
    )


def protects_words(names: list[str]) -> str:
    return sentence(say("protège d’abord : {questions}", questions=listed([quoted(n) for n in names]))) if names else ""


def cost_words(questionnaire: Questionnaire, action: Action, planned: int) -> str:
    """The money as planned, then the class when it is wider, the free route, the quote to ask for."""
    text = next(c.text for c in questionnaire.cost_classes if c.id == action.cost)
    words = (
        euros(planned)
        if text == euros(planned)
        else say("{planned} dans le plan ({cost})", planned=euros(planned), cost=text)
    )
    more = [say("devis à demander")] if action.quote else []
    more += [say("fait économiser")] if action.saves_money else []
    return typeset(", ".join([words, *more]))


def facts_words(action: Action, planned: PlannedAction, cost: str) -> tuple[str, ...]:
    """Month, hours, money, who leads: the line under an action's title."""
    return (
        upper_first(month(planned.month)),
        hours(planned.hours),
        cost,
        typeset(say("mené par : {lead}", lead=action.lead)),
    )


def total_words(plan: Plan) -> tuple[str, str, str]:
    return upper_first(counted(len(plan.all), "action", "actions")), hours(plan.hours), euros(plan.euros)


def protect_sentence(protected: int, waiting: list[str]) -> str:
    """Said when nothing is at the lowest step; critical questions still without an answer are named."""
    if protected:
        return ""
    if not waiting:
        return typeset(say(NOTHING_TO_PROTECT))
    verb = plural(len(waiting), "reste", "restent")
    return typeset(
        say(
            "Rien à protéger d’abord d’après vos réponses ; {questions} {verb} sans réponse.",
            questions=listed([quoted(n) for n in waiting]),
            verb=verb,
        )
    )


def named(text: str, questionnaire: Questionnaire) -> str:
    """Action ids replaced by their titles: people read « Copier les fichiers », not a code."""
    ids = [re.escape(i) for i in questionnaire.action_by_id if len(i) > 1 and not i.isdigit()]
    if not ids:
        return text
    pattern = re.compile(rf"(?<![\w«-])(?:{'|'.join(sorted(ids, key=len, reverse=True))})(?![\w-])")
    return pattern.sub(lambda m: quoted(questionnaire.action_by_id[m.group()].title), text)
