"""Values printed by templates, escaped with less ado.

In comes a Jinja environment that escapes; out comes nothing but the same text, sooner. Jinja makes every value
that it prints a `Markup`, those that are one already too, only to join them: at a hundred values a page
that is a tenth of a build. Here a value that needs nothing is passed on as it is.
"""

import re
from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

_NEEDS_ESCAPING = re.compile("[&<>\"']").search


def printed(value: Any) -> str:
    """What `escape` makes of a value."""
    kind = value.__class__
    if kind is Markup or (kind is str and not _NEEDS_ESCAPING(value)):
        return value  # type: ignore[no-any-return]  # seen to be a text
    return escape(value)


class PrintingGenerator(CodeGenerator):
    """Writes the Python code of a template so that what it prints goes through `printed`."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.printed(")


def escape_with_less_ado(env: Environment) -> None:
    """Makes `env` escape all that its templates print, from now on."""
    env.autoescape = True
    env.code_generator_class = PrintingGenerator
    env.printed = printed  # type: ignore[attr-defined]  # what the generated code calls
