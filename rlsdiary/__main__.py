"""Starts RLS Diary for `python -m rlsdiary`, `rlsdiary` and `rlsdiary-window`."""

import sys


def main() -> int:
    """Run the program with the words of the command line and return its exit status."""
    from rlsdiary.app import cli  # noqa: PLC0415 - importing this module must stay free of side effects

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
