"""The public site of deploy/ as processes of this machine: nginx with our own file, two replicas, PostgreSQL."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.builders import PUBLIC_SITE
from tests.journeys.running import ROOT, TRUSTING, Server, certified, free_port
from tests.storage.postgresql import new_database

NEEDED = ("nginx", "openssl")
ALSO_THERE = "/usr/sbin"  # where Debian puts servers, outside the path of an ordinary user


@dataclass
class Site:
    """What a visitor sees is `url`; `replicas` and the log of the proxy are for the test."""

    url: str
    replicas: dict[str, Server]
    folder: Path
    database: str = ""

    def log(self) -> str:
        """All that was written: by the proxy, by its errors, by both replicas."""
        return "\n".join(path.read_text(encoding="utf-8") for path in sorted(self.folder.glob("*.log")))


def program(name: str) -> str:
    """Its path; one clear sentence when it is missing."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:{ALSO_THERE}")
    if not found:
        raise SystemExit(f"Il manque {name} pour cet essai : sudo apt install {' '.join(NEEDED)}")
    return found


@contextmanager
def public_site(folder: Path) -> Iterator[Site]:
    """Everything running, then everything stopped."""
    nginx, _ = map(program, NEEDED)
    port, database = free_port(), new_database()
    environment = PUBLIC_SITE | {"PALIER_URL": f"https://localhost:{port}"}
    replicas = {
        name: Server(database, environment=environment, log=folder / f"replica-{name}.log") for name in ("1", "2")
    }
    proxy = None
    try:
        for replica in replicas.values():
            replica.start()
        proxy = subprocess.Popen([*_configured(nginx, folder, port, replicas), "-g", "daemon off;"])
        _wait(f"https://localhost:{port}/sante")
        yield Site(f"https://localhost:{port}", replicas, folder, database)
    finally:
        if proxy:
            proxy.terminate()
            proxy.wait(timeout=20)
        for replica in replicas.values():
            if replica.process:
                replica.kill()


def _configured(nginx: str, folder: Path, port: int, replicas: dict[str, Server]) -> list[str]:
    """The command that serves deploy/nginx.conf with our ports and folders in it, and nothing else changed."""
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    (folder / "certificates").mkdir()
    pem = certified(folder)
    changes = {
        "app-1:8501": f"localhost:{replicas['1'].port}",
        "app-2:8501": f"localhost:{replicas['2'].port}",
        "listen 80 ": f"listen 127.0.0.1:{free_port()} ",
        "listen 443 ": f"listen 127.0.0.1:{port} ",
        "certificates/fullchain.pem": str(pem),
        "certificates/privkey.pem": str(pem),
        "/dev/stdout": str(folder / "access.log"),
        "error_log stderr": f"error_log {folder / 'error.log'}",
        "worker_processes auto;": f"worker_processes 1;\npid {folder / 'nginx.pid'};",
        "http {": f"http {{\n{_temporary(folder)}",
    }
    for old, new in changes.items():
        assert old in text, f"deploy/nginx.conf ne contient plus « {old} »"
        text = text.replace(old, new)
    text = text.replace("localhost:", "127.0.0.1:")  # an address asks nothing of a name server
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    return [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")]


def _temporary(folder: Path) -> str:
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    return "".join(f"  {kind}_temp_path {folder / kind};\n" for kind in kinds)


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=2, context=TRUSTING)
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("le mandataire n’a pas démarré en 10 secondes")
