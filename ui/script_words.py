"""Streamlit’s own words in French: by script, the pattern of what it says, and what is said instead."""

from __future__ import annotations

from questionnaire.typography import tidy

Words = tuple[tuple[str, str], ...]
_THIN = "\u202f"
DATE_KEYS = tidy("Les flèches changent de jour, Entrée choisit, Échap ferme.")
DATE_REFUSED = tidy("Cette date n’est pas acceptée ici. Choisissez une date")
NUMBER_REFUSED = tidy("Ce nombre n’est pas accepté ici. Écrivez un nombre")
NO_PAGE = tidy("Cette page n’existe pas, ou plus. Voici la page d’accueil.")
FRENCH_WORDS: dict[str, Words] = {
    "FileUploader": (
        (r"`Upload`", "`Choisir un fichier`"),
        (r"`\$\{(\w+\(\w+,\w+\.Byte,0\))\} per file`", rf"`${{\1.replace(`MB`,`{_THIN}Mo`)}} au plus`"),
        (r"`Drag and drop a file here`", "`Déposez le fichier ici`"),
        (r"`Add files`", "`Choisir un autre fichier`"),
        (r"`\$\{\w+\.type\} files are not allowed\.`", "`fichier d’un autre type que ceux demandés.`"),
    ),
    "utils": (
        (r"`Cancel upload of \$", "`Annuler l’envoi de $"),
        (r"`Remove \$\{(\w+)\.name\}`", r"`Retirer ${\1.name}`"),
        (r"([=:]\$\(\w+\.size,\w+\.Byte\))", rf"\1.replace(`.`,`,`).replace(/([KMG]?)B$/,`{_THIN}$1o`)"),
        (r"`file upload`", "`choix du fichier`"),
        (r"`File must be \$\{\$\(\w+,`b`\)\} or smaller\.`", "`fichier trop lourd.`"),
        (r"`\$\{\w+\.type\} files are not allowed\.`", "`fichier d’un autre type que ceux demandés.`"),
        (r"\[`Error: `,", f"[`Refusé{_THIN}: `,"),
        (r"`Upload failed`", "`L’envoi a échoué`"),
    ),
    "DateInput": (
        (r"`Choose date`", "`Choisir une date`"),
        (r"`Clear date`", "`Effacer la date`"),
        (r"`Use arrow keys to navigate dates\.[^`]*`", f"`{DATE_KEYS}`"),
        (r"locale:`en-US`", "locale:`fr-FR`"),  # « jour », « Vide », for whoever hears the field
    ),
    "ReorderedSegments": (
        (
            r"`\*\*Error\*\*: Date set outside[^`]*on or before \$\{(\w+)\}\.`",
            f"`{DATE_REFUSED} au plus tard le ${{\\1}}.`",
        ),
        (
            r"`\*\*Error\*\*: Date set outside[^`]*on or after \$\{(\w+)\}\.`",
            f"`{DATE_REFUSED} au plus tôt le ${{\\1}}.`",
        ),
        (
            r"`\*\*Error\*\*: Date set outside[^`]*between \$\{(\w+)\} and \$\{(\w+)\}\.`",
            f"`{DATE_REFUSED} entre le ${{\\1}} et le ${{\\2}}.`",
        ),
    ),
    "InputInstructions": (
        (r"\?`submit form`:`apply`", "?`envoyer`:`valider`"),
        (r"`Press \$\{(\w+\(\))\?`⌘`:`Ctrl`\}\+Enter to \$", r"`${\1?`⌘`:`Ctrl`} et Entrée pour $"),
        (r"`Press Enter to \$", "`Entrée pour $"),
    ),
    "NumberInput": (
        (r"`Decrement`", "`Un de moins`"),
        (r"`Increment`", "`Un de plus`"),
        (r"`Clear value`", "`Effacer le nombre`"),
        (
            r"`Number is outside the allowed range\.[^`]*\$\{(\w+)\} and \$\{(\w+)\}\.`",
            f"`{NUMBER_REFUSED} entre ${{\\1}} et ${{\\2}}.`",
        ),
        (r"`Number is below[^`$]*\$\{(\w+)\}\.`", f"`{NUMBER_REFUSED} d’au moins ${{\\1}}.`"),
        (r"`Number is above[^`$]*\$\{(\w+)\}\.`", f"`{NUMBER_REFUSED} d’au plus ${{\\1}}.`"),
        (r"`Number is below the allowed range\.`", "`Ce nombre est trop petit.`"),
        (r"`Number is above the allowed range\.`", "`Ce nombre est trop grand.`"),
    ),
    "TextInput": ((r"`Clear entry`", "`Effacer ce qui est écrit`"),),
    "Selectbox": (
        (r"`Selectbox options`", "`Choix proposés`"),
        (r"\"aria-label\":`Open`", '"aria-label":`Ouvrir la liste`'),
        (r"`Clear value`", "`Effacer le choix`"),
        (r"`No results`", "`Rien ne correspond`"),
    ),
    "utils.o": (
        (r"`Choose an option`", "`Choisissez`"),
        (r"`No options to select`", "`Rien à choisir`"),
    ),
    "useCopyToClipboard": ((r"`Copied`:`Copy to clipboard`", "`Copié`:`Copier`"),),
    "index": (
        (r"`Skip to main content`", "`Aller au contenu`"),
        (r"`Navigate to home page`", "`Revenir à l’accueil`"),
        (r"\"aria-label\":`Close`", '"aria-label":`Fermer`'),
        (r"\"aria-label\":`App pages`", '"aria-label":`Pages`'),
        (r"\"aria-label\":`Expand sidebar`", '"aria-label":`Menu`'),
        (r"\"aria-label\":`Collapse sidebar`", '"aria-label":`Fermer le menu`'),
        (r"\"aria-label\":`Sidebar`", '"aria-label":`Menu`'),
        (r"\"aria-label\":`Main menu`", '"aria-label":`Réglages`'),
        (r"\"aria-label\":`Notifications`", '"aria-label":`Messages`'),
        (r"\"aria-label\":`Running\.\.\.`", '"aria-label":`En cours`'),
        (r"\"aria-label\":`Scroll tabs left`", '"aria-label":`Onglets précédents`'),
        (r"\"aria-label\":`Scroll tabs right`", '"aria-label":`Onglets suivants`'),
        (r"`\$\{(\w+)\.flat\(\)\.length\} more`", r"`${\1.flat().length} autres pages`"),
        (r"`view less`:`view more`", "`voir moins`:`voir plus`"),
        (r"`Stopping\.\.\.`:`Stop`", "`Arrêt…`:`Arrêter`"),
        (
            r"\w\?`You have requested page[^`]*`:`The page that you have requested[^`]*`;"
            r"this\.showError\(`Page not found`,\{message:`[^`]*`",
            f"`{NO_PAGE}`;this.showError(`Page introuvable`,{{message:`${{t}}`",
        ),
    ),
}
