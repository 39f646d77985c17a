"""Opens the program with the invented sample diary, written once into the person's data folder."""

import subprocess
import sys

from rlsdiary.app import cli
from rlsdiary.paths import sample_diary_path


def main() -> int:
    """Write the sample diary if it is not there yet, then start the program with it."""
    diary = sample_diary_path()
    if not diary.exists():
        diary.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        command = [sys.executable, "-m", "rlsdiary", "sample", str(diary)]
        status = subprocess.call(command, stdout=subprocess.DEVNULL)
        if status:
            return status
    return cli.main(["--diary", str(diary), *sys.argv[1:]])


if __name__ == "__main__":
    raise SystemExit(main())
