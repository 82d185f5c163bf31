"""The sentences of a workshop of several associations, and of what everyone leaves with; tidied once."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.typography import counted, tidy, typeset
from workshop.model import PHASE_NAMES, Phase, Workshop
from workshop.promise import ACTION_MAX, WHO_MAX

WHO, ALONE, SEVERAL = tidy("Qui participe ?"), "Une seule association", "Plusieurs associations"
SEVERAL_HELP = tidy(
    "Une ou deux personnes de chaque association. Chacune garde ses propres réponses ; la salle ne voit que des "
    "nombres, à partir de 5 associations."
)

JOIN_TITLE = tidy("Votre association")
JOIN_LEAD = tidy(
    "Vos réponses seront les siennes. La salle ne voit pas ce qu’elle répond, et aucun nom de personne n’est demandé "
    "pour voter."
)
NAME, GO_ON = tidy("Nom de l’association"), "Continuer"
THERE = tidy("Déjà dans l’atelier : est-ce la vôtre ?")
NUMBER = tidy("Numéro à 6 chiffres, affiché sur l’autre téléphone")
NUMBER_LEAD = tidy(
    "Si vous êtes de la même association, tapez le numéro affiché sur l’autre téléphone : vos réponses seront réunies. "
    "Sinon, écrivez le nom de la vôtre avec sa ville ou son quartier."
)
OTHER_NAME = tidy("Écrire un autre nom")
NEAR_TITLE = tidy("Est-ce l’une de celles-ci ?")
TOO_MANY_NUMBERS = tidy(
    "Trop de numéros essayés pour cette association. Attendez cinq minutes, puis relisez-le sur l’autre téléphone."
)

TO_SHARED = tidy("Voir les sujets partagés")
SHARED = tidy("Ce que la salle partage")
SHARED_LEAD = tidy("Les sujets où plus de la moitié des associations en sont aux premiers paliers.")
NO_SHARED = tidy(
    "Aucun sujet à montrer : il en faudrait un où au moins 5 associations, et plus de la moitié de la salle, en sont aux "
    "premiers paliers."
)
PAIRS = tidy("Qui sait, qui cherche")
PAIRS_LEAD = tidy("Seules les associations qui l’ont accepté sont nommées.")
NO_PAIRS = tidy("Personne n’est nommé pour l’instant.")
KNOWS, SEEKS = "Peut aider", "Cherche"
SUBJECT = "Sujet"
NOBODY = tidy("Aucune association n’a répondu à cette question.")
NO_STEP = tidy("Ne savent pas, ou sans réponse sur l’échelle")
NOT_SEEN = tidy("La salle ne voit que des nombres, jamais ce qu’a répondu une association.")

OWN = tidy("Votre réponse :")
NO_OWN = tidy("Vous n’avez pas répondu à cette question.")
CONSENT = tidy(
    "Oui, le nom de notre association peut être montré à la salle pour les sujets où nous pouvons aider ou cherchons de l’aide."
)
CONSENT_TITLE = tidy("Être mis en relation ?")
CONSENT_HELP = tidy(
    "C’est non tant que vous ne dites pas oui. Si vous êtes deux de la même association, il faut deux oui. Vous pouvez "
    "changer d’avis : le nom ne sera plus montré, mais la salle l’aura peut-être déjà lu."
)

KEEP_TITLE = tidy("Garder le diagnostic de notre association")
KEEP = tidy("Garder notre diagnostic")
KEEP_LEAD = tidy(
    "Les réponses de votre association deviennent un diagnostic ordinaire dans ce navigateur, avec son propre lien. "
    "Complétez ensuite le profil : les questions qui ne vous concernent pas s’en vont. Si vous êtes deux, une "
    "seule personne le garde et envoie le lien à l’autre."
)
NOTHING_TO_KEEP = tidy("Aucune de vos réponses n’a été dévoilée : il n’y a pas de diagnostic à garder.")
ENDED = tidy("L’atelier est terminé. Merci d’avoir participé.")
NOT_YET_ENDED = tidy("L’atelier n’est pas terminé : votre diagnostic sera à garder ici, à la fin.")

PROMISE_TITLE = tidy("Une action, une date, un nom")
PROMISE_LEAD = tidy(
    "Une seule action, que vous pouvez commencer bientôt. Le prénom ou la fonction reste avec l’atelier et s’efface "
    "avec lui ; la salle ne le voit pas."
)
ACTION, OWN_ACTION = tidy("L’action"), tidy("Une autre, avec nos mots")
OWN_WORDS = tidy(f"Une autre action, avec vos mots ({ACTION_MAX} caractères au plus)")
DAY, BY = "La date", tidy(f"Qui s’en charge (prénom ou fonction, {WHO_MAX} caractères au plus)")
PROMISE_SAVE, PROMISE_PRINT = "Garder", tidy("Imprimer la feuille (PDF)")
PROMISED = tidy("C’est gardé.")
PROMISE_FILE, TABLE_FILE = "engagement", "tableau-atelier"

TABLE_TITLE = tidy("Tableau de l’atelier")
TABLE_LEAD = tidy(
    "Un nombre de moins de 5 associations est masqué, et avec lui tout nombre qui permettrait de le retrouver."
)
TABLE_PRINT, TABLE_CSV = tidy("Tableau à imprimer"), tidy("Tableau pour un tableur (.csv)")
COACH_END = tidy("Chaque association garde son diagnostic, et son action, sur son téléphone.")
NOTHING_REVEALED = tidy("Aucun vote n’a été dévoilé : il n’y a rien à montrer.")


def title(workshop: Workshop) -> str:
    shared = workshop.choice.several and workshop.phase is Phase.AGENDA
    return say(SHARED) if shared else say(PHASE_NAMES)[workshop.phase]


def answered(done: int, total: int) -> str:
    return typeset(say("Associations ayant répondu : {done} sur {total}", done=done, total=total))


def at_least(count: int) -> str:
    return typeset(say("au moins {count}", count=count))


def there(count: int) -> str:
    return counted(count, "association", "associations")


def yours(association: str) -> str:
    return typeset(say("Vous répondez pour : {association}", association=association))


def your_number(number: str) -> str:
    return typeset(
        say(
            "Si une deuxième personne de votre association arrive, donnez-lui ce numéro : **{head}\u00a0{tail}**",
            head=number[:3],
            tail=number[3:],
        )
    )


def taken(association: str) -> str:
    return typeset(say("« {association} » est déjà dans l’atelier.", association=association))


def as_typed(association: str) -> str:
    return typeset(say("Non, garder « {association} »", association=association))


def promise_kept(days: int) -> str:
    return typeset(
        say(
            "Cette feuille est à vous : Palier efface ce qu’elle dit {days} jours après la fin de l’atelier.", days=days
        )
    )
