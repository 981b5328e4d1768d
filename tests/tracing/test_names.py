"""Proper names are told from words that only begin a sentence, and found in other forms of the same name."""

import pytest

from generator.tracing.names import KnownNames, names, small_words, words_of

SMALL = small_words("groups are refused, and children went to see www.londoncpc.gov.uk; a quiet reading room")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Groups meet in Sutton.", "Sutton"),
        ("Croydon has groups.", "Croydon"),
        ("London has groups.", "London"),
        ("Refusals count. See the Home Office.", "Home Office"),
        ("Reading is quiet; in Reading too.", "Reading"),
        ("It says: Children of Ireland", "Ireland"),
        ("- Twelve in Graz\n- Children in Nord", "Graz Nord"),
        ("the NSPCC, A&E and I", "NSPCC A&E"),
        ("tier A", ""),
        ("an African-Caribbean group", "African Caribbean"),
    ],
)
def test_names_are_told_from_other_words(text: str, found: str) -> None:
    assert " ".join(name.word for name in names(text, SMALL)) == found


SOURCE = (
    "Women’s Aid in Wales⁴⁶ and the drug and alcohol team (DAAT) of Camden; a model from Canada. LSCBs meet. "
    "The Advisory Council on the Misuse of Drugs, and the UK."
)


@pytest.mark.parametrize(
    ("claim", "missing"),
    [
        ("with Women's Aid", ""),
        ("in Camden's team", ""),
        ("in Croydon and Camden", "Croydon"),
        ("a Canadian model, a Welsh team", ""),
        ("a Danish model", "Danish"),
        ("with the DAATs", ""),
        ("the ACMD says", ""),
        ("the Local Safeguarding Children Boards", ""),
        ("the Local Safeguarding Croydon Boards", "Croydon"),
        ("the United Kingdom", ""),
        ("the Upper Kingdom", "Upper"),
        ("the Stella Project", "Project"),
    ],
)
def test_names_are_found_in_other_forms(claim: str, missing: str) -> None:
    elsewhere = {"local", "safeguarding", "children", "boards", "united", "kingdom"}
    found = KnownNames(SOURCE).missing(names(claim, SMALL), {"stella"}, elsewhere)
    assert " ".join(name.word for name in found) == missing


def test_words_are_small_and_without_what_is_no_letter() -> None:
    assert list(words_of("Women's A&E, 12 Wales⁴⁶")) == ["women's", "a&e", "wales"]
