"""What a template prints is escaped, whatever it is."""

from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from generator.site.escaping import escape_with_less_ado, printed


class Odd(str):
    """A text of another kind."""


class Marked:
    """A thing that says itself how it is shown."""

    def __html__(self) -> str:
        return "<b>&amp;</b>"


VALUES = ("plain", "a < b & c > d \"e\" 'f'", "", Odd("<i>"), Markup("<b>x</b>"), Marked(), 7, None, ["<u>"])
TEMPLATE = (
    "{% macro shown(x) %}<q>{{ x }}</q>{% endmacro %}"
    "<p title='{{ value }}'>{{ value }}{{ shown(value) }}{{ value ~ value }}"
    "{% for each in [value] %}{{ each }}{% endfor %}{% set kept %}{{ value }}{% endset %}{{ kept }}</p>"
)


def environment() -> Environment:
    env = Environment(undefined=StrictUndefined)  # noqa: S701 - it escapes from the next line on
    escape_with_less_ado(env)
    return env


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_value_is_printed_as_jinja_would_print_it(value: Any) -> None:
    ordinary = Environment(undefined=StrictUndefined, autoescape=True)
    assert environment().from_string(TEMPLATE).render(value=value) == ordinary.from_string(TEMPLATE).render(
        value=value
    )
    assert printed(value) == escape(value)


def test_generated_code_goes_this_way() -> None:
    assert "environment.printed(" in environment().compile("{{ value }}", raw=True)


def test_nothing_that_is_missing_is_printed() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nowhere }}").render()
