"""Starts RLS Diary for `python -m rlsdiary`, `rlsdiary` and `rlsdiary-window`."""

import sys


def main() -> int:
    """Run the program with the words of the command line and return its exit status."""
    from rlsdiary.app import cli  # noqa: PLC0415 - importing this module must stay free of side effects

    return cli.main(sys.argv[1:])


def window() -> int:
    """Open the person's own diary from an icon, where there is no terminal to speak to."""
    from rlsdiary.app.start import open_from_desktop  # noqa: PLC0415 - as above

    return open_from_desktop()


if __name__ == "__main__":
    raise SystemExit(main())
