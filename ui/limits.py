"""How often one address may try links that open nothing: guessing is hopeless anyway, and must stay cheap for us.

A room, or a whole social centre, shares one address: the same dead link tried again is one miss, and whoever holds a
good link is let through whatever the others did.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

MISSES_MOST, WITHIN = 20, 300.0  # misses, seconds
ADDRESSES_MOST = 10_000  # remembered at once; the oldest is forgotten first


class Misses:
    """The recent misses of each address. Safe among threads, bounded in memory; of what was tried, a hash only."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, most: int = MISSES_MOST, within: float = WITHIN
    ) -> None:
        self._clock, self._most, self._within = clock, most, within
        self._tried: OrderedDict[str, OrderedDict[str, float]] = OrderedDict()
        self._lock = threading.Lock()

    def too_many(self, address: str) -> bool:
        """True when this address has already missed as often as it may."""
        with self._lock:
            return address in self._tried and len(self._recent(address)) >= self._most

    def note(self, address: str, tried: str | None = None) -> bool:
        """One more miss of this address; False when it is one too many. `tried` again is the same miss; None is not."""
        name = secrets.token_hex(8) if tried is None else hashlib.sha256(tried.encode()).hexdigest()[:16]
        with self._lock:
            recent = self._recent(address)
            if name not in recent and len(recent) >= self._most:
                return False
            recent[name] = self._clock()
            recent.move_to_end(name)
            self._tried.move_to_end(address)
            while len(self._tried) > ADDRESSES_MOST:
                self._tried.popitem(last=False)
            return True

    def _recent(self, address: str) -> OrderedDict[str, float]:
        tried = self._tried.setdefault(address, OrderedDict())
        while tried and next(iter(tried.values())) <= self._clock() - self._within:
            tried.popitem(last=False)
        return tried
