"""The picture of the trends: what is in it, in which words."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from rlsdiary.app.trends_picture import trends_picture
from rlsdiary.charts.picture import MarkerLine, TrendsPicture
from rlsdiary.domain.treatment import Marker, MarkerKind
from rlsdiary.services.reading import Reading
from rlsdiary.services.sample import fill_with_sample
from rlsdiary.services.treating import Treating
from rlsdiary.store import Store
from tests.store.diary import TODAY, opened
from tests.store.template import copy_of_empty

DAY = timedelta(days=1)


@pytest.fixture
def picture(tmp_path: Path) -> TrendsPicture:
    with opened(copy_of_empty(tmp_path / "diary.rlsdiary")) as store:
        return _filled(store)


def _filled(store: Store) -> TrendsPicture:
    fill_with_sample(store, TODAY, days=60)
    for days in (3, 200):
        Treating(store).keep_marker(Marker(TODAY - days * DAY, MarkerKind.INFUSION, f"{days} ago"))
    return trends_picture(Reading(store), TODAY - 59 * DAY, TODAY)


def test_markers_of_the_days_are_in_the_picture_and_others_are_not(picture: TrendsPicture) -> None:
    assert MarkerLine(TODAY - 3 * DAY, "3 ago") in picture.markers
    assert "200 ago" not in {marker.words for marker in picture.markers}
    assert picture.marked(TODAY - 3 * DAY) == "3 ago"
    assert picture.marked(TODAY - 4 * DAY) == ""


def test_a_dose_of_nothing_is_not_taken_and_a_rating_of_nothing_is_zero(
    picture: TrendsPicture,
) -> None:
    words = {panel.key: panel.words(0.0) for panel in picture.panels}
    assert words["urge"] == "0"
    assert {
        text for key, text in words.items() if key not in ("urge", "sleep_quality", "stress")
    } == {"not taken"}


def test_titles_of_questions_have_a_short_form(picture: TrendsPicture) -> None:
    short = {panel.key: panel.short_title for panel in picture.panels}
    assert (short["urge"], short["sleep_quality"], short["stress"]) == (
        "Urge to move",
        "Sleep",
        "Stress",
    )
