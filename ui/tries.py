"""How often join codes may be tried: a room shares one address, so its typing errors are not an attack.

Why these figures: docs/decisions/0014-join-codes.md.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import TypeVar

MOST, WITHIN = 10, 300.0  # different wrong codes from one address, in so many seconds
MOST_IN_A_ROOM, ROOM_LASTS = 40, 12 * 3600.0  # once somebody has taken a seat from that address
IN_ALL, MINUTE = 100, 60.0  # codes looked up in a minute and not right, from everywhere together
ADDRESSES_MOST = 10_000

T = TypeVar("T")


class Tries:
    """Counted before the code is looked up, given back when it is right: many at once cannot all slip through."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self._all: deque[float] = deque()
        self._codes: OrderedDict[str, dict[str, float]] = OrderedDict()
        self._rooms: OrderedDict[str, float] = OrderedDict()

    def begin(self, address: str, code: str) -> bool:
        """Whether this code may be looked up now. The same wrong code again is the same try."""
        with self._lock:
            now = self._clock()
            while self._all and self._all[0] <= now - MINUTE:
                self._all.popleft()
            tried = {c: at for c, at in self._codes.get(address, {}).items() if at > now - WITHIN}
            most = MOST_IN_A_ROOM if self._rooms.get(address, -ROOM_LASTS) > now - ROOM_LASTS else MOST
            if len(self._all) >= IN_ALL or (code not in tried and len(tried) >= most):
                return False
            self._all.append(now)
            _put(self._codes, address, {code: now} | tried)
            return True

    def was_right(self, address: str, code: str) -> None:
        """Give the try back."""
        with self._lock:
            if self._all:
                self._all.pop()
            self._codes.get(address, {}).pop(code, None)

    def seated(self, address: str) -> None:
        """A seat was taken from there: that address may be a whole room's."""
        with self._lock:
            _put(self._rooms, address, self._clock())


def _put(kept: OrderedDict[str, T], address: str, value: T) -> None:
    kept[address] = value
    kept.move_to_end(address)
    while len(kept) > ADDRESSES_MOST:
        kept.popitem(last=False)
