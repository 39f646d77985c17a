"""Every sentence a person reads goes through here, so that it can be translated."""

from __future__ import annotations

import gettext as _gettext

_DOMAIN = "rlsdiary"
_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def mark(text: str) -> str:
    """Mark ``text`` for translation where it is defined; ``tr`` translates it where it is shown."""
    return text


def tr(text: str) -> str:
    """Return ``text`` in the chosen language, or as it is where no translation exists."""
    return _catalogue.gettext(text) if text else ""


def ntr(one: str, many: str, count: int) -> str:
    """Return the form of a sentence that fits ``count``, with ``{n}`` replaced by it."""
    return _catalogue.ngettext(one, many, count).format(n=count)


def use_language(language: str, folder: str) -> None:
    """Show every later sentence in ``language`` ('' is English), read from ``folder``."""
    global _catalogue  # noqa: PLW0603 - one program speaks one language at a time
    if not language or language.startswith("en"):
        _catalogue = _gettext.NullTranslations()
    else:
        _catalogue = _gettext.translation(_DOMAIN, folder, languages=[language], fallback=True)
