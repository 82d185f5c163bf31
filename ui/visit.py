"""One visitor's copy of what the store holds: read, written, and merged with what other devices wrote meanwhile.

Nothing here knows Streamlit's session state; `ui/session.py` keeps the copy between two runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from questionnaire.assessment import Assessment, Entry, difference, from_entries
from questionnaire.carrying import carry_over
from questionnaire.language import say
from questionnaire.plan_edits import PLAN
from questionnaire.routing import route
from storage.store import Saved, StorageError
from ui import pace, services, wording, wording_links


@dataclass(frozen=True)
class Elsewhere:
    """What another device wrote meanwhile: taken over here, or replaced by what was just said here."""

    taken: tuple[Entry, ...] = ()
    replaced: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Session:
    """One visitor's copy. `kept` is what the store is known to hold; None before the first answer.

    `sequence`: the number of the last save known here, 0 before the first.
    `saved_at`: when that save was made; `moments`: when the last questions got their first answer.
    `plans`: how the plan was before each of its last changes, so that they can be undone.
    """

    token: str | None
    assessment: Assessment
    kept: Assessment | None
    failure: str | None = None
    page: str = ""
    plans: tuple[Mapping[str, Any], ...] = ()
    sequence: int = 0
    elsewhere: Elsewhere | None = None
    saved_at: datetime | None = None
    moments: tuple[datetime, ...] = ()

    @property
    def is_pending(self) -> bool:
        """Whether something said here is not kept yet."""
        if self.kept is None:
            return self.assessment.says_something
        return bool(difference(self.kept, self.assessment))


def opened(token: str | None, mode: str, fallback: Session | None = None) -> Session:
    """What the link in the cookie opens; `fallback` when the store does not answer, a blank one when it has nothing."""
    content = services.questionnaire()
    try:
        record = services.store().load(services.capability(token)) if token else None
    except StorageError as error:
        empty = Assessment(content.id, content.version)
        return replace(fallback or Session(token, empty, None), failure=str(error))
    if record is None:
        blank = Assessment(content.id, content.version, mode=fallback.assessment.mode if fallback else mode)
        return Session(token, blank, None)
    if services.editions().of(record) is None:
        return Session(None, Assessment(content.id, content.version), None, failure=say(wording.OTHER_QUESTIONNAIRE))
    assessment = from_entries(record.questionnaire_id, record.version, record.entries)
    return Session(token, assessment, assessment, sequence=record.sequence, saved_at=record.updated_at)


def at_their_pace(session: Session) -> Session:
    """The same visitor with the pace of their former visits, which only tells how long is left."""
    if session.token is None or session.kept is None:
        return session
    try:
        history = services.store().history(services.capability(session.token))
    except StorageError:
        return session
    return replace(session, moments=pace.first_answers(history))


def arrived(session: Session) -> Session:
    """The same visitor on another page, with what other devices have written since; told when all is gone."""
    found = opened(session.token, session.assessment.mode, fallback=session)
    found = replace(found, page=session.page, moments=session.moments)
    if found.failure:
        return found
    if 0 < found.sequence < session.sequence:  # an older backup was put back: what was said since is written again
        return written(found, session.assessment)
    if found.kept is None and (session.kept is not None or session.failure == say(wording_links.GONE)):
        return replace(found, failure=say(wording_links.GONE))
    same = found.assessment.all_of(PLAN) == session.assessment.all_of(PLAN)
    return replace(found, plans=session.plans if same else ())  # never undo what another device did


def written(session: Session, assessment: Assessment) -> Session:
    """The session once `assessment` is durable and merged; or with the failure, the answer staying on screen."""
    token = session.token
    if token is None:
        return session
    if session.kept is None and session.failure:
        session, assessment = _read_at_last(session, assessment)
    changes = difference(session.kept, assessment)
    if not changes:
        return _unchanged(replace(session, assessment=assessment))
    if session.kept is None and not assessment.says_something:  # moving about stores nothing
        return replace(session, assessment=assessment)
    now = services.now()
    try:
        saved = services.store().save(
            services.capability(token),
            changes,
            questionnaire=(assessment.questionnaire_id, assessment.version),
            now=now,
            known=session.sequence,
            finished=_finished(assessment),
        )
    except StorageError as error:
        return replace(session, assessment=assessment, failure=str(error))
    if saved.sequence <= session.sequence:  # an older backup was put back: all that is said here is written again
        found = opened(session.token, assessment.mode, fallback=session)
        again = replace(session, kept=found.kept, sequence=found.sequence)
        return replace(found, assessment=assessment) if found.failure else written(again, assessment)
    noted = replace(session, saved_at=now, moments=pace.noted(session.moments, session.kept, changes, now))
    return _merged(noted, assessment, changes, saved)


def _merged(session: Session, assessment: Assessment, changes: Mapping[Entry, Any], saved: Saved) -> Session:
    """The session after a durable save, with what others had written meanwhile."""
    merged, elsewhere = merge(assessment, changes, saved.others)
    plans = session.plans if merged.all_of(PLAN) == assessment.all_of(PLAN) else ()
    return replace(
        session,
        assessment=merged,
        kept=merged,
        failure=None,
        sequence=saved.sequence,
        elsewhere=elsewhere,
        plans=plans,
    )


def _unchanged(session: Session) -> Session:
    """Nothing to write; after a failed write, what is on screen is what is kept again, unless the link is gone."""
    found = arrived(session) if session.failure else session
    return session if found.kept is None else found


def _read_at_last(session: Session, assessment: Assessment) -> tuple[Session, Assessment]:
    """The store did not answer when the visitor came: what they said since goes onto what it holds."""
    found = opened(session.token, assessment.mode, fallback=session)
    if found.failure or found.kept is None:
        return session, assessment
    whole, said = found.assessment, assessment
    if said.version != whole.version:  # it was answered before the questions changed: what has no place there is left
        said = carry_over(services.content_of(said), services.content_of(whole), said).assessment
    for (kind, key), value in difference(Assessment(said.questionnaire_id, said.version), said).items():
        whole = whole.put(kind, key, value)
    return replace(found, page=session.page), whole


def with_plans(session: Session, said: Assessment, plans: tuple[Mapping[str, Any], ...]) -> Session:
    """The session with these plans to go back to; none once another device's change of the plan was taken over."""
    same = session.assessment.all_of(PLAN) == said.all_of(PLAN)
    return replace(session, plans=plans if same else ())


def merge(
    mine: Assessment, changes: Mapping[Entry, Any], others: Mapping[Entry, Any]
) -> tuple[Assessment, Elsewhere | None]:
    """Answer by answer, the last one to write is kept; what differs is told. None when nothing does."""
    said = mine.entries()
    told = [entry for entry, value in others.items() if said.get(entry) != value]
    taken = tuple(entry for entry in told if entry not in changes)
    for kind, key in taken:
        mine = mine.put(kind, key, others[kind, key])
    replaced = tuple(entry for entry in told if entry in changes)
    return mine, Elsewhere(taken, replaced) if told else None


def _finished(assessment: Assessment) -> bool:
    """Every question that concerns them has an answer."""
    routed = route(services.content_of(assessment), assessment)
    return len(routed.answers) == len(routed.questions)
