"""Server CPU per answered question: the real page, with its durable write, beside a bare Streamlit page.

Both run with `runner.postScriptGC = false`, in one run, in turns, through a real browser. An answered
question is one choice and one move. Prints absolute milliseconds and the ratio; judges nothing.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

import psutil
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.journeys.running import Server, launch, serving, settle  # noqa: E402

BARE = ROOT / "tests" / "bench" / "bare_app.py"
ROUNDS, ANSWERS_A_ROUND, WARM_UP = 9, 30, 20
TARGET = 1.5


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = launch(playwright)
        real = Server(f"sqlite:///{folder}/bench.sqlite3")
        bare = Server("", script=BARE, environment={"STREAMLIT_RUNNER_POST_SCRIPT_GC": "false"})
        with serving(real), serving(bare):
            pages = {"question": browser.new_page(locale="fr-FR"), "page nue": browser.new_page(locale="fr-FR")}
            pages["question"].goto(f"{real.url}/commencer?mode=full")
            pages["question"].goto(f"{real.url}/questions")
            pages["page nue"].goto(bare.url)
            servers = {"question": real, "page nue": bare}
            for page in pages.values():
                answer(page, WARM_UP)
            rounds = [{name: cpu_ms(servers[name], page) for name, page in pages.items()} for _ in range(ROUNDS)]
        browser.close()
    report(rounds)
    return 0


def cpu_ms(server: Server, page: Page) -> float:
    """Milliseconds of server CPU per answered question over one round."""
    assert server.process
    process = psutil.Process(server.process.pid)
    before = sum(process.cpu_times()[:2])
    answer(page, ANSWERS_A_ROUND)
    return (sum(process.cpu_times()[:2]) - before) * 1000 / ANSWERS_A_ROUND


def answer(page: Page, count: int) -> None:
    """Answer, go on, answer, go back: two questions in turn, another choice each time."""
    page.wait_for_selector("[data-testid=stRadioOption] input", state="attached")
    for turn in range(count):
        page.locator("[data-testid=stRadioOption]").nth(turn // 2 % 4).click()
        settle(page)
        page.get_by_role("button", name="Continuer" if turn % 2 == 0 else "Précédente").click()
        settle(page)
        page.wait_for_timeout(30)


def report(rounds: list[dict[str, float]]) -> None:
    """Medians of each side, and the median of the ratios round by round (the machine's speed drifts)."""
    for name in rounds[0]:
        values = [spent[name] for spent in rounds]
        shown = ", ".join(f"{value:.1f}" for value in values)
        print(f"{name:>9} : {median(values):.1f} ms de processeur par réponse (tours : {shown})")
    ratios = [spent["question"] / spent["page nue"] for spent in rounds]
    shown = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"  rapport : {median(ratios):.2f} (cible ≤ {TARGET} ; tours : {shown})")
    print(f"            sur {ROUNDS * ANSWERS_A_ROUND} réponses de chaque côté, tour à tour")


if __name__ == "__main__":
    sys.exit(main())
