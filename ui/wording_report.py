"""The sentences of the report page, of the other formats, and of « Vérifier un rapport », tidied once."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.typography import tidy, typeset

VERIFY_PAGE = "Vérifier un rapport"

INTRO = tidy("Choisissez à qui vous le donnez : l’exemplaire n’est pas le même. C’est un PDF, à imprimer ou à envoyer.")
COPY = "Quel exemplaire ?"
COPIES = {
    "complete": tidy("Complet, pour vous"),
    "funder": tidy("Pour un financeur"),
    "page": tidy("Une page à afficher"),
}
COPY_HELP = {
    "complete": tidy("Contient toutes vos réponses ; c’est aussi votre fichier de sauvegarde."),
    "funder": tidy("Seulement ce que vous cochez. Ni vos réponses une à une, ni vos notes."),
    "page": tidy("L’essentiel du plan, pour le local ou une réunion. Aucune réponse."),
}
COPY_FILES = {"complete": "", "funder": "financeur", "page": "une-page"}
BUTTONS = {
    "complete": "Télécharger le rapport (PDF)",
    "funder": "Télécharger l’exemplaire financeur (PDF)",
    "page": "Télécharger la page à afficher (PDF)",
}
NO_ANSWERS = tidy(
    "Cet exemplaire ne contient pas vos réponses : il ne peut pas servir de sauvegarde. Des trois, seul le complet les contient."
)

PARTS_TITLE = "Ce que le financeur lira"
PARTS = {
    "levels": tidy("**Les niveaux** de chaque axe, et un code pour vérifier une recopie"),
    "plan": tidy("**Le plan d’action** : qui, quand, combien"),
    "request": tidy("**La demande de financement**, telle que vous l’avez préparée"),
    "axes": tidy("**Le détail des axes** : les fourchettes, thème par thème"),
    "protect": tidy("**Le détail de ce qui est à protéger d’abord**"),
    "benchmark": tidy("**Les repères publiés** : où vous êtes parmi d’autres associations"),
    "evidence": tidy("**Le compte des pièces** : combien, jamais lesquelles"),
    "workshop": tidy("**Ce que l’atelier a voté** : l’accord sur chaque question, sans les réponses"),
    "change": tidy("**L’évolution** depuis le diagnostic d’avant : les scores comparés, jamais les réponses"),
}
PROTECT_OFF = tidy(
    "« À protéger d’abord » est décoché d’office : le financeur lit le nombre de points, "
    "et le détail de vos fragilités reste chez vous."
)
ALWAYS = tidy(
    "Toujours dedans, si vous l’avez écrit : le nom et la fiche de l’association, qui a répondu, le besoin, "
    "ce qui prend trop de temps. Jamais : vos réponses une à une, vos notes, vos pièces."
)

PREVIEW = "Voir les premières pages"
PREPARING = "Préparation…"
NOT_MADE = tidy(
    "Ce document n’a pas pu être préparé. Vos réponses enregistrées sont intactes : réessayez dans un moment."
)
NO_SUCH_FILE = tidy("Palier ne prépare pas de fichier à cette adresse. Revenez à la page « Rapport ».")
NOT_THIS_BROWSER = tidy(
    "Ce diagnostic n’est plus celui de ce navigateur : son lien a été remplacé, ou un autre a pris sa place. "
    "Ouvrez de nouveau votre lien, puis la page « Rapport »."
)
IF_NOTHING = tidy(
    "La préparation prend quelques secondes. Si rien n’arrive, touchez « Voir les premières pages » : "
    "la page dira pourquoi. Vos réponses ne risquent rien."
)

FORMATS_TITLE = "Autres formats"
FORMATS_LEAD = tidy("**Tous ces fichiers contiennent vos réponses, en tout ou partie** : gardez-les entre vous.")
XLSX = (
    "Classeur (XLSX)",
    tidy(
        "Pour trier et calculer dans Excel ou LibreOffice : scores, plan et réponses. "
        "Il se rouvre aussi dans Palier, à partir de la page d’accueil."
    ),
)
PLAN_CSV = ("Plan (CSV)", tidy("Le plan seul, une ligne par action, pour votre outil de suivi."))
ANSWERS_CSV = (
    "Réponses (CSV)",
    tidy("Une ligne par question, pour comparer deux années ou faire vos propres calculs."),
)
DOCX = ("Plan à modifier (DOCX)", tidy("Pour reprendre le plan dans Word ou LibreOffice avant une réunion."))
HTML = ("Page web (HTML)", tidy("Le rapport en un seul fichier, à lire sur un téléphone ou à faire lire à voix haute."))


def download(name: str) -> str:
    return typeset(say("Télécharger : {name}", name=name))


def page_rank(rank: int) -> str:
    return say("Page {rank}", rank=rank)


def page_alt(rank: int) -> str:
    return typeset(say("Image de la page {rank} : le texte se lit dans le fichier téléchargé.", rank=rank))


REOPEN_HELP = tidy(
    "Le rapport complet (PDF), le classeur (XLSX) ou le fichier de réponses (JSON) téléchargés depuis la page Rapport. "
    "Le fichier est vérifié avant d’être ouvert. Un classeur modifié dans un tableur n’est pas repris."
)

VERIFY_LEAD = tidy(
    "On vous a donné un rapport de Palier : ses chiffres suivent-ils les réponses ? Rien n’est gardé de ce que vous "
    "donnez ici, et il n’y a besoin ni de compte ni de diagnostic commencé."
)
VERIFY_FILE_TITLE = tidy("À partir du fichier")
VERIFY_FILE_HELP = tidy(
    "Choisissez le rapport complet (PDF). Palier le réimprime à partir des réponses qu’il contient, puis compare "
    "page à page. Les autres exemplaires n’ont pas de réponses : voyez plus bas, à partir du papier."
)
VERIFY_FILE = "Rapport complet (PDF)"
VERIFYING = "Vérification…"
VERIFY_REFUSED = tidy("Les réponses jointes à ce rapport ne sont pas lisibles. Voici pourquoi :")
PAPER_TITLE = tidy("À partir du papier")
PAPER_HELP = tidy(
    "L’exemplaire pour un financeur porte un code sous le nom de l’association. Recopiez le code et les chiffres "
    "tels qu’ils sont imprimés ; laissez vide ce qui n’est pas imprimé."
)
CODE, CODE_SHAPE = tidy("Code de l’exemplaire"), tidy("Exemple : 7K3QF-9M2XA")
DAY = tidy("Date imprimée")
MODE = "Questionnaire"
MODES = {"full": "Questionnaire complet", "express": "Mode express"}
INTERVAL_SHAPE, LEVEL_SHAPE = tidy("Exemple : 34 à 40"), tidy("Exemple : 1, peut-être 2")
COMPARE = "Comparer"
PAPER_MISSING = tidy("Il manque le code ou la date : recopiez-les d’abord.")
TOGETHER = tidy("Le code et ces chiffres vont ensemble.")
APART = tidy(
    "Le code et ces chiffres ne vont pas ensemble : un chiffre ou la date est mal recopié ou a changé, "
    "ou le papier vient d’une autre version du questionnaire."
)
CODE_LIMITS = tidy(
    "Un code détecte les erreurs de recopie, pas les faux : n’importe qui peut en calculer un pour d’autres chiffres."
)


def interval_of(axis: str) -> str:
    return typeset(say("Fourchette : {axis}", axis=axis))


def level_of(axis: str) -> str:
    return typeset(say("Niveau : {axis}", axis=axis))


TOO_MANY_FIGURES = tidy("Deux nombres au plus par case, comme sur le papier : « 34 à 40 » ou « 1, peut-être 2 ».")
