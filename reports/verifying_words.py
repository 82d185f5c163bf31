"""What a verification says, in French. Words read in a stranger's file are made harmless and kept short."""

from __future__ import annotations

from datetime import date

from questionnaire.language import plural, say
from questionnaire.typography import counted, listed, tidy, typeset
from reports.phrases import day, quoted
from reports.typesetting import plain

PROVES = tidy("Prouve que le calcul suit les réponses ; ne prouve pas que les réponses sont exactes.")
NO_DAY = tidy(
    "Comparaison impossible : ce fichier ne dit plus quel jour le rapport a été fait. "
    "Demandez le fichier d’origine, tel que Palier l’a donné."
)
OTHER_QUESTIONNAIRE = tidy(
    "Comparaison impossible : ce rapport vient d’un autre questionnaire, ou d’une autre version du questionnaire."
)
OTHER_EDITION = tidy(
    "Comparaison impossible : ce rapport a été imprimé par une autre version de Palier, et les différences peuvent "
    "venir de là. Rouvrez ses réponses et refaites le rapport pour comparer."
)
FONTS = tidy(
    "Dans tout le document : une police a changé, et ses lettres ou ses chiffres peuvent avoir une autre forme."
)
OUTSIDE = tidy("Hors des pages : le titre du document, les signets, un formulaire ou une action ont changé.")
REPAIRED = tidy(
    "Le fichier a été abîmé ou retouché : il a fallu le réparer pour le lire, et il peut s’afficher autrement ailleurs."
)
WORDS_BEFORE = 6
WORDS_MAX = 12
LETTERS_MAX = 90
UNREADABLE = "signe illisible"


def identical(pages: int, on: date) -> str:
    same = counted(pages, "page est exactement celle", "pages sont exactement celles")
    the = plural(pages, "La", "Les")
    return typeset(
        say(
            "{the} {same} que Palier imprime à partir des réponses jointes, à la date du {on}.",
            the=the,
            same=same,
            on=day(on),
        )
    )


def differs(count: int) -> str:
    found = counted(count, "différence trouvée", "différences trouvées")
    return typeset(
        say("Ce rapport n’est pas celui que Palier imprime à partir des réponses jointes : {found}.", found=found)
    )


def changed(page: int, after: tuple[str, ...], printed: tuple[str, ...], found: tuple[str, ...]) -> str:
    """« Page 3 : on lit « 41 » ; les réponses donnent « 34 » (après « Compétences et pratiques »). »"""
    place = say(" (après {after})", after=_shown(after[-WORDS_BEFORE:])) if after else ""
    if not printed:
        return _on(
            page, say("on lit {found}, que les réponses ne donnent pas{place}", found=_shown(found), place=place)
        )
    if not found:
        return _on(
            page, say("il manque {printed}, que les réponses donnent{place}", printed=_shown(printed), place=place)
        )
    return _on(
        page,
        typeset(
            say(
                "on lit {found} ; les réponses donnent {printed}{place}",
                found=_shown(found),
                printed=_shown(printed),
                place=place,
            )
        ),
    )


def redrawn(pages: tuple[int, ...]) -> str:
    where = (
        say("Page {pages}", pages=pages[0])
        if len(pages) == 1
        else say("Pages {pages}", pages=listed([str(page) for page in pages]))
    )
    return typeset(
        say("{where} : mêmes mots, mais un dessin, une couleur, une lettre, un lien ou une note a changé.", where=where)
    )


def more(page: int, count: int) -> str:
    return _on(page, counted(count, "autre passage différent", "autres passages différents"))


def added_page(page: int) -> str:
    return _on(page, say("page en trop, que les réponses ne donnent pas"))


def missing_page(page: int) -> str:
    return typeset(say("Il manque la page {page} du rapport que les réponses donnent.", page=page))


def _on(page: int, what: str) -> str:
    return f"{typeset(say('Page {page} :', page=page))} {what}."


def _shown(words: tuple[str, ...]) -> str:
    """A few words between quotation marks, cut with « … »; letters without a shape are left out."""
    text = plain(" ".join(words[:WORDS_MAX]))
    cut = len(words) > WORDS_MAX or len(text) > LETTERS_MAX
    return quoted((text[:LETTERS_MAX].rstrip() + ("…" if cut else "")) or say(UNREADABLE))
