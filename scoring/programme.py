"""The integer programme of a plan, for the HiGHS solver: columns, rows, and one optimum after the other.

Coefficients are whole numbers, so that the solver's tolerances never decide.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import lcm

import highspy
import numpy as np

from scoring.plan_model import Candidate, Problem
from scoring.selection import rescued

HALF = 0.5  # between two whole numbers
OPTIONS: dict[
    str, bool | float | str
] = {  # on some sixty columns, presolve and the first heuristic cost more than the search itself
    "threads": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": HALF,
    "presolve": "off",
    "mip_heuristic_run_feasibility_jump": False,
}
Coefficients = Mapping[int, int]


class Programme:
    """The integer programme. Columns: one per action, then shares of gains, then lifted questions."""

    def __init__(self, problem: Problem, candidates: tuple[Candidate, ...]) -> None:
        """`candidates` are those of the problem, in the order in which equals are settled."""
        self._candidates = candidates
        self._columns = len(candidates)
        self._rows: list[tuple[Coefficients, float]] = []  # each: sum(coefficient * column) <= bound
        self._limits(problem)
        self._prerequisites()
        scale = lcm(*(gain.denominator for c in candidates for gain in c.gains.values()), 1)
        worth = self._worth(scale)
        most = sum(worth.values()) + 1
        lifted = self._lifted()
        self.protection_then_value = {i: worth.get(i, 0) + most * (i in lifted) for i in {*worth, *lifted}}
        self._solver = self._loaded()

    def maximise(self, goal: Coefficients) -> frozenset[int]:
        """The actions of an optimum; from now on, no solution may do less well."""
        return self._settle(goal, highspy.ObjSense.kMaximize)

    def minimise(self, goal: Coefficients) -> frozenset[int]:
        return self._settle(goal, highspy.ObjSense.kMinimize)

    def at_most(self, coefficients: Coefficients, bound: int) -> None:
        """One more limit, from now on."""
        self._add(coefficients, -highspy.kHighsInf, bound + HALF)

    def other(self, chosen: frozenset[int]) -> frozenset[int] | None:
        """A different set of actions that does exactly as well, which a cut asks for; None when there is none."""
        cut = {i: 1 if i in chosen else -1 for i in range(len(self._candidates))}
        self._add(cut, -highspy.kHighsInf, len(chosen) - 1)
        found = self._actions() if self._solved({}, highspy.ObjSense.kMaximize) else None
        self._solver.deleteRows(1, np.array([self._solver.getNumRow() - 1], dtype=np.int32))
        return found

    def _settle(self, goal: Coefficients, sense: highspy.ObjSense) -> frozenset[int]:
        if not self._solved(goal, sense):
            raise RuntimeError(f"plan sans solution : {self._solver.getModelStatus()}")
        best = round(self._solver.getObjectiveValue())
        chosen = self._actions()
        if sense == highspy.ObjSense.kMaximize:
            self._add(goal, best - HALF, highspy.kHighsInf)
        else:
            self.at_most(goal, best)
        return chosen

    def _solved(self, goal: Coefficients, sense: highspy.ObjSense) -> bool:
        self._aim(goal)
        self._solver.changeObjectiveSense(sense)
        self._solver.run()
        return bool(self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)

    def _actions(self) -> frozenset[int]:
        shares = self._solver.getSolution().col_value
        return frozenset(i for i in range(len(self._candidates)) if shares[i] > HALF)

    def _aim(self, goal: Coefficients) -> None:
        costs = np.zeros(self._columns)
        for column, coefficient in goal.items():
            costs[column] = coefficient
        self._solver.changeColsCost(self._columns, np.arange(self._columns, dtype=np.int32), costs)

    def _add(self, coefficients: Coefficients, low: float, high: float) -> None:
        indices = np.array(list(coefficients), dtype=np.int32)
        values = np.array(list(coefficients.values()), dtype=np.float64)
        self._solver.addRow(low, high, len(indices), indices, values)

    def _limits(self, problem: Problem) -> None:
        """Hours, euros, number of actions, actions allowed on a limited axis."""
        each = list(enumerate(self._candidates))
        capacity = problem.capacity
        self._rows.append(({i: c.hours for i, c in each}, capacity.hours + HALF))
        self._rows.append(({i: c.euros for i, c in each if c.euros}, capacity.euros + HALF))
        self._rows.append(({i: 1 for i, _ in each}, capacity.at_most + HALF))
        for axis, number in problem.axis_limits.items():
            self._rows.append(({i: 1 for i, c in each if c.limited_axis == axis}, number + HALF))

    def _prerequisites(self) -> None:
        """An action needs each of those it waits for; one that is not available forbids it."""
        rank = {c.id: i for i, c in enumerate(self._candidates)}
        for i, candidate in enumerate(self._candidates):
            for name in candidate.after:
                self._rows.append(({i: 1, rank[name]: -1} if name in rank else {i: 1}, 0))

    def _worth(self, scale: int) -> dict[int, int]:
        """Whole-number value of each column: a question counts its best gain once, shared by a column per gain."""
        worth: dict[int, int] = {}
        by_question: dict[str, list[tuple[int, Fraction]]] = {}
        for i, candidate in enumerate(self._candidates):
            for question, gain in candidate.gains.items():
                by_question.setdefault(question, []).append((i, gain))
        for gains in by_question.values():
            if len(gains) == 1:
                [(i, gain)] = gains
                worth[i] = worth.get(i, 0) + int(gain * scale)
                continue
            shares = [self._new_column() for _ in gains]
            self._rows.append((dict.fromkeys(shares, 1), 1))
            for share, (i, gain) in zip(shares, gains, strict=True):
                self._rows.append(({share: 1, i: -1}, 0))
                worth[share] = int(gain * scale)
        return worth

    def _lifted(self) -> set[int]:
        """One column for each critical question that some action lifts."""
        columns = set()
        for question in sorted(rescued(self._candidates)):
            column = self._new_column()
            lifting = {i: -1 for i, c in enumerate(self._candidates) if question in c.rescues}
            self._rows.append(({column: 1} | lifting, 0))
            columns.add(column)
        return columns

    def _new_column(self) -> int:
        self._columns += 1
        return self._columns - 1

    def _loaded(self) -> highspy.Highs:
        solver = _Quiet()
        for name, setting in OPTIONS.items():
            solver.setOptionValue(name, setting)
        solver.passModel(self._programme())
        return solver

    def _programme(self) -> highspy.HighsLp:
        count = len(self._candidates)
        programme = highspy.HighsLp()
        programme.num_col_, programme.num_row_ = self._columns, len(self._rows)
        programme.col_cost_ = np.zeros(self._columns)
        programme.col_lower_, programme.col_upper_ = np.zeros(self._columns), np.ones(self._columns)
        whole, shared = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        programme.integrality_ = [whole] * count + [shared] * (self._columns - count)
        programme.row_lower_ = np.full(len(self._rows), -highspy.kHighsInf)
        programme.row_upper_ = np.array([bound for _, bound in self._rows])
        matrix = programme.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.cumsum([0, *(len(row) for row, _ in self._rows)], dtype=np.int32)
        matrix.index_ = np.array([column for row, _ in self._rows for column in row], dtype=np.int32)
        matrix.value_ = np.array([v for row, _ in self._rows for v in row.values()], dtype=np.float64)
        return programme


class _Quiet(highspy.Highs):
    """A solver that says nothing: the usual constructor prints a banner on standard output, where results go."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()
        self.setOptionValue("output_flag", False)
