"""The 36 rules for contestants that make objects: the same source, read with attributes.

``x.get("key")`` becomes ``x.key`` and ``part(x, key)`` becomes ``getattr(x, key)``, so that
nobody runs rules that are slower than a person would have written them for their objects.
"""

import ast
from pathlib import Path

from benchmark import plain_rules


class _Attributes(ast.NodeTransformer):
    def visit_Call(self, node):
        self.generic_visit(node)
        match node:
            case ast.Call(ast.Attribute(thing, "get"), [ast.Constant(str(key))], []):
                return ast.copy_location(ast.Attribute(thing, key, ast.Load()), node)
            case ast.Call(ast.Name("part"), arguments, []):
                return ast.copy_location(
                    ast.Call(ast.Name("getattr", ast.Load()), arguments, []), node
                )
        return node


def for_objects():
    """Give the rules that look into objects, in the same order."""
    tree = ast.parse(Path(plain_rules.__file__).read_text(encoding="utf-8"))
    made = ast.fix_missing_locations(_Attributes().visit(tree))
    space = {"__name__": "benchmark.object_rules"}
    exec(compile(made, "object_rules", "exec"), space)  # noqa: S102  (our own file, read above)
    return space["RULES"]


def run(rules, document):
    """Give (name of the rule, place) for everything that the rules find."""
    return {(rule.__name__, hit.at) for rule in rules for hit in rule(document)}
