"""What a questionnaire must mean, beyond its shape: every rule, every fault at once.

Each rule is a generator of (path, French sentence); the path is turned into file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from questionnaire import (
    lint_chains,
    lint_coverage,
    lint_documents,
    lint_language,
    lint_readability,
    lint_references,
    lint_structure,
    lint_welcome,
)
from questionnaire.errors import Problem
from questionnaire.model import Questionnaire
from questionnaire.strict_yaml import Path_

Finding = tuple[Path_, str]
Rule = Callable[[Questionnaire], Iterator[Finding]]
Locate = Callable[[Path_], tuple[str, int]]

# Without these a questionnaire cannot be served; the others are about usefulness and language.
ESSENTIAL: tuple[Rule, ...] = (
    *lint_structure.RULES,
    *lint_references.RULES,
    *lint_chains.RULES,
    *lint_documents.RULES,
)
RULES: tuple[Rule, ...] = (
    *ESSENTIAL,
    *lint_coverage.RULES,
    *lint_language.RULES,
    *lint_welcome.RULES,
    *lint_readability.RULES,
)


def check(questionnaire: Questionnaire, locate: Locate, rules: tuple[Rule, ...] = RULES) -> list[Problem]:
    """Every problem of meaning, in the order of the files."""
    return sorted({Problem(*locate(path), sentence) for rule in rules for path, sentence in rule(questionnaire)})
