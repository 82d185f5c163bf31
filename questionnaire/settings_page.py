"""The page of the settings, written from the settings themselves, so that it cannot fall behind them."""

from __future__ import annotations

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from questionnaire.settings import PUBLIC_FIELDS, ROOT, variable, variables
from questionnaire.typography import tidy

_HEAD = """# Les réglages

Cette page est écrite par `python -m questionnaire settings`. Chaque réglage est une variable d'environnement ; une
variable vide compte comme absente, et un nom inconnu qui commence par `PALIER_` arrête le démarrage.

En mode local (celui d'origine), rien n'est à régler. En mode public, Palier refuse de démarrer tant qu'il manque une
des variables marquées « oui ».

| Variable | Par défaut | Rôle | Exigée en mode public |
|---|---|---|---|
"""


def settings_page() -> str:
    """The whole page, in Markdown."""
    needed = {variable(name) for name in PUBLIC_FIELDS}
    rows = [
        f"| `{name}` | {_default(field)} | {field.description} | {'oui' if name in needed else 'non'} |"
        for name, field in variables().items()
    ]
    return tidy(_HEAD + "\n".join(rows) + "\n")


def _default(field: FieldInfo) -> str:
    """The default as one would write it; a folder of this computer is cut, nothing is a dash."""
    value = field.default
    if value is None or value == "" or isinstance(value, SecretStr):
        return "–"
    return f"`{str(value).replace(f'{ROOT}/', '…/')}`"
