"""One assessment: who, which questionnaire, and everything said, as raw JSON values by kind and key.

The raw form is the one of the answers file, so that keeping, exporting and importing lose nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

# Kinds written in an answers file (the plan made one's own, the edited sheets, the record of a workshop and the
# earlier assessments came with its second format), then kinds that only the store keeps: a checklist begun but not
# finished, and where the visitor was.
FIRST_KINDS = ("profile", "benchmark", "answers", "targets", "notes", "evidence", "identity")
FILE_KINDS = (*FIRST_KINDS, "plan", "texts", "workshop", "previous")
STORE_KINDS = ("drafts", "place")
KINDS = (*FILE_KINDS, *STORE_KINDS)
HEAD = "head"  # mode and name
MODES = ("full", "express")
NAME_MAX, TEXT_MAX = 200, 2000
ROUTED = ("profile", "benchmark", "answers", HEAD)  # what decides which questions are asked, and what counts
WORDING = ".wording"  # suffix of a note that says a question is badly asked

Entry = tuple[str, str]
_EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Assessment:
    """Frozen; every change makes a new one. Build from an answers file with `answers_file.parse`."""

    questionnaire_id: str
    version: str
    mode: str = "full"
    name: str | None = None
    updated_on: str | None = None
    kept: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    # Its route, worked out once (`routing.route`); it lives and goes with this assessment, and is never compared.
    worked_out: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def all_of(self, kind: str) -> Mapping[str, Any]:
        return self.kept.get(kind, _EMPTY)

    @property
    def answers(self) -> Mapping[str, Any]:
        return self.all_of("answers")

    @property
    def fields(self) -> Mapping[str, Any]:
        """Profile and benchmark values together, by field id."""
        return {**self.all_of("profile"), **self.all_of("benchmark")}

    @property
    def says_something(self) -> bool:
        """True once anything was said; where the visitor is does not count."""
        return bool(self.name) or any(self.all_of(kind) for kind in KINDS if kind != "place")

    def put(self, kind: str, key: str, value: Any) -> Assessment:
        """The same assessment with one value changed; None takes the value away."""
        if kind == HEAD:
            return replace(self, **{key: value})
        if kind not in KINDS:
            raise KeyError(kind)
        entries = {k: v for k, v in self.all_of(kind).items() if k != key}
        if value is not None:
            entries[key] = value
        changed = replace(self, kept={**self.kept, kind: entries})
        if kind not in ROUTED:
            changed.worked_out.update(self.worked_out)
        return changed

    def entries(self) -> dict[Entry, Any]:
        """Every kept value by (kind, key), head included: what the store writes."""
        flat = {(kind, key): v for kind, values in self.kept.items() for key, v in values.items()}
        head = {(HEAD, "mode"): self.mode} | ({(HEAD, "name"): self.name} if self.name else {})
        return flat | head


def from_entries(questionnaire_id: str, version: str, entries: Mapping[Entry, Any]) -> Assessment:
    """The assessment kept as `entries` (the reverse of `Assessment.entries`)."""
    kept: dict[str, dict[str, Any]] = {}
    for (kind, key), value in entries.items():
        if kind != HEAD:
            kept.setdefault(kind, {})[key] = value
    return Assessment(
        questionnaire_id,
        version,
        mode=entries.get((HEAD, "mode"), "full"),
        name=entries.get((HEAD, "name")),
        kept=kept,
    )


def difference(before: Assessment | None, after: Assessment) -> dict[Entry, Any]:
    """What has to be written to go from `before` to `after`; None marks a value taken away."""
    old = before.entries() if before else {}
    new = after.entries()
    changed = {entry: value for entry, value in new.items() if old.get(entry) != value or entry not in old}
    return changed | {entry: None for entry in old if entry not in new}
