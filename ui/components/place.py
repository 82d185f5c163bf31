"""Where the visitor is in the path: which question, how many answered, which comes next."""

from __future__ import annotations

from dataclasses import dataclass

from questionnaire.assessment import Assessment
from questionnaire.language import say
from questionnaire.model import Question
from questionnaire.routing import Route


@dataclass(frozen=True)
class Place:
    """The question shown, its rank among those asked, and the whole path."""

    routed: Route
    question: Question
    rank: int

    @property
    def total(self) -> int:
        return len(self.routed.questions)

    @property
    def answered(self) -> int:
        return len(self.routed.answers)

    @property
    def previous(self) -> Question | None:
        return self.routed.questions[self.rank - 1] if self.rank else None

    @property
    def following(self) -> Question | None:
        return self.routed.questions[self.rank + 1] if self.rank + 1 < self.total else None

    @property
    def header(self) -> str:
        """« Outils et données · question 3 sur 34 »."""
        theme = self.routed.questionnaire.theme_of[self.question.id]
        return say("{name} · question {rank} sur {total}", name=theme.name, rank=self.rank + 1, total=self.total)


def place_of(routed: Route, assessment: Assessment) -> Place:
    """The question left last; else the first without an answer; else the first."""
    kept = assessment.all_of("place").get("question")
    ids = routed.ids
    rank = ids.index(kept) if kept in ids else next((i for i, name in enumerate(ids) if name not in routed.answers), 0)
    return Place(routed, routed.questions[rank], rank)
