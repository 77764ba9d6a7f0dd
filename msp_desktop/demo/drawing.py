"""Made-up photos: flat shapes on paper. There is no camera, and nothing in them is anybody's."""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from msp_desktop.demo.situation import Drawn, Photo
from msp_desktop.images.picture import Picture, picture_of

WIDTH, HEIGHT = 640, 480
_START = b"\x89PNG\r\n\x1a\n"
_RGB_OF_EIGHT_BITS = (8, 2, 0, 0, 0)


class Darkroom:
    """Makes photos fit to keep while the stories go on: a process has to be started for each."""

    def __init__(self, photos: Iterable[Photo]) -> None:
        self._worker = ThreadPoolExecutor(1)
        self._begun: dict[str, Future[Picture]] = {
            photo.caption: self._worker.submit(picture_of, drawn(photo.drawn)) for photo in photos
        }

    def picture(self, photo: Photo) -> Picture:
        """The photo as it is kept."""
        return self._begun[photo.caption].result()


def drawn(shapes: Iterable[Drawn]) -> bytes:
    """The picture of some shapes as a PNG, later ones over earlier ones, on white."""
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
