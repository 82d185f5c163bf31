"""The copies of a report: what each is called, and the parts that the association ticks before sharing one."""

from __future__ import annotations

from questionnaire.errors import PalierError
from questionnaire.language import plural, say
from questionnaire.typography import typeset
from reports.mark import Copy as Copy
from reports.phrases import quoted

PARTS = ("axes", "levels", "protect", "benchmark", "plan", "request", "evidence", "workshop", "change")
USUAL = ("levels", "plan", "request")


class UnknownPartError(PalierError):
    """A part that no copy has; the message names it and lists the others."""


def parts(text: str) -> frozenset[str]:
    """The parts written as `levels,plan`; spaces and empty places do not count. Raises UnknownPartError."""
    named = [word.strip() for word in text.split(",")]
    strange = list(dict.fromkeys(word for word in named if word and word not in PARTS))
    if strange:
        raise UnknownPartError(_refusal(strange))
    return frozenset(word for word in named if word)


def _refusal(strange: list[str]) -> str:
    said = ", ".join(quoted(word) for word in strange)
    noun = plural(len(strange), "partie inconnue", "parties inconnues")
    return typeset(say("{said} : {noun} ; parties possibles : {parts}.", said=said, noun=noun, parts=", ".join(PARTS)))
