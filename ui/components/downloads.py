"""Files to take away, built when asked for and never before.

A file that cannot be built is told by Streamlit in its own words, for a few seconds: the report page has a way to
read why in French, and nothing is written here.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable
from datetime import date

import streamlit as st

from questionnaire.answers_file import export_text
from questionnaire.assessment import Assessment, from_entries
from reports import service
from reports.content_documents import Sheet
from reports.copies import Copy
from ui import services, wording, wording_report
from ui.components.report_values import copy_of, pdf_of
from ui.session import current
from ui.visit import Session

PAUSE = 0.5  # seconds for the text being typed to be written, and the page to be drawn again


def tried(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """The same maker, whose failure leaves a line in the host's log under our name."""

    def made() -> bytes:
        try:
            return make()
        except Exception as error:
            services.log.error("download failed: %s", type(error).__name__, exc_info=error)
            raise

    return made


def copy(assessment: Assessment, on: date, chosen: Copy, parts: frozenset[str]) -> None:
    """One copy of the report, built with the parts that are ticked when the button is pressed."""
    st.download_button(
        wording_report.BUTTONS[chosen],
        data=tried(lambda: copy_of(assessment, on, chosen, parts)),
        file_name=file_name(assessment, on, "pdf", wording_report.COPY_FILES[chosen]),
        mime="application/pdf",
        key=f"download.copy.{chosen}",
        type="primary",
        on_click="ignore",
    )


def pdf(assessment: Assessment, on: date) -> None:
    st.download_button(
        wording.REPORT_BUTTON,
        data=tried(lambda: pdf_of(assessment, on)),
        file_name=file_name(assessment, on, "pdf"),
        mime="application/pdf",
        key="download.pdf",
        type="primary",
        on_click="ignore",
    )


def answers(assessment: Assessment) -> None:
    on = services.today()
    dated = assessment.put("head", "updated_on", on.isoformat())
    st.download_button(
        wording.ANSWERS_BUTTON,
        data=tried(lambda: export_text(dated).encode()),
        file_name=file_name(assessment, on, "json"),
        mime="application/json",
        key="download.answers",
        on_click="ignore",
    )
    if assessment.all_of("drafts"):
        st.caption(wording.DRAFT_LEFT_OUT)


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


def file_name(assessment: Assessment, on: date, ending: str, kind: str = "") -> str:
    """A plain file name from anybody's text: ASCII letters, digits and dashes only."""
    plain = unicodedata.normalize("NFKD", assessment.name or "").encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
    return "-".join(part for part in ("palier", kind.lower(), slug, on.isoformat()) if part) + f".{ending}"
