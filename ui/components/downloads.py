"""Files to take away, built when asked for and never before.

What is kept is taken by a plain link (`ui/files.py`): it works on a page that has slept for hours, and its failure is
told in French. What could not be kept is still in this visit only, and leaves through Streamlit's own button.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import streamlit as st

from questionnaire.assessment import Assessment, from_entries
from questionnaire.language import say
from reports import service
from reports.content_documents import Sheet
from reports.copies import Copy
from ui import files, services, wording, wording_report
from ui.components.doors import file_door
from ui.making import file_name
from ui.session import current
from ui.visit import Session

PAUSE = 0.5  # seconds for the text being typed to be written, and the page to be drawn again


def tried(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """The same maker, whose failure leaves a line in the host's log under our name."""

    def made() -> bytes:
        try:
            return make()
        except Exception as error:
            services.log.error("download failed", exc_info=error)
            raise

    return made


def take(label: str, kind: str, parts: frozenset[str] = frozenset(), *, primary: bool = False) -> None:
    """One file of `ui/files.py`, of the answers as they are on screen."""
    session = current()
    if session.failure is None and session.kept is not None and session.token is not None:
        file_door(label, files.address(kind, parts, session.token), primary=primary)
        return
    made, on, assessment = files.KINDS[kind], services.today(), session.assessment
    st.download_button(
        label,
        data=tried(lambda: made.make(assessment, on, parts)),
        file_name=file_name(assessment, on, made.ending, made.named),
        mime=made.mime,
        key=f"download.{kind}",
        type="primary" if primary else "secondary",
        on_click="ignore",
    )


def copy(chosen: Copy, parts: frozenset[str]) -> None:
    """One copy of the report, with the parts that are ticked."""
    take(say(wording_report.BUTTONS)[chosen], chosen, parts, primary=True)


def answers(assessment: Assessment) -> None:
    take(say(wording.ANSWERS_BUTTON), "answers")
    if assessment.all_of("drafts"):
        st.caption(say(wording.DRAFT_LEFT_OUT))


def sheet(made: Sheet, make: Callable[[Assessment], Sheet | None], label: str) -> None:
    """One sheet to print, as it stands on screen when the button is pressed; `make` composes it."""
    on, session = services.today(), current()
    st.download_button(
        label,
        data=tried(lambda: service.sheet_pdf(make(_as_typed(session)) or made, on)),
        file_name=file_name(session.assessment, on, "pdf", made.id),
        mime="application/pdf",
        key=f"download.{made.id}",
        on_click="ignore",
    )


def _as_typed(session: Session) -> Assessment:
    """The answers with the text whose typing the press has just ended: it is written while this waits."""
    time.sleep(PAUSE)
    record = services.store().load(services.capability(session.token or ""))
    return from_entries(record.questionnaire_id, record.version, record.entries) if record else session.assessment
