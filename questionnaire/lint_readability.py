"""Rules on how easy the texts are to read; the figures are those of `readability`.

LONGEST_SENTENCE: twice the average of this content leaves room for one long sentence, not for a paragraph without a
full stop. EASY_ENOUGH: below 50 a text is « difficult » on Flesch's own scale. Under FEWEST_WORDS words the index says
more about one long name than about the text: only the length of the sentence is judged there.
"""

from __future__ import annotations

from collections.abc import Iterator

from questionnaire import walking
from questionnaire.model import Questionnaire
from questionnaire.readability import ease
from questionnaire.strict_yaml import Path_

Finding = tuple[Path_, str]

LONGEST_SENTENCE, EASY_ENOUGH, FEWEST_WORDS = 22, 50, 15


def read_texts(questionnaire: Questionnaire) -> Iterator[tuple[Path_, str]]:
    """The texts that are ours: titles of references are quoted as they are."""
    return ((path, text) for path, text in walking.texts(questionnaire) if path[0] != "references")


def sentence_length(questionnaire: Questionnaire) -> Iterator[Finding]:
    for path, text in read_texts(questionnaire):
        measured = ease(text)
        if measured.sentence_length > LONGEST_SENTENCE:
            yield (
                path,
                f"« {text[:40]}… » : {measured.sentence_length:.0f} mots par phrase ; {LONGEST_SENTENCE} au plus.",
            )


def reading_ease(questionnaire: Questionnaire) -> Iterator[Finding]:
    for path, text in read_texts(questionnaire):
        measured = ease(text)
        if measured.words >= FEWEST_WORDS and measured.index < EASY_ENOUGH:
            yield (
                path,
                f"« {text[:40]}… » : indice de lisibilité {measured.index:.0f} ; {EASY_ENOUGH} au moins. "
                "Coupez les phrases, prenez des mots courts.",
            )


RULES = (sentence_length, reading_ease)
