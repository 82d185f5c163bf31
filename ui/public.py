"""What a site opened to others adds: it refuses to start incomplete, and answers its own pages only."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope
from streamlit import config

from questionnaire.settings import Settings, SettingsError
from ui import logs

CLOSED = "/_stcore/metrics"


def prepare(settings: Settings) -> None:
    """Logs, and what Streamlit must know before its server exists. Raises SettingsError: all that is missing at once.

    Streamlit reads no STREAMLIT_* variable under an ASGI server, hence options set here. With our own address it
    needs not ask a third party for it when a proxy changes the Host header.
    """
    if lacks := settings.lacks():
        raise SettingsError("\n".join(lacks))
    logs.start(public=settings.is_public)
    if settings.is_public:
        config.set_option("server.cookieSecret", settings.cookie_secret.get_secret_value())
        config.set_option("logger.messageFormat", logs.LATER)
        config.set_option("browser.serverAddress", urlsplit(settings.url).hostname)


def is_closed(scope: Scope, settings: Settings) -> bool:
    """The server's own figures are for its host: nobody asks for them from outside."""
    return settings.is_public and "/" + scope["path"].strip("/").lower() == CLOSED


def is_foreign(scope: Scope, settings: Settings) -> bool:
    """A socket asked for by a page of another site.

    Streamlit would also let in any page of this computer, and would first ask a third party for our own address.
    Browsers always give the origin; what gives none is no browser, and carries nobody's cookie.
    """
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if origin is None:
        return False
    if settings.is_public:
        return _site(origin) != _site(settings.url)
    return urlsplit(origin).netloc != headers.get("host")


def _site(address: str) -> tuple[str, str | None, int]:
    """Scheme, host and port: what a browser calls an origin. A port that is no number belongs to nobody."""
    parts = urlsplit(address)
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        port = -1
    return parts.scheme, parts.hostname, port
