"""Words on the sheet: none cut off, none over another, at any size of text and sheet."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from rlsdiary.charts import crosshair, drawing
from rlsdiary.charts.lettering import Lettering
from rlsdiary.charts.look import LIGHT
from rlsdiary.charts.picture import MarkerLine, TrendsPicture
from rlsdiary.charts.sheet import TITLE_LINES, Sheet, edges_of, least_size, make_sheet
from tests.charts.pictures import LAST, NAN, diary, empty, panel, picture

Words = list[tuple[str, QRectF]]


def laid_out(shown: TrendsPicture, days: int, size: tuple[int, int], point_size: float) -> Sheet:
    """Return the sheet of the last days of a picture."""
    rect = QRectF(0, 0, *size)
    edges = edges_of(shown.last - timedelta(days=days - 1), shown.last)
    return make_sheet(shown, edges, rect, LIGHT, Lettering(point_size, _image(size)))


def written(sheet: Sheet, monkeypatch: pytest.MonkeyPatch, day: date | None = None) -> Words:
    """Return all words that are painted, each with the room of its letters."""
    found: Words = []
    image = _image((int(sheet.rect.width()), int(sheet.rect.height())))

    def note_down(_painter: QPainter, font: QFont, _colour: str, at: QPointF, text: str) -> None:
        metrics = QFontMetricsF(font, image)
        room = QRectF(at.x(), at.y() - metrics.capHeight(), 1, metrics.capHeight())
        room.setWidth(metrics.horizontalAdvance(text))
        if text:
            found.append((text, room))

    monkeypatch.setattr(drawing, "write", note_down)
    monkeypatch.setattr(crosshair, "write", note_down)
    painter = QPainter(image)
    drawing.paint_sheet(painter, sheet)
    if day:
        crosshair.paint_crosshair(painter, sheet, day)
    painter.end()
    return found


def _image(size: tuple[int, int]) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(3780)
    image.setDotsPerMeterY(3780)
    image.fill(QColor(LIGHT.card))
    return image


@pytest.mark.parametrize("point_size", [9, 12, 18, 24])
@pytest.mark.parametrize("size", [(1200, 900), (820, 700), (420, 380), (300, 900), (1600, 400)])
@pytest.mark.parametrize("days", [1, 14, 90, 400, 3000])
def test_words_stay_on_the_sheet_and_off_one_another(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    point_size: float,
    size: tuple[int, int],
    days: int,
) -> None:
    words = written(laid_out(diary(3000), days, size, point_size), monkeypatch)
    sheet = QRectF(-1, -1, size[0] + 2, size[1] + 2)
    assert [text for text, room in words if not sheet.contains(room)] == []
    pairs = combinations(words, 2)
    assert [(a, b) for (a, one), (b, other) in pairs if one.intersects(other)] == []


def test_type_shrinks_only_where_the_sheet_is_too_small(qtbot: QtBot) -> None:
    least = least_size(diary(14), Lettering(12, _image((10, 10))))
    large = laid_out(diary(14), 14, (int(least.width()) + 1, int(least.height()) + 1), 12)
    small = laid_out(diary(14), 14, (int(least.width() / 2), int(least.height())), 12)
    assert large.type.point_size == 12
    assert small.type.point_size < 12


def test_a_panel_names_its_newest_value_with_unit_and_day(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = picture(panel("iron", [25.0, 65.0, NAN]), panel("urge", [NAN, 3.0, 0.0]))
    words = [text for text, _ in written(laid_out(shown, 3, (900, 600), 11), monkeypatch)]
    assert words[words.index("65 mg") + 1] == "21 Nov"
    assert "22 Nov" in words


@pytest.mark.parametrize("value", [0.0, 10.0])
@pytest.mark.parametrize("point_size", [9, 24])
def test_the_newest_value_stays_beside_its_own_panel(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, value: float, point_size: float
) -> None:
    shown = picture(*(panel(role, [value]) for role in ("urge", "sleep", "stress")))
    sheet = laid_out(shown, 14, (900, 700), point_size)
    rooms = [room for _text, room in written(sheet, monkeypatch)]
    beside = [room for room in rooms if room.left() > sheet.time.right]
    for frame, value_room, day_room in zip(sheet.frames, beside[::2], beside[1::2], strict=True):
        assert value_room.top() >= frame.top + TITLE_LINES * sheet.type.line - 0.5
        assert day_room.bottom() <= frame.bottom
        at = frame.band.bottom - frame.band.height * value / 10
        assert abs(value_room.center().y() - at) < 2 * sheet.type.line


def test_a_panel_without_a_value_in_sight_says_so(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = picture(panel("urge", [5.0] * 20), panel("sleep", [5.0] + [NAN] * 19))
    words = [text for text, _ in written(laid_out(shown, 10, (900, 600), 11), monkeypatch)]
    assert words.count("nothing recorded in this time") == 1


def test_an_empty_picture_has_no_axes_and_one_sentence(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for shown in (empty(), TrendsPicture((), LAST, LAST)):
        sheet = laid_out(shown, 14, (900, 600), 11)
        assert sheet.is_empty
        assert written(sheet, monkeypatch) == []
    assert drawing.empty_words().count(".") == 2


def test_the_explanation_names_the_median_and_rings_only_where_there_are_any(
    qtbot: QtBot,
) -> None:
    def note(*values: float) -> str:
        shown = picture(panel("urge", [4.0] * len(values)), panel("zinc", list(values)))
        return " ".join(laid_out(shown, len(values), (1200, 900), 11).note)

    assert "median of 7 days" in note(15.0, 15.0)
    assert "ring" not in note(15.0, 15.0)
    assert "ring" in note(15.0, 0.0)


def test_the_plot_stays_in_place_while_time_moves(qtbot: QtBot) -> None:
    shown = diary(700)
    places = {laid_out(shown, days, (1000, 700), 11).time.left for days in (20, 60, 300, 700)}
    rights = {laid_out(shown, days, (1000, 700), 11).time.right for days in (20, 60, 300, 700)}
    assert len(places) == len(rights) == 1


def test_the_crosshair_tells_the_values_of_its_day_in_every_panel(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = picture(
        *(panel("urge", [4.0, 8.0]), panel("sleep", [1.0, NAN]), panel("zinc", [1, 15])),
        markers=(MarkerLine(LAST, "Sleep clinic"),),
    )
    sheet = laid_out(shown, 2, (900, 600), 11)
    plain = len(written(sheet, monkeypatch))
    added = [text for text, _ in written(sheet, monkeypatch, LAST)[plain:]]
    assert added == ["8", "15 mg", "Sunday, 22 November 2026 · Sleep clinic"]


def test_the_line_of_the_crosshair_spares_the_words_between_the_panels(qtbot: QtBot) -> None:
    shown = picture(panel("urge", [NAN] * 20 + [5.0]), panel("sleep", [NAN] * 21))
    sheet = laid_out(shown, 21, (900, 600), 11)
    image = _image((900, 600))
    painter = QPainter(image)
    day = LAST - timedelta(days=10)
    crosshair.paint_crosshair(painter, sheet, day)
    painter.end()
    x = round(sheet.time.at(day.toordinal()))
    for frame in sheet.frames:
        title = frame.top + sheet.type.line * 0.6
        middle = frame.band.bottom - frame.band.height / 2
        assert image.pixelColor(x, round(title)).name() == LIGHT.card.lower()
        assert image.pixelColor(x, round(middle)).name() != LIGHT.card.lower()


def test_the_crosshair_of_a_day_out_of_sight_is_not_painted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = laid_out(diary(30), 10, (900, 600), 11)
    far = LAST - timedelta(days=20)
    assert len(written(sheet, monkeypatch, far)) == len(written(sheet, monkeypatch))


def test_a_day_is_told_in_one_sentence_for_those_who_hear_it() -> None:
    shown = picture(panel("urge", [8.0]), panel("sleep", [NAN]), panel("iron", [0.0]))
    assert crosshair.words_of_day(shown, LAST) == (
        "Sunday, 22 November 2026: Strongest urge to move 8; How was the sleep not recorded; "
        "Iron not taken"
    )


def test_a_day_with_a_marker_is_told_with_it() -> None:
    markers = (MarkerLine(LAST, "Sleep clinic"), MarkerLine(LAST, "Travel"))
    shown = picture(panel("urge", [8.0]), markers=markers)
    assert crosshair.words_of_day(shown, LAST) == (
        "Sunday, 22 November 2026 · Sleep clinic, Travel: Strongest urge to move 8"
    )


def test_a_series_that_ended_is_told_as_the_last_of_its_kind(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = [5.0] * 20 + [NAN] * 40
    shown = picture(panel("urge", [5.0] * 60), panel("sleep", old), panel("iron", [*old[:-1], 0.0]))
    sheet = laid_out(shown, 60, (900, 600), 11)
    assert [frame.newest.is_current for frame in sheet.frames if frame.newest] == [
        True,
        False,
        True,
    ]
    words = [text for text, _ in written(sheet, monkeypatch)]
    assert "last 13 Oct" in words
    assert words[words.index("not taken") + 1] == "22 Nov"


@pytest.mark.parametrize(("days", "is_current"), [(6, True), (7, False)])
def test_a_value_is_current_for_a_week(qtbot: QtBot, days: int, is_current: bool) -> None:
    shown = picture(panel("urge", [5.0] + [NAN] * days))
    newest = laid_out(shown, 14, (900, 600), 11).frames[0].newest
    assert newest
    assert newest.is_current is is_current


def test_a_panel_of_doses_without_any_in_sight_is_one_line(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    urge, none = panel("urge", [5.0] * 30), [NAN] * 30
    iron, zinc = panel("iron", [25.0, *none[1:]]), panel("zinc", [15.0] + [0.0] * 29)
    sheet = laid_out(picture(urge, iron, zinc), 20, (900, 600), 11)
    assert [frame.quiet for frame in sheet.frames] == [False, True, True]
    words = [text for text, _ in written(sheet, monkeypatch, LAST)]
    assert "nothing recorded in this time" in words
    assert "not taken; 20 days recorded" in words
    assert all(f.bottom - f.top < 2 * sheet.type.line for f in sheet.frames[1:])
    assert not laid_out(picture(urge, iron, zinc), 30, (900, 600), 11).frames[1].quiet


def busy(days: int) -> TrendsPicture:
    """Return a diary with a marker every few days, some on the same day."""
    shown = diary(days)
    names = ("Iron infusion", "New dose of a medicine with a long name", "Trip", "Sleep clinic")
    markers = tuple(
        MarkerLine(LAST - timedelta(days=n * 3 // 2), names[n % 4])
        for n in range(min(days // 2, 40))
    )
    return replace(shown, markers=markers)


@pytest.mark.parametrize("point_size", [9, 12, 23])
@pytest.mark.parametrize("size", [(1200, 900), (480, 900)])
@pytest.mark.parametrize("days", [14, 90, 400])
def test_words_of_markers_stay_on_the_sheet_and_off_one_another(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    point_size: float,
    size: tuple[int, int],
    days: int,
) -> None:
    sheet = laid_out(busy(400), days, size, point_size)
    words = written(sheet, monkeypatch)
    assert any(marker.label for marker in sheet.markers)
    whole = QRectF(-1, -1, size[0] + 2, size[1] + 2)
    assert [text for text, room in words if not whole.contains(room)] == []
    pairs = combinations(words, 2)
    assert [(a, b) for (a, one), (b, other) in pairs if one.intersects(other)] == []


def test_a_marker_is_a_line_through_every_panel_at_its_day(qtbot: QtBot) -> None:
    day = LAST - timedelta(days=30)
    without = picture(panel("urge", [NAN] * 89 + [5.0]), panel("iron", [NAN] * 89 + [5.0]))
    size = (900, 600)
    images = []
    for markers in ((), (MarkerLine(day, "Sleep clinic"),)):
        sheet = laid_out(replace(without, markers=markers), 90, size, 11)
        image = _image(size)
        painter = QPainter(image)
        drawing.paint_sheet(painter, sheet)
        painter.end()
        images.append(image)
    x = round(sheet.time.at(day.toordinal()))
    for frame in sheet.frames:
        rows = range(round(frame.band_top), round(frame.band.bottom))
        marked = [y for y in rows if images[1].pixelColor(x, y).lightness() < 170]
        plain = [y for y in rows if images[0].pixelColor(x, y).lightness() < 170]
        assert len(marked) > len(rows) * 0.4
        assert len(plain) < len(rows) * 0.1


def test_markers_on_one_day_share_a_line_and_those_out_of_sight_have_none(qtbot: QtBot) -> None:
    days = (LAST, LAST, LAST - timedelta(days=50))
    markers = tuple(MarkerLine(day, f"M{n}") for n, day in enumerate(days))
    sheet = laid_out(replace(diary(90), markers=markers), 14, (900, 600), 11)
    assert [marker.words for marker in sheet.markers] == ["M0, M1"]


@pytest.mark.parametrize("point_size", [11.5, 23])
def test_words_over_a_panel_are_shorter_where_there_is_no_room(
    qtbot: QtBot, point_size: float
) -> None:
    shown = picture(replace(panel("urge", [5.0] * 14), short_title="Urge"))
    wide = laid_out(shown, 14, (1400, 900), point_size).frames[0].title
    narrow = laid_out(shown, 14, (460, 900), point_size).frames[0].title
    assert wide.text == "Strongest urge to move"
    assert wide.soft == "0 none – 10 the worst I can imagine"
    assert narrow.right <= 460
    assert "…" not in narrow.text
    if point_size > 20:
        assert (narrow.text, narrow.soft) == ("Urge", "0 to 10")
