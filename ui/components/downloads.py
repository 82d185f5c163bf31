"""Files to take away, built when asked for and never before."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import streamlit as st

from questionnaire.answers_file import export_text
from questionnaire.assessment import Assessment
from ui import services, wording
from ui.components.report_values import pdf_of


def pdf(assessment: Assessment, on: date) -> None:
    st.download_button(
        wording.REPORT_BUTTON,
        data=lambda: pdf_of(assessment, on),
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
        data=lambda: export_text(dated).encode(),
        file_name=file_name(assessment, on, "json"),
        mime="application/json",
        key="download.answers",
        on_click="ignore",
    )
    if assessment.all_of("drafts"):
        st.caption(wording.DRAFT_LEFT_OUT)


def file_name(assessment: Assessment, on: date, ending: str) -> str:
    """A plain file name from anybody's text: ASCII letters, digits and dashes only."""
    plain = unicodedata.normalize("NFKD", assessment.name or "").encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
    return "-".join(part for part in ("palier", slug, on.isoformat()) if part) + f".{ending}"
