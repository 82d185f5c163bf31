"""The sentences of the workshop pages, tidied once."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.typography import counted, tidy, typeset

TITLE, COACH_TITLE, VOTE_TITLE = "Atelier", "Animer l’atelier", "Voter"
FILE = "atelier"
HOME_LINK = tidy("Répondre à plusieurs, dans une même salle : l’atelier")
LEAD = tidy(
    "Chacun vote en secret sur son téléphone ; la salle découvre ensuite le résultat et discute de ce qui diffère. "
    "Aucun nom de personne n’est demandé pour voter ; une personne anime."
)
BACK_TO_LEAD = tidy("Reprendre l’atelier que vous animez")
JOIN_TITLE, CODE, JOIN = "Rejoindre", tidy("Code affiché dans la salle"), "Rejoindre l’atelier"
OPEN_TITLE, OPEN = tidy("Animer un atelier"), "Ouvrir l’atelier"
OPEN_LASTS = tidy(
    "L’atelier reste ouvert 12 heures ; gardez ce navigateur, ou le lien d’animation de la page suivante."
)
OPEN_HELP = (
    tidy("Toutes les questions choisies sont posées : la salle dit ce qui ne la concerne pas. ") + " " + OPEN_LASTS
)
PROFILED = tidy("Pour l’association dont les réponses sont déjà dans ce navigateur")
PROFILED_HELP = tidy(
    "Son profil décide des questions posées. Ses réponses ne sont montrées à personne, et rien n’y change sans vous : "
    "à la fin, vous choisirez d’y ajouter ce que la salle aura retenu."
)
COMPLETE = tidy("Ajouter ces réponses au diagnostic de ce navigateur")
COMPLETE_HELP = tidy(
    "Ajouter remplace, dans le diagnostic ouvert dans ce navigateur, les réponses aux questions que la salle a "
    "tranchées ; les autres restent."
)
SCOPE, SCOPES = "Les questions", {"express": "L’express", "full": "Toutes", "themes": tidy("Quelques thèmes")}
THEMES, THEMES_FIRST = tidy("Thèmes"), tidy("Choisissez au moins un thème.")
ROLES = tidy("Demander le rôle de chacun (les différences ne se montrent qu’à partir de 3 personnes par rôle)")
PACE = "Le rythme"
PACES = {
    "question": tidy("Une question à la fois, au rythme de la salle"),
    "theme": tidy("Tout un thème, chacun à son rythme"),
}
MINUTES = tidy("Temps disponible, en minutes")

NO_COACH = tidy("Ce navigateur n’anime aucun atelier. Pour en animer un, ouvrez-le ; pour voter, entrez le code.")
NO_PLACE = tidy("Vous n’avez pas encore rejoint un atelier. Entrez le code affiché dans la salle.")
TO_WORKSHOP = "Aller à la page Atelier"
GONE = tidy("Cet atelier n’existe plus.")
ROLE_TITLE, ROLE_HELP = (
    tidy("Votre rôle dans l’association"),
    tidy("Il sert à comparer des groupes, jamais une personne."),
)

CODE_TITLE = tidy("Rejoindre : le code")
QR = tidy("Dessin à viser avec l’appareil photo d’un téléphone, pour rejoindre l’atelier")
COACH_LINK = tidy("Votre lien d’animation, pour continuer sur un autre ordinateur")
COACH_LINK_HELP = tidy("Ce lien permet d’animer l’atelier à votre place : ne le projetez pas.")
TO_PROJECT = tidy("Vue à projeter")
OPEN_VOTE, REVEAL, REVEAL_ANYWAY = "Ouvrir le premier vote", "Dévoiler", "Dévoiler sans attendre"
NEXT, TO_AGENDA = "Question suivante", "Voir les points à discuter"
NEXT_THEME, SHOW_NEXT, SHOW_FORMER = tidy("Thème suivant"), "Question suivante", "Question précédente"
DISCUSS, REVOTE, BACK_AGENDA = "Discuter", "Revoter en secret", "Revenir aux points"
ACCEPT = tidy("Retenir la proposition pour toutes les autres questions")
CLOSE_TITLE, CLOSE, REOPEN = tidy("Terminer l’atelier"), "Terminer maintenant", "Rouvrir pour corriger"
CLOSE_HELP = tidy("Un vote ouvert et non dévoilé ne sera jamais montré.")
NOTHING_TO_DISCUSS = tidy("Aucune différence à discuter parmi les questions dévoilées.")
AGENDA_HELP = tidy("En premier : les points où les votes s’écartent le plus, et qui comptent le plus.")
NOTE, NOTE_SAVE = tidy("Ce qui s’est dit (sans nom de personne)"), "Garder la note"
SETTLE_TITLE, SETTLE = tidy("Retenir une réponse"), "Retenir"
DECISION, MINORITY = tidy("Réponse retenue"), tidy("Avis minoritaire, s’il y en a un (sans nom de personne)")
OPEN_POINT = tidy("Point ouvert : la salle reste partagée")
SETTLED, BY_LINES = "Réponse retenue", tidy("Ligne par ligne (la proposition de la salle, à corriger au besoin)")
SETTLE_ANY, SETTLE_WHICH = tidy("Retenir une réponse à une question de votre choix"), "Question dévoilée"
SETTLE_PICK = "Choisir une question"
PAPER_TITLE, PAPER_KEEP = "Compter des votes sur papier", "Garder ce décompte"
PAPER_HELP = tidy(
    "Pour les personnes sans téléphone : comptez leurs bulletins et écrivez combien ont donné chaque réponse. "
    "Ces votes s’ajoutent à ceux des téléphones au dévoilement. Garder de nouveau remplace le décompte précédent."
)
TIME_OVER = tidy("Les 8 minutes sont passées.")
GUIDE, GUIDE_COLUMNS = tidy("Déroulé pour la personne qui anime"), ("Partie", "Durée", "Ce que vous faites")
ENDED, DOWNLOAD = tidy("L’atelier est terminé."), tidy("Télécharger les réponses retenues (.json)")
KEEP = tidy("Ouvrir ces réponses comme un diagnostic, dans ce navigateur")
NOT_COMPLETED = tidy(
    "Rien n’a été changé : ce diagnostic a été effacé, ou il répond à une autre version des questions que l’atelier. "
    "Revenez à la page de l’atelier et gardez son résultat dans un diagnostic à part."
)
NOTHING_SETTLED = tidy("Aucune réponse n’a été retenue : rouvrez l’atelier pour en retenir.")

VOTED = tidy("Votre vote est enregistré. Vous pouvez en changer jusqu’au dévoilement.")
NOT_YET = tidy("Choisissez une réponse : personne ne la voit avant le dévoilement.")
LINES_LEFT = tidy("Votre vote sera enregistré quand chaque ligne aura une réponse.")
WAITING = {
    "lobby": tidy("Vous êtes dans l’atelier. Le premier vote va s’ouvrir ici, sans rien faire."),
    "agenda": tidy("La salle choisit le point à discuter. Regardez l’écran commun."),
    "discuss": tidy("Discussion en cours. Un second vote s’ouvrira peut-être ici."),
    "closed": tidy("L’atelier est terminé. Merci d’avoir voté."),
}
TOO_MANY = tidy("Trop de codes essayés qui n’ouvrent rien. Attendez cinq minutes, puis vérifiez le code affiché.")
ANSWER, VOTES = "Réponse", "Votes"
FIRST_VOTE, SECOND_VOTE = "Premier vote", "Second vote"
FEW = tidy("Moins de 4 votes : un point par vote, et aucun calcul d’accord.")
NARROW = tidy("Trop peu de lignes utiles pour un palier")
PROPOSED = tidy("Proposition :")
LIST_STEPS = (
    tidy("Moins d’un tiers en place"),
    tidy("Un tiers au moins"),
    tidy("Deux tiers au moins"),
    tidy("Tout est en place"),
)


def seats(count: int) -> str:
    return counted(count, "personne dans l’atelier", "personnes dans l’atelier")


def voted(count: int, seats_: int) -> str:
    return typeset(say("Votes reçus : {count} sur {seats}", count=count, seats=seats_))


def rank(number: int, total: int) -> str:
    return typeset(say("Question {number} sur {total}", number=number, total=total))


def progress(done: int, total: int) -> str:
    return typeset(say("Questions répondues : {done} sur {total}", done=done, total=total))


def finished(count: int, seats_: int) -> str:
    return typeset(say("Ont fini ce thème : {count} sur {seats}", count=count, seats=seats_))


def theme_rank(number: int, total: int) -> str:
    return typeset(say("Thème {number} sur {total}", number=number, total=total))


def answers(count: int) -> str:
    return counted(count, "réponse", "réponses")


def moved(movers: int, compared: int) -> str:
    return typeset(say("Ont changé de réponse : {movers} sur {compared}.", movers=movers, compared=compared))


def time_left(seconds: int) -> str:
    return typeset(say("Il reste {minutes} min {seconds:02d} s", minutes=seconds // 60, seconds=seconds % 60))


def paper_kept(count: int) -> str:
    return counted(count, "vote sur papier compté pour l’instant", "votes sur papier comptés pour l’instant")


def minority(text: str) -> str:
    return f"{typeset(say('Avis minoritaire :'))} {text}"


def not_concerned(reason: str) -> str:
    return f"{typeset(say('Non concerné :'))} {reason}"


def listed_as(label: str, lines: list[str]) -> str:
    return f"{typeset(label + ' :')} {' ; '.join(lines)}"
