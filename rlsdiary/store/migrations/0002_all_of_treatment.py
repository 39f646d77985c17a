"""Several times a day for one plan, own items with words at both ends, a note to a condition."""

from typing import Any

STATEMENTS = (
    "ALTER TABLE item ADD COLUMN low_words TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE item ADD COLUMN high_words TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE item ADD COLUMN of_night INTEGER NOT NULL DEFAULT 0 CHECK (of_night IN (0, 1))",
    "ALTER TABLE item ADD COLUMN timed INTEGER NOT NULL DEFAULT 0 CHECK (timed IN (0, 1))",
    "UPDATE item SET value_kind = 'number' WHERE kind = 'own' AND value_kind = ''",
    # One entry a dose of the day, comma-separated: minutes from midnight, or - for no set time.
    "ALTER TABLE plan ADD COLUMN times TEXT NOT NULL DEFAULT '-' CHECK (times <> '')",
    "UPDATE plan SET times = CAST(minute AS TEXT) WHERE minute IS NOT NULL",
    "ALTER TABLE plan DROP COLUMN minute",
    # Which of the plan's doses of that day, counted from 0.
    "ALTER TABLE intake ADD COLUMN slot INTEGER NOT NULL DEFAULT 0 CHECK (slot >= 0)",
    "ALTER TABLE condition ADD COLUMN note TEXT NOT NULL DEFAULT ''",
)


def up(migrator: object, db: Any) -> None:  # noqa: ARG001 - the runner's own signature
    """Add the columns; every dose keeps its time."""
    for statement in STATEMENTS:
        db.execute_sql(statement)
