"""How often one address may try links that open nothing: guessing is hopeless anyway, and must stay cheap for us."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable

MISSES_MOST, WITHIN = 20, 300.0  # misses, seconds
ADDRESSES_MOST = 10_000  # remembered at once; the oldest is forgotten first


class Misses:
    """The recent misses of each address. Safe among threads, bounded in memory."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, most: int = MISSES_MOST, within: float = WITHIN
    ) -> None:
        self._clock, self._most, self._within = clock, most, within
        self._times: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def too_many(self, address: str) -> bool:
        """True when this address has already missed as often as it may."""
        with self._lock:
            return address in self._times and len(self._recent(address)) >= self._most

    def note(self, address: str) -> None:
        """One more miss of this address."""
        with self._lock:
            self._recent(address).append(self._clock())
            self._times.move_to_end(address)
            while len(self._times) > ADDRESSES_MOST:
                self._times.popitem(last=False)

    def _recent(self, address: str) -> deque[float]:
        times = self._times.setdefault(address, deque(maxlen=self._most))
        while times and times[0] <= self._clock() - self._within:
            times.popleft()
        return times
