"""`python -m tests.bench [FOLDER]`: every figure and its ratio, on a large vault made there once."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import forms, paper, sealing, storage, window
from tests.bench.figure import Figure
from tests.bench.large_vault import large_vault, opened


def figures(folder: Path) -> Iterator[Figure]:
    """Everything, one after the other, so that nothing is measured beside something else."""
    vault = large_vault(folder)
    yield from window.figures(vault)
    workspace = opened(folder)
    try:
        with tempfile.TemporaryDirectory(dir=folder) as room:
            yield from storage.figures(workspace, Path(room))
        yield from sealing.figures(workspace, folder)
        yield from paper.figures(workspace)
    finally:
        workspace.close()
    yield from forms.figures(folder)


def main() -> int:
    """Print each figure as it comes; 1 when one is over its aim."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/bench")
    over = 0
    for each in figures(folder):
        sys.stdout.write(f"{each}\n")
        sys.stdout.flush()
        over += not each.keeps
    sys.stdout.write(f"{over} over their aim.\n")
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main())
