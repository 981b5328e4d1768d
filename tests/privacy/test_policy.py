"""The policy of every page, and titles that do not give a reader away."""

import pytest

from generator.privacy.policy import NEUTRAL_WORDS, head, neutral, page_policy, preview_policy


def test_the_policy_allows_the_site_itself_and_nothing_else() -> None:
    assert page_policy() == (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Domestic Violence Outreach Scheme", "… Outreach Scheme"),
        ("Work on DOMESTIC\u00a0VIOLENCE", "Work on …"),
        ("A domestic-violence and domestic\nabuse team", "A … and … team"),
        ("Violence at home", "Violence at home"),
        ("Domestic violences", "Domestic violences"),
    ],
)
def test_the_words_that_would_give_a_reader_away_are_left_out(title: str, shown: str) -> None:
    assert neutral(title, NEUTRAL_WORDS) == shown


def test_no_words_are_left_out_when_the_setting_names_none() -> None:
    assert head("Domestic violence", "Site", ()).title == "Domestic violence - Site"


def test_a_link_preview_is_the_same_for_every_page() -> None:
    previews = {head(title, "Compendium").preview for title in ("Domestic violence", "MARAC")}
    assert previews == {
        (
            ("og:type", "website"),
            ("og:title", "Compendium"),
            ("og:site_name", "Compendium"),
            ("og:description", "A library for professionals."),
        )
    }


def test_the_live_preview_may_run_the_script_of_its_server() -> None:
    assert preview_policy() == (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; style-src 'self'; "
        "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; connect-src 'self'"
    )
    assert head("A", "B", policy=preview_policy()).policy == preview_policy()
