"""A program of its own that decodes one picture and writes it again with nothing but its pixels. Never imported.

It is handed the picture on standard input and answers on standard output with a line of JSON, the new picture and a
small one. It holds no key, opens nothing of the vault and imports nothing of this project: whatever a hostile picture
makes a decoder do, it does here, where there is nothing to take.
"""

from __future__ import annotations

import ctypes
import io
import json
import sys
from collections.abc import Mapping

from PIL import Image, ImageCms

MOST_PIXELS = 50_000_000
SMALL_SIDE, SMALL_SIZE = 360, 64 * 1024
"""The small picture's longer side in pixels, and its bytes at most."""

_MEMORY, _SECONDS = 2 << 30, 60
_PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 4, 38
# Tags of Exif 2.31, tables 3, 6 and 8, and how each way of holding a camera is turned upright.
_ORIENTATION, _EXIF_PART = 0x0112, 0x8769
_TAKEN, _DIGITISED, _CHANGED, _TAKEN_OFFSET = 0x9003, 0x9004, 0x0132, 0x9011
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def main() -> None:
    """Answer for one picture; any exception, and so an exit code other than 0, means that it could not be read."""
    confine()
    Image.MAX_IMAGE_PIXELS = None  # counted below
    with Image.open(io.BytesIO(sys.stdin.buffer.read()), formats=("JPEG", "PNG")) as found:
        if found.width * found.height > MOST_PIXELS:
            answer({"refused": "pixels"})
            return
        found.load()
        is_photo, (turn, taken) = found.format != "PNG", camera_said(found)
        image = in_plain_colours(found.transpose(turn) if turn is not None else found)
    picture, small = encoded(image, is_photo=is_photo), thumbnail(image)
    head = {"type": "image/jpeg" if is_photo else "image/png", "taken": taken, "size": len(picture)}
    answer(head, picture, small)


def confine() -> None:
    """Give up what decoding does not need: memory and time without end, files, other programs, memory dumps."""
    if sys.platform == "win32":
        return
    import resource

    limits = {
        resource.RLIMIT_AS: _MEMORY,
        resource.RLIMIT_CPU: _SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_CORE: 0,
    }
    for limit, most in limits.items():
        resource.setrlimit(limit, (most, most))
    if sys.platform == "linux":
        system = ctypes.CDLL(None)
        system.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
        system.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def camera_said(image: Image.Image) -> tuple[Image.Transpose | None, str]:
    """How to turn the picture upright, and when the camera says it was taken, as it spells it."""
    try:
        exif = image.getexif()
        return _UPRIGHT.get(exif.get(_ORIENTATION, 1)), claimed_time(exif)
    except Exception:  # noqa: BLE001  what a camera wrote badly, in any way, costs nobody the picture
        return None, ""


def claimed_time(exif: Image.Exif) -> str:
    """The time of taking, else of digitising, else of the last change, with its offset from UTC where it is told."""
    part = exif.get_ifd(_EXIF_PART)
    taken = part.get(_TAKEN) or part.get(_DIGITISED) or exif.get(_CHANGED) or ""
    return f"{taken}{part.get(_TAKEN_OFFSET) or ''}"


def in_plain_colours(image: Image.Image) -> Image.Image:
    """The same picture in grey, RGB or RGBA of 8 bits and standard colours, so that it needs no profile of its own."""
    profile, is_clear = image.info.get("icc_profile"), image.has_transparency_data
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    elif image.mode == "1":
        image = image.convert("L")
    elif image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("RGBA" if is_clear else "RGB")
    if profile:
        image = in_standard_colours(image, profile)
    return image.convert("RGB") if image.mode == "CMYK" else image


def in_standard_colours(image: Image.Image, profile: bytes) -> Image.Image:
    """The picture in sRGB; one whose profile does not fit stays as it is."""
    wanted = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=wanted)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return turned or image


def encoded(image: Image.Image, *, is_photo: bool) -> bytes:
    """JPEG for what came as JPEG, otherwise PNG; nothing of what came with the picture goes along."""
    image.info.clear()
    written = io.BytesIO()
    if is_photo:
        image.save(written, "JPEG", quality=90)
    else:
        image.save(written, "PNG", compress_level=3)
    return written.getvalue()


def thumbnail(image: Image.Image) -> bytes:
    """A small JPEG on white. Shrinks the picture itself, which is not needed any more."""
    image.thumbnail((SMALL_SIDE, SMALL_SIDE), reducing_gap=3)
    if image.mode == "RGBA":
        flat = Image.new("RGB", image.size, "white")
        flat.paste(image, mask=image)
        image = flat
    written = b""
    for quality in (80, 50, 20):
        kept = io.BytesIO()
        image.save(kept, "JPEG", quality=quality)
        written = kept.getvalue()
        if len(written) <= SMALL_SIZE:
            break
    return written


def answer(head: Mapping[str, object], *parts: bytes) -> None:
    """One line about the answer, then its bytes."""
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n")
    for part in parts:
        sys.stdout.buffer.write(part)


if __name__ == "__main__":
    main()
