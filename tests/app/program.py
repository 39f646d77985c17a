"""Runs the program as people do: a process of its own, with an empty home and no display."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
_LEFT_OUT = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONUNBUFFERED")


def environment(**more: str) -> dict[str, str]:
    """Return this process' environment without a display; the test's own home is in it."""
    kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **more}


def run(
    *words: str | Path, folder: Path | None = None, more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the program to its end; ``more`` is added to the environment."""
    return subprocess.run(
        [sys.executable, "-m", "rlsdiary", *map(str, words)],
        env=environment(**(more or {})),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def script(code: str, *words: str | Path, **more: str) -> subprocess.Popen[str]:
    """Start a Python script that can import the program, with pipes to talk to it."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        env=environment(**more),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
