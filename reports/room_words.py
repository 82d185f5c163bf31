"""What a coach reads aloud, brings and keeps to: short sentences, tidied once."""

from __future__ import annotations

from questionnaire.typography import tidy, typeset


def _tidied(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(typeset, texts))


SAY = {
    name: tidy(text)
    for name, text in {
        "welcome": "Nous regardons nos habitudes, pas les personnes. Aucun nom de personne n’est demandé pour voter, aucun "
        "vote n’est montré seul. “Je ne sais pas” est une vraie réponse.",
        "votes": "Je lis la question. Choisissez en silence la phrase la plus proche de ce que nous faisons "
        "aujourd’hui, pas de ce que nous aimerions faire.",
        "discussion": "Qui a vu quelque chose qui explique un autre vote que le sien ? Racontez un fait, une fois, "
        "sans dire qui a voté quoi.",
        "revote": "On revote en secret. Changer d’avis est permis, garder le sien aussi.",
        "plan": "Que pouvons-nous faire avec nos heures et nos euros ? Peu d’actions, mais tenues.",
        "commitments": "Pour chaque action : quel rôle s’en charge, et pour quelle date ? Un rôle, pas un nom.",
        "margin": "Merci. Voici ce que nous avons retenu, et ce qui reste ouvert.",
    }.items()
}
SEVERAL_SAY = {
    name: tidy(text)
    for name, text in {
        "shared": "Ce qui nous manque à presque tous peut se chercher ensemble.",
        "pairs": "Aucune association n’est nommée sans l’avoir accepté. Qui veut parler avec qui ?",
        "commitments": "Une seule action par association, une date, et qui s’en charge : un prénom ou une fonction. La salle ne "
        "voit pas ce que vous écrivez.",
    }.items()
}
MATERIAL = _tidied(
    (
        "Un écran ou un vidéoprojecteur, un ordinateur, le réseau de la salle ; un téléphone ou un bulletin par personne.",
        "Les feuilles de secours, imprimées : bulletins (une série par personne), décompte, affiches.",
        "Une boîte pour les bulletins, des stylos tous pareils, des points autocollants, du ruban adhésif.",
        "Une horloge visible de tous : 8 minutes par discussion, pas plus.",
    )
)
RULES = _tidied(
    (
        "Le vote est secret, du début à la fin. Rien n’est dévoilé avant que chacun ait voté.",
        "La direction et la présidence votent en dernier, et parlent en dernier.",
        "Personne n’est obligé de répondre, ni d’expliquer son vote.",
        "Rester partagés est un résultat : on note un « point ouvert » et l’avis minoritaire, sans nom.",
        "Un accord peut aussi venir de l’envie de s’accorder : on revote en secret.",
        "À moins de 4 votes, on ne calcule aucun indice.",
    )
)
NO_NETWORK = _tidied(
    (
        "Distribuez les bulletins ; chacun vote seul, plie et glisse dans la boîte.",
        "Comptez à deux, à l’abri des regards ; écrivez les nombres sur la feuille de décompte.",
        "Collez les points sur les affiches : la salle voit le résultat, jamais un bulletin.",
        "Quand le réseau revient, même le lendemain : ouvrez un atelier et son premier vote, tapez les nombres de chaque "
        "question dans « Compter des votes sur papier », puis dévoilez.",
        "Gardez la feuille de décompte, détruisez les bulletins.",
    )
)
SEVERAL_NO_NETWORK = _tidied(
    (
        "Deux bulletins par association, remplis pareil : l’un, sans nom, va dans la boîte ; elle garde l’autre.",
        "Comptez à deux, à l’abri des regards ; n’affichez aucun nombre de moins de 5 associations.",
        "Après la séance, chaque association recopie son bulletin dans son propre diagnostic ; détruisez ceux de la boîte.",
    )
)
