"""A picture on its way in: only its pixels come through, upright; whatever is not one is told in a sentence."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps

from msp_desktop.errors import BadInput, StorageTrouble
from msp_desktop.images import picture
from msp_desktop.images.picture import picture_in, picture_of
from tests.images.pictures import MARKER, camera, drawing, photo, png_that_claims, shown, written

NOT_READ = "could not be read to its end"


def test_camera_place_time_and_comment_do_not_come_through() -> None:
    original = photo()
    found = picture_of(original)
    for data in (found.data, found.thumbnail):
        assert MARKER not in data and b"Exif" not in data and b"2026" not in data
        assert shown(data).info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert found.original_sha256 == hashlib.sha256(original).hexdigest()
    assert found.claimed_taken_at == "2026-10-14T09:20:31+01:00"
    assert found.media_type == "image/jpeg" and MARKER.decode() not in repr(found)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_as_every_viewer_shows_it(orientation: int) -> None:
    original = photo(orientation=orientation)
    expected = ImageOps.exif_transpose(shown(original)).resize((8, 8))
    difference = ImageChops.difference(expected, shown(picture_of(original).data).resize((8, 8)))
    assert max(most for _least, most in difference.getextrema()) < 20  # type: ignore[misc]


@pytest.mark.parametrize(("orientation", "size", "red_at"), [(1, (400, 300), (5, 150)), (6, (300, 400), (150, 5))])
def test_a_picture_stands_upright(orientation: int, size: tuple[int, int], red_at: tuple[int, int]) -> None:
    image = shown(picture_of(photo(orientation=orientation)).data)
    red, _green, blue = image.getpixel(red_at)  # type: ignore[misc]
    assert image.size == size and red > 150 > blue


@pytest.mark.parametrize("at", [8, 14, 16, 24, 40, 60])
def test_what_a_camera_wrote_badly_costs_nobody_the_picture(at: int) -> None:
    original = photo()
    start = original.index(b"Exif") + at
    found = picture_of(original[:start] + b"\xff\xfe\xff\xff" + original[start + 4 :])
    assert shown(found.data).size == (400, 300)


def test_the_small_picture_is_small_and_looks_the_same() -> None:
    small = picture_of(photo((2000, 1000), noise=True)).thumbnail
    assert shown(small).size == (360, 180) and len(small) <= 64 * 1024


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_drawings_of_every_kind_stay_png(mode: str) -> None:
    found = picture_of(drawing(mode))
    assert found.media_type == "image/png" and shown(found.data).size == (120, 80)


def test_a_grey_of_sixteen_bits_keeps_its_greys() -> None:
    image = Image.new("I;16", (8, 8), 0x8000)
    assert shown(picture_of(written(image, "PNG")).data).getpixel((3, 3)) == 128


def test_words_inside_a_png_do_not_come_through() -> None:
    from PIL.PngImagePlugin import PngInfo

    said = PngInfo()
    said.add_text("Comment", MARKER.decode())
    original = written(Image.new("RGB", (9, 9)), "PNG", pnginfo=said, exif=camera(1))
    assert MARKER in original and MARKER not in picture_of(original).data


def test_a_colour_profile_is_applied_and_left_behind() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    found = picture_of(written(Image.new("RGB", (9, 9), (200, 30, 30)), "JPEG", icc_profile=profile))
    assert "icc_profile" not in shown(found.data).info


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_a_photo_of_another_colour_model_is_kept(mode: str) -> None:
    assert picture_of(written(Image.new(mode, (9, 9)), "JPEG")).media_type == "image/jpeg"


def test_the_name_of_a_file_decides_nothing(tmp_path: Path) -> None:
    (tmp_path / "drawing.jpg").write_bytes(drawing())
    assert picture_in(tmp_path / "drawing.jpg").media_type == "image/png"


HOSTILE = {
    "no bytes": (b"", "empty"),
    "words under a picture's name": (b"He said that", "not a JPEG or PNG"),
    "a picture of another kind": (written(Image.new("RGB", (9, 9)), "GIF"), "not a JPEG or PNG"),
    "a start and nothing more": (b"\x89PNG\r\n\x1a\n", NOT_READ),
    "the start of a JPEG, then words": (b"\xff\xd8\xff and words", NOT_READ),
    "a photo cut short": (photo(noise=True)[:-2000], NOT_READ),
    "a drawing cut short": (written(Image.effect_noise((90, 90), 99), "PNG")[:4000], NOT_READ),
    "a huge claim": (png_that_claims(60_000, 60_000), "more than 50 million"),
    "one dot too many": (png_that_claims(50_000_001, 1), "more than 50 million"),
    "a claim that its data does not hold": (png_that_claims(7000, 7000), NOT_READ),
    "no width": (png_that_claims(0, 10), NOT_READ),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_whole_picture_is_refused_in_one_sentence(what: str) -> None:
    data, sentence = HOSTILE[what]
    with pytest.raises(BadInput, match=sentence) as refused:
        picture_of(data)
    assert "othing was kept" in str(refused.value)


def test_fifty_million_pixels_are_taken() -> None:
    assert shown(picture_of(written(Image.new("1", (10_000, 5_000)), "PNG")).data).size == (10_000, 5_000)


def test_a_file_that_is_too_large_is_refused_before_anything_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "_PROGRAM", tmp_path / "never-started")
    with (tmp_path / "large.jpg").open("wb") as file:
        file.truncate(picture.MOST_BYTES + 1)
    with pytest.raises(BadInput, match="larger than 64 MB"):
        picture_in(tmp_path / "large.jpg")
    with pytest.raises(BadInput, match="could not be opened"):
        picture_in(tmp_path / "gone.jpg")


READ = "import sys; data = sys.stdin.buffer.read(); say = sys.stdout.buffer.write\n"
CHILDREN = {
    "dies before it reads": "import os; os.kill(os.getpid(), 9)",
    "dies after it has read": READ + "import os; os.kill(os.getpid(), 9)",
    "dies in the middle of its answer": READ
    + "say(b'{\"type\": '); import os; sys.stdout.flush(); os.kill(os.getpid(), 9)",
    "answers nothing": READ,
    "answers nonsense": READ + "say(b'\\xff' * 99)",
    "answers with another kind of data": READ
    + """say(b'{"type":"image/jpeg","size":4,"taken":""}\\n' + b'GIF8' * 9)""",
    "answers with a size that is none": READ + """say(b'{"type":"image/png","size":true}\\n' + data)""",
    "answers with a list": READ + "say(b'[]\\n' + data)",
    "never ends": "import time\nwhile True: time.sleep(9)",
    "never stops answering": READ + "while True: say(bytes(65536))",
    "eats memory": READ + "b = bytearray(1 << 42)",
}


@pytest.mark.parametrize("how", CHILDREN)
def test_a_child_that_fails_costs_one_sentence(how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "child.py").write_text(CHILDREN[how], "utf-8")
    monkeypatch.setattr(picture, "_PROGRAM", tmp_path / "child.py")
    monkeypatch.setattr(picture, "_SECONDS", 0.5 if how == "never ends" else 60)
    monkeypatch.setattr(picture, "_MOST_ANSWERED", 1 << 20)
    with pytest.raises(BadInput, match=NOT_READ):
        picture_of(photo())


def test_a_program_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(StorageTrouble, match="Nothing was kept"):
        picture_of(photo())


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_the_child_is_told_nothing_and_holds_no_open_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = "import os, json; say(json.dumps([dict(os.environ), sys.path, len(os.listdir('/proc/self/fd'))]).encode())"
    (tmp_path / "child.py").write_text(READ + told, "utf-8")
    monkeypatch.setattr(picture, "_PROGRAM", tmp_path / "child.py")
    monkeypatch.setenv("SECRET", "told to the parent alone")
    with (tmp_path / "open").open("wb"):
        environment, path, handles = json.loads(picture._answer(b"x"))
    assert environment.keys() <= {"LC_CTYPE"}
    assert os.getcwd() not in path and "" not in path
    assert handles == 4  # input, output, errors, and the listing itself


@pytest.mark.skipif(sys.platform != "linux", reason="these limits are not everywhere")
def test_the_child_gives_up_what_it_does_not_need(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = f"""
import json, os, runpy, signal
file = os.open({str(tmp_path / "new")!r}, os.O_WRONLY | os.O_CREAT)
runpy.run_path({str(picture._PROGRAM)!r})["confine"]()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
def is_refused(deed):
    try: deed()
    except (OSError, MemoryError): return True
    return False
say(json.dumps([is_refused(lambda: bytearray(3 << 30)), is_refused(lambda: os.write(file, b"x"))]).encode())
"""
    (tmp_path / "child.py").write_text(READ + tries, "utf-8")
    monkeypatch.setattr(picture, "_PROGRAM", tmp_path / "child.py")
    assert json.loads(picture._answer(b"x")) == [True, True]
