"""The diary file: tables, repositories, migrations. Rows never leave this package."""

from rlsdiary.store.store import Store

__all__ = ["Store"]
