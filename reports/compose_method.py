"""The method in plain words, and the sources with the day somebody looked."""

from __future__ import annotations

from questionnaire.language import plural, say
from questionnaire.typography import counted, tidy, typeset
from reports import benchmark_words, level_words
from reports.case import Case
from reports.content import Landmark, Method, Segment, Source, Strip, Titled
from reports.phrases import day, in_words, quoted
from scoring.benchmark import Comparison, Row

MARGINS_NOTE = tidy(
    "Entre crochets : l’intervalle à 95 % qu’aurait chaque part si l’échantillon était aléatoire. Il ne l’est pas : "
    "ces réponses viennent d’un appel ouvert, l’incertitude réelle est plus grande et son sens inconnu."
)
LEARNING = tidy("Auto-évaluation à visée d’apprentissage ; ne pas utiliser comme seuil d’attribution.")
DECIDES_NOTHING = tidy("Aucune décision n’est automatique : Palier n’accorde rien et ne refuse rien.")


def method(case: Case) -> Method:
    levels = tuple(
        (str(rule.number), rule.name, say("à partir de {starts_at}", starts_at=rule.starts_at), rule.meaning)
        for rule in case.rules.levels
    )
    rows = [c.row for c in case.comparisons]
    margins = tuple(Titled(row.indicator, benchmark_words.margin_words(row)) for row in rows)
    return Method(
        tuple(Titled(t, typeset(x)) for t, x in _paragraphs(case)),
        levels,
        margins,
        say(MARGINS_NOTE) if margins else "",
    )


def _paragraphs(case: Case) -> list[tuple[str, str]]:
    return [
        (say("Ce qui est demandé"), _asked(case)),
        (
            say("D’une réponse à un score"),
            say(
                "La première réponse d’une question vaut 0, la dernière 100, et les autres se placent entre les deux à pas "
                "égaux. Une liste vaut la part des lignes utiles qui sont en place. Un thème est la moyenne de ses questions "
                "selon leur poids ; un axe, la moyenne de ses thèmes."
            ),
        ),
        (
            say("Ce qu’on ignore"),
            say(
                "« Je ne sais pas » et les questions sans réponse élargissent la fourchette : le bas les compte à 0, le haut à "
                "100. Ne pas savoir ne rapporte donc rien. « Non concerné » retire la question du calcul. Le rond blanc, sur "
                "un trait, est le score des seules réponses connues."
            ),
        ),
        (say("Les niveaux"), _caps(case)),
        (say("Pas de note d’ensemble"), _no_index(case)),
        (
            say("Le plan"),
            say(
                "Il tient dans le temps et l’argent que vous avez indiqués. Ce qui protège passe d’abord, puis ce qui apporte "
                "le plus pour une heure. Les points annoncés sont de vrais changements du bas de la fourchette."
            ),
        ),
        (
            say("Les repères publiés"),
            say(
                "{caution} Un pourcentage d’associations ne se lit pas sur une échelle de score.",
                caution=say(benchmark_words.CAUTION),
            ),
        ),
        (say("Ce qu’il faut garder en tête"), _in_mind(case)),
    ]


def _in_mind(case: Case) -> str:
    return f"{case.questionnaire.caution} {say(level_words.INTERVAL_NOTE)} {say(LEARNING)} {say(DECIDES_NOTHING)}"


def _asked(case: Case) -> str:
    total, asked = len(case.questionnaire.questions), len(case.routed.questions)
    known = sum(axis.answered for axis in case.result.axes)
    mode = say("Mode express : une partie seulement du questionnaire, dite en mots. ") if case.express else ""
    return say(
        "{mode}Le questionnaire compte {total} ; {asked}, et {known}.",
        mode=mode,
        total=counted(total, "question", "questions"),
        asked=counted(asked, "vous concerne", "vous concernent"),
        known=counted(known, "a une réponse connue", "ont une réponse connue"),
    )


def _caps(case: Case) -> str:
    allowance = int(case.rules.weakest_theme_allowance.value)
    return say(
        "Le niveau assuré se lit au bas de la fourchette, le niveau possible en haut. Une question critique "
        "au premier palier limite le niveau, et un axe ne dépasse pas son thème le plus fragile de plus de "
        "{allowance} {levels} : le nombre, lui, ne change pas, et la raison est toujours écrite.",
        allowance=in_words(allowance),
        levels=plural(allowance, "niveau", "niveaux"),
    )


def _no_index(case: Case) -> str:
    names = [quoted(axis.name) for axis, _ in case.axes]
    return say(
        "{names} : ces axes ne se compensent pas, et aucun nombre ne les résume. Deux associations de même "
        "niveau peuvent avoir des besoins très différents.",
        names=" ; ".join(names),
    )


def landmarks(case: Case) -> tuple[Landmark, ...]:
    """Every comparable row; rows with the same source and the same cautions share their words."""
    grouped: dict[tuple[str, tuple[str, ...]], list[Strip]] = {}
    for comparison in case.comparisons:
        key = benchmark_words.source_words(comparison.row), benchmark_words.cautions(comparison.row)
        grouped.setdefault(key, []).append(strip(case, comparison))
    return tuple(Landmark(tuple(strips), source, cautions) for (source, cautions), strips in grouped.items())


def first_landmark(case: Case) -> tuple[str, Landmark] | None:
    """For the summary: a row with a whole distribution read in one way, else the first row."""
    whole = [c for c in case.comparisons if c.row.not_broken_down is not None and not c.row.readings]
    chosen = (whole or list(case.comparisons))[:1]
    for comparison in chosen:
        source = benchmark_words.short_source(comparison.row)
        return benchmark_words.heading(comparison.row), Landmark((strip(case, comparison),), source, ())
    return None


def strip(case: Case, comparison: Comparison) -> Strip:
    said = benchmark_words.said_words(comparison, case.questionnaire, case.assessment.fields)
    shares = [
        Segment(s.label, s.percent, "share", benchmark_words.marks_on(comparison, s)) for s in comparison.row.shares
    ]
    rest = _rest(comparison.row)
    return Strip(comparison.row.indicator, (*shares, *rest), benchmark_words.sentences(comparison, said))


def _rest(row: Row) -> tuple[Segment, ...]:
    """What is left to 100: told when the row tells it, drawn empty when it is not published."""
    if row.not_broken_down is not None:
        return (Segment(benchmark_words.rest_label(row), row.not_broken_down, "rest"),) if row.not_broken_down else ()
    left = 100 - sum(share.percent for share in row.shares)
    return (Segment("", left, "unpublished"),) if left else ()


def sources(case: Case) -> tuple[Source, ...]:
    """References of the questionnaire, then pages that only the published figures come from."""
    references = case.questionnaire.references
    known = {r.url for r in references}
    listed = [
        Source(
            r.title,
            typeset(
                say(
                    "{publisher}{text}. Vu le {verified_on}.",
                    publisher=r.publisher,
                    text=f", {r.year}" if r.year else "",
                    verified_on=day(r.verified_on),
                )
            ),
            r.url,
        )
        for r in references
    ]
    rows = {c.row.url: c.row for c in reversed(case.comparisons) if c.row.url not in known}
    return (
        *listed,
        *(
            Source(
                r.indicator,
                typeset(
                    say(
                        "{publisher}, {edition}. Lu le {verified_on}.",
                        publisher=r.publisher,
                        edition=r.edition,
                        verified_on=day(r.verified_on),
                    )
                ),
                u,
            )
            for u, r in rows.items()
        ),
    )
