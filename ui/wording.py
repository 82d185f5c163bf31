"""The sentences of the interface that belong to no questionnaire, tidied once."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.typography import counted, tidy, typeset

PAGES = {
    "accueil": "Accueil",
    "profil": "Profil",
    "questions": "Questions",
    "sommaire": "Sommaire",
    "resultats": "Résultats",
    "plan": "Plan",
    "financer": "Financer",
    "feuilles": "Feuilles",
    "rapport": "Rapport",
    "methode": "Méthode et sources",
    "donnees": "Lien et données personnelles",
}

UNKNOWN = "Je ne sais pas"
NOT_APPLICABLE = "Non concerné"
NA_REASONS = {"we_have_none": "Nous n’avons pas cela", "network_does_it": "Notre fédération s’en charge"}
NA_OTHER = "Une autre raison"
NA_WHY = tidy("Pourquoi n’êtes-vous pas concernés ?")
NA_OTHER_LABEL = tidy("Votre raison (3 à 300 caractères)")
LINE_LABELS = ("On le fait", "On aimerait", "Pas pour nous")

WHY = tidy("Pourquoi cette question ?")
GOOD_ENOUGH = tidy("Assez bon pour nous ?")
NOTE_TITLE = tidy("Ajouter une note, une pièce, ou dire que la question est mal posée")
NOTE = tidy("Note pour vous (sans nom de personne)")
EVIDENCE = tidy("Pièce qui le montre, s’il y en a une")
WORDING = tidy("Question mal posée ? Dites-nous ce qui gêne")
JUMP_TITLE = "Toutes les questions"
JUMP_INTRO = tidy("Touchez une question pour y aller. L’ordre est libre, et tout est gardé.")

BEGIN_FIRST = tidy("Pour répondre, commencez d’abord votre diagnostic : un lien secret sera créé pour vous.")
BEGIN = "Commencer"
OTHER_QUESTIONNAIRE = tidy(
    "Les réponses de ce lien appartiennent à un autre questionnaire que celui de ce site. Elles sont intactes, "
    "mais ne peuvent pas être montrées ici : retournez sur le site où vous les avez données."
)
PREVIOUS, CONTINUE, TO_RESULTS = "Précédente", "Continuer", "Voir nos résultats"
SAVED = "Enregistré"
NOT_SAVED = tidy("Pas enregistré pour l’instant. Gardez cette page ouverte et recommencez dans un moment.")
FAILURE = tidy("Cette page n’a pas pu s’afficher. Vos réponses enregistrées sont intactes : rechargez la page.")
NO_WAY = tidy("Cette adresse ne s’ouvre pas de cette façon. Vos réponses enregistrées sont intactes.")
NOTHING_YET = tidy("Rien n’est encore répondu : les résultats apparaîtront avec vos premières réponses.")
LINK_KEEP = tidy("Votre lien, à garder : c’est la seule clé")
LINK_WARNING = tidy(
    "Ce lien ouvre vos réponses, sans mot de passe. Perdu, il ne se retrouve pas : personne ne peut vous le redonner. "
    "Copiez-le, photographiez le code, ou envoyez-le-vous."
)
LINK_LATER = tidy("Votre lien apparaîtra ici dès votre première réponse.")

NONE_OF_THESE = "Rien de tout cela"
LEAVE_EMPTY = "laisser vide si vous ne savez pas"
NOT_KEPT = tidy("Cette valeur n’a pas la forme attendue : elle n’est pas enregistrée.")
NAME = tidy("Nom de l’association (facultatif, il n’apparaît que sur votre rapport)")
PROFILE_INTRO = tidy(
    "Quelques questions sur votre association, pour ne vous demander que ce qui vous concerne. "
    "Aucune n’est obligatoire, aucune n’est notée."
)
PROFILE_WHY = tidy("À quoi servent ces réponses ?")
TO_QUESTIONS = "Passer aux questions"


def too_many(most: int) -> str:
    return typeset(say("{most} choix au plus : décochez-en pour que votre réponse soit enregistrée.", most=most))


def goes_alone(text: str) -> str:
    return typeset(say("« {text} » ne va avec aucune autre réponse : décochez l’une ou les autres.", text=text))


def step_of(rank: int, total: int) -> str:
    return say("Étape {rank} sur {total}", rank=rank, total=total)


BACK = "Revenir"
UNNAMED = "Association sans nom"
RESUME = "Reprendre"
LINK_CODE = tidy("Le même lien, à photographier avec un téléphone")

SAME_AS_TABLE = "Les mêmes chiffres en tableau"
THEME_TEXTS = "Ce que disent les thèmes, un par un"
SOURCE_TITLE = "D’où vient ce chiffre, et ses limites"
LANDMARKS_TITLE = "Votre réponse parmi celles d’autres associations"
WHY_LEVEL = "Pourquoi ce niveau"
UNLOCKS = "Pour avancer"
OPPORTUNITIES = "Ce que vous avez dit"
RESULTS_TITLE = "Où vous en êtes"
PLAN_TITLE = "Votre plan d’action"
TARGETS_TITLE = tidy("Jusqu’où aller ? Votre « assez pour nous », thème par thème")
TARGET_LABELS = ("1 – un début", "2 – en place", "3 – suivi et transmis")
TO_PLAN, TO_REPORT = "Voir le plan", "Préparer le rapport"
TO_LINK = "Garder le lien pour revenir plus tard"
DETAIL_TITLE = "Comment ce score est fait, question par question"
DETAIL_COLUMNS = ("Question", "Poids", "Réponse", "Points sur 100")
DETAIL_HELP = tidy(
    "Un palier vaut une part égale de 100 points. Le thème est la moyenne de ses questions, chacune comptée selon "
    "son poids ; l’axe est la moyenne de ses thèmes. « Je ne sais pas » compte de 0 à 100 : c’est la fourchette."
)
STATUS = {"unknown": UNKNOWN, "unanswered": "Sans réponse", "not_applicable": NOT_APPLICABLE}
REPORT_TITLE = "Votre rapport"
REPORT_INTRO = tidy(
    "Un document PDF à imprimer ou à projeter : l’essentiel en une page, les trois lectures, le plan, la méthode, "
    "et toutes vos réponses en annexe."
)
REPORT_BUTTON = "Télécharger le rapport (PDF)"
REPORT_CAUTION = tidy(
    "Cet exemplaire contient toutes vos réponses : gardez-le entre vous. Il ne contient jamais votre lien."
)
ANSWERS_BUTTON = "Télécharger nos réponses (fichier .json)"
ANSWERS_HELP = tidy(
    "Ce fichier contient tout ce que vous avez dit. Il s’ouvre depuis la page d’accueil, ici ou sur un autre Palier."
)
DRAFT_LEFT_OUT = tidy("Les listes commencées et pas finies restent ici, mais n’entrent pas dans ce fichier.")
EXAMPLE_TITLE = "Un exemple complet"
EXAMPLE_NOTE = tidy("Club fictif : ce nom et ces réponses sont inventés, pour vous montrer ce que vous obtiendrez.")

METHOD_TITLE = "Méthode et sources"
LEVELS_TITLE = "Les niveaux, un par un"
SOURCES_TITLE = "D’où viennent les chiffres"
RESOURCES_TITLE = "Toutes les portes où frapper, avec la date de vérification"
WEIGHTS_TITLE = "Le poids de chaque question, et sa raison"
WEIGHT_COLUMNS = ("Question", "Poids", "Pourquoi ce poids")
DATA_TITLE = "Vos données"
DATA_KEPT = tidy(
    "Palier garde vos réponses dans la base de données de la personne ou de l’organisme qui fait tourner ce site, "
    "et nulle part ailleurs. Pas de compte, pas de mesure d’audience, aucun envoi vers un autre site.\n\n"
    "- **Ce qui est gardé** : vos réponses, vos notes, et le nom de l’association si vous l’avez écrit. "
    "N’écrivez pas de nom de personne.\n"
    "- **Qui peut les lire** : qui a votre lien, et la personne qui héberge ce site.\n"
    "- **Combien de temps** : jusqu’à ce que vous les supprimiez ici, ou qu’elles restent longtemps sans activité.\n"
    "- **Les cookies** : seulement ceux qui sont nécessaires, d’abord celui qui retient votre lien sur cet appareil.\n"
    "- **Aucune décision automatique** : ce diagnostic n’a aucun effet juridique."
)
DATA_COPY = "Tout emporter"
DATA_DELETE = "Tout supprimer"
DATA_DELETE_WARNING = tidy(
    "Vos réponses seront effacées pour de bon. Le lien ne mènera plus à rien. Rien ne pourra les rendre."
)
DATA_DELETE_SURE = "Oui, je veux tout supprimer"
DATA_DELETE_BUTTON = "Supprimer définitivement"
UNKNOWN_LINK_TITLE = "Ce lien ne mène à rien"
UNKNOWN_LINK = tidy(
    "Il a peut-être été mal recopié, ou les réponses ont été supprimées. Vérifiez le lien que vous aviez gardé. "
    "Perdu, un lien ne peut pas être retrouvé : personne d’autre que vous ne le connaît."
)
BACK_HOME = tidy("Revenir à l’accueil")


def targets_help(usual: int) -> str:
    return typeset(
        say(
            "Le plan vise le palier {usual}, sauf si vous dites autre chose. Viser moins est un choix, pas un "
            "renoncement.",
            usual=usual,
        )
    )


def target_label(step: int, top: int) -> str:
    """The named steps are those of a four-step scale; on another scale, the number alone."""
    return say(TARGET_LABELS)[step - 1] if top == len(say(TARGET_LABELS)) else str(step)


def from_points(starts_at: int) -> str:
    return say("à partir de {starts_at} sur 100", starts_at=starts_at)


def sentence_of(who: str, cost: str) -> str:
    return typeset(say("Pour qui : {who}. Coût : {cost}.", who=who.rstrip("."), cost=cost.rstrip(".")))


def seen(last_seen: str, verified_on: object) -> str:
    return typeset(
        say(
            "Dernière information vue : {last_seen} (relevé le {verified_on:%d/%m/%Y}).",
            last_seen=last_seen.rstrip("."),
            verified_on=verified_on,
        )
    )


GO_FULL = "Passer au diagnostic complet"
GO_FULL_TEXT = tidy(
    "Vous répondez en express. Le diagnostic complet ajoute des questions, thème par thème ; vos réponses restent."
)


def profile_left(count: int) -> str:
    return typeset(
        say("Compléter le profil : {count}", count=counted(count, "question facultative", "questions facultatives"))
    )
