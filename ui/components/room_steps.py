"""The next step of the room: one button, the primary one."""

from __future__ import annotations

from ui import room, wording_workshop
from ui.session import remember, remembered
from workshop.intents import CoachMove, Next, OpenVote, Reopen, Reveal
from workshop.model import Workshop

_CONFIRM = "room.confirm"


def tell(workshop: Workshop) -> None:
    """Why the last move was refused; a reveal refused because some have not voted may then be confirmed."""
    if room.told() == "not_everyone":
        remember(_CONFIRM, workshop.turn)


def show(workshop: Workshop, possible: tuple[type[CoachMove], ...]) -> None:
    turn = workshop.turn
    if OpenVote in possible:
        room.lead_button(wording_workshop.OPEN_VOTE, OpenVote(turn), key="open", primary=True)
    if Reveal in possible:
        sure = remembered(_CONFIRM) == turn
        label = wording_workshop.REVEAL_ANYWAY if sure else wording_workshop.REVEAL
        room.lead_button(label, Reveal(turn, confirmed=sure), key=f"reveal.{sure}", primary=True)
    if Next in possible:
        last = workshop.batch + 1 == len(workshop.batches)
        label = wording_workshop.TO_AGENDA if last else wording_workshop.NEXT
        room.lead_button(label, Next(turn), key="next", primary=True)
    if Reopen in possible:
        room.lead_button(wording_workshop.REOPEN, Reopen(turn), key="reopen")
