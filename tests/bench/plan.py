"""How long a plan takes: the selection on the full catalogue, then explanations and margins, which come after it.

Measured beside the scoring of the same answers, in one run: on a noisy machine the ratio says more than the value.
Targets: selection 50 ms, explanations and margins 400 ms, a what-if 200 ms (medians).
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter

from questionnaire.answers_file import parse, parse_text
from questionnaire.assessment import Assessment
from questionnaire.routing import route
from scoring.engine import score
from scoring.margins import margins, what_if
from scoring.optimiser import select
from scoring.posing import pose
from tests.builders import SMALL, assessed, everyone_at, everything_applies, golden_club, random_document, shipped

CONTENT = shipped()
ROUNDS = 3
STAFF = (("0", 4, 0), ("1-2", 8, 500), ("10-49", 12, 1500), ("50-249", 60, 15000), ("250+", 400, 100000))


def cases() -> list[Assessment]:
    """Real-looking associations, random ones, and the hardest: everything at 0 with every question asked."""
    folder = SMALL.parent / "associations"
    real = [parse_text(CONTENT, path.read_bytes()) for path in sorted(folder.glob("*.json"))]
    chance = [parse(CONTENT, random_document(CONTENT, Random(seed), "full")) for seed in range(20)]
    return [golden_club(), *real, *chance, *(_all_at_zero(*means) for means in STAFF)]


def _all_at_zero(staff: str, hours: int, euros: int) -> Assessment:
    everything = everything_applies()
    profile = everything["profile"] | {"P02": staff, "P12": {"hours_per_month": hours, "euros": euros}}
    return assessed(CONTENT, answers=everyone_at(CONTENT, 0), profile=profile, benchmark=everything["benchmark"])


def milliseconds(work: Callable[[Assessment], object], assessments: list[Assessment]) -> list[float]:
    """The best of some rounds for each case."""
    best = [float("inf")] * len(assessments)
    for _ in range(ROUNDS):
        for i, assessment in enumerate(assessments):
            start = perf_counter()
            work(assessment)
            best[i] = min(best[i], 1000 * (perf_counter() - start))
    return best


def main() -> None:
    found = cases()
    problems = {id(a): pose(CONTENT, a, route(CONTENT, a)).problem for a in found}
    richer = {id(a): a.put("profile", "P12", {"hours_per_month": 20, "euros": 2000}) for a in found}
    works: dict[str, tuple[Callable[[Assessment], object], int]] = {
        "score (repère)": (lambda a: score(CONTENT, a), 0),
        "choix des actions": (lambda a: select(problems[id(a)]), 50),
        "explications et marges": (lambda a: margins(CONTENT, a), 400),
        "et si… (deux plans)": (lambda a: what_if(CONTENT, a, richer[id(a)]), 200),
    }
    times = {name: milliseconds(work, found) for name, (work, _) in works.items()}
    base = median(times["score (repère)"])
    print(f"Plan : {len(found)} associations, meilleur de {ROUNDS} tours, catalogue de {len(CONTENT.actions)} actions")
    for name, (_, target) in works.items():
        middle, worst = median(times[name]), max(times[name])
        goal = f" (cible {target} ms en médiane)" if target else ""
        print(f"  {name} : médiane {middle:.1f} ms, pire {worst:.1f} ms, {middle / base:.1f} fois le score{goal}")


if __name__ == "__main__":
    main()
