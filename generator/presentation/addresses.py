"""Where everything stands on the site. Addresses are stable: others link to them.

Paths are relative to the site's root and end in `.html`; `.md` paths are the names by which MkDocs
and the links in bodies know the same pages.
"""

from generator.compendium.facets import FACETS
from generator.compendium.matrix import MATRIX_ORDERS

HOME = "index.html"
PRACTICES = "practices/index.html"
FIND = "find.html"
INDICATORS = "indicators/index.html"
MATRIX = "indicators/matrix.html"
INDEXES = "indexes/index.html"
MAP = "map.html"
LINEAGE = "lineage.html"
REFERENCES = "references.html"
FIELDS = "fields.html"
BOOK = "print/compendium.pdf"


def practice(id_: str) -> str:
    """The page of a practice."""
    return f"practices/{id_}.html"


def indicator(id_: str) -> str:
    """The page of an indicator."""
    return f"indicators/{id_}.html"


def page(id_: str) -> str:
    """A page of the site's prose."""
    return f"{id_}.html"


def index(facet: str) -> str:
    """The page that lists a facet's values."""
    return f"indexes/{facet}/index.html"


def index_of(facet: str, value: str) -> str:
    """The page of the practices that share one value of a facet."""
    return f"indexes/{facet}/{value}.html"


def matrix(order: str) -> str:
    """The matrix in one of its orders; the first has the plain address."""
    return MATRIX if order == MATRIX_ORDERS[0].name else f"indicators/matrix-by-{order}.html"


def handout(id_: str) -> str:
    """The handout of a practice, where the site was built with its printed edition."""
    return f"print/practices/{id_}.pdf"


def source_path(address: str) -> str:
    """The `.md` path by which MkDocs knows the page at `address`."""
    return address.removesuffix(".html") + ".md"


def generated_paths() -> frozenset[str]:
    """The `.md` paths of all pages that are made and whose names do not depend on the content."""
    fixed = (PRACTICES, INDICATORS, INDEXES, MAP, LINEAGE, REFERENCES, FIELDS, FIND)
    made = (
        *fixed,
        *(matrix(order.name) for order in MATRIX_ORDERS),
        *(index(facet.name) for facet in FACETS if facet.indexed),
        *(index_of(facet.name, term.value) for facet in FACETS if facet.indexed for term in facet.vocabulary),
    )
    return frozenset(source_path(address) for address in made)
