"""The entry: Streamlit's pages, the few plain routes, and the headers every response carries.

`streamlit run app.py` serves it.
"""

from __future__ import annotations

import gc
import sys

import streamlit as st
from starlette.middleware import Middleware

from questionnaire.errors import PalierError
from ui import services
from ui.links import ROUTES
from ui.shell import PageShell


def _prepare() -> None:
    """Refuse to start rather than fail in front of a visitor: content and database are opened now."""
    try:
        services.questionnaire()
        services.rows()
        services.store()
    except PalierError as error:
        sys.stderr.write(f"\nPalier ne peut pas démarrer.\n{error}\n")
        raise SystemExit(1) from None
    gc.collect()
    gc.freeze()


_prepare()
app = st.App("ui/main.py", routes=ROUTES, middleware=[Middleware(PageShell)], on_script_error=services.report_error)
