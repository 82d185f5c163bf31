"""A real Palier server in its own process, and the browser that visits it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright
from playwright.sync_api import Error as PlaywrightError

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TRUSTING = ssl._create_unverified_context()  # our own certificate, made for the test, signed by nobody
NO_BROWSER = "Aucun navigateur Chromium : installez-le (sudo apt install chromium), puis relancez make test."


@dataclass
class Server:
    """One server on a port of its own; `stop` and `start` again on the same database."""

    database: str
    script: Path = ROOT / "app.py"
    environment: dict[str, str] = field(default_factory=dict)
    port: int = 0
    process: subprocess.Popen[bytes] | None = None
    log: Path | None = None
    certificate: Path | None = None  # with its key in the same file; https then

    @property
    def url(self) -> str:
        return f"{'https' if self.certificate else 'http'}://localhost:{self.port}"

    def start(self) -> Server:
        self.port = self.port or free_port()
        command = [sys.executable, "-m", "streamlit", "run", str(self.script), "--server.port", str(self.port)]
        if self.certificate:
            command += ["--server.sslCertFile", str(self.certificate), "--server.sslKeyFile", str(self.certificate)]
        environment = os.environ | {"DATABASE_URL": self.database} | self.environment
        output = open(self.log, "ab") if self.log else subprocess.DEVNULL  # noqa: SIM115
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
        self._wait()
        return self

    def kill(self) -> None:
        """As a power cut would: no time to say goodbye."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def _wait(self) -> None:
        assert self.process
        for _ in range(300):
            if self.process.poll() is not None:
                raise RuntimeError(f"le serveur s’est arrêté (code {self.process.returncode})")
            try:
                urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1, context=TRUSTING)
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("le serveur n’a pas démarré en 30 secondes")


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    server.start()
    try:
        yield server
    finally:
        server.kill()


def certified(folder: Path) -> Path:
    """A certificate for localhost and its key, in one file, made for the test."""
    path = folder / "localhost.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run([*command, "-keyout", str(path), "-out", f"{path}.crt"], capture_output=True, check=True, timeout=60)
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def launch(playwright: Playwright) -> Browser:
    """System Chromium first, then Playwright's own, then the system package when root; else one clear sentence."""
    for path in _candidates(playwright):
        try:
            return playwright.chromium.launch(executable_path=path, args=FLAGS)
        except PlaywrightError:
            continue
    if _install():
        return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
    raise RuntimeError(NO_BROWSER)


def _candidates(playwright: Playwright) -> list[str]:
    names = ("chromium", "chromium-browser", "google-chrome")
    found = [path for name in names if (path := shutil.which(name))]
    own = playwright.chromium.executable_path
    return [*found, own] if Path(own).exists() else found


def _install() -> bool:
    """Playwright's download, else Debian's package when root."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True, timeout=300)
    if os.geteuid() == 0 and shutil.which("apt-get") and not shutil.which("chromium"):
        subprocess.run(["apt-get", "update", "-qq"], capture_output=True, timeout=300)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], capture_output=True, timeout=900)
    return shutil.which("chromium") is not None


def settle(page: Page) -> None:
    """Wait until the page has finished running on the server and drawing here."""
    page.wait_for_timeout(60)  # a click takes a moment to reach the server
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"
        " && !document.querySelector('[data-testid=stSkeleton]')",
        timeout=20_000,
    )
