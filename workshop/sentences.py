"""Why a move is refused, in the words people read: what happened, then what to do."""

from __future__ import annotations

from questionnaire.typography import later
from workshop.associations import ASSOCIATION_MAX
from workshop.model import SEATS_MAX, Refusal
from workshop.promise import ACTION_MAX, WHO_MAX


def _refusal(name: str, sentence: str, **values: object) -> Refusal:
    return Refusal(name, later(sentence), tuple(values.items()))


COACH_ONLY = _refusal("coach_only", "Seule la personne qui anime peut faire cela.")
PARTICIPANT_ONLY = _refusal("participant_only", "Pour voter, rejoignez l’atelier avec le code, comme les autres.")
# One sentence for a wrong, an expired and a deleted code: guessing must teach nothing.
WRONG_CODE = _refusal(
    "wrong_code", "Ce code n’ouvre aucun atelier en ce moment. Vérifiez-le avec la personne qui anime."
)
EXPIRED = _refusal("expired", "L’atelier n’accepte plus de vote : son heure de fin est passée.")
TOO_LONG = _refusal("too_long", "Un atelier reste ouvert 12 heures au plus. Choisissez une heure de fin plus proche.")
NO_QUESTION = _refusal(
    "no_question", "Ce choix ne contient aucune question. Choisissez au moins un thème qui vous concerne."
)
FULL = _refusal(
    "full", "L’atelier est complet : {most} personnes au plus. Votez à deux sur un même écran.", most=SEATS_MAX
)
CLOSED = _refusal("closed", "L’atelier est terminé.")
NO_SEAT = _refusal("no_seat", "Vous n’avez pas encore rejoint cet atelier. Entrez le code affiché dans la salle.")
TAKEN = _refusal("taken", "Cette place est déjà prise, avec d’autres réponses. Rejoignez l’atelier de nouveau.")
NEEDS_ROLE = _refusal("needs_role", "Choisissez votre rôle dans la liste.")
NEEDS_ASSOCIATION = _refusal("needs_association", "Écrivez le nom de votre association.")
LONG_ASSOCIATION = _refusal(
    "long_association", "Ce nom dépasse {most} caractères. Écrivez son nom court ou son sigle.", most=ASSOCIATION_MAX
)
NEEDS_NUMBER = _refusal("needs_number", "Une personne de cette association est déjà dans l’atelier.")
WRONG_NUMBER = _refusal(
    "wrong_number", "Ce n’est pas ce numéro. Lisez celui qui est affiché sur l’autre téléphone de votre association."
)
NO_ACTION = _refusal("no_action", "Choisissez une action, ou écrivez-la en {most} caractères au plus.", most=ACTION_MAX)
NO_WHO = _refusal(
    "no_who", "Dites qui s’en charge : un prénom ou une fonction, {most} caractères au plus.", most=WHO_MAX
)
WRONG_DAY = _refusal("wrong_day", "Choisissez une date à venir, dans les deux ans.")
NOT_ON_VOTE = _refusal("not_on_vote", "Le vote sur cette question n’est pas ouvert. Regardez l’écran de la salle.")
NOT_AN_ANSWER = _refusal(
    "not_an_answer", "Cette réponse ne va pas avec la question. Choisissez une des réponses proposées."
)
CRITICAL_NA = _refusal(
    "critical_na", "Cette question protège des personnes ou des fichiers : « non concerné » n’y est pas proposé."
)
NOT_A_TALLY = _refusal(
    "not_a_tally",
    "Ce décompte ne tombe pas juste. Écrivez un nombre pour chaque réponse, le même total à chaque ligne, {most} au plus.",
    most=SEATS_MAX,
)
STALE = _refusal("stale", "L’atelier a avancé depuis un autre écran. Regardez où il en est, puis recommencez.")
NOT_NOW = _refusal(
    "not_now", "Ce n’est pas possible à ce moment de l’atelier. Regardez où il en est, puis recommencez."
)
UNKNOWN_QUESTION = _refusal("unknown_question", "Cette question n’est pas dans l’atelier.")
NOT_REVEALED = _refusal("not_revealed", "Cette question n’a pas encore été dévoilée. Faites d’abord voter la salle.")
ONE_REVOTE = _refusal(
    "one_revote", "Le second vote sur cette question a déjà eu lieu. Retenez une réponse, ou laissez le point ouvert."
)
NOT_IN_SEVERAL = _refusal(
    "not_in_several",
    "Chaque association garde ses propres réponses : à plusieurs associations, on ne cherche pas un accord.",
)
TEXT_TOO_LONG = _refusal("text_too_long", "Ce texte dépasse 1 000 caractères. Raccourcissez-le.")


def not_everyone(voted: int, seats: int) -> Refusal:
    """The coach may go on without those who left, but never by accident."""
    return _refusal(
        "not_everyone",
        "Pour l’instant, votes complets : {voted} sur {seats}. Confirmez pour dévoiler sans attendre.",
        voted=voted,
        seats=seats,
    )
