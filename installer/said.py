"""Which literals of the code an expression can come to: followed through names, calls, branches and collections.

This is a reading of the syntax tree, not an evaluation: what it cannot follow comes to nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

Literal = ast.Constant | ast.JoinedStr
Place = tuple[str, ast.expr]
"""A module and an expression in it."""
_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(slots=True, kw_only=True)
class Code:
    """What the modules call, return and assign, by simple name; names with an underscore belong to their module."""

    returned: dict[str, list[Place]] = field(default_factory=dict)
    assigned: dict[str, list[Place]] = field(default_factory=dict)
    called: dict[str, list[tuple[str, ast.Call]]] = field(default_factory=dict)
    parameters: dict[str, list[tuple[str, _Function, int]]] = field(default_factory=dict)
    named: dict[str, list[Place]] = field(default_factory=dict)
    """Values of keywords: what a field of a dataclass is made with."""

    def add(self, module: str, tree: ast.Module) -> None:
        """Take note of one module."""
        self._add_below(module, tree, None)

    def _add_below(self, module: str, parent: ast.AST, function: _Function | None) -> None:
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, ast.Call):
                self._add_call(module, node)
            elif isinstance(node, ast.Return | ast.Yield) and node.value is not None and function is not None:
                _note(self.returned, function.name, (module, node.value))
            elif isinstance(node, _Function):
                self._add_parameters(module, node)
            for name, value in _bindings(node):
                _note(self.assigned, name, (module, value))
            self._add_below(module, node, node if isinstance(node, _Function) else function)

    def _add_call(self, module: str, call: ast.Call) -> None:
        name = simple_name(call.func)
        _note(self.called, name, (module, call))
        if name == "append" and isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name):
            _note(self.assigned, call.func.value.id, (module, call.args[0]))
        for keyword in call.keywords:
            _note(self.named, keyword.arg or "", (module, keyword.value))

    def _add_parameters(self, module: str, function: _Function) -> None:
        names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
        offset = 1 if names[:1] in (["self"], ["cls"]) else 0
        for place, name in enumerate(names):
            _note(self.parameters, name, (module, function, place - offset))
        for each in function.args.kwonlyargs:
            _note(self.parameters, each.arg, (module, function, len(names)))

    def literals(self, module: str, expression: ast.expr) -> tuple[tuple[str, Literal], ...]:
        """Strings and f-strings that the expression can come to, each with its module."""
        waiting, been = [(module, expression)], {id(expression)}
        found: list[tuple[str, Literal]] = []
        while waiting:
            where, each = waiting.pop()
            if is_literal(each):
                found.append((where, each))  # type: ignore[arg-type]
                continue
            nexts = [step for step in self._steps(where, each) if id(step[1]) not in been]
            been.update(id(step[1]) for step in nexts)
            waiting += nexts
        return tuple(found)

    def _steps(self, module: str, expression: ast.expr) -> list[Place]:
        """What an expression that is no literal directly stands for."""
        if isinstance(expression, ast.Name):
            return [*self._of_name(module, expression.id)]
        if isinstance(expression, ast.Call):
            return [*self._of_call(module, expression)]
        if isinstance(expression, ast.Attribute):
            return [*self._of_field(module, expression)]
        return [(module, part) for part in _parts(expression)]

    def _of_name(self, module: str, name: str) -> Iterator[Place]:
        for where, value in self.assigned.get(name, ()):
            if where == module or name.isupper():
                yield where, value
        for where, function, place in self.parameters.get(name, ()):
            if where == module:
                yield from self._of_parameter(where, function, place, name)

    def _of_field(self, module: str, field_: ast.Attribute) -> Iterator[Place]:
        own = isinstance(field_.value, ast.Name) and field_.value.id == "self"
        for where, value in self.named.get(field_.attr, ()):
            if (own and where == module) or field_.attr in _TOLD:
                yield where, value

    def _of_parameter(self, module: str, function: _Function, place: int, name: str) -> Iterator[Place]:
        for where, call in self.called.get(function.name, ()):
            if where != module and function.name.startswith("_"):
                continue
            given = [keyword.value for keyword in call.keywords if keyword.arg == name]
            yield from ((where, value) for value in (*given, *call.args[place : place + 1]))

    def _of_call(self, module: str, call: ast.Call) -> Iterator[Place]:
        name = simple_name(call.func)
        if name.startswith("_") and name[1:2].isupper():  # an exception of the module's own: what it is raised with
            yield from (
                (where, each) for where, raised in self.called[name] for each in raised.args if where == module
            )
        for where, value in self.returned.get(name, ()):
            if where == module or (not name.startswith("_") and isinstance(call.func, ast.Name)):
                yield where, value
        if name in _PASSING_ON:
            receiver = [call.func.value] if isinstance(call.func, ast.Attribute) else []
            yield from ((module, value) for value in (*receiver, *call.args))


_TOLD = {"reason"}
"""Fields of any object that hold what is told to people."""
_PASSING_ON = {
    "str",
    "join",
    "format",
    "strip",
    "get",
    "map",
    "filter",
    "dict",
    "tuple",
    "list",
    "sorted",
    "chain",
    "next",
}
"""Calls that come to their arguments, or to what they are called on."""


def _note(known: dict, name: str, what: object) -> None:  # type: ignore[type-arg]
    known.setdefault(name, []).append(what)


def simple_name(function: ast.expr) -> str:
    """The last name of what is called."""
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _bindings(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Names and what they stand for after this statement; of a collection, all of it."""
    if isinstance(node, ast.Assign):
        yield from ((name, node.value) for target in node.targets for name in _names(target))
    elif isinstance(node, ast.AnnAssign | ast.AugAssign | ast.NamedExpr) and node.value is not None:
        yield from ((name, node.value) for name in _names(node.target))
    elif isinstance(node, ast.For | ast.comprehension):
        yield from ((name, node.iter) for name in _names(node.target))
    elif isinstance(node, ast.ExceptHandler) and node.name and node.type is not None:
        raised = ast.Call(func=node.type, args=[], keywords=[])
        yield node.name, raised


def _names(target: ast.expr) -> Iterator[str]:
    if isinstance(target, ast.Name):
        yield target.id
    elif isinstance(target, ast.Tuple | ast.List):
        for each in target.elts:
            yield from _names(each)


def is_literal(node: ast.AST) -> bool:
    """Whether it is a string or an f-string."""
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _parts(expression: ast.expr) -> Iterator[ast.expr]:
    """What an expression is chosen from or made of."""
    if isinstance(expression, ast.IfExp):
        yield from (expression.body, expression.orelse)
    elif isinstance(expression, ast.BoolOp):
        yield from expression.values
    elif isinstance(expression, ast.Tuple | ast.List | ast.Set):
        yield from expression.elts
    elif isinstance(expression, ast.Dict):
        yield from expression.values
    elif isinstance(expression, ast.GeneratorExp | ast.ListComp):
        yield expression.elt
    elif isinstance(expression, ast.Subscript | ast.Starred):
        yield expression.value
    elif isinstance(expression, ast.BinOp) and isinstance(expression.op, ast.Add):
        yield from (expression.left, expression.right)
