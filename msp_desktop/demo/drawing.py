"""A made-up photo: flat shapes on paper, as the bytes of a PNG. There is no camera, and nothing in it is anybody's."""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterable, Iterator

from msp_desktop.demo.situation import Drawn

WIDTH, HEIGHT = 640, 480
_START = b"\x89PNG\r\n\x1a\n"
_RGB_OF_EIGHT_BITS = (8, 2, 0, 0, 0)


def drawn(shapes: Iterable[Drawn]) -> bytes:
    """The picture of some shapes, later ones over earlier ones, on white."""
    rows = [bytearray(b"\xff" * 3 * WIDTH) for _ in range(HEIGHT)]
    for shape in shapes:
        colour = bytes.fromhex(shape.fill[1:])
        for row, first, last in _spans(shape):
            rows[row][3 * first : 3 * last] = colour * (last - first)
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, *_RGB_OF_EIGHT_BITS)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows))
    return _START + _chunk(b"IHDR", head) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _spans(shape: Drawn) -> Iterator[tuple[int, int, int]]:
    """Each row of the shape, with the first column and the one after the last."""
    left, top, wide, high = (
        part * size / 100 for part, size in zip(shape.box, (WIDTH, HEIGHT, WIDTH, HEIGHT), strict=True)
    )
    for row in range(max(0, round(top)), min(HEIGHT, round(top + high))):
        away = (row + 0.5 - top) / high * 2 - 1
        half = wide / 2 * (math.sqrt(max(0.0, 1 - away * away)) if shape.oval else 1)
        middle = left + wide / 2
        first, last = max(0, round(middle - half)), min(WIDTH, round(middle + half))
        if first < last:
            yield row, first, last


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
