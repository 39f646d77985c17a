"""Finds the resources that code names and compares them with the files that exist."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

# Texts that translators and readers need but the program never opens.
SKIPPED_ENDINGS = frozenset({".ts", ".md", ".txt", ".gitkeep"})


def named_resources(sources: Iterable[Path]) -> set[str]:
    """Return what calls of `resource(...)` name, with `*` for each part known only at run time."""
    return {
        name
        for path in sources
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "resource"
        for name in _name(node)
    }


def existing_resources(folder: Path) -> set[str]:
    """Return the files of the resources folder that the program should open, by relative name."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not _is_skipped(path.relative_to(folder))
    }


def missing_resources(names: set[str], files: set[str]) -> set[str]:
    """Return the names for which no file exists."""
    return {name for name in names if not any(_means(name, file) for file in files)}


def unused_resources(names: set[str], files: set[str]) -> set[str]:
    """Return the files that no name means."""
    return {file for file in files if not any(_means(name, file) for name in names)}


def _name(node: ast.Call) -> Iterator[str]:
    if node.args and not any(isinstance(argument, ast.Starred) for argument in node.args):
        yield "/".join(_text(argument) for argument in node.args)


def _text(argument: ast.expr) -> str:
    if isinstance(argument, ast.Constant):
        return str(argument.value)
    if isinstance(argument, ast.JoinedStr):
        return "".join(_text(value) for value in argument.values)
    return "*"


def _means(name: str, file: str) -> bool:
    """Return whether the name is that file or a folder above it."""
    return any(
        candidate.match(f"/{name}")
        for candidate in (PurePosixPath("/", file), *PurePosixPath("/", file).parents)
    )


def _is_skipped(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return hidden or path.suffix in SKIPPED_ENDINGS or path.name == "LICENSE"
