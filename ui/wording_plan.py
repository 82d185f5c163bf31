"""The sentences of the plan page that belong to no questionnaire, tidied once."""

from __future__ import annotations

from datetime import date

from questionnaire.language import say
from questionnaire.typography import number, tidy, typeset
from reports.content import FindOut, PlanLine
from reports.phrases import day, euros, hours, quoted, sentence, upper_first
from reports.plan_edit_words import STATUSES

TABLE = "Le plan en tableau"
COLUMNS = ("N°", "Action", "Qui", "Échéance", "État", "Temps", "Coût", "Qui paie", "Effet")
DONE_WHEN = tidy("C’est fait quand :")
REFUSED = "Ce qui attendra, et pourquoi"
FIND_OUT = tidy("Qui saurait répondre ?")
DUTIES = "À part : des obligations à vérifier"

CHANGE_START = "Changer la date de départ"
START_HELP = tidy("Sans date, il commence chaque jour aujourd’hui. Votre première modification fixe cette date.")
UNDO = "Annuler la dernière modification"

MODIFY = "Modifier"
LABELS = {
    "start": "Le plan commence le (jour/mois/année)",
    "title": "Quelle action",
    "role": "Qui s’en charge",
    "due": "Échéance (jour/mois/année)",
    "status": "État",
    "hours": "Temps, en heures",
    "euros": "Prix du devis, en euros",
    "funding": "Qui paie",
    "note": "Note",
    "reason": tidy("Pourquoi ? (facultatif)"),
}
OWN_EUROS = "Coût, en euros"
ROLE_EXAMPLE = "la trésorière, le bureau…"
FUNDING_EXAMPLE = "fonds propres, subvention…"
STATUS_CHOICES = {name: upper_first(words) for name, words in STATUSES.items()}
KEPT_AT_ONCE = tidy("Chaque case est gardée dès que vous en sortez. Écrivez un rôle plutôt qu’un nom de personne.")
NOT_TAKEN = tidy("Rien n’est perdu : ce qui était gardé avant ne change pas.")
DROP, DROP_SURE = "Écarter cette action", "Écarter"

ADD_OWN = "Ajouter une action à vous"
ADD_OWN_HELP = tidy("Ce que vous avez déjà prévu compte dans le temps et l’argent du plan.")
ADD_THIS = "Ajouter cette action"
NOT_ADDED = tidy("Rien n’est encore ajouté ; ce que vous avez écrit est toujours là.")
DROPPED = "Actions écartées"
PUT_BACK, REMOVE = "Remettre dans le plan", "Supprimer"

ASK_EDIT = "Choisir qui demande, et pour quand"
FOUND = tidy("Réponse trouvée : répondre à la question")

ADD = "Ajouter au plan"
MARGINS = "Avec un peu plus de temps ou d’argent"
UNLOCKS = "Ce qu’une subvention rendrait possible"
TO_ASK_FOR = "Subvention à demander"
FOLLOWING = "La suite, quand ces actions seront faites"
WHAT_IF = tidy("Et si nous avions plus, ou moins, de temps ou d’argent ?")
WHAT_IF_HELP = tidy("Essayez : rien ne change tant que vous ne gardez pas. Ce que vous avez décidé reste dans le plan.")
WHAT_IF_BOTH = tidy("Indiquez un nombre dans chaque case, 0 compris.")
WHAT_IF_SAME = tidy("Ce sont vos moyens d’aujourd’hui.")
KEEP_MEANS = "Garder ces moyens"
TO_FUNDING, TO_SHEETS = "Préparer une demande de financement", "Feuilles à imprimer"


def number_label(part: str, *, own: bool) -> str:
    """A quote is asked for what the catalogue estimates, a cost for what they plan themselves."""
    return say(OWN_EUROS) if own and part == "euros" else say(LABELS)[part]


def how_to(number_of_line: int) -> str:
    return say("Comment faire l’action {number_of_line}", number_of_line=number_of_line)


def starts(on: date) -> str:
    return sentence(say("le plan commence le {on}", on=day(on)))


def done(is_done: bool) -> str:
    return f" ({say(STATUSES)['done']})" if is_done else ""


def led_by(line: PlanLine) -> str:
    """« Mené par : la trésorière · en cours · qui paie : la mairie »; what nobody said is left out."""
    told = [typeset(say("Mené par : {lead}", lead=line.lead))] if line.lead else []
    told += [line.status] if line.status != say(STATUSES)["todo"] else []
    told += [typeset(say("qui paie : {funding}", funding=line.funding))] if line.funding else []
    return " · ".join(told)


def asked_to(one: FindOut) -> str:
    return " · ".join([one.who.rstrip("."), one.when, *([say(STATUSES)["done"]] if one.done else [])])


def past_date(said: date) -> str:
    return sentence(
        say("« Échéance » : le {said} est déjà passé ; choisissez une date à partir d’aujourd’hui", said=day(said))
    )


def too_long(part: str, most: int, length: int) -> str:
    return sentence(
        say(
            "{labels} : {most} caractères au plus, et votre texte en compte {length} ; raccourcissez-le",
            labels=quoted(say(LABELS)[part]),
            most=number(most),
            length=number(length),
        )
    )


def refused(part: str, fault: str) -> str:
    return sentence(f"{quoted(say(LABELS)[part])} : {fault.rstrip('.').replace(say('attendu : '), say('il faut '))}")


def title_needed() -> str:
    return sentence(say("dites en quelques mots quelle est cette action"))


def with_means(hours_a_month: int, euros_there_are: int, changes: str) -> str:
    """« Avec 8 h par mois et 900 € : … »."""
    told = changes or say("le plan resterait le même")
    return sentence(
        say(
            "avec {hours_a_month} par mois et {euros_there_are}, {told}",
            hours_a_month=hours(hours_a_month),
            euros_there_are=euros(euros_there_are),
            told=told,
        )
    )
