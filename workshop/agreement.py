"""How far a room agrees on one question, in exact fractions, from the number of votes at each step.

Under four votes an index would say more than the votes do: every function then answers None.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

VOTES_MIN = 4
STEPS_MIN = 3  # a pattern is judged on triples of steps, so two steps have none


def agreement(counts: Sequence[int]) -> Fraction | None:
    """Van der Eijk's A of `counts` (votes per step, in order): 1 consensus, 0 uniform, -1 two opposite halves.

    The distribution is cut into layers, each a set of steps holding the same number of votes; A is the
    mean of the layers' agreements, weighted by their votes. None under four votes or three steps.
    Source: C. van der Eijk (2001), Measuring Agreement in Ordered Rating Scales, Quality and Quantity
    35(3), 325-341, with the correction of the R package agrmt (D. Ruedin), whose published example
    [30, 40, 210, 130, 530, 50, 10] gives 0.6113333.
    """
    votes = sum(counts)
    if votes < VOTES_MIN or len(counts) < STEPS_MIN:
        return None
    total, rest = Fraction(0), list(counts)
    while any(rest):
        height = min(count for count in rest if count)
        pattern = tuple(count > 0 for count in rest)
        total += Fraction(height * sum(pattern), votes) * of_pattern(pattern)
        rest = [count - height if count else 0 for count in rest]
    return total


def of_pattern(pattern: Sequence[bool]) -> Fraction:
    """Agreement of one layer: U x (1 - (S - 1)/(K - 1)), S steps filled out of K.

    U compares the triples of steps that look like one peak (TU: 110, 011) with those that look like two
    (TDU: 101); it is 1 when there is neither, that is for a single step or for all of them.
    """
    steps, filled = len(pattern), sum(pattern)
    triples = list(combinations(pattern, 3))
    one_peak = sum(triple in ((True, True, False), (False, True, True)) for triple in triples)
    two_peaks = triples.count((True, False, True))
    unimodal = Fraction(1)
    if one_peak + two_peaks:
        unimodal = Fraction((steps - 2) * one_peak - (steps - 1) * two_peaks, (steps - 2) * (one_peak + two_peaks))
    return unimodal * (1 - Fraction(filled - 1, steps - 1))


def variance(counts: Sequence[int]) -> Fraction | None:
    """Variance of the steps voted, with n - 1 below. None under four votes."""
    votes = sum(counts)
    if votes < VOTES_MIN:
        return None
    mean = Fraction(sum(step * count for step, count in enumerate(counts)), votes)
    return sum((count * (step - mean) ** 2 for step, count in enumerate(counts)), Fraction(0)) / (votes - 1)


def r_wg(counts: Sequence[int]) -> Fraction | None:
    """1 - s2 / ((K2 - 1)/12), never under 0: how much less the votes spread than at random. None under four votes.

    Source: James, Demaree and Wolf (1984), Journal of Applied Psychology 69(1), 85-98, uniform null.
    Secondary to A: it treats steps as equidistant and falls to 0 for any strong split.
    """
    spread = variance(counts)
    if spread is None or len(counts) < STEPS_MIN:
        return None
    return max(Fraction(0), 1 - spread / Fraction(len(counts) ** 2 - 1, 12))


def priority(counts: Sequence[int], unknown: int, weight: Fraction, critical: bool) -> Fraction | None:
    """D, the order of discussion: (w/3) x (0.7 x (1 - A)/2 + 0.3 x share of don't-knows) x 1.5 if critical.

    The share of don't-knows has the don't-knows in its denominator. None wherever A is.
    Source: this project's method (an expert choice, to be calibrated in a pilot).
    """
    found = agreement(counts)
    if found is None:
        return None
    heat = Fraction(7, 10) * (1 - found) / 2 + Fraction(3, 10) * Fraction(unknown, sum(counts) + unknown)
    return weight / 3 * heat * (Fraction(3, 2) if critical else 1)
