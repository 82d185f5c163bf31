"""The pieces of evidence that an association cites, as a reviewer is shown them, and what was signed of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from questionnaire.assessment import Assessment
from questionnaire.model import Question, Questionnaire
from questionnaire.routing import route
from reports.answer_words import answer_words
from storage.store import Review
from ui import wording_links


@dataclass(frozen=True)
class Piece:
    """One question with the piece it cites. `subject` changes as soon as the answer or the piece does."""

    question: Question
    said: tuple[str, ...]
    text: str
    subject: str


def pieces_of(content: Questionnaire, assessment: Assessment) -> Iterator[Piece]:
    """The questions that concern the association and where it cites a piece, in the questionnaire's order."""
    routed = route(content, assessment)
    cited = assessment.all_of("evidence")
    for question in routed.questions:
        text = str((cited.get(question.id) or {}).get("text") or "").strip()
        if text:
            raw = assessment.answers.get(question.id)
            seen = json.dumps([raw, text], sort_keys=True).encode()
            said = answer_words(question, routed.answers.get(question.id))
            yield Piece(question, said, text, hashlib.sha256(seen).hexdigest()[:32])


def signed(pieces: Iterable[Piece], reviews: Iterable[Review]) -> dict[str, Review]:
    """By question, what was signed of the pieces as they are now; a word on a former piece does not count."""
    said = {review.question: review for review in reviews}
    found = ((piece, said.get(piece.question.id)) for piece in pieces)
    return {piece.question.id: review for piece, review in found if review and review.subject == piece.subject}


def with_signatures(content: Questionnaire, assessment: Assessment, reviews: Iterable[Review]) -> Assessment:
    """The assessment as it leaves in a file: beside each piece signed as it is now, who saw it and when."""
    for key, review in signed(pieces_of(content, assessment), reviews).items():
        words = wording_links.seen_by(review.name, review.structure, review.at)
        text = assessment.all_of("evidence")[key]["text"]
        assessment = assessment.put("evidence", key, {"level": "seen", "text": text, "seen_by": words})
    return assessment


def without_signatures(assessment: Assessment) -> Assessment:
    """The assessment as it comes from a file, which anybody may have written: nobody signed here yet."""
    for key, piece in assessment.all_of("evidence").items():
        if piece.get("level") == "seen":
            assessment = assessment.put("evidence", key, {"level": "cited", "text": piece.get("text", "")})
    return assessment
