"""The files of deploy/, read: what they name exists, and what the trust page asks of them is in them."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import yaml

from questionnaire.settings import PUBLIC_FIELDS, variable
from tests.test_architecture import MAY_IMPORT

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
NGINX = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")


def steps(word: str) -> list[str]:
    """What follows this instruction, continued lines joined."""
    return re.findall(rf"^{word} (.+)$", DOCKERFILE.replace("\\\n", " "), flags=re.MULTILINE)


def test_the_image_has_every_room_and_nothing_missing() -> None:
    copied = {name.rstrip("/") for line in steps("COPY") for name in line.split()[:-1]}
    assert {room for room in MAY_IMPORT if (ROOT / room).exists()} <= copied
    assert [name for name in copied if not (ROOT / name).exists()] == []
    let_in = set(re.findall(r"^!(\S+)", (DEPLOY / "Dockerfile.dockerignore").read_text(), flags=re.MULTILINE))
    assert copied == let_in


def test_the_image_installs_the_lock_with_its_hashes_and_runs_as_nobody_special() -> None:
    assert [
        line for line in steps("RUN") if "pip install" in line and "--require-hashes -r requirements.lock" not in line
    ] == []
    assert sum("--require-hashes" in line for line in steps("RUN")) == 1
    order = re.findall(r"^(RUN|USER|CMD)\b", DOCKERFILE, flags=re.MULTILINE)
    assert order[-2:] == ["USER", "CMD"]
    assert steps("USER") == ["palier"]


def test_the_health_of_the_image_is_a_route_and_its_command_listens() -> None:
    assert "http://localhost:8501/sante" in steps("HEALTHCHECK")[0]
    assert 'Route("/sante"' in (ROOT / "ui" / "fixed.py").read_text(encoding="utf-8")
    assert json.loads(steps("CMD")[0])[-4:] == ["--server.port", "8501", "--server.address", "0.0.0.0"]


def test_compose_asks_for_all_that_a_public_site_needs() -> None:
    needed = [variable(name) for name in PUBLIC_FIELDS]
    assert [name for name in needed if f"{name}: ${{{name}:?}}" not in COMPOSE] == []
    given = re.findall(r"^(\w+)=", (DEPLOY / "env.example").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert sorted(given) == sorted([*needed, "POSTGRES_PASSWORD"])
    assert set(re.findall(r"\$\{(\w+)", COMPOSE)) == set(given)


def test_compose_has_two_processes_that_only_the_proxy_reaches() -> None:
    services = yaml.safe_load(COMPOSE)["services"]
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]
    for name in ("app-1", "app-2"):
        service = services[name]
        assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert service["environment"]["PALIER_MODE"] == "public"
        assert (DEPLOY / service["build"]["context"] / service["build"]["dockerfile"]).exists()
    assert set(re.findall(r"app-\d:8501", NGINX)) == {"app-1:8501", "app-2:8501"}
    assert services["purge"]["command"] == ["python", "-m", "storage", "purge"]
    assert services["app-1"]["environment"] == services["purge"]["environment"]


def test_the_proxy_keeps_its_promises() -> None:
    assert "location = /_stcore/metrics { return 404; }" in NGINX
    most = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["server"]["maxUploadSize"]
    allowed = int(re.findall(r"client_max_body_size (\d+)k;", NGINX)[0])
    assert most * 1024 < allowed <= most * 1024 * 1.1
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in NGINX
    assert "gzip on;" in NGINX
    assert not re.search(r"ip_hash|proxy_add_x_forwarded_for|\$remote_addr[^;]*log_format", NGINX)
    logged = NGINX.split("log_format")[1].split(";")[0]
    assert (
        set(re.findall(r"\$(\w+)", logged)) & {"remote_addr", "request", "request_uri", "uri", "http_referer", "args"}
        == set()
    )
