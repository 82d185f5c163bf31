"""The words around every page, and those that say a drawing to whoever does not see it."""

from __future__ import annotations

from questionnaire.typography import counted, tidy
from reports.content import Strip

REST = "le reste"
FOOT_NAME = tidy("Pied de page")
FOOT = (
    (tidy("La méthode"), "/methode"),
    (tidy("Mentions légales"), "/mentions"),
    (tidy("Vos données"), "/donnees"),
    (tidy("Accessibilité"), "/accessibilite"),
)


def intervals(rows: list[tuple[str, str]]) -> str:
    """Each row's title with its figures; the table beside says the rest."""
    said = " ; ".join(f"{title} : {figures}" for title, figures in rows)
    return tidy(
        f"Échelle de 0 à 100, {counted(len(rows), 'lecture', 'lectures')}. {said}. Le tableau dit les mêmes chiffres."
    )


def strip(value: Strip) -> str:
    shares = ", ".join(f"{one.label or REST} {one.percent} %" for one in value.segments)
    marked = [f"{one.marks[0]} : {one.label}" for one in value.segments if one.marks]
    return tidy(f"{value.indicator} : {shares}. {' ; '.join(marked)}".rstrip() + ("." if marked else ""))
