"""The words around every page, and those that say a drawing to whoever does not see it."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.typography import counted, tidy, typeset
from reports.content import Strip
from reports.phrases import percent

REST = "le reste"
FOOT_NAME = tidy("Pied de page")
FOOT = {
    "/methode": tidy("La méthode"),
    "/mentions": tidy("Mentions légales"),
    "/donnees": tidy("Vos données"),
    "/accessibilite": tidy("Accessibilité"),
}


def intervals(rows: list[tuple[str, str]]) -> str:
    """Each row's title with its figures; the table beside says the rest."""
    said = " ; ".join(f"{title} : {figures}" for title, figures in rows)
    return typeset(
        say(
            "Échelle de 0 à 100, {rows}. {said}. Le tableau dit les mêmes chiffres.",
            rows=counted(len(rows), "lecture", "lectures"),
            said=said,
        )
    )


def strip(value: Strip) -> str:
    shares = ", ".join(f"{one.label or say(REST)} {percent(one.percent)}" for one in value.segments)
    marked = [f"{one.marks[0]} : {one.label}" for one in value.segments if one.marks]
    return typeset(f"{value.indicator} : {shares}. {' ; '.join(marked)}".rstrip() + ("." if marked else ""))
