"""Personal data is a problem of the check; a justified exception lets one piece stand."""

from generator.problems import render
from tests.small_compendium import BRIEF, SmallCompendium

HELPLINE = (
    "exceptions:\n  - {text: 0800 1111, reason: The public helpline that the practice is about.}\nreviewed_on"
)


def test_check_names_personal_data_in_fields_and_body(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, "A leaflet", "A leaflet (mary.smith@example.org)")
    compendium.change(BRIEF, "at school.", "at school. Ring 0800 1111.")
    assert render(compendium.problems(), "text") == (
        "practices/brief.md:3:21: personal-data: 'mary.smith@example.org' looks like a person's e-mail "
        "address. Use "
        "the organisation's web page or a role address such as info@…. If it must stay, add it under "
        "'exceptions' "
        "with the reason.\n"
        "practices/brief.md:20:38: personal-data: '0800 1111' looks like a telephone number. Remove it; the "
        "contact "
        "field takes a web page instead. If it must stay, add it under 'exceptions' with the reason."
    )


def test_justified_exception_passes(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, "at school.", "at school. Ring 0800 1111.")
    compendium.change(BRIEF, "reviewed_on", HELPLINE)
    assert compendium.problems() == []


def test_exception_without_a_reason_does_not(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, "at school.", "at school. Ring 0800 1111.")
    compendium.change(BRIEF, "reviewed_on", "exceptions:\n  - {text: 0800 1111}\nreviewed_on")
    assert [problem.rule for problem in compendium.problems()] == [
        "missing-field",
        "personal-data",
        "personal-data",
    ]


def test_exception_that_nothing_needs_is_a_problem(compendium: SmallCompendium) -> None:
    compendium.change(BRIEF, "reviewed_on", HELPLINE)
    assert render(compendium.problems(), "text") == (
        "practices/brief.md:15:1: needless-exception: Nothing in the file needs the exception '0800 1111'. "
        "Remove it."
    )
