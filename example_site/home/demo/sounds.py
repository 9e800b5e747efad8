"""Sounds of the demo, made of sines."""

import io
import math
import struct
import wave
from collections.abc import Callable

RATE = 16_000  # samples in a second
LOUDEST = 12_000  # of 32,767
NOTES = ((659.3, 0.0), (523.3, 0.45), (392.0, 0.9))  # hertz, and seconds from the beginning
LENGTH = 2.4  # seconds


def chime() -> bytes:
    """What is heard before an announcement in a station: three notes downwards, as WAV."""
    samples = [_sample(number / RATE) for number in range(int(LENGTH * RATE))]
    data = io.BytesIO()
    with wave.open(data, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return data.getvalue()


def _sample(moment: float) -> int:
    """All notes that ring at `moment`, each fading from its own beginning."""
    ringing = (
        math.sin(math.tau * hertz * (moment - start)) * math.exp(-3 * (moment - start))
        for hertz, start in NOTES
        if moment >= start
    )
    return int(LOUDEST * sum(ringing))


SOUNDS: dict[str, Callable[[], bytes]] = {"chime": chime}
