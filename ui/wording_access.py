"""What the page « Accessibilité » says of this tool: what was tried, what was not, and whom to tell."""

from __future__ import annotations

from questionnaire.typography import tidy

TITLE = tidy("Accessibilité")

STATE = tidy(
    "**Aucun audit n’a été fait.** Personne n’a vérifié ce site avec la grille officielle, le RGAA : nous ne disons donc "
    "pas qu’il la respecte. Voici ce qui a été essayé, et ce qui ne l’a pas été."
)
TRIED_TITLE = tidy("Ce qui a été essayé")
TRIED = tidy(
    "- Chaque page est contrôlée par un outil automatique, axe, en clair et en sombre, sur un écran d’ordinateur et sur un "
    "écran de téléphone. Un tel outil ne trouve qu’une partie des défauts.\n"
    "- Un diagnostic express se fait en entier au clavier seul, jusqu’au rapport.\n"
    "- Six pages restent entières quand on les agrandit deux fois, et sur un écran très étroit. Sur les autres, ce n’est "
    "pas essayé.\n"
    "- Trois pages ne bougent pas pour qui demande moins d’animations. Sur trois pages, on voit où l’on est avec les "
    "couleurs imposées par l’ordinateur.\n"
    "- Les pages ne débordent pas de l’écran quand on écarte les lettres et les lignes.\n"
    "- Ce que l’on touche est assez grand : 44 pixels au moins, sauf un lien au milieu d’une phrase."
)
NOT_TRIED_TITLE = tidy("Ce qui n’a pas été essayé")
NOT_TRIED = tidy(
    "- Aucun lecteur d’écran, aucune commande à la voix.\n"
    "- Aucune personne handicapée n’a encore relu le parcours.\n"
    "- Le diagnostic complet, l’atelier et l’évolution au clavier seul.\n"
    "- Les critères du RGAA, un par un."
)
LIMITS_TITLE = tidy("Ce que nous savons gêner")
LIMITS = tidy(
    "- Sans JavaScript, rien ne s’affiche.\n"
    "- Quand une page change après un clic, un lecteur d’écran ne l’annonce pas toujours."
)
OTHER_TITLE = tidy("Faire autrement")
OTHER = tidy(
    "Le questionnaire existe sur papier, et le rapport en PDF, en page web, en texte modifiable et en tableur. Vous "
    "pouvez aussi répondre avec une autre personne, qui lit et qui clique."
)
TELL_TITLE = tidy("Quelque chose vous gêne ?")
TELL = tidy("Dites-nous sur quelle page, et ce que vous vouliez faire. Écrivez à :")
TELL_LOCAL = tidy(
    "Palier tourne ici sur un ordinateur, sans éditeur à qui écrire : parlez-en à la personne qui l’a installé."
)
