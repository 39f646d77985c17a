"""Where the program's resources and the person's own files are; no Qt, nothing is created here."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_APP = "rlsdiary"


def resources_dir() -> Path:
    """Return the folder of icons, themes, translations and reference data.

    A wheel or a frozen build carries it inside the package; a checkout beside the package.
    Raises FileNotFoundError when neither is there.
    """
    for folder in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"The folder of program resources is missing beside {_PACKAGE}; please install again."
    )


def resource(*parts: str) -> Path:
    """Return the path of one resource, such as `resource("themes", "light.toml")`.

    Raises FileNotFoundError, naming the resource, when it does not exist.
    """
    path = resources_dir().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"The program resource {'/'.join(parts)} is missing.")
    return path


def default_diary_path() -> Path:
    """Return the person's diary file in the data folder of their platform."""
    return _data_dir() / "diary.rlsdiary"


def sample_diary_path() -> Path:
    """Return the invented sample diary, a file of its own beside the person's diary."""
    return _data_dir() / "sample.rlsdiary"


def settings_path() -> Path:
    """Return the file that remembers the window's size, place and appearance."""
    import platformdirs  # noqa: PLC0415 - late: importing this module costs a start nothing

    return platformdirs.user_config_path(_APP, appauthor=False) / "window.ini"


def log_path() -> Path:
    """Return the file that collects reports of mistakes in the program, without diary content."""
    import platformdirs  # noqa: PLC0415 - late: importing this module costs a start nothing

    return platformdirs.user_log_path(_APP, appauthor=False) / "problems.txt"


def _data_dir() -> Path:
    import platformdirs  # noqa: PLC0415 - late: importing this module costs a start nothing

    return platformdirs.user_data_path(_APP, appauthor=False)
