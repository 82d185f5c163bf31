"""The words of the page of what changed: choosing an earlier assessment, keeping a photo, looking back."""

from __future__ import annotations

from datetime import date

from questionnaire.language import say
from questionnaire.typography import tidy, typeset
from reports.phrases import day

TITLE = "Évolution"
OPEN = tidy("Voir l’évolution depuis un diagnostic d’avant")
OTHER_VERSION = tidy(
    "Ce diagnostic d’avant répond à une version des questions qui n’est pas installée ici. Il est gardé, mais ses "
    "réponses ne peuvent pas être comparées aux vôtres."
)
NONE_YET = tidy(
    "Cette page montre ce qui a changé entre deux diagnostics de votre association. Il lui faut un diagnostic d’avant : "
    "choisissez-en un ci-dessous. Si c’est votre premier, gardez-en une photo aujourd’hui, vous la retrouverez ici "
    "dans un an."
)
ONLY_TODAY = tidy(
    "Vous avez une photo d’aujourd’hui. Continuez à répondre à votre rythme : la comparaison apparaîtra ici à partir "
    "de demain."
)
WITH = "Comparer avec"
AXES_TITLE, NAMED_TITLE = "Axe par axe", "Réponse par réponse"
BEFORE = "Avant"
PUBLIC_PARTS = tidy(
    "Cette page entre dans l’exemplaire complet du rapport. Un financeur ne la lit que si vous la cochez pour lui."
)
ASK_AGAIN = tidy("Avec ce que vous savez aujourd’hui, où en étiez-vous ce jour-là ? C’est facultatif.")
THEN = tidy("Votre réponse d’alors")
ADD_TITLE = tidy("Ajouter un diagnostic d’avant")
FROM_BROWSER = tidy("Dans ce navigateur")
NOT_IN_BROWSER = tidy(
    "Aucun autre diagnostic du même nom n’est ouvert dans ce navigateur. Pour en voir un ici, donnez le même nom "
    "d’association aux deux."
)
FROM_FILE = tidy("Dans un fichier")
FILE_HELP = tidy(
    "Le fichier de réponses (.json), le rapport complet (.pdf) ou le classeur (.xlsx) que Palier vous a donné."
)
FILE_DAY = tidy("De quel jour est ce diagnostic ?")
FILE_DAY_FAULT = tidy("Ce jour est à venir : écrivez celui où le diagnostic a été fait.")
FILE_USE = "Comparer avec ce fichier"
NAMELESS = tidy("sans nom")
ADDED = tidy("C’est gardé. Vos réponses d’aujourd’hui n’ont pas changé.")
PHOTO_TITLE = tidy("Garder une photo de ce diagnostic")
PHOTO_HELP = tidy(
    "La photo garde vos réponses d’aujourd’hui, leurs notes, leurs pièces et les actions déjà faites. Elle reste avec ce "
    "diagnostic, part dans vos fichiers, et s’efface avec lui. Une photo par jour : la dernière remplace la précédente."
)
PHOTO_BUTTON = tidy("Garder une photo aujourd’hui")
PHOTOS_TITLE = "Les photos gardées"
FULL = tidy("Cinq photos sont gardées, c’est le maximum : supprimez-en une pour en garder une autre.")
TOO_LONG = tidy("Il y a trop de texte pour une photo de plus : supprimez une photo, ou raccourcissez vos notes.")
DELETE = tidy("Supprimer cette photo")


def photo_of(on: date) -> str:
    return say("le {on}", on=day(on))


def use(on: date) -> str:
    return say("Comparer avec celui du {on}", on=day(on))


def sure(on: date) -> str:
    return say("Je veux supprimer la photo du {on}", on=day(on))


def other_name(name: str) -> str:
    return typeset(
        say(
            "Attention : ce fichier porte un autre nom, « {name} ». Ne comparez que votre association avec elle-même.",
            name=name,
        )
    )


def asked_again(question: str, on: date) -> str:
    return typeset(say("Le {on} : {question}", on=day(on), question=question))
