"""A child process of the bench, in the environment of the peers: one of their jobs again and again. Prints JSON."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

TIMES = 5
FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FACES = "".join(
    f"@font-face {{font-family: Reading; src: url('{(FONTS / file).as_uri()}'); font-weight: {weight}}}"
    for file, weight in (
        ("AtkinsonHyperlegibleNext-Regular.ttf", 400), ("AtkinsonHyperlegibleNext-Bold.ttf", 700),
    )
)  # fmt: skip
ASKED = (
    ("What are we looking at?", "Getting out of the house"), ("What would 0 look like?", "I never go out."),
    ("What would 10 look like?", "I go when I like."), ("What stops it being lower?", "My sister takes me on Sundays."),
    ("What would one step up look like?", "The shop, with my frame."),
)  # fmt: skip
PAGE = f"""<html lang="en"><head><title>Scaling ruler</title><style>
@page {{ size: A4; margin: 18mm 16mm; @bottom-right {{ content: "Page " counter(page) " of " counter(pages) }} }}
{FACES} body {{ font: 12pt Reading }} .given {{ background: #f4f7f8; border-left: 2.5pt solid #0b5563; padding: 6pt }}
td {{ border: 1pt solid #1d2433; height: 11mm; width: 9%; text-align: center }}</style></head>
<body><h1>Scaling ruler</h1><h2>Our question</h2>
{"".join(f"<p><b>{ask}</b></p><p class=given>{words}</p>" for ask, words in ASKED)}
<table><tr>{"".join(f"<td>{number}</td>" for number in range(11))}</tr></table></body></html>"""


def sheet() -> Callable[[], object]:
    from weasyprint import HTML  # type: ignore[import-not-found]  # in the environment of the peers

    return lambda: HTML(string=PAGE).write_pdf(pdf_variant="pdf/ua-1")


def form(workbook: str) -> Callable[[], object]:
    from pyxform.xls2xform import convert  # type: ignore[import-not-found]  # as above

    return lambda: convert(xlsform=workbook, validate=True)


def main(job: str, *words: str) -> float:
    """The middle one of several times, in milliseconds; the first is not counted."""
    jobs: dict[str, Callable[..., Callable[[], object]]] = {"sheet": sheet, "form": form}
    deed, taken = jobs[job](*words), []
    for _ in range(TIMES + 1):
        began = time.perf_counter()
        deed()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken[1:])


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"ms": main(*sys.argv[1:])}))
