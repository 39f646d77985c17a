"""Finds out which system libraries Qt lacks on Linux, and installs them or says how to."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

# What Qt's windows, fonts and pictures load: file, and its package in Debian, Fedora and Arch.
LIBRARIES = """\
libEGL.so.1             libegl1             libglvnd-egl        libglvnd
libGL.so.1              libgl1              libglvnd-glx        libglvnd
libxkbcommon.so.0       libxkbcommon0       libxkbcommon        libxkbcommon
libxkbcommon-x11.so.0   libxkbcommon-x11-0  libxkbcommon-x11    libxkbcommon-x11
libdbus-1.so.3          libdbus-1-3         dbus-libs           dbus
libfontconfig.so.1      libfontconfig1      fontconfig          fontconfig
libfreetype.so.6        libfreetype6        freetype            freetype2
libglib-2.0.so.0        libglib2.0-0        glib2               glib2
libxcb-cursor.so.0      libxcb-cursor0      xcb-util-cursor     xcb-util-cursor
libxcb-icccm.so.4       libxcb-icccm4       xcb-util-wm         xcb-util-wm
libxcb-image.so.0       libxcb-image0       xcb-util-image      xcb-util-image
libxcb-keysyms.so.1     libxcb-keysyms1     xcb-util-keysyms    xcb-util-keysyms
libxcb-randr.so.0       libxcb-randr0       libxcb              libxcb
libxcb-render-util.so.0 libxcb-render-util0 xcb-util-renderutil xcb-util-renderutil
libxcb-render.so.0      libxcb-render0      libxcb              libxcb
libxcb-shape.so.0       libxcb-shape0       libxcb              libxcb
libxcb-shm.so.0         libxcb-shm0         libxcb              libxcb
libxcb-sync.so.1        libxcb-sync1        libxcb              libxcb
libxcb-util.so.1        libxcb-util1        xcb-util            xcb-util
libxcb-xfixes.so.0      libxcb-xfixes0      libxcb              libxcb
libxcb-xkb.so.1         libxcb-xkb1         libxcb              libxcb
libxcb.so.1             libxcb1             libxcb              libxcb
libX11.so.6             libx11-6            libX11              libx11
libX11-xcb.so.1         libx11-xcb1         libX11-xcb          libx11
libwayland-client.so.0  libwayland-client0  libwayland-client   wayland
libwayland-egl.so.1     libwayland-egl1     libwayland-egl      wayland
libwayland-cursor.so.0  libwayland-cursor0  libwayland-cursor   wayland
"""
# Pages and pictures need a font even without a display; tests read the printed pages back.
FONT = ("any font", "fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu")
PDF_TOOLS = ("pdftotext", "poppler-utils", "poppler-utils", "poppler")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")


def provide_libraries(*, for_tests: bool, install: bool) -> bool:
    """Return whether all that Qt needs from this system is there, in the end.

    What is missing is installed if that is wished and possible without a password; otherwise the
    one line to type is printed.
    """
    missing = [*_missing(for_tests=for_tests)] if sys.platform.startswith("linux") else []
    if missing and install and shutil.which("apt-get") and _apt_install(_packages(missing, 1)):
        missing = [*_missing(for_tests=for_tests)]
    if missing:
        _say(_sentence(missing))
    return not missing


def provide_venv() -> None:
    """Make sure that this Python can make a `.venv`; end the program with one sentence if not."""
    if _can_make_venv():
        return
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    if not shutil.which("apt-get"):
        raise SystemExit(
            "This Python lacks its modules venv and ensurepip; please install them, or Python from "
            "https://www.python.org/downloads/, then type the same command again."
        )
    if not (_apt_install([package]) and _can_make_venv()):
        raise SystemExit(f"Please type this once, then start again: {_apt_line([package])}")


def _can_make_venv() -> bool:
    probe = [sys.executable, "-c", "import venv, ensurepip"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def _missing(*, for_tests: bool) -> Iterator[Sequence[str]]:
    """Yield what is not there, as (file, Debian, Fedora, Arch package)."""
    rows = (line.split() for line in LIBRARIES.splitlines())
    yield from (row for row in rows if not _loads(row[0]))
    if not any(_has_font(Path(folder).expanduser()) for folder in FONT_FOLDERS):
        yield FONT
    if for_tests and not shutil.which("pdftotext"):
        yield PDF_TOOLS


def _loads(soname: str) -> bool:
    """Return whether the dynamic loader finds the library; True where we cannot ask it."""
    try:
        import ctypes
    except ImportError:
        return True
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _has_font(folder: Path) -> bool:
    endings = (".ttf", ".otf", ".ttc")
    return any(name.lower().endswith(endings) for _, _, names in os.walk(folder) for name in names)


def _packages(missing: Sequence[Sequence[str]], column: int) -> list[str]:
    return sorted({row[column] for row in missing})


def _apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages where no password is needed; return whether that succeeded."""
    prefix = _as_root()
    if prefix is None:
        return False
    _say(f"Installing system packages: {' '.join(packages)}")
    install = [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    # The lists may be missing or stale, so a failed attempt is repeated after a refresh.
    return _quietly(install) or (_quietly([*prefix, "apt-get", "update", "-qq"]) and _loud(install))


def _as_root() -> list[str] | None:
    """Return the words that make a command run as root, or None where a password is needed."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _quietly(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def _quietly(command: Sequence[str]) -> bool:
    answer = subprocess.run(command, env=_apt_environment(), capture_output=True, check=False)
    return answer.returncode == 0


def _loud(command: Sequence[str]) -> bool:
    return subprocess.call(command, env=_apt_environment(), stdout=sys.stderr) == 0


def _apt_environment() -> Mapping[str, str]:
    return os.environ | {"DEBIAN_FRONTEND": "noninteractive"}


def _apt_line(packages: Sequence[str]) -> str:
    sudo = "" if os.geteuid() == 0 else "sudo "
    return f"{sudo}apt-get update && {sudo}apt-get install -y {' '.join(packages)}"


def _sentence(missing: Sequence[Sequence[str]]) -> str:
    """Return what to type on this system so that Qt finds what it lacks."""
    lines = {
        "apt-get": _apt_line(_packages(missing, 1)),
        "dnf": f"sudo dnf install {' '.join(_packages(missing, 2))}",
        "pacman": f"sudo pacman -S --needed {' '.join(_packages(missing, 3))}",
    }
    for tool, line in lines.items():
        if shutil.which(tool):
            return f"Some system libraries are missing. Please type this once: {line}"
    return f"Qt needs these, please install them: {', '.join(row[0] for row in missing)}."


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
