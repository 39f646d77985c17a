"""The Settings screen as the person sees it; it shows a state and emits wishes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rlsdiary.ui.kit.button import MainButton, QuietButton
from rlsdiary.ui.kit.card import Card
from rlsdiary.ui.kit.form_rows import ListRow, OneOfRow
from rlsdiary.ui.kit.keys import key_holder
from rlsdiary.ui.kit.page import CardPage
from rlsdiary.ui.kit.prose import breakable
from rlsdiary.ui.settings.parts import Answering, add_buttons, add_words
from rlsdiary.ui.settings.state import SettingsState
from rlsdiary.words import tr

_HALF_HOURS = tuple(f"{m // 60:02d}:{m % 60:02d}" for m in range(180, 721, 30))
_PERCENTS = ("100", "125", "150", "175", "200")


class SettingsView(CardPage):
    """The day, the look, the diary file with its backups, files in and out, and what this is."""

    day_start_requested = Signal(str)
    theme_requested = Signal(str)
    text_requested = Signal(int)
    folder_requested = Signal()
    backup_requested = Signal()
    preview_requested = Signal(str)
    """See what an import of this file would do."""
    import_requested = Signal(str)
    export_requested = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(tr("Settings"), parent)
        self._file = ""
        self._state: SettingsState | None = None
        self._make_day()
        self._make_look()
        self._make_diary()
        self._make_files()
        self._make_about()
        for card in (self._day, self._look, self._diary, self._files, self._about):
            self.add_card(card)
        self._connect()

    def show_state(self, state: SettingsState) -> None:
        """Show what is chosen now."""
        self._state = state
        times = sorted({*_HALF_HOURS, state.day_start})
        self._start.set_choices(tuple((time, time) for time in times))
        self._start.set_text(state.day_start)
        self._theme.set_text(state.theme)
        self._text.set_text(str(state.text_percent))
        self._place.setText(breakable(state.diary))
        self._place.setAccessibleName(state.diary)
        self._backups.setText(breakable(tr("Backups go to {folder}").format(folder=state.backups)))
        self._version.setText(tr("RLS Diary, version {version}").format(version=state.version))

    def say_backup(self, text: str, *, is_problem: bool = False) -> None:
        """Say how the backup went."""
        self._backup_answer.say(text, is_problem=is_problem)

    def say_files(self, text: str, *, is_problem: bool = False) -> None:
        """Say how an import or export went, and that nothing waits to be confirmed."""
        self._offer("")
        self._files_answer.say(text, is_problem=is_problem)

    def offer_import(self, path: str, text: str) -> None:
        """Say what an import of ``path`` would do, and ask whether to do it."""
        self._files_answer.say(text)
        self._offer(path)

    def show_busy(self, text: str) -> None:
        """Say at once that something takes its time, before it begins."""
        self._files_answer.say(text)
        self._offer("")
        self._files_answer.show_now()

    # --- what a test may answer instead

    def ask_open_path(self) -> str:
        """Let the person choose a file to read; "" where they choose none."""
        return QFileDialog.getOpenFileName(
            self, tr("Import a diary CSV"), "", tr("Diary CSV (*.csv);;All files (*)")
        )[0]

    def ask_save_path(self) -> str:
        """Let the person choose a file to write; "" where they choose none."""
        return QFileDialog.getSaveFileName(
            self, tr("Export the diary as CSV"), "rls-diary.csv", tr("Diary CSV (*.csv)")
        )[0]

    # --- wishes

    def _connect(self) -> None:
        self._start.edited.connect(self._start_chosen)
        self._theme.edited.connect(self._theme_chosen)
        self._text.edited.connect(self._text_chosen)
        self._folder.clicked.connect(self.folder_requested)
        self._backup.clicked.connect(self.backup_requested)
        self._import.clicked.connect(self._import_pressed)
        self._export.clicked.connect(self._export_pressed)
        self._take_in.clicked.connect(self._take_in_pressed)
        self._leave.clicked.connect(self._leave_pressed)

    def _start_chosen(self) -> None:
        self.day_start_requested.emit(self._start.text())

    def _theme_chosen(self) -> None:
        self.theme_requested.emit(self._theme.text())

    def _text_chosen(self) -> None:
        self.text_requested.emit(int(self._text.text()))

    def _import_pressed(self) -> None:
        path = self.ask_open_path()
        if path:
            self.preview_requested.emit(path)

    def _export_pressed(self) -> None:
        path = self.ask_save_path()
        if path:
            self.export_requested.emit(path if path.lower().endswith(".csv") else f"{path}.csv")

    def _take_in_pressed(self) -> None:
        self.import_requested.emit(self._file)

    def _leave_pressed(self) -> None:
        self.say_files(tr("The file was left alone; the diary is as it was."))

    def _offer(self, path: str) -> None:
        """Show the two buttons that answer for ``path``, or take them away ("")."""
        self._file = path
        holder = key_holder(self)
        held = holder is not None and self._confirm.isAncestorOf(holder)
        self._confirm.setVisible(bool(path))
        if path:
            self._take_in.setFocus()
            self.bring_into_view(self._confirm)
        elif held:
            self._import.setFocus()

    # --- cards

    def _make_day(self) -> None:
        self._day = Card(tr("The day"), "", self.page)
        times = tuple((time, time) for time in _HALF_HOURS)
        self._start = ListRow(tr("My day starts at"), times, self._day, letters=12)
        self._start.set_hint(
            tr(
                "What you write before this time still belongs to the evening before. Days "
                "already written stay where they are."
            )
        )
        self._day.body.addWidget(self._start)

    def _make_look(self) -> None:
        self._look = Card(tr("Look"), "", self.page)
        themes = (
            ("system", tr("as the computer")),
            ("light", tr("light")),
            ("dark", tr("dark")),
            ("night", tr("night")),
        )
        self._theme = OneOfRow(tr("Colours"), themes, self._look)
        percents = tuple((percent, f"{percent} %") for percent in _PERCENTS)
        self._text = OneOfRow(tr("Size of text"), percents, self._look)
        self._look.add_row(self._theme)
        self._look.add_row(self._text)
        add_words(self._look, tr("Night is dark red on black, for three in the morning."))

    def _make_diary(self) -> None:
        self._diary = Card(tr("Your diary"), "", self.page)
        add_words(self._diary, tr("Everything is in one file on this computer:"))
        self._place = add_words(self._diary, "", strong=True)
        self._backups = add_words(self._diary, "")
        self._backup = MainButton(tr("Back up now"), self._diary)
        self._folder = QuietButton(tr("Show in its folder"), self._diary)
        add_buttons(self._diary, self._backup, self._folder)
        self._backup_answer = Answering(self._diary)
        self._diary.body.addWidget(self._backup_answer)

    def _make_files(self) -> None:
        self._files = Card(tr("Files in and out"), "", self.page)
        add_words(
            self._files,
            tr("A diary CSV has one row a day. Spreadsheets open it; this program reads it back."),
        )
        self._import = QuietButton(tr("Import a diary CSV …"), self._files)
        self._export = QuietButton(tr("Export as CSV …"), self._files)
        add_buttons(self._files, self._import, self._export)
        self._files_answer = Answering(self._files)
        self._files.body.addWidget(self._files_answer)
        self._take_in = MainButton(tr("Take it in"), self._files)
        self._leave = QuietButton(tr("Leave it"), self._files)
        self._confirm = add_buttons(self._files, self._take_in, self._leave)
        self._confirm.hide()

    def _make_about(self) -> None:
        self._about = Card(tr("About"), "", self.page)
        add_words(
            self._about,
            tr(
                "This diary stores what you write. It does not diagnose, and it cannot tell you "
                "which treatment to take. Show it to your doctor."
            ),
            strong=True,
        )
        add_words(
            self._about,
            tr("It keeps to this computer and sends nothing anywhere. It is not a medical device."),
        )
        self._version = add_words(self._about, "")
