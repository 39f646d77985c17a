"""What the chips of habits, triggers and measures say."""

from __future__ import annotations

from collections.abc import Iterable

from rlsdiary.domain.doses import amount_text
from rlsdiary.domain.questions import TRIED
from rlsdiary.ui.kit.clock import local_clock
from rlsdiary.ui.today.state import ChipState
from rlsdiary.words import tr


def help_choices() -> tuple[tuple[str, str], ...]:
    """Return how much something can have helped: the number, and its words."""
    return ("0", tr("no")), ("1", tr("a little")), ("2", tr("quite")), ("3", tr("a lot"))


def chip_words(chip: ChipState) -> str:
    """Say what is on a chip: “✓ Coffee or tea, 2 cups, last 16:30”, “Heat: no”."""
    if chip.value is None:
        return _capital(chip.label)
    if chip.is_no:
        return tr("{label}: no").format(label=_capital(chip.label))
    return f"✓ {_capital(_told(chip))}"


def summary_words(chips: Iterable[ChipState]) -> str:
    """Say in one line what is recorded."""
    said = [_told(chip) for chip in chips if chip.is_yes]
    none = [chip.label for chip in chips if chip.is_no]
    if none and not said:
        return tr("none of it")
    return _capital(" · ".join(said))


def spoken(chip: ChipState) -> str:
    """Say a chip to a screen reader: its name and what is recorded."""
    if chip.value is None:
        return tr("{label}: not recorded").format(label=chip.label)
    return chip_words(chip).removeprefix("✓ ")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _told(chip: ChipState) -> str:
    parts = [chip.label]
    if chip.kind == "amount":
        parts.append(f"{amount_text(_number(chip))} {chip.unit}".strip())
        if chip.clock:
            parts.append(tr("last {time}").format(time=local_clock(chip.clock)))
    elif chip.kind == "help" and chip.value != TRIED:
        parts.append(_helped(chip))
    return ", ".join(parts)


def _helped(chip: ChipState) -> str:
    words = (tr("no help"), tr("helped a little"), tr("helped quite"), tr("helped a lot"))
    number = int(_number(chip))
    return words[number]


def _number(chip: ChipState) -> float:
    return float(chip.value) if isinstance(chip.value, int | float) else 0.0
