"""From the diary to the pages of the report: the same for preview, printer and PDF."""

from __future__ import annotations

from datetime import datetime

from rlsdiary import __version__
from rlsdiary.app.trends_picture import trends_picture
from rlsdiary.report.content import ReportOptions, make_content
from rlsdiary.report.pages import ReportPages
from rlsdiary.services.reading import Reading
from rlsdiary.store import Store


def report_pages(store: Store, options: ReportOptions, moment: datetime) -> ReportPages:
    """Return the pages of the report on the diary for the period of ``options``."""
    extract = store.extract(options.first, options.last)
    zone = getattr(moment.tzinfo, "key", None) or moment.tzname() or ""
    content = make_content(extract, options, moment, zone, __version__)
    picture = trends_picture(Reading(store), options.first, options.last)
    return ReportPages(content, picture, options.paper)
