"""The plan in sentences: what an action lifts, what it costs, why another one waits. Zero is a case like any other."""

from __future__ import annotations

import re

from questionnaire.catalogue import Action, Resource
from questionnaire.model import Questionnaire, Theme
from questionnaire.rules import ScoringRules
from questionnaire.typography import counted, listed, number, tidy
from reports.french import day, euros, hours, in_words, lower_first, month, quoted, sentence, upper_first
from scoring import display
from scoring.plan_model import Capacity, Lift, Plan, PlannedAction

NOTHING_TO_PROTECT = "Rien à protéger d’abord : aucune question critique n’est au premier palier."
_ARROW = "\u00a0→\u00a0"


def plan_title(count: int) -> str:
    """« Vos cinq actions », « Votre action », « Pas d’action pour l’instant »."""
    if count == 0:
        return "Pas d’action pour l’instant"
    return "Votre action" if count == 1 else f"Vos {in_words(count)} actions"


def meter(plan: Plan) -> str:
    """« 13 h sur 40 · 0 € »: what the plan takes of what there is."""
    if not plan.all:
        return ""
    return tidy(f"{hours(plan.hours)} sur {number(plan.capacity.hours)} · {euros(plan.euros)}")


def capacity_words(capacity: Capacity, months: int) -> tuple[str, ...]:
    """The means the plan counts on, and that they are a hypothesis when nothing was said."""
    pace = f"{hours(capacity.hours_per_month)} par mois pendant {counted(months, 'mois', 'mois')}"
    limit = counted(capacity.at_most, "action", "actions")
    means = sentence(f"le plan tient dans {hours(capacity.hours)} ({pace}), {euros(capacity.euros)} et {limit} au plus")
    if not capacity.assumed:
        return (means,)
    return means, sentence("c’est une hypothèse : vous n’avez pas dit combien de temps vous pouvez y passer")


def empty_words(plan: Plan, said: int) -> tuple[str, ...]:
    """The kind page of a plan without action; `said` counts the questions that hold an answer."""
    if plan.capacity.hours == 0:
        first = "Vous n’avez pas de temps pour ces sujets en ce moment, et c’est une vraie réponse : le plan attendra."
        then = "Le jour où une heure se libère, changez ce temps dans votre profil : un premier geste apparaîtra ici."
        return tidy(first), tidy(then)
    if plan.refused:
        return (
            tidy(
                "Aucune action ne tient dans vos moyens actuels. Celles qui aideraient le plus sont citées ci-dessous."
            ),
        )
    if not said:
        return (tidy("Aucune question n’a encore de réponse : le plan s’écrira avec les premières."),)
    first = "Rien à ajouter pour l’instant : aucune action du catalogue ne ferait avancer ce que vous avez répondu."
    return tidy(first), tidy("Répondre à d’autres questions, ou viser plus haut sur un thème, en fera apparaître.")


def priority(action: Action | None, planned: PlannedAction) -> int:
    """Squares out of three: what protects, then what is quick, then the rest of the year."""
    return 3 if planned.protects else 2 if action and action.horizon == "quick" else 1


def lift_words(lift: Lift, theme: Theme, rules: ScoringRules, *, in_numbers: bool) -> str:
    """« Sécurité 24 → 33 »; the name alone where no number may be read."""
    if not in_numbers:
        return theme.name
    start, end = display.shown_score(lift.start, rules), display.shown_score(lift.end, rules)
    return f"{theme.name} {start}{_ARROW}{end}" if start != end else f"{theme.name}, moins d’un point"


def lift_sentence(lift: Lift, theme: Theme, rules: ScoringRules, *, in_numbers: bool) -> str:
    """« « Sécurité » passe de 24 à 33. »"""
    if not in_numbers:
        return sentence(f"fait avancer le thème {quoted(theme.name)}")
    start, end = display.shown_score(lift.start, rules), display.shown_score(lift.end, rules)
    if start == end:
        return sentence(f"{quoted(theme.name)} avance de moins d’un point")
    return sentence(f"{quoted(theme.name)} passe de {start} à {end}")


def opens_words(titles: list[str]) -> str:
    """What an action makes possible; empty when it opens nothing in this plan."""
    return sentence(f"ouvre la voie à {listed([quoted(lower_first(t)) for t in titles])}") if titles else ""


def protects_words(names: list[str]) -> str:
    return sentence(f"protège d’abord : {listed([quoted(n) for n in names])}") if names else ""


def cost_words(questionnaire: Questionnaire, action: Action, planned: int) -> str:
    """The money as planned, then the class when it is wider, the free route, the quote to ask for."""
    text = next(c.text for c in questionnaire.cost_classes if c.id == action.cost)
    words = euros(planned) if text == euros(planned) else f"{euros(planned)} dans le plan ({text})"
    more = ["devis à demander"] if action.quote else []
    more += ["fait économiser"] if action.saves_money else []
    return tidy(", ".join([words, *more]))


def facts_words(action: Action, planned: PlannedAction, cost: str) -> tuple[str, ...]:
    """Month, hours, money, who leads: the line under an action's title."""
    return upper_first(month(planned.month)), hours(planned.hours), cost, tidy(f"mené par : {action.lead}")


def total_words(plan: Plan) -> tuple[str, str, str]:
    return upper_first(counted(len(plan.all), "action", "actions")), hours(plan.hours), euros(plan.euros)


def protect_sentence(protected: int, waiting: list[str]) -> str:
    """Said when nothing is at the lowest step; critical questions still without an answer are named."""
    if protected:
        return ""
    if not waiting:
        return tidy(NOTHING_TO_PROTECT)
    verb = "reste" if len(waiting) == 1 else "restent"
    return tidy(
        f"Rien à protéger d’abord d’après vos réponses ; {listed([quoted(n) for n in waiting])} {verb} sans réponse."
    )


def said_words(options: list[str]) -> str:
    """« Vous avez dit : les inscriptions ; la comptabilité. »"""
    return sentence(f"vous avez dit : {' ; '.join(lower_first(o) for o in options)}") if options else ""


def helped_words(themes: list[str]) -> str:
    if not themes:
        return ""
    noun = "le thème" if len(themes) == 1 else "les thèmes"
    return sentence(
        f"le plan en tient compte : un petit avantage va aux actions sur {noun} {listed([quoted(t) for t in themes])}"
    )


def find_out_sentence(count: int) -> str:
    if count == 0:
        return tidy("Rien à chercher : vous n’avez répondu « je ne sais pas » à aucune question.")
    noun = counted(count, "question a reçu", "questions ont reçu")
    return tidy(f"{noun} « je ne sais pas ». Une réponse, quelle qu’elle soit, resserre la fourchette.")


def door_words(resource: Resource) -> str:
    """What the resource offers, to whom, at what cost."""
    return tidy(
        f"{sentence(resource.offers)} Pour qui : {sentence(resource.who)} Coût : {sentence(lower_first(resource.cost))}"
    )


def seen_words(resource: Resource) -> str:
    return tidy(f"Relevé le {day(resource.verified_on)} ; date de la page lue : {resource.last_seen}.")


def named(text: str, questionnaire: Questionnaire) -> str:
    """Action ids replaced by their titles: people read « Copier les fichiers », not a code."""
    ids = [re.escape(i) for i in questionnaire.action_by_id if len(i) > 1 and not i.isdigit()]
    if not ids:
        return text
    pattern = re.compile(rf"(?<![\w«-])(?:{'|'.join(sorted(ids, key=len, reverse=True))})(?![\w-])")
    return pattern.sub(lambda m: quoted(questionnaire.action_by_id[m.group()].title), text)
