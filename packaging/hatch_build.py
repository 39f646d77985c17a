"""Puts resources/ into the wheel as rlsdiary/_resources; editable installs read the checkout."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface):
    """Adds the resources to a real wheel and leaves an editable one alone."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Hatchling calls this before it writes a wheel; `version` is "standard" or "editable"."""
        resources = Path(self.root) / "resources"
        if version == "standard" and resources.is_dir():
            build_data["force_include"][str(resources)] = "rlsdiary/_resources"
