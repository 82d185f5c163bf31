"""Who may pay, what is asked, what costs nothing: as plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from reports.content_plan import Door


@dataclass(frozen=True, slots=True)
class RouteText:
    """One way to pay. `natures` in words; `state` says whether the door is open, and how that is known."""

    id: str
    name: str
    natures: str
    text: str
    first_step: str
    state: str
    caution: str
    seen: str
    url: str


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A line of the request: a label, one amount a year, the total; `strong` for sums."""

    label: str
    amounts: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class RequestText:
    """« Ce que nous demandons »: charges and resources with the same total, then valued time, apart."""

    title: str
    need: str
    heads: tuple[str, ...]
    charges: tuple[MoneyRow, ...]
    resources: tuple[MoneyRow, ...]
    volunteers: tuple[MoneyRow, ...]
    sentences: tuple[str, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class ToolLine:
    kind: str
    text: str
    who: str
    caution: str
    door: Door | None


@dataclass(frozen=True, slots=True)
class ToolText:
    id: str
    name: str
    lines: tuple[ToolLine, ...]
    seen: str


@dataclass(frozen=True, slots=True)
class FundingPage:
    routes: tuple[RouteText, ...]
    closed: tuple[str, ...]
    request: RequestText
    tools: tuple[ToolText, ...]
