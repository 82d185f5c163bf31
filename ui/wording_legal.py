"""What the legal page says: who answers for the site, what is kept and for how long, and how to take it back."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.settings import Retention, Settings
from questionnaire.typography import counted, tidy, typeset

TITLE = tidy("Mentions légales et données personnelles")
LINK = TITLE

LOCAL = tidy(
    "Palier tourne ici sur cet ordinateur, pour la personne qui s’en sert. Il n’y a ni éditeur ni hébergeur à "
    "indiquer : vos réponses restent dans un fichier de cet ordinateur, que vous seuls gardez et effacez. Une "
    "structure qui ouvre Palier à d’autres doit, elle, remplir cette page."
)
WHO_TITLE = "Qui répond de ce site"
WHO = {
    "publisher": tidy("Éditeur, responsable du traitement des données"),
    "director": "Direction de la publication",
    "host": "Hébergeur",
    "country": tidy("Pays où les données sont gardées"),
    "contact": tidy("Pour une question ou pour exercer vos droits"),
}

WHY_TITLE = tidy("À quoi servent vos réponses")
WHY = tidy(
    "À établir votre diagnostic, votre plan et vos documents, pour vous. Elles ne servent à rien d’autre, ne sont ni "
    "vendues ni rapprochées d’un autre fichier, et aucun tiers n’est appelé pendant que vous répondez : ni mesure "
    "d’audience, ni police ou script venu d’ailleurs, ni intelligence artificielle."
)

KEPT_TITLE = tidy("Ce qui est gardé, et combien de temps")
NO_PERSON = tidy(
    "Rien n’oblige à nommer une personne, et il vaut mieux ne pas le faire dans les notes. Palier ne connaît ni votre "
    "adresse électronique ni votre mot de passe : il n’y a pas de compte."
)


def kept(retention: Retention) -> str:
    """What is kept, with the durations the purge obeys."""
    finished = _months(retention.months)
    unfinished = _months(retention.unfinished_months)
    history = counted(retention.history_days, "jour", "jours")
    return typeset(
        say(
            "- **Vos réponses, vos notes, votre plan**, et le nom de l’association si vous l’avez écrit : "
            "{finished} après la dernière activité ; {unfinished} si le diagnostic n’est pas fini.\n- **Le nom de "
            "la personne qui relit** vos pièces, si elle signe : aussi longtemps que le diagnostic.\n- **Les "
            "votes d’un atelier**, sans nom de personne ; entre plusieurs associations, aussi leur nom et ce que "
            "chacune peut écrire en partant (une action, une date, un prénom ou une fonction) : "
            "{participant_days} après sa fin.\n- **Les valeurs remplacées** par une réponse plus récente : "
            "{history}.\n- **L’empreinte de votre lien secret**, pas le lien lui-même : aussi longtemps que le "
            "diagnostic.\n- **La trace d’une suppression**, un numéro sans contenu, pour qu’aucune sauvegarde ne "
            "fasse revenir ce que vous avez effacé : {deleted_months}.\n- **Le journal technique**, sans lien, "
            "sans réponse et sans nom : {log_months}.\n- **L’adresse de votre connexion**, en mémoire et cinq "
            "minutes au plus, si vous ouvrez un lien qui n’existe pas : cela ralentit qui voudrait deviner un "
            "lien.",
            finished=finished,
            unfinished=unfinished,
            participant_days=counted(retention.participant_days, "jour", "jours"),
            history=history,
            deleted_months=_months(retention.deleted_months),
            log_months=_months(retention.log_months),
        )
    )


APPLIED_PUBLIC = tidy("Passé ces durées, tout est effacé automatiquement, une fois par jour.")
APPLIED_LOCAL = tidy(
    "Sur votre ordinateur, rien ne s’efface tout seul : ces durées sont celles que suit la commande "
    "`python -m storage purge`, quand vous la lancez."
)

COOKIES_TITLE = tidy("Les cookies, et pourquoi il n’y a pas de bandeau")
COOKIES = tidy(
    "Palier n’écrit sur votre appareil que ce qui lui est nécessaire pour fonctionner ; c’est pourquoi rien ne vous est "
    "demandé en arrivant.\n\n"
    "- `palier` : retient votre lien secret sur cet appareil, un an. Il n’est pas lisible par une autre page.\n"
    "- `palier-langue` : la langue que vous avez choisie au bas d’une page, un an ; il n’y en a pas sans ce choix.\n"
    "- `palier-relecture` : seulement chez la personne qui relit vos pièces, un jour.\n"
    "- `palier-atelier` et `palier-place` : seulement pendant un atelier, chez qui l’anime et chez qui vote, un jour.\n"
    "- `_streamlit_xsrf` : un nombre au hasard qui empêche un autre site d’envoyer un fichier à votre place ; il "
    "disparaît en fermant le navigateur.\n"
    "- `palier_route` : seulement quand plusieurs serveurs se partagent ce site ; il dit lequel vous répond et "
    "disparaît en fermant le navigateur.\n"
    "- dans la mémoire du navigateur (`stActiveTheme…`) : les couleurs de l’affichage, rien sur vous."
)

RIGHTS_TITLE = "Vos droits, depuis votre lien"
RIGHTS = tidy(
    "Qui a le lien peut, seul et tout de suite :\n\n"
    "- **tout emporter** : la page « Lien et données personnelles » donne un fichier qui contient tout et se rouvre "
    "ici ou sur un autre Palier ;\n"
    "- **corriger** : toute réponse se change, à tout moment ;\n"
    "- **tout supprimer** : sur la même page, en deux gestes ; les réponses, leur historique et le lien disparaissent ;\n"
    "- **changer de lien**, si l’ancien est parti chez quelqu’un qui ne devrait pas l’avoir.\n\n"
    "Sans le lien, personne ne peut retrouver un diagnostic, pas même l’hébergeur : il ne peut donc ni vous le rendre "
    "ni le supprimer à votre demande. Ce qui reste sans activité finit par être effacé."
)
COMPLAINT = tidy(
    "Si une réponse ne vous convient pas, vous pouvez saisir la Commission nationale de l’informatique et des libertés "
    "(CNIL) : [cnil.fr/plaintes](https://www.cnil.fr/fr/plaintes)."
)

DECISION_TITLE = "Aucune décision automatique"
DECISION = tidy(
    "Le diagnostic calcule des fourchettes et propose des actions. Il n’accorde rien, ne refuse rien, n’a aucun effet "
    "juridique, et personne ne le reçoit si vous ne le donnez pas."
)


def who(settings: Settings) -> dict[str, str]:
    """The label and the text of each legal field of a public site."""
    return {label: str(getattr(settings, name)).strip() for name, label in say(WHO).items()}


def _months(count: int) -> str:
    return counted(count, "mois", "mois")
