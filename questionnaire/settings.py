"""Everything the environment may change, in one place. Read only by `ui/services.py` and the command lines."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Variables of Palier. `DATABASE_URL` keeps its usual name; the others start with `PALIER_`."""

    model_config = SettingsConfigDict(env_prefix="PALIER_", env_ignore_empty=True, frozen=True)

    questionnaire: Path | None = Field(default=None, description="Dossier d’un autre questionnaire à servir.")
    database_url: str = Field(
        default=f"sqlite:///{ROOT / 'data' / 'palier.sqlite3'}",
        validation_alias="DATABASE_URL",
        description="Base de données : un fichier SQLite sous data/ par défaut.",
    )
