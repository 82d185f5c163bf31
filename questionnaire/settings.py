"""Everything the environment may change, in one place. Read only by `ui/services.py` and the command lines."""

from __future__ import annotations

import os
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, SettingsConfigDict

from questionnaire.errors import PalierError
from questionnaire.typography import tidy

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "PALIER_"
SECRET_LENGTH = 32
PUBLIC_FIELDS = ("url", "cookie_secret", "publisher", "director", "host", "contact", "country")


@dataclass(frozen=True)
class Retention:
    """How long what is kept stays: the purge obeys it and the pages say it. Months are those of the calendar, in UTC.

    A deletion is remembered longer than any backup is kept, so that no restore brings back what was deleted.
    """

    months: int = 12
    unfinished_months: int = 6
    history_days: int = 30
    deleted_months: int = 24
    participant_days: int = 30
    log_months: int = 6


class SettingsError(PalierError):
    """Variables are refused: one French sentence a line. A value never appears: it may be a password."""


class Settings(BaseSettings):
    """Variables of Palier. `DATABASE_URL` keeps its usual name; the others start with `PALIER_`.

    Raises SettingsError, here rather than at use: a mistyped name would be obeyed by nobody, without a word.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True)

    mode: Literal["local", "public"] = Field(
        default="local", description="local : pour cet ordinateur. public : un site ouvert à d’autres."
    )
    questionnaire: Path | None = Field(default=None, description="Dossier d’un autre questionnaire à servir.")
    database_url: str = Field(
        default=f"sqlite:///{ROOT / 'data' / 'palier.sqlite3'}",
        validation_alias="DATABASE_URL",
        repr=False,
        description="Base de données : un fichier SQLite sous data/ par défaut.",
    )
    backups: Path | None = Field(
        default=None, description="Dossier des sauvegardes ; sans lui, elles sont cherchées à côté de la base."
    )
    keep_months: int = Field(
        default=12, ge=1, le=120, description="Mois de conservation après la dernière activité : de 1 à 120."
    )
    keep_unfinished_months: int = Field(
        default=6, ge=1, le=120, description="Mois de conservation d’un diagnostic inachevé : de 1 à 120."
    )
    url: str = Field(default="", description="Adresse publique du site, par exemple https://diagnostic.exemple.fr.")
    cookie_secret: SecretStr = Field(
        default=SecretStr(""),
        description=f"Secret d’au moins {SECRET_LENGTH} caractères, le même sur tous les processus d’un site.",
    )
    publisher: str = Field(default="", description="Qui publie le site : nom, forme, adresse, numéro d’inscription.")
    director: str = Field(default="", description="Qui dirige la publication : souvent la présidente ou le président.")
    host: str = Field(default="", description="Qui héberge le site : nom, adresse et téléphone.")
    contact: str = Field(default="", description="À qui écrire pour une question ou pour exercer ses droits.")
    country: str = Field(default="", description="Pays où les données sont gardées.")

    def __init__(self, **values: Any) -> None:
        unknown = _unknown_names()
        try:
            super().__init__(**values)
        except ValidationError as error:
            refused = [_refused(str(fault["loc"][0])) for fault in error.errors()]
            raise SettingsError("\n".join(unknown + refused)) from None
        if unknown:
            raise SettingsError("\n".join(unknown))

    @property
    def retention(self) -> Retention:
        return Retention(months=self.keep_months, unfinished_months=self.keep_unfinished_months)

    @property
    def is_public(self) -> bool:
        return self.mode == "public"

    def lacks(self) -> list[str]:
        """What a public site still needs, one French sentence each; nothing on one's own computer."""
        return [_needed(name) for name in PUBLIC_FIELDS if self.is_public and not self._has(name)]

    def _has(self, name: str) -> bool:
        match name:
            case "cookie_secret":
                return len(self.cookie_secret.get_secret_value()) >= SECRET_LENGTH
            case "url":
                parts = urlsplit(self.url)
                return parts.scheme == "https" and bool(parts.hostname) and parts.path in ("", "/") and not parts.query
        return bool(str(getattr(self, name)).strip())


def variables() -> dict[str, FieldInfo]:
    """Each variable by the name it has in the environment."""
    return {variable(name): field for name, field in Settings.model_fields.items()}


def variable(name: str) -> str:
    """`cookie_secret` → `PALIER_COOKIE_SECRET`."""
    alias = Settings.model_fields[name].validation_alias
    return str(alias) if alias else f"{PREFIX}{name}".upper()


def _needed(name: str) -> str:
    description = Settings.model_fields[name].description
    return tidy(f"Il manque {variable(name)}, ou sa valeur ne convient pas à un site public : {description}")


def _refused(place: str) -> str:
    name = place if place in variables() else variable(place)
    return tidy(f"{name} : valeur refusée. {variables()[name].description}")


def _unknown_names() -> list[str]:
    """A sentence for each variable that has our prefix and no meaning; empty ones ask for nothing."""
    known = list(variables())
    given = sorted(name for name, value in os.environ.items() if name.upper().startswith(PREFIX) and value)
    return [_unknown(name, known) for name in given if name.upper() not in known]


def _unknown(name: str, known: list[str]) -> str:
    near = get_close_matches(name.upper(), known, n=1, cutoff=0)
    return tidy(f"La variable {name} n’existe pas. Vouliez-vous dire {near[0]} ? Les noms connus : docs/reglages.md.")
