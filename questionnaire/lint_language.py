"""Rules on the French people read: short, plain, never ranking, nothing said twice, typography right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from questionnaire import walking
from questionnaire.model import Questionnaire
from questionnaire.strict_yaml import Path_
from questionnaire.typography import tidy

Finding = tuple[Path_, str]

STEM_WORDS, ANCHOR_WORDS, RUN = 22, 18, 6
WORD = re.compile(r"[\wÀ-ÿœŒ]+(?:[’'-][\wÀ-ÿœŒ]+)*")
RANKING = (
    "au-dessus de", "en dessous de", "mieux que", "meilleur que", "meilleure que", "meilleurs que", "le top", "rang",
    "centile", "quartile", "classement", "conforme rgpd", "conformes au rgpd", "en retard",
)  # fmt: skip
VAGUE = ("régulièrement", "suffisamment", "correctement", "souvent", "de manière adéquate", "le plus possible")
FAMILIAR = ("tu", "toi", "tes", "te")
ALLOWED = ("pas un retard", "s’il est en retard")
COMPARED_ONCE = ("why", "good_enough", "beyond", "about", "does_not_say", "meaning", "interpretations")


def word_limits(questionnaire: Questionnaire) -> Iterator[Finding]:
    for path, question in walking.questions(questionnaire):
        yield from _too_long(question.text, STEM_WORDS, (*path, "text"), question.id)
        for i, anchor in enumerate(question.anchors):
            yield from _too_long(anchor, ANCHOR_WORDS, (*path, "anchors", i), question.id)
    for path, field in walking.fields(questionnaire):
        yield from _too_long(field.text, STEM_WORDS, (*path, "text"), field.id)


def _too_long(text: str, limit: int, path: Path_, name: str) -> Iterator[Finding]:
    count = len(WORD.findall(text))
    if count > limit:
        yield path, f"« {name} » : {count} mots ; {limit} au plus."


def banned_words(questionnaire: Questionnaire) -> Iterator[Finding]:
    vague_paths = {(*path, "anchors") for path, _ in walking.questions(questionnaire)}
    for path, text in walking.texts(questionnaire):
        for word in _found(text, RANKING):
            yield path, f"« {word} » classe ou juge ; dites le fait."
        for word in _found(text, FAMILIAR):
            yield path, f"« {word} » tutoie ; vouvoyez."
        for word in _found(text, VAGUE) if path[:-1] in vague_paths else ():
            yield path, f"« {word} » est vague ; dites combien ou depuis quand."


def _found(text: str, words: tuple[str, ...]) -> list[str]:
    plain = text.lower()
    for allowed in ALLOWED:
        plain = plain.replace(allowed, "")
    return [word for word in words if re.search(rf"(?<![\w’-]){re.escape(word)}(?![\w-])", plain)]


def typography(questionnaire: Questionnaire) -> Iterator[Finding]:
    for path, text in walking.texts(questionnaire):
        if tidy(text) != text:
            yield path, f"typographie de « {_first_difference(text)} » ; lancez « python -m questionnaire tidy »."


def _first_difference(text: str) -> str:
    right = tidy(text)
    at = next((i for i, (a, b) in enumerate(zip(text, right, strict=False)) if a != b), 0)
    return text[max(0, at - 15) : at + 15]


def nothing_twice(questionnaire: Questionnaire) -> Iterator[Finding]:
    """No run of six words occurs twice among the explanations: a repeated phrase is filler."""
    seen: dict[tuple[str, ...], Path_] = {}
    for path, text in _compared(questionnaire):
        words = [w.lower() for w in WORD.findall(text)]
        runs = {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
        repeated = sorted(run for run in runs if run in seen)
        if repeated:
            yield path, f"« {' '.join(repeated[0])} » est déjà écrit ailleurs ; dites-le autrement."
        for run in runs:
            seen.setdefault(run, path)


def _compared(questionnaire: Questionnaire) -> Iterator[tuple[Path_, str]]:
    for path, text in walking.texts(questionnaire):
        if any(part in COMPARED_ONCE for part in path[-2:] if isinstance(part, str)):
            yield path, text


RULES = (word_limits, banned_words, typography, nothing_twice)
