"""The composition root: settings, content, store, clock, secrets. Everything here is frozen or thread-safe.

Nothing personal is cached: content and benchmark rows only.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import secrets
from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from questionnaire.assessment import Assessment
from questionnaire.editions import Answered, Editions, served_folder
from questionnaire.editions import editions as load_editions
from questionnaire.errors import PalierError
from questionnaire.language import FRENCH, LANGUAGES, language
from questionnaire.model import Questionnaire
from questionnaire.settings import Settings
from questionnaire.translating import language_file
from scoring.benchmark import Row, load_rows
from storage.begun import Begun
from storage.opening import open_store
from storage.rooms import Rooms
from storage.sql import SqlStore
from storage.store import Store
from ui import logs, wording

PARIS = ZoneInfo("Europe/Paris")
log = logging.getLogger(logs.NAME)


@cache
def settings() -> Settings:
    """Raises SettingsError."""
    return Settings()


def editions() -> Editions:
    """The content in all its versions, in the language spoken here, checked once, at start. Raises ContentError."""
    return editions_in(language())


@cache
def editions_in(spoken: str) -> Editions:
    """The same in one language. Raises ContentError."""
    return load_editions(settings().questionnaire, spoken)


@cache
def languages() -> tuple[str, ...]:
    """Those that the questionnaire served is written in, French first."""
    folder = served_folder(settings().questionnaire)
    return tuple(one for one in LANGUAGES if one == FRENCH or language_file(folder, one).exists())


def questionnaire() -> Questionnaire:
    """The version served: what a new visitor answers. For what was answered already, see `content_of`."""
    return editions().served


def content_of(answered: Answered) -> Questionnaire:
    """The version that an assessment, a record or a workshop answers. Raises PalierError when it is not here."""
    found = editions().of(answered)
    if found is None:
        raise PalierError(wording.OTHER_QUESTIONNAIRE)
    return found


@cache
def _rows(spoken: str) -> dict[str, tuple[Row, ...]]:
    return {one.version: load_rows(one, language=spoken) for one in editions_in(spoken).known}


def rows_of(content: Questionnaire) -> tuple[Row, ...]:
    """The published figures that stand beside this version."""
    return _rows(language())[content.version]


@cache
def example() -> Assessment | None:
    """The fictional association that comes with the content, as an answers file; None when it has none."""
    path = served_folder(settings().questionnaire) / "example.json"
    return editions().read(path.read_bytes())[1] if path.exists() else None


@cache
def store() -> Store:
    """Raises StorageError when the database cannot be used."""
    return open_store(settings().database_url, settings().backups)


@cache
def rooms() -> Rooms:
    """The workshops, beside the assessments of the same database."""
    kept = store()
    assert isinstance(kept, SqlStore)
    return Rooms(kept, editions_in(FRENCH))


@cache
def begun() -> Begun:
    """Lists begun on the phones of workshops."""
    kept = store()
    assert isinstance(kept, SqlStore)
    return Begun(kept)


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    """The date in France, printed on pages and reports."""
    return datetime.now(PARIS).date()


def new_token() -> str:
    """A fresh secret link: 256 bits."""
    return secrets.token_urlsafe(32)


def capability(token: str) -> str:
    """What the store knows of a link: its hash only."""
    return hashlib.sha256(token.encode()).hexdigest()


def proof_of(token: str) -> str:
    """What only the page of a link's owner can show: to be given back to change that link."""
    return hashlib.sha256(f"nouveau lien:{token}".encode()).hexdigest()[:32]


def mark_of(token: str) -> str:
    """What tells the assessments of one browser apart in plain addresses; it opens nothing by itself."""
    return hashlib.sha256(f"diagnostic:{token}".encode()).hexdigest()[:16]


def next_token(token: str, chance: str) -> str:
    """The link that replaces this one, drawn from both: asked again by the same page, it is the same link."""
    drawn = hashlib.sha256(f"lien suivant:{token}:{chance}".encode()).digest()
    return base64.urlsafe_b64encode(drawn).decode().rstrip("=")


def report_error(error: Exception) -> bool:
    """Say something useful, keep the detail for the host's log; no traceback reaches a visitor."""
    from ui.components.notices import show_failure

    log.error("page failed", exc_info=error)
    show_failure(error)
    return True
