"""Links replaced or withdrawn, remembered like deletions: no backup makes them open anything again.

Each is one more line of what is remembered (table `deleted`, and the journal beside SQLite): the hash of the former
link and, when another took its place, the hash of that one. So a restore gives back to an assessment the link that
its owner holds now, not the one that had leaked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select, update

from storage.schema import link

_MARK, _BY = "lien:", ">"


def line(former: str, new: str | None) -> str:
    """What is remembered of a link that opens nothing any more; `new` is the one that opens in its place."""
    return f"{_MARK}{former}{_BY}{new or ''}"


def withdraw_again(connection: Connection, remembered: Iterable[str]) -> int:
    """In the caller's transaction, put right the links that came back; how many there were."""
    after = _after(remembered)
    there = frozenset(connection.scalars(select(link.c.capability))) if after else frozenset()
    back = sorted(there.intersection(after))
    for former in back:
        last, mine = _last(former, after), link.c.capability == former
        if last and last not in there:
            connection.execute(update(link).where(mine).values(capability=last))
        else:
            connection.execute(delete(link).where(mine))
    return len(back)


def _after(remembered: Iterable[str]) -> dict[str, str]:
    """By former link, the one that took its place; empty when none did."""
    pairs = (one.removeprefix(_MARK).partition(_BY) for one in remembered if one.startswith(_MARK))
    return {former: new for former, by, new in pairs if by}


def _last(former: str, after: Mapping[str, str]) -> str:
    """The link at the end of the replacements; a loop, that nothing of ours makes, ends too."""
    found = former
    for _ in range(len(after)):
        found = after.get(found, found)
    return "" if found == former else found
