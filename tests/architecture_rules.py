"""Reads the program's syntax trees and says which imports go against the arrows of the house."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

PACKAGE = "rlsdiary"
BOTTOM = frozenset({"words", "paths", "whole_file"})
# What each part may import besides itself; those at the bottom are open to all but the purest.
ARROWS: Mapping[str, frozenset[str]] = {
    "words": frozenset({"paths"}),
    "paths": frozenset(),
    "whole_file": frozenset(),
    "domain": frozenset({"words"}),
    "store": BOTTOM | {"domain"},
    "analysis": BOTTOM | {"domain"},
    "exchange": BOTTOM | {"domain"},
    "services": BOTTOM | {"domain", "store", "analysis", "exchange"},
    "charts": BOTTOM | {"domain", "analysis"},
    "ui": BOTTOM | {"domain", "charts"},
    "report": BOTTOM | {"domain", "analysis", "charts"},
    "app": BOTTOM
    | {"domain", "store", "analysis", "exchange", "services", "charts", "ui", "report"},
    "__main__": frozenset({"app"}),
    "": frozenset(),
}
WINDOW_PARTS = frozenset({"charts", "ui", "report", "app"})
QT = frozenset({"PySide6", "shiboken6"})
# Libraries that live in few parts, and those parts. The diary sends nothing anywhere.
HOMES: Mapping[frozenset[str], frozenset[str]] = {
    QT: WINDOW_PARTS,
    frozenset({"pyqtgraph"}): frozenset({"charts"}),
    frozenset({"peewee", "playhouse", "sqlcipher3", "sqlite3"}): frozenset({"store"}),
    frozenset({"socket", "urllib.request", "http", "ftplib", "smtplib", "requests"}): frozenset(),
}


@dataclass(frozen=True)
class Import:
    """One module name that a line of a file asks for."""

    target: str
    line: int


@dataclass(frozen=True)
class Module:
    """One file of the program: its dotted name, its place and what it imports."""

    name: str
    path: Path
    imports: tuple[Import, ...] = field(default=())

    @property
    def part(self) -> str:
        """The part of the house the module belongs to; "" for the package itself."""
        return part_of(self.name)


def read_program(root: Path) -> dict[str, Module]:
    """Return every module below the package folder `root`, by its dotted name."""
    paths = {_dotted(path, root): path for path in sorted(root.rglob("*.py"))}
    return {
        name: Module(name, path, tuple(_imports(name, path, paths))) for name, path in paths.items()
    }


def part_of(name: str) -> str:
    """Return the part of the house that a dotted name of the program belongs to."""
    return f"{name}..".split(".")[1]


def broken_arrows(program: Mapping[str, Module]) -> list[str]:
    """Return one sentence for each import that goes against the arrows."""
    return [
        f"{_place(module, item)}: {module.part or PACKAGE} may not import {item.target}"
        for module in program.values()
        for item in module.imports
        if not (_may_import(module.part, item.target) and _is_at_home(module.part, item.target))
    ]


def cycles(program: Mapping[str, Module]) -> list[tuple[str, ...]]:
    """Return each knot of modules that import one another, late imports included."""
    arrows = {
        name: {item.target for item in module.imports if item.target in program} - {name}
        for name, module in program.items()
    }
    reach = {name: _reach(name, arrows) for name in arrows}
    knots = {
        tuple(sorted(other for other in reach[name] if name in reach[other]))
        for name in arrows
        if name in reach[name]
    }
    return sorted(knots)


def without_docstring(program: Mapping[str, Module]) -> list[str]:
    """Return the modules that do not open with a sentence on what they are for."""
    return [
        module.name
        for module in program.values()
        if not ast.get_docstring(ast.parse(module.path.read_text(encoding="utf-8")))
    ]


def vague_names(program: Mapping[str, Module]) -> list[str]:
    """Return modules and classes whose name says nothing: utils, helpers, manager."""
    return [
        name
        for module in program.values()
        for name in (module.name, *_class_names(module.path))
        if any(word in name.rpartition(".")[2].lower() for word in ("util", "helper", "manager"))
    ]


def _dotted(path: Path, root: Path) -> str:
    parts = path.relative_to(root.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(name: str, path: Path, known: Mapping[str, Path]) -> Iterator[Import]:
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(node, package)
            for alias in node.names:
                full = f"{base}.{alias.name}"
                # `from package import name` means the module of that name if there is one.
                yield Import(full if full in known or base == PACKAGE else base, node.lineno)
        elif isinstance(node, ast.Call):
            yield from _named_by_call(node)


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    anchor = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*anchor, *filter(None, [node.module])])


def _named_by_call(node: ast.Call) -> Iterator[Import]:
    """Yield what `import_module("name")` and `__import__("name")` ask for."""
    called = (
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    )
    if called in {"import_module", "__import__"} and node.args:
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield Import(first.value, node.lineno)


def _may_import(part: str, target: str) -> bool:
    if target != PACKAGE and not target.startswith(f"{PACKAGE}."):
        return True
    wanted = part_of(target)
    # A name such as `__version__` in the package itself is open to all.
    return wanted in {part, "", "__version__"} or wanted in ARROWS.get(part, frozenset())


def _is_at_home(part: str, target: str) -> bool:
    return all(
        part in parts
        for names, parts in HOMES.items()
        if any(target == name or target.startswith(f"{name}.") for name in names)
    )


def _reach(start: str, arrows: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [*arrows[start]]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(arrows[name])
    return reached


def _class_names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            yield node.name


def _place(module: Module, item: Import) -> str:
    return f"{module.name}:{item.line}"
