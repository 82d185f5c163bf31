"""What is said of links: replacing one's own, giving one to read, and what the reader sees."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from questionnaire.language import say
from questionnaire.typography import tidy, typeset

_PARIS = ZoneInfo("Europe/Paris")

ROTATE_TITLE = "Changer de lien"
ROTATE_WHY = tidy(
    "Votre lien est parti chez quelqu’un qui ne devrait pas l’avoir ? Changez-le : l’ancien ne mènera plus à rien, "
    "sur tous les appareils, et le lien de relecture non plus. Vos réponses restent."
)
ROTATE = "Remplacer notre lien par un nouveau"
ROTATED = tidy("C’est fait : voici votre nouveau lien. L’ancien ne mène plus à rien. Gardez bien celui-ci.")

GONE = tidy(
    "Ce lien n’ouvre plus rien : le diagnostic a été effacé, ou son lien remplacé, peut-être depuis un autre appareil. "
    "Prenez le nouveau lien, ou commencez un autre diagnostic."
)

REVIEW_TITLE = "Faire relire vos pièces"
REVIEW_WHY = tidy(
    "Une personne qui vous accompagne peut dire qu’elle a vu vos pièces. Donnez-lui un lien de relecture : elle lit "
    "les questions où vous citez une pièce, coche celles qu’elle a vues, et signe de son nom. Elle ne peut rien "
    "modifier d’autre. Son nom est imprimé à côté de la pièce, dans votre rapport."
)
NO_PIECE = tidy("Vous n’avez encore cité aucune pièce : cela se fait sous chaque question, dans « Ajouter une note ».")
GIVE = "Créer un lien de relecture"
GIVE_AGAIN = "Créer un autre lien de relecture"
WITHDRAW = "Retirer ce lien"
GIVEN_NOW = tidy("Voici le lien à envoyer. Il n’est montré qu’une fois : copiez-le maintenant.")
WITHDRAWN = tidy("Le lien de relecture ne mène plus à rien. Ce qui a été signé reste.")
SEEN_TITLE = "Pièces vues"

READ_TITLE = "Relecture des pièces"
READ_LEAD = tidy(
    "Une association vous demande de dire quelles pièces vous avez vues. Vous lisez ici seulement les questions où elle "
    "en cite une. Cochez ce que vous avez vu de vos yeux : vous ne notez pas l’association, et rien d’autre ne change."
)
READ_NAME = "Votre nom"
READ_STRUCTURE = tidy("Votre structure (facultatif)")
READ_SIGN_FIRST = tidy("Écrivez d’abord votre nom : il sera imprimé à côté de chaque pièce que vous cochez.")
READ_SEEN = tidy("J’ai vu cette pièce")
READ_CHANGED = tidy("Cette réponse ou cette pièce a changé depuis que vous l’aviez vue : regardez-la de nouveau.")
READ_NOTHING = tidy("Cette association ne cite aucune pièce pour l’instant.")
READ_ANSWER = tidy("Réponse donnée :")
READ_PIECE = tidy("Pièce citée :")
READ_NO_LINK = tidy(
    "Ce lien de relecture ne mène à rien : il a été mal recopié, retiré ou remplacé. Demandez-en un autre à l’association."
)
READ_KEPT = "Enregistré"
TOO_MANY = tidy(
    "Trop de liens essayés qui ne mènent à rien. Attendez cinq minutes, puis vérifiez le lien que vous aviez gardé."
)
FULL_TITLE = tidy("Gardez d’abord un lien")
FULL_WHY = tidy(
    "Ce navigateur retient douze diagnostics. Si vous en ouvrez un de plus, il oubliera celui que vous n’avez pas "
    "ouvert depuis le plus longtemps."
)
FULL_KEEP = tidy(
    "Ses réponses restent sur ce site. Mais seul son lien y mènera encore : copiez-le et gardez-le, puis continuez."
)
FULL_GO_ON = tidy("C’est gardé : continuer")
FULL_STAY = tidy("Ne rien changer")
ERASED = tidy(
    "C’est fait : vos réponses sont effacées, le lien ne mène plus à rien, et ce navigateur ne le retient plus."
)
NAME_MAX = 80


def full_oldest(name: str) -> str:
    return typeset(say("Celui-là : {name}.", name=name))


def given_on(at: datetime) -> str:
    return typeset(say("Un lien de relecture existe depuis le {at}.", at=_day(at)))


def seen_by(name: str, structure: str, at: datetime) -> str:
    """« Vue par Jeanne Martin (Ligue), le 23/11/2026 »."""
    who = f"{name} ({structure})" if structure else name
    return typeset(say("Vue par {who}, le {at}", who=who, at=_day(at)))


def _day(at: datetime) -> str:
    return f"{at.astimezone(_PARIS):%d/%m/%Y}"
