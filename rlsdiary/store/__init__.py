"""The diary file: tables, repositories, migrations. Rows never leave this package."""
