"""The sentences of a comparison between two assessments: what is read, never why, never whether it is good.

They speak of no « vous », so that a funder's copy holds the same ones.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from questionnaire.language import plural, say
from questionnaire.rules import ChangeRules
from questionnaire.typography import counted, listed, number, round_half_up, tidy, typeset
from reports.level_words import percent
from reports.phrases import day, one_by_one, sentence
from scoring.change_model import AxisChange, Kind, Verdict

TITLE = "Évolution"
NOW, SCORE, GAP, UNSAID = "Aujourd’hui", "Score", "Écart", "–"
VERDICTS: dict[Verdict, str] = {
    "stable": "Stable, dans la marge",
    "up": "En hausse",
    "down": "En baisse",
    "not_comparable": "Pas comparable en chiffres",
}
NOTE = ("Note, la même les deux fois", "Note d’alors", "Note d’aujourd’hui")
PIECE = ("Pièce, la même les deux fois", "Pièce d’alors", "Pièce d’aujourd’hui")
PATH: tuple[Kind, ...] = ("appeared", "gone")
ACTION = "Action marquée faite"
GROUPS: dict[Kind, tuple[str, str]] = {
    "up": ("Plus haut qu’avant", ""),
    "down": (
        "Plus bas qu’avant",
        "Une réponse plus basse peut dire que la pratique a reculé, ou que l’on regarde de plus près. À discuter.",
    ),
    "moved": ("Autres lignes, même part", ""),
    "learned": (
        "Inconnu avant, connu aujourd’hui",
        "Ces réponses n’entrent dans aucun score comparé : apprendre où l’on en est ne compte jamais comme une baisse.",
    ),
    "forgotten": (
        "Connu avant, sans réponse aujourd’hui",
        "Ces questions n’entrent dans aucun score comparé.",
    ),
    "appeared": ("Questions entrées dans le parcours", ""),
    "gone": ("Questions sorties du parcours", ""),
}
COUNTED: dict[Kind, tuple[str, str]] = {
    "up": ("réponse plus haute", "réponses plus hautes"),
    "down": ("réponse plus basse", "réponses plus basses"),
    "moved": ("liste aux lignes différentes", "listes aux lignes différentes"),
    "learned": ("réponse inconnue devenue connue", "réponses inconnues devenues connues"),
    "forgotten": ("réponse connue devenue inconnue", "réponses connues devenues inconnues"),
    "appeared": ("question entrée dans le parcours", "questions entrées dans le parcours"),
    "gone": ("question sortie du parcours", "questions sorties du parcours"),
}
NOTHING = tidy("Aucune réponse n’a changé entre les deux diagnostics.")
NO_PHOTO = tidy("Aucun diagnostic d’avant à comparer à ce jour.")
HINDSIGHT_TITLE = "Avec le recul"
HINDSIGHT_NOTE = tidy(
    "Quand on connaît mieux un sujet, on devient souvent plus exigeant. Cette relecture aide à lire les écarts ; "
    "elle ne change aucun score."
)


def when(on: date) -> str:
    return say("Le {on}", on=day(on))


def lead(before: date, after: date) -> str:
    return typeset(
        say(
            "Du {before} au {after}, sur les seules questions qui ont une réponse les deux fois. Les scores "
            "peuvent donc différer de ceux des autres pages.",
            before=day(before),
            after=day(after),
        )
    )


def margin_note(margin: Fraction) -> str:
    return typeset(
        say(
            "Marge : environ {margin}. C’est l’écart que peut donner une même association qui répond deux fois "
            "sans avoir rien changé (valeur provisoire, à mesurer lors d’un essai). La zone en pointillé, autour "
            "du score d’avant, la montre.",
            margin=counted(round_half_up(margin), "point", "points"),
        )
    )


def points(value: Fraction) -> str:
    return counted(round_half_up(abs(value)), "point", "points")


def gap(difference: Fraction) -> str:
    """« +27 », « −4 », « 0 »."""
    rounded = round_half_up(abs(difference))
    return "0" if not rounded else f"{'+' if difference > 0 else '−'}{rounded}"


def around(low: str, high: str) -> str:
    return typeset(say("marge : de {low} à {high}", low=low, high=high))


def verdict_sentence(axis: AxisChange, rules: ChangeRules | None, *, express: bool) -> str:
    """The verdict with its figures; or why there is none."""
    head = say(VERDICTS)[axis.verdict]
    if axis.verdict == "not_comparable" or axis.before is None or axis.after is None:
        return sentence(f"{head} : {_why_not(axis, rules, express=express)}")
    difference = axis.after - axis.before
    move = say("de {before} à {after} sur 100", before=number(axis.before), after=number(axis.after))
    if not round_half_up(abs(difference)):
        return sentence(say("{head} : {after} sur 100 aujourd’hui, comme avant", head=head, after=number(axis.after)))
    told = say(
        "{head} : {move}, soit environ {difference} de {way}",
        head=head,
        move=move,
        difference=points(difference),
        way=say("plus") if difference > 0 else say("moins"),
    )
    within = say("moins que la marge") if axis.verdict == "stable" else say("au-delà de la marge")
    return sentence(f"{told}, {within}")


def _why_not(axis: AxisChange, rules: ChangeRules | None, *, express: bool) -> str:
    if express:
        return say("l’un des deux diagnostics est en mode express, qui se lit en mots")
    if rules is None:
        return say("ce questionnaire ne dit pas à partir de quel écart un changement se lit")
    least = int(rules.answered_min.value)
    if axis.matched < least:
        both = counted(axis.matched, "question a une réponse", "questions ont une réponse")
        return say("{both} les deux fois, il en faut {least}", both=both, least=least)
    share = percent(axis.coverage or Fraction(0))
    return say(
        "les questions répondues les deux fois font {share} du poids, il en faut {value}",
        share=share,
        value=percent(rules.coverage_min.value),
    )


def matched_sentence(axis: AxisChange) -> str:
    compared = counted(axis.matched, "question comparée", "questions comparées")
    return sentence(
        say(
            "{compared}, soit {percent} du poids de celles qui sont posées",
            compared=compared,
            percent=percent(axis.coverage or Fraction(0)),
        )
    )


def explained_sentence(axis: AxisChange, actions: list[str]) -> str:
    """The split of a rise, without a word of cause; empty when no action done bears on it."""
    difference = axis.difference
    if axis.verdict == "not_comparable" or not actions or difference is None or difference <= 0:
        return ""
    named = f"{plural(len(actions), 'l’action marquée faite', 'les actions marquées faites')} {listed(actions)}"
    aim = plural(len(actions), "vise", "visent")
    whole, part = round_half_up(difference), round_half_up(axis.explained)
    if part > whole:
        return sentence(
            say(
                "les questions que {aim} {named} montent de {explained} ; d’autres questions baissent",
                aim=aim,
                named=named,
                explained=points(axis.explained),
            )
        )
    rest = say(" ; {number} sur d’autres questions", number=number(whole - part)) if whole > part else ""
    return sentence(
        say(
            "sur {difference}, {part} {read} sur les questions que {aim} {named}{rest}",
            difference=points(difference),
            part=number(part),
            read=plural(part, "se lit", "se lisent"),
            aim=aim,
            named=named,
            rest=rest,
        )
    )


def counts(found: list[tuple[Kind, int]]) -> str:
    told = [counted(count, *say(COUNTED)[kind]) for kind, count in found if count]
    return sentence(listed(told)) if told else say(NOTHING)


def path_lead(names: list[str]) -> str:
    return typeset(
        say("Posées une fois seulement, ou sans objet une fois : rien à comparer. {names}.", names=one_by_one(names))
    )


def hindsight_lead(on: date) -> str:
    return typeset(say("Ce que l’on dirait aujourd’hui de la situation du {on}, sur quelques questions.", on=day(on)))
