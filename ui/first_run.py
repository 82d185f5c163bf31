"""The first thing a socket asks for is a run of the whole page, so that no click is lost on a server new to it.

After a restart, or on another replica, the browser keeps its page and asks for a run of the part that was clicked.
A server that never drew this page knows no part of it, and Streamlit drops the request without a word: the answer
shows and is never kept. A whole run takes the same values with it, and does no harm where the part was known.
"""

from __future__ import annotations

from google.protobuf.message import DecodeError
from starlette.types import Message, Receive
from streamlit.proto.BackMsg_pb2 import BackMsg


def whole_first(receive: Receive) -> Receive:
    """What the socket says, its first request to run widened to the whole page."""
    widened = False

    async def received() -> Message:
        nonlocal widened
        message = await receive()
        data = None if widened else _widened(message.get("bytes"))
        if data is None:
            return message
        widened = True
        return {**message, "bytes": data}

    return received


def _widened(data: bytes | None) -> bytes | None:
    """The same request for the whole page; None when it is no request to run."""
    said = BackMsg()
    try:
        said.ParseFromString(data or b"")
    except DecodeError:
        return None
    if said.WhichOneof("type") != "rerun_script":
        return None
    said.rerun_script.fragment_id = ""
    return bytes(said.SerializeToString())
