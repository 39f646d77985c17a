"""The tables of the diary file as peewee models; nothing outside this package sees them."""

from __future__ import annotations

from datetime import date

import peewee
from peewee import FloatField, IntegerField, Model, TextField


class DayField(TextField):
    """A calendar day, kept as YYYY-MM-DD."""

    def db_value(self, value: date | str | None) -> str | None:
        """Write a date (or a text that is one already)."""
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: str | None) -> date | None:
        """Read a date."""
        return None if value is None else date.fromisoformat(value)


class _EnteredTable(Model):
    entered_at = TextField()
    zone = TextField()
    offset = IntegerField()
    source = TextField(default="")


class AnswerRow(_EnteredTable):
    """One answer to one question of one day: a number or a word, never both."""

    day = DayField()
    question = TextField()
    number = FloatField(null=True)
    word = TextField(null=True)
    at = IntegerField(null=True)

    class Meta:
        table_name = "answer"
        primary_key = peewee.CompositeKey("day", "question")


class NoteRow(_EnteredTable):
    """The note of a day."""

    day = DayField(unique=True)
    text = TextField()
    for_doctor = IntegerField(default=0)

    class Meta:
        table_name = "note"


class ItemRow(Model):
    """Anything that can be taken or tracked."""

    name = TextField()
    kind = TextField()
    unit = TextField(default="")
    substance = TextField(default="")
    compound = TextField(default="")
    variant = TextField(default="")
    element = TextField(null=True)
    elemental_mg = FloatField(null=True)
    value_kind = TextField(default="")
    position = IntegerField(default=0)
    private = IntegerField(default=0)
    archived = IntegerField(default=0)
    low_words = TextField(default="")
    high_words = TextField(default="")
    of_night = IntegerField(default=0)
    timed = IntegerField(default=0)

    class Meta:
        table_name = "item"


class PlanRow(Model):
    """A dose that is meant to be taken, from one day to another."""

    item_id = IntegerField()
    amount = FloatField()
    elemental_mg = FloatField(null=True)
    first = DayField()
    last = DayField(null=True)
    rhythm = TextField()
    weekdays = TextField(default="")
    note = TextField(default="")
    times = TextField(default="-")

    class Meta:
        table_name = "plan"


class IntakeRow(_EnteredTable):
    """One item taken, or not taken, on one day."""

    day = DayField()
    item_id = IntegerField()
    plan_id = IntegerField(null=True)
    status = TextField()
    amount = FloatField(null=True)
    elemental_mg = FloatField(null=True)
    minute = IntegerField(null=True)
    with_food = IntegerField(null=True)
    with_vitamin_c = IntegerField(null=True)
    slot = IntegerField(default=0)

    class Meta:
        table_name = "intake"


class MomentRow(_EnteredTable):
    """Something that happened at a moment of a day."""

    day = DayField()
    kind = TextField()
    level = IntegerField(null=True)
    item_id = IntegerField(null=True)
    text = TextField(default="")

    class Meta:
        table_name = "moment"


class MarkerRow(Model):
    """A dated event on the time line."""

    day = DayField()
    kind = TextField()
    title = TextField()
    item_id = IntegerField(null=True)
    settling_days = IntegerField(null=True)

    class Meta:
        table_name = "marker"


class LabRow(Model):
    """A laboratory value as the report prints it."""

    day = DayField()
    minute = IntegerField(null=True)
    test = TextField()
    comparator = TextField(default="")
    value = FloatField()
    unit = TextField()
    low = FloatField(null=True)
    high = FloatField(null=True)
    laboratory = TextField(default="")
    fasting = IntegerField(null=True)
    hours_since_iron = FloatField(null=True)
    note = TextField(default="")

    class Meta:
        table_name = "lab"


class QuestionnaireRow(Model):
    """The total of a questionnaire filled in elsewhere."""

    day = DayField()
    code = TextField()
    total = FloatField()
    filled_by = TextField(default="")
    note = TextField(default="")

    class Meta:
        table_name = "questionnaire"


class ConditionRow(Model):
    """An associated condition."""

    name = TextField()
    since = TextField(null=True)
    until = TextField(null=True)
    by_clinician = IntegerField(null=True)
    note = TextField(default="")

    class Meta:
        table_name = "condition"


class VisitQuestionRow(Model):
    """A question to ask at the next appointment."""

    text = TextField()
    position = IntegerField(default=0)
    asked_on = DayField(null=True)

    class Meta:
        table_name = "visit_question"


class SettingRow(Model):
    """A setting that belongs to this diary, as JSON."""

    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "setting"


TABLES: tuple[type[Model], ...] = (
    AnswerRow,
    NoteRow,
    ItemRow,
    PlanRow,
    IntakeRow,
    MomentRow,
    MarkerRow,
    LabRow,
    QuestionnaireRow,
    ConditionRow,
    VisitQuestionRow,
    SettingRow,
)
"""Every table that can be written."""

TABLE_OF = {table._meta.table_name: table for table in TABLES}
