"""The next step of the room: one button, the primary one."""

from __future__ import annotations

from questionnaire.language import say
from ui import room, wording_cohort, wording_workshop
from ui.session import remember, remembered
from workshop.intents import CoachMove, Next, OpenVote, Reopen, Reveal, Show
from workshop.model import Workshop

_CONFIRM = "room.confirm"


def tell(workshop: Workshop) -> None:
    """Why the last move was refused; a reveal refused because some have not voted may then be confirmed."""
    if room.told() == "not_everyone":
        remember(_CONFIRM, workshop.turn)


def show(workshop: Workshop, possible: tuple[type[CoachMove], ...]) -> None:
    turn = workshop.turn
    if OpenVote in possible:
        room.lead_button(say(wording_workshop.OPEN_VOTE), OpenVote(turn), key="open", primary=True, keyboard="Right")
    if Reveal in possible:
        sure = remembered(_CONFIRM) == turn
        label = say(wording_workshop.REVEAL_ANYWAY) if sure else say(wording_workshop.REVEAL)
        move = Reveal(turn, confirmed=sure)
        room.lead_button(label, move, key=f"reveal.{sure}", primary=True, keyboard="D")
    following, former = around(workshop)
    if Show in possible and former:
        room.lead_button(say(wording_workshop.SHOW_FORMER), Show(turn, former), key="former", keyboard="Left")
    if Show in possible and following:
        room.lead_button(
            say(wording_workshop.SHOW_NEXT), Show(turn, following), key="following", primary=True, keyboard="Right"
        )
    elif Next in possible:
        last = workshop.batch + 1 == len(workshop.batches)
        onward = say(wording_cohort.TO_SHARED) if workshop.choice.several else say(wording_workshop.TO_AGENDA)
        label = onward if last else _next(workshop)
        room.lead_button(label, Next(turn), key="next", primary=True, keyboard="Right")
    if Reopen in possible:
        room.lead_button(say(wording_workshop.REOPEN), Reopen(turn), key="reopen")


def around(workshop: Workshop) -> tuple[str | None, str | None]:
    """The question after the one on screen, and the one before, in a revealed batch."""
    batch = workshop.batches[workshop.batch]
    if workshop.on_screen not in batch:
        return None, None
    at = batch.index(workshop.on_screen)
    return batch[at + 1] if at + 1 < len(batch) else None, batch[at - 1] if at else None


def _next(workshop: Workshop) -> str:
    return say(wording_workshop.NEXT_THEME) if workshop.choice.pace == "theme" else say(wording_workshop.NEXT)
