"""Real pictures for tests: what a camera writes into them, and what a hostile one would."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image
from PIL.Image import Exif

MARKER = b"Ottoline-Quibblewick-camera"
RED, BLUE = (200, 30, 30), (30, 30, 200)
_ORIENTATION, _MAKE, _EXIF_PART, _GPS_PART = 0x0112, 0x010F, 0x8769, 0x8825


def photo(size: tuple[int, int] = (400, 300), *, orientation: int = 1, noise: bool = False) -> bytes:
    """A JPEG, red on its left half and blue on its right, that tells a camera, a time, a place and a comment.

    `noise` makes it a large file.
    """
    image = Image.new("RGB", size, BLUE)
    image.paste(RED, (0, 0, size[0] // 2, size[1]))
    if noise:
        image = Image.merge("RGB", [Image.effect_noise(size, 100)] * 3)
    return written(image, "JPEG", exif=camera(orientation), comment=MARKER, quality=95)


def camera(orientation: int) -> Exif:
    """What a telephone says about a picture."""
    exif = Image.Exif()
    exif[_ORIENTATION], exif[_MAKE] = orientation, MARKER.decode()
    exif.get_ifd(_EXIF_PART).update({0x9003: "2026:10:14 09:20:31", 0x9011: "+01:00"})
    exif.get_ifd(_GPS_PART).update({1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0)})
    return exif


def written(image: Image.Image, kind: str, **said: object) -> bytes:
    """The bytes of a file of that kind."""
    file = io.BytesIO()
    image.save(file, kind, **said)
    return file.getvalue()


def drawing(mode: str = "RGB", size: tuple[int, int] = (120, 80)) -> bytes:
    """A PNG of one mode."""
    return written(Image.new(mode, size), "PNG")


def png_that_claims(width: int, height: int, *, data: bytes = b"") -> bytes:
    """A PNG whose head tells a size that its few bytes of data do not have."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(data)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )


def shown(data: bytes) -> Image.Image:
    """A picture as it looks."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image
