"""Holds the person's files to their places."""

import sys
from pathlib import Path

import pytest

from rlsdiary import paths


def test_the_sample_never_shares_the_persons_file() -> None:
    assert paths.sample_diary_path() != paths.default_diary_path()


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of other systems are their own")
def test_linux_folders_follow_the_persons_environment(own_home: Path) -> None:
    assert paths.default_diary_path() == own_home / "data" / "rlsdiary" / "diary.rlsdiary"
    assert paths.settings_path() == own_home / "config" / "rlsdiary" / "window.ini"


def test_asking_for_a_place_makes_nothing() -> None:
    assert not paths.default_diary_path().parent.exists()
    assert not paths.settings_path().parent.exists()
