"""Trends with a diary of twenty years, against plain pyqtgraph panels with the same points."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from rlsdiary.analysis.series import DaySeries, FloatArray
from rlsdiary.charts.look import LIGHT
from tests.benchmarks import Row, ratio

DAYS = 7300
SIZE = (1200, 900)
REDRAW, MEMORY = 1.5, 1.5
ROUNDS = 9
LAST = date(2026, 11, 22)
FIRST = LAST - timedelta(days=DAYS - 1)
KEYS = ("urge", "sleep", "stress", "iron", "zinc")
BARS = ("iron", "zinc")


class _Shown(NamedTuple):
    """A window, the view in it, and what moves its time by so many days."""

    window: QWidget
    view: QGraphicsView
    move: Callable[[int], None]


def run() -> list[Row]:
    """Return the ratios of a full redraw and of the memory of a whole process."""
    return [redraw(noisy=False), redraw(noisy=True), memory()]


def redraw(noisy: bool) -> Row:
    """Move by a few days and paint all panels; doses steady for months, or new every day."""
    app = _application()
    series = _series(noisy)
    ours, plain = _ours(series), _plain(series)
    app.processEvents()
    pair = ratio(_mover(ours), _mover(plain), rounds=ROUNDS)
    for shown in (ours, plain):
        shown.window.close()
        shown.window.deleteLater()
    app.processEvents()
    doses = "doses new every day" if noisy else "steady doses"
    what = f"full redraw of Trends, 20 years, {doses}"
    return Row(what, "plain pyqtgraph panels, same points", pair, REDRAW)


def memory() -> Row:
    """Compare the peak memory of a process that shows Trends with one that shows pyqtgraph."""
    shares = sorted(_peak("trends") / _peak("bare") for _ in range(3))
    return Row("memory with Trends open", "bare PySide6 and pyqtgraph window", shares[1], MEMORY)


def _application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    known = QApplication.instance()
    return known if isinstance(known, QApplication) else QApplication([])


def _series(noisy: bool) -> dict[str, DaySeries]:
    chance, day = np.random.default_rng(1), np.arange(DAYS)
    wave = 4 + 2 * np.sin(day / 700) + np.sin(day / 91)
    values: dict[str, FloatArray] = {
        key: np.clip(np.round(wave + chance.normal(0, 1.6, DAYS)), 0, 10) for key in KEYS[:3]
    }
    values["iron"] = np.where(day % 1500 < 900, 65.0, 0.0)
    values["zinc"] = np.full(DAYS, 15.0)
    if noisy:
        values["iron"] = chance.integers(0, 80, DAYS).astype(float)
        values["zinc"] = chance.integers(0, 30, DAYS).astype(float)
    for one in values.values():
        one[chance.random(DAYS) < 0.1] = np.nan
        one[2000:2120] = np.nan
    return {key: DaySeries(FIRST, one) for key, one in values.items()}


def _ours(series: dict[str, DaySeries]) -> _Shown:
    from rlsdiary.charts.picture import Panel, PanelKind, TrendsPicture
    from rlsdiary.charts.trends import TrendsChart

    panels = tuple(
        Panel(
            key,
            key.capitalize(),
            one,
            PanelKind.BARS if key in BARS else PanelKind.RATING,
            key,
            unit="mg" if key in BARS else "",
            high=None if key in BARS else 10,
        )
        for key, one in series.items()
    )
    chart = TrendsChart(None, LIGHT, 11.0)
    chart.show_picture(TrendsPicture(panels, FIRST, LAST))
    chart.resize(*SIZE)
    chart.show()

    def move(days: int) -> None:
        chart.set_window(FIRST + timedelta(days=days), LAST)

    return _Shown(chart, chart.findChildren(QGraphicsView)[0], move)


def _plain(series: dict[str, DaySeries]) -> _Shown:
    import pyqtgraph as pg

    from rlsdiary.analysis.trends import rolling_median

    pg.setConfigOptions(antialias=True)
    window = pg.GraphicsLayoutWidget()
    window.setBackground("w")
    plots: list[pg.PlotItem] = []
    x = FIRST.toordinal() + np.arange(DAYS)
    for row, (key, one) in enumerate(series.items()):
        plot = window.addPlot(row=row, col=0)
        kept = ~np.isnan(one.values)
        if key in BARS:
            bars = pg.BarGraphItem(x=x[kept], height=one.values[kept], width=0.8, brush="m")
            plot.addItem(bars)
        else:
            plot.addItem(pg.ScatterPlotItem(x[kept], one.values[kept], size=4, pen=None, brush="c"))
            median = rolling_median(one.values)
            plot.addItem(pg.PlotDataItem(x, median, pen=pg.mkPen("r", width=2), connect="finite"))
        if plots:
            plot.setXLink(plots[0])
        plots.append(plot)
    window.resize(*SIZE)
    window.show()

    def move(days: int) -> None:
        plots[0].setXRange(FIRST.toordinal() + days, LAST.toordinal(), padding=0)

    return _Shown(window, window, move)


def _mover(shown: _Shown) -> Callable[[], None]:
    """Return what moves by a day more each time and paints at once."""
    count = iter(range(1, 1000))

    def paint() -> None:
        shown.move(next(count))
        shown.view.viewport().repaint()

    return paint


def _peak(what: str) -> float:
    """Return the memory, in bytes, at its highest of a fresh process that shows ``what``."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_trends", what]
    root = Path(__file__).resolve().parents[2]
    found = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    return float(found.stdout)


def _show(what: str) -> None:
    app = _application()
    window = _bare() if what == "bare" else _ours(_series(noisy=False)).window
    app.processEvents()
    window.grab()
    print(_resident())
    window.close()
    window.deleteLater()
    app.processEvents()


def _bare() -> QWidget:
    import pyqtgraph as pg

    window = pg.GraphicsLayoutWidget()
    window.addPlot()
    window.resize(*SIZE)
    window.show()
    shown: QWidget = window
    return shown


def _resident() -> int:
    """Return the peak resident memory of this process in bytes."""
    if sys.platform == "win32":
        return _resident_windows()
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage says on Linux includes the process that started this one
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) * 1024
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _resident_windows() -> int:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", wintypes.DWORD),
            ("faults", wintypes.DWORD),
            *((f"size{n}", ctypes.c_size_t) for n in range(8)),
        )

    counters = Counters(cb=ctypes.sizeof(Counters))
    windll = vars(ctypes)["windll"]
    process = wintypes.HANDLE(-1)  # this process
    windll.psapi.GetProcessMemoryInfo(process, ctypes.byref(counters), counters.cb)
    return int(counters.size0)


if __name__ == "__main__":
    _show(sys.argv[1])
