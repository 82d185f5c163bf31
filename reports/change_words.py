"""The sentences of a comparison between two assessments: what is read, never why, never whether it is good.

They speak of no « vous », so that a funder's copy holds the same ones.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from questionnaire.rules import ChangeRules
from questionnaire.typography import counted, listed, number, round_half_up, tidy
from reports.french import day, quoted, sentence
from reports.level_words import percent
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
    return f"Le {day(on)}"


def lead(before: date, after: date) -> str:
    return tidy(
        f"Du {day(before)} au {day(after)}, sur les seules questions qui ont une réponse les deux fois. "
        "Les scores peuvent donc différer de ceux des autres pages."
    )


def margin_note(margin: Fraction) -> str:
    return tidy(
        f"Marge : environ {counted(round_half_up(margin), 'point', 'points')}. C’est l’écart que peut donner une même "
        "association qui répond deux fois sans avoir rien changé (valeur provisoire, à mesurer lors d’un essai). La zone en pointillé, "
        "autour du score d’avant, la montre."
    )


def points(value: Fraction) -> str:
    return counted(round_half_up(abs(value)), "point", "points")


def gap(difference: Fraction) -> str:
    """« +27 », « −4 », « 0 »."""
    rounded = round_half_up(abs(difference))
    return "0" if not rounded else f"{'+' if difference > 0 else '−'}{rounded}"


def around(low: str, high: str) -> str:
    return tidy(f"marge : de {low} à {high}")


def verdict_sentence(axis: AxisChange, rules: ChangeRules | None, *, express: bool) -> str:
    """The verdict with its figures; or why there is none."""
    head = VERDICTS[axis.verdict]
    if axis.verdict == "not_comparable" or axis.before is None or axis.after is None:
        return sentence(f"{head} : {_why_not(axis, rules, express=express)}")
    difference = axis.after - axis.before
    move = f"de {number(axis.before)} à {number(axis.after)} sur 100"
    if not round_half_up(abs(difference)):
        return sentence(f"{head} : {number(axis.after)} sur 100 aujourd’hui, comme avant")
    told = f"{head} : {move}, soit environ {points(difference)} de {'plus' if difference > 0 else 'moins'}"
    return sentence(f"{told}, {'moins que la marge' if axis.verdict == 'stable' else 'au-delà de la marge'}")


def _why_not(axis: AxisChange, rules: ChangeRules | None, *, express: bool) -> str:
    if express:
        return "l’un des deux diagnostics est en mode express, qui se lit en mots"
    if rules is None:
        return "ce questionnaire ne dit pas à partir de quel écart un changement se lit"
    least = int(rules.answered_min.value)
    if axis.matched < least:
        both = counted(axis.matched, "question a une réponse", "questions ont une réponse")
        return f"{both} les deux fois, il en faut {least}"
    share = percent(axis.coverage or Fraction(0))
    return (
        f"les questions répondues les deux fois font {share} du poids, il en faut {percent(rules.coverage_min.value)}"
    )


def matched_sentence(axis: AxisChange) -> str:
    compared = counted(axis.matched, "question comparée", "questions comparées")
    return sentence(f"{compared}, soit {percent(axis.coverage or Fraction(0))} du poids de celles qui sont posées")


def explained_sentence(axis: AxisChange, actions: list[str]) -> str:
    """The split of a rise, without a word of cause; empty when no action done bears on it."""
    difference = axis.difference
    if axis.verdict == "not_comparable" or not actions or difference is None or difference <= 0:
        return ""
    named = f"{'l’action marquée faite' if len(actions) == 1 else 'les actions marquées faites'} {listed(actions)}"
    aim = "vise" if len(actions) == 1 else "visent"
    whole, part = round_half_up(difference), round_half_up(axis.explained)
    if part > whole:
        return sentence(
            f"les questions que {aim} {named} montent de {points(axis.explained)} ; d’autres questions baissent"
        )
    rest = f" ; {number(whole - part)} sur d’autres questions" if whole > part else ""
    return sentence(
        f"sur {points(difference)}, {number(part)} {'se lisent' if part > 1 else 'se lit'} sur les questions que {aim} {named}{rest}"
    )


def counts(found: list[tuple[Kind, int]]) -> str:
    told = [counted(count, *COUNTED[kind]) for kind, count in found if count]
    return sentence(listed(told)) if told else NOTHING


def titles(names: list[str]) -> list[str]:
    return [quoted(name) for name in names]


def path_lead(names: list[str]) -> str:
    return tidy(f"Posées une fois seulement, ou sans objet une fois : rien à comparer. {' ; '.join(names)}.")


def hindsight_lead(on: date) -> str:
    return tidy(f"Ce que l’on dirait aujourd’hui de la situation du {day(on)}, sur quelques questions.")
