"""How easy a French text is to read: sentence length, and the index of Kandel and Moles.

    index = 207 − 1.015 × (words ÷ sentences) − 73.6 × (syllables ÷ words)

L. Kandel and A. Moles, « Application de l’indice de Flesch à la langue française », Cahiers d’études de
radio-télévision, n° 19, 1958, p. 253-274. Higher is easier; plain French is about 60 to 80, and the index may leave 0-100.

A sentence ends with . ! ? … or, as in Flesch's own count, with ; or : (a thought of its own).
Syllables are counted as they are said: one for each group of vowel letters, with a break inside a hiatus (« ré-el »,
« ma-ïs »), none for a final silent e (« liste », « listes »); an acronym is spelt (RGPD: 4), a number counts one
syllable a digit. A verb's silent -ent (« notent ») counts as said: words alone do not tell it from « moment ».
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\d+(?:[\u202f,.]\d+)*|[^\W\d_]+")
_END = re.compile(r"[.!?…;:]+(?=\s|»|\)|$)")
_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüÿœæ]+")
_HIATUS = re.compile(r"(?<=é)(?=[aeouàâèéê])|(?<=[aeou])(?=[éèïëü])")
_SILENT = re.compile(r"(?<=[^aeiouyàâäéèêëîïôöùûüÿœæ])es?$|(?<=[iuéy])es?$")
_GLIDES = re.compile(r"(?<=[qg])u(?=[aeiouyéèêàâîô])")  # « que », « langue »: one sound


@dataclass(frozen=True)
class Ease:
    """What was counted in a text."""

    words: int
    sentences: int
    syllables: int

    @property
    def sentence_length(self) -> float:
        """Words a sentence, on average."""
        return self.words / self.sentences

    @property
    def index(self) -> float:
        return 207 - 1.015 * self.sentence_length - 73.6 * self.syllables / self.words

    def __add__(self, other: Ease) -> Ease:
        return Ease(self.words + other.words, self.sentences + other.sentences, self.syllables + other.syllables)


def ease(text: str) -> Ease:
    """What is counted in `text`; at least one sentence and one word, so that a ratio always exists."""
    parts = [part for part in _END.split(text) if _WORD.search(part)]
    words = _WORD.findall(text)
    return Ease(max(len(words), 1), max(len(parts), 1), max(sum(map(syllables, words)), 1))


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """Syllables of one word or number, one at least; an elided article (« l », « qu ») has none of its own."""
    if word[0].isdigit():
        return sum(letter.isdigit() for letter in word)
    if len(word) > 1 and word.isupper():
        return len(word)
    plain = _GLIDES.sub("", word.lower())
    spoken = _SILENT.sub("", plain) if _VOWELS.search(_SILENT.sub("", plain)) else plain
    return sum(len(_HIATUS.split(group)) for group in _VOWELS.findall(spoken)) or (1 if len(word) > 2 else 0)
