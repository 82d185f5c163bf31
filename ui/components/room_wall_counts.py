"""The counts of a revealed vote on the wall: one table of large type, lines of a list beside it."""

from __future__ import annotations

from html import escape

from questionnaire.language import say
from questionnaire.model import Question
from ui import services, wording, wording_wall, wording_workshop
from ui.components.room_counts import mark, proposal, rows
from workshop.model import Phase, Tally, Workshop
from workshop.reveal import Shown, change, shown


def has_groups(workshop: Workshop) -> bool:
    found = _shown(workshop, workshop.on_screen)
    return bool(found and found.groups)


def counts(workshop: Workshop, name: str) -> str:
    """One vote: the counts, what they say, the answer proposed."""
    found = shown(services.content_of(workshop), workshop, name)
    if found is None:
        return ""
    question = services.content_of(workshop).question_by_id[name]
    drawn = [[escape(label), mark(count, found.n)] for label, count in rows(question, found.tally)]
    table = _table((say(wording_workshop.ANSWER), say(wording_workshop.VOTES)), drawn)
    proposed = f"<b>{wording_workshop.PROPOSED}</b> {escape(proposal(question, found))}"
    few = f"<br>{escape(say(wording_workshop.FEW))}" if found.agreement is None else ""
    said = f"<p>{escape(wording_workshop.answers(found.n))}. {escape(found.sentence)}{few}</p><p>{proposed}</p>"
    return _beside(table, question, found.tally) + said


def compared(workshop: Workshop, name: str) -> str:
    """Both votes in one table, answer by answer; then how many changed and what the second one says."""
    content = services.content_of(workshop)
    question, first, second = content.question_by_id[name], *(shown(content, workshop, name, n) for n in (1, 2))
    if first is None or second is None:
        return ""
    labels = {label: [count, 0] for label, count in rows(question, first.tally)}
    for label, count in rows(question, second.tally):
        labels.setdefault(label, [0, 0])[1] = count
    drawn = [[escape(label), mark(a, first.n), mark(b, second.n)] for label, (a, b) in labels.items()]
    head = (say(wording_workshop.ANSWER), say(wording_workshop.FIRST_VOTE), say(wording_workshop.SECOND_VOTE))
    moved = change(content, workshop, name)
    told = wording_workshop.moved(moved.movers, moved.compared) + " " if moved and moved.compared else ""
    return _beside(_table(head, drawn), question, second.tally) + f"<p>{escape(told + second.sentence)}</p>"


def by_role(workshop: Workshop, name: str) -> str:
    """A column a group, from three people in each."""
    found = _shown(workshop, name)
    if found is None:
        return ""
    question = services.content_of(workshop).question_by_id[name]
    groups = [dict(rows(question, group.tally)) for group in found.groups]
    labels = dict.fromkeys(label for label, _ in rows(question, found.tally))
    drawn = [[escape(label), *(str(group.get(label, 0)) for group in groups)] for label in labels]
    head = (say(wording_workshop.ANSWER), *(wording_wall.group(g.name, g.tally.n) for g in found.groups))
    return _table(head, drawn)


def _shown(workshop: Workshop, name: str) -> Shown | None:
    return shown(services.content_of(workshop), workshop, name, 2 if workshop.phase is Phase.COMPARE else 1)


def _beside(table: str, question: Question, votes: Tally) -> str:
    """The lines of a list at the right of its steps: on one screen, without scrolling."""
    if not votes.lines:
        return table
    texts = {option.id: option.text for option in question.options}
    head = (say(wording_wall.LINE), *(question.line_labels or say(wording.LINE_LABELS)))
    lines = [[escape(texts[option]), *map(str, found)] for option, found in votes.lines]
    return f'<div class="palier-mur-deux">{table}{_table(head, lines)}</div>'


def _table(head: tuple[str, ...], rows_: list[list[str]]) -> str:
    titles = "".join(f'<th scope="col">{escape(title)}</th>' for title in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows_)
    return f'<table class="palier-mur-table"><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>'
