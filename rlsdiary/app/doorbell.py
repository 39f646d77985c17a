"""Listens for a second start on the same diary, which asks this window to come forward."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer

from rlsdiary.app.single import channel_name


class Doorbell(QObject):
    """Rings when another start of the program wants this diary."""

    rung = Signal()

    def __init__(self, diary: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._someone_came)
        name = channel_name(diary)
        QLocalServer.removeServer(name)  # we hold the lock: a socket left there is a dead one's
        self._server.listen(name)

    def _someone_came(self) -> None:
        visitor = self._server.nextPendingConnection()
        if visitor is None:
            return
        visitor.disconnected.connect(visitor.deleteLater)
        visitor.write(b"here\n")
        visitor.flush()
        self.rung.emit()
