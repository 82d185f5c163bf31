"""What each theme of an axis says, and how the whole is made of them."""

from __future__ import annotations

from questionnaire.language import say
from questionnaire.model import Axis, Theme
from questionnaire.typography import typeset
from reports import level_words as words
from reports.content import ThemeText
from reports.phrases import sentence
from scoring.model import AxisScore, Score, ThemeScore


def mean_words(axis: Axis) -> str:
    equal = len({theme.weight for theme in axis.themes}) == 1
    how = say("à poids égal") if equal else say("selon leur poids")
    return sentence(say("moyenne des thèmes, {how}. « Connu » : part du poids qui a une réponse", how=how))


def theme_texts(axis: Axis, score: AxisScore) -> list[tuple[ThemeScore, ThemeText]]:
    themes = {theme.id: theme for theme in axis.themes}
    return [(scored, _theme_text(themes[scored.id], scored.score)) for scored in score.themes]


def _theme_text(theme: Theme, score: Score) -> ThemeText:
    """What the assured level of a theme means; nothing is said of a theme without a known answer."""
    if score.coverage is None:
        return ThemeText(theme.name, say(words.OUT_OF_SCOPE), say("Aucune question de ce thème ne vous concerne."))
    if not score.coverage:
        return ThemeText(
            theme.name,
            say("sans réponse"),
            typeset(say("Aucune réponse connue sur ce thème : rien ne peut en être dit.")),
        )
    text = theme.interpretations.get(str(score.level_assured), theme.about)
    return ThemeText(theme.name, words.level_words(score), text)
