"""The workshop's page, from the record that travels with the assessment; nothing without one."""

from __future__ import annotations

from questionnaire.answers import read
from questionnaire.language import say
from questionnaire.model import Question
from questionnaire.workshop_record import Voted, session_of, voted_of
from reports import workshop_words as words
from reports.answer_words import answer_words
from reports.case import Case
from reports.content_figures import Titled
from reports.content_workshop import VotedLine, WorkshopPage


def workshop_page(case: Case, *, detailed: bool) -> WorkshopPage | None:
    """`detailed`: for the association, with the answers kept; else for a funder, who reads how the room agreed."""
    found = voted_of(case.questionnaire, case.assessment)
    if not found:
        return None
    open_names = [question.short for question, voted in found if voted.open_point]
    return WorkshopPage(
        say(words.TITLE),
        words.facts(session_of(case.assessment), tuple(voted for _, voted in found)),
        words.open_points(open_names),
        tuple(_line(case, question, voted, detailed=detailed) for question, voted in found),
        words.READING,
    )


def _line(case: Case, question: Question, voted: Voted, *, detailed: bool) -> VotedLine:
    return VotedLine(
        question.id,
        question.short,
        question.text,
        words.said(voted.first),
        words.said(voted.second) if voted.second else "",
        words.moved(voted),
        words.outcome(voted),
        voted.open_point,
        _told(case, question, voted) if detailed else (),
    )


def _told(case: Case, question: Question, voted: Voted) -> tuple[Titled, ...]:
    """People's texts on one line: a page holds any of them."""
    kept = _kept(case, question, voted)
    told = (
        Titled(say(words.KEPT), kept),
        Titled(say(words.MINORITY), _flat(voted.minority)),
        Titled(say(words.ROLES), words.groups(question, voted)),
        Titled(say(words.COUNTS), words.both_counts(voted)),
    )
    return tuple(item for item in told if item.text)


def _kept(case: Case, question: Question, voted: Voted) -> str:
    if voted.decided is None:
        return ""
    lines = " ".join(f"{line.rstrip('.')}." for line in answer_words(question, read(question, voted.decided)))
    same = case.assessment.answers.get(question.id) == voted.decided
    return _flat(lines if same else f"{lines} {say(words.CHANGED)}")


def _flat(text: str) -> str:
    """One line, our thin spaces kept."""
    return " ".join(
        part for part in text.replace("\r", "\n").replace("\t", " ").split("\n") for part in part.split(" ") if part
    )
