"""The entry: Streamlit's pages, the few plain routes, and the headers every response carries.

`streamlit run app.py` serves it.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from questionnaire.errors import PalierError
from questionnaire.language import ask, speaking
from storage.daily import start_daily
from ui import (
    cohort_links,
    example_file,
    files,
    fixed,
    links,
    logs,
    plain_page,
    public,
    room_files,
    scripts,
    services,
    tongue,
    workshop_links,
)
from ui.shell import PageShell


def _prepare() -> None:
    """Refuse to start rather than fail in front of a visitor: settings, content and database are opened now."""
    try:
        public.prepare(services.settings())
        for spoken in services.languages():
            with speaking(spoken):
                for content in services.editions().known:
                    services.rows_of(content)
            scripts.scripts(spoken)
        services.rooms()
        ask(tongue.of_run)
    except PalierError as error:
        sys.stderr.write(f"\nPalier ne peut pas démarrer.\n{error}\n")
        raise SystemExit(1) from None
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def _life(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    logs.start(public=services.settings().is_public)
    services.log.info("started")
    # On one's own computer nothing is deleted unasked: the command does it (python -m storage purge).
    day = start_daily(services.store(), services.settings().retention) if services.settings().is_public else Event()
    yield {}
    day.set()
    services.log.info("stopped")


_prepare()
app = st.App(
    "ui/main.py",
    lifespan=_life,
    routes=[
        *fixed.ROUTES,
        *links.ROUTES,
        *files.ROUTES,
        *example_file.ROUTES,
        *workshop_links.ROUTES,
        *cohort_links.ROUTES,
        *room_files.ROUTES,
    ],
    middleware=[Middleware(PageShell)],
    exception_handlers=plain_page.FAULTS,
    on_script_error=services.report_error,
)
