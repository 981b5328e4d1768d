"""Front matter that both the checker and the JSON Schema are asked about."""

from tests.editing.agreement import BRIEF, FULL

PLACE = "{ref: ipc-wales, locator: section 3}"
SOURCE = "{ref: ipc-wales, locator: section 3, quote: word for word}"
ELEMENT = "{element: Trust, why: Nothing works without it., basis: our-reading, adaptable: partly}"
EVALUATED = (
    "level: &\n  evaluations:\n    - {form: *, design: A survey, by: internal, year: 2001, "
    f"finding: It helped., source: {SOURCE}}}"
)


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


CASES = {
    "brief": (BRIEF, True),
    "full": (FULL, True),
    "a name that YAML 1.1 takes for a truth value": (changed(BRIEF, "[IE]", "[NO]"), True),
    "a title of digits": (changed(BRIEF, "A practice", "2007"), True),
    "a title that says true in quotes": (changed(BRIEF, "A practice", "'true'"), True),
    "a quoted number": (changed(FULL, "sessions: 12", "sessions: '12'"), True),
    "a range of sessions": (changed(FULL, "sessions: 12", "sessions: 8 to 10"), True),
    "a vague number of sessions": (changed(FULL, "sessions: 12", "sessions: a few"), False),
    "a negative number of sessions": (changed(FULL, "sessions: 12", "sessions: -1"), False),
    "five digits of sessions": (changed(FULL, "sessions: 12", "sessions: 12345"), False),
    "a quoted tier": (changed(FULL, "tiers: [2]", "tiers: ['2']"), True),
    "tier 5": (changed(FULL, "tiers: [2]", "tiers: [5]"), False),
    "a tier twice": (changed(FULL, "tiers: [2]", "tiers: [2, 2]"), False),
    "an empty list of tiers": (changed(FULL, "tiers: [2]", "tiers: []"), False),
    "a theme twice": (changed(BRIEF, "[early-help]", "[early-help, early-help]"), False),
    "six themes": (
        changed(
            BRIEF,
            "[early-help]",
            "[early-help, commissioning, child-contact, peer-violence, domestic-violence, risk-assessment]",
        ),
        False,
    ),
    "three letters of a country": (changed(BRIEF, "[IE]", "[IRL]"), False),
    "small letters of a country": (changed(BRIEF, "[IE]", "[ie]"), False),
    "countries that are no list": (changed(BRIEF, "[IE]", "IE"), False),
    "a date in another order": (changed(BRIEF, "2026-11-21", "21-11-2026"), False),
    "a date with slashes": (changed(BRIEF, "2026-11-21", "3/4/25"), False),
    "a quoted date": (changed(BRIEF, "2026-11-21", "'2026-11-21'"), True),
    "30 February": (changed(BRIEF, "2026-11-21", "2026-02-30"), False),
    "29 February in a leap year": (changed(BRIEF, "2026-11-21", "2024-02-29"), True),
    "29 February in no leap year": (changed(BRIEF, "2026-11-21", "2026-02-29"), False),
    "29 February 1900": (changed(BRIEF, "2026-11-21", "1900-02-29"), False),
    "the year 0": (changed(BRIEF, "2026-11-21", "0000-01-01"), False),
    "an unknown field": (BRIEF + "colour: red\n", False),
    "an unknown field inside": (
        changed(BRIEF, "  level: described", "  level: described\n  colour: red"),
        False,
    ),
    "no title": (changed(BRIEF, "title: A practice\n", ""), False),
    "an empty title": (changed(BRIEF, "title: A practice", "title:"), False),
    "a title of nothing in quotes": (changed(BRIEF, "A practice", "''"), False),
    "a title of 91 characters": (changed(BRIEF, "A practice", "x" * 91), False),
    "a title that is a list": (changed(BRIEF, "A practice", "[a, b]"), False),
    "no source": (
        changed(BRIEF, "  - {ref: ipc-wales, locator: section 3}\n", "").replace("sources:", "sources: []"),
        False,
    ),
    "a source without a place": (changed(BRIEF, ", locator: section 3", ""), False),
    "a source with a key in capitals": (changed(BRIEF, "ref: ipc-wales", "ref: IPC"), False),
    "historical without a note": (changed(BRIEF, "status: current", "status: historical"), False),
    "historical with an empty note": (
        changed(BRIEF, "status: current", "status: historical\nstatus_note:"),
        False,
    ),
    "historical with a note": (
        changed(BRIEF, "status: current", "status: historical\nstatus_note: An old source."),
        True,
    ),
    "current with a note": (changed(BRIEF, "status: current", "status: current\nstatus_note: Seen."), True),
    "an unknown entry": (changed(BRIEF, "entry: brief", "entry: short"), False),
    "no entry": (changed(BRIEF, "entry: brief\n", ""), False),
    "a brief entry that calls itself full": (changed(BRIEF, "entry: brief", "entry: full"), False),
    "evaluated without an evaluation": (changed(BRIEF, "described", "good-indications"), False),
    "no effect found without an evaluation": (
        changed(BRIEF, "level: described", "level: described\n  no_effect_found: true"),
        False,
    ),
    "no effect found in words": (
        changed(BRIEF, "level: described", "level: described\n  no_effect_found: perhaps"),
        False,
    ),
    "no effect found is false": (
        changed(BRIEF, "level: described", "level: described\n  no_effect_found: false"),
        False,
    ),
    "evaluated with an evaluation": (
        changed(
            BRIEF,
            "level: described",
            "level: good-indications\n  no_effect_found: true\n  evaluations:\n    - {design: A, by: internal, "
            f"year: not-described, finding: It helped., source: {SOURCE}}}",
        ),
        True,
    ),
    "an evaluation in the year 1066": (
        changed(
            BRIEF,
            "level: described",
            "level: good-indications\n  evaluations:\n    - {design: A survey, by: internal, "
            f"year: 1066, finding: It helped., source: {SOURCE}}}",
        ),
        False,
    ),
    "well founded without a theory": (changed(BRIEF, "described", "well-founded"), False),
    "well founded with a theory that no source describes": (
        changed(BRIEF, "described", "well-founded") + "theory: not-described\n",
        False,
    ),
    "well founded with a theory": (
        changed(BRIEF, "described", "well-founded") + f"theory: {{text: Trust., source: {SOURCE}}}\n",
        True,
    ),
    "a theory without a source": (BRIEF + "theory: {text: Trust.}\n", False),
    "a full entry without a field": (changed(FULL, "origin: not-described\n", ""), False),
    "a full entry with an empty origin": (changed(FULL, "origin: not-described", "origin:"), False),
    "a full entry with an empty context": (changed(FULL, "context: not-described", "context:"), False),
    "a full entry without an element": (
        changed(
            FULL,
            f"necessary_elements:\n  - {ELEMENT}",
            "necessary_elements: []",
        ),
        False,
    ),
    "a full entry whose elements no source describes": (
        changed(FULL, f"necessary_elements:\n  - {ELEMENT}", "necessary_elements: not-described"),
        True,
    ),
    "an element on no basis": (changed(FULL, "basis: our-reading, ", ""), False),
    "an element that is fixed by our reading": (
        changed(FULL, "our-reading, adaptable: partly", "our-reading, adaptable: fixed"),
        False,
    ),
    "an element that a source calls essential without a source": (
        changed(FULL, "our-reading, adaptable: partly", "source-says, adaptable: fixed"),
        False,
    ),
    "an element that a source calls essential without its words": (
        changed(FULL, "our-reading, adaptable: partly", f"source-says, adaptable: fixed, source: {PLACE}"),
        False,
    ),
    "an element that a source calls essential": (
        changed(FULL, "our-reading, adaptable: partly", f"source-says, adaptable: fixed, source: {SOURCE}"),
        True,
    ),
    "an element of our reading with a place": (
        changed(FULL, "our-reading, adaptable: partly", f"our-reading, adaptable: partly, source: {PLACE}"),
        True,
    ),
    "an element that may be changed freely": (changed(FULL, "adaptable: partly", "adaptable: freely"), False),
    "a source with its words": (changed(BRIEF, "section 3}", "section 3, quote: word for word}"), True),
    "a quote of two words": (changed(BRIEF, "section 3}", "section 3, quote: two words}"), False),
    "a quote of 40 words": (changed(BRIEF, "section 3}", f"section 3, quote: {'word ' * 40}}}"), True),
    "a quote of 41 words": (changed(BRIEF, "section 3}", f"section 3, quote: {'word ' * 41}}}"), False),
    "a quote of nothing in quotes": (changed(BRIEF, "section 3}", "section 3, quote: ' '}"), False),
    "notes for editors": (BRIEF + "editor_notes: [Tier set by us.]\n", True),
    "notes for editors that are no list": (BRIEF + "editor_notes: Tier set by us.\n", False),
    "ended without a note": (changed(BRIEF, "status: current", "status: ended"), False),
    "observation as first indications": (
        changed(
            BRIEF,
            "level: described",
            EVALUATED.replace("&", "first-indications").replace("*", "observation"),
        ),
        True,
    ),
    "views as good indications": (
        changed(BRIEF, "level: described", EVALUATED.replace("&", "good-indications").replace("*", "views")),
        False,
    ),
    "a study as strong indications": (
        changed(
            BRIEF, "level: described", EVALUATED.replace("&", "strong-indications").replace("*", "evaluation")
        ),
        True,
    ),
    "an evaluation of no form": (
        changed(BRIEF, "level: described", EVALUATED.replace("&", "first-indications").replace("*", "essay")),
        False,
    ),
    "a full entry with seven indicators": (changed(FULL, "  8: {mark: not-described}\n", ""), False),
    "indicator 9": (changed(FULL, "  8: {mark", "  9: {mark"), False),
    "indicator 9 beside the eight": (FULL + "  9: {mark: not-described}\n", False),
    "a brief entry with indicator 9": (BRIEF + "indicators:\n  9: {mark: not-described}\n", False),
    "a brief entry with one indicator": (BRIEF + "indicators:\n  3: {mark: not-described}\n", True),
    "a quoted indicator": (BRIEF + "indicators:\n  '3': {mark: not-described}\n", True),
    "a mark without a source": (
        BRIEF + "indicators:\n  3: {mark: shown, note: It is written down.}\n",
        False,
    ),
    "a mark without a note": (BRIEF + f"indicators:\n  3: {{mark: partly, source: {SOURCE}}}\n", False),
    "a mark with an empty note": (
        BRIEF + f"indicators:\n  3: {{mark: partly, note: , source: {SOURCE}}}\n",
        False,
    ),
    "an unknown mark": (BRIEF + "indicators:\n  3: {mark: yes}\n", False),
    "a criterion of no framework": (
        BRIEF + "indicators:\n  3: {mark: not-described, criteria: [4.1]}\n",
        False,
    ),
    "a mark without words of the source": (
        BRIEF + f"indicators:\n  3: {{mark: partly, note: It is written down., source: {PLACE}}}\n",
        False,
    ),
    "ages without words of the source": (
        BRIEF + f"participants:\n  - {{who: Children, ages: {{from: 5}}, source: {PLACE}}}\n",
        False,
    ),
    "years without words of the source": (BRIEF + f"years: {{from: 2001, source: {PLACE}}}\n", False),
    "figures without words of the source": (BRIEF + f"delivery: {{weeks: 4, source: {PLACE}}}\n", False),
    "ages without a source": (BRIEF + "participants:\n  - {who: Children, ages: {from: 5}}\n", False),
    "ages that no source describes": (
        BRIEF + "participants:\n  - {who: Children, ages: not-described}\n",
        True,
    ),
    "ages without ends": (
        BRIEF + f"participants:\n  - {{who: Children, ages: {{}}, source: {SOURCE}}}\n",
        False,
    ),
    "ages with one empty end": (
        BRIEF + f"participants:\n  - {{who: Children, ages: {{from: }}, source: {SOURCE}}}\n",
        False,
    ),
    "an age of 121": (
        BRIEF + f"participants:\n  - {{who: Children, ages: {{to: 121}}, source: {SOURCE}}}\n",
        False,
    ),
    "a quoted age": (
        BRIEF + f"participants:\n  - {{who: Children, ages: {{to: '12'}}, source: {SOURCE}}}\n",
        True,
    ),
    "an age of one and a half": (
        BRIEF + f"participants:\n  - {{who: Children, ages: {{to: 1.5}}, source: {SOURCE}}}\n",
        False,
    ),
    "years without a source": (BRIEF + "years: {from: 2001}\n", False),
    "figures without a source": (BRIEF + "delivery: {weeks: 4}\n", False),
    "a delivery without figures": (BRIEF + "delivery: {setting: At school}\n", True),
    "a delivery in one word": (BRIEF + "delivery: group\n", False),
    "a contact": (
        BRIEF
        + "contact: {organisation: A, role: Office, url: https://example.org/a, verified_on: 2026-01-01}\n",
        True,
    ),
    "a contact without the scheme of its address": (
        BRIEF + "contact: {organisation: A, role: Office, url: www.example.org, verified_on: 2026-01-01}\n",
        False,
    ),
    "a contact without a date": (BRIEF + "contact: {organisation: A, role: Office}\n", False),
    "a related practice by its title": (BRIEF + "related: [Freedom Programme]\n", False),
    "a related practice by its id": (BRIEF + "related: [freedom-programme]\n", True),
    "0 months to the next review": (BRIEF + "review_months: 0\n", False),
    "12 months to the next review": (BRIEF + "review_months: 12\n", True),
    "121 months to the next review": (BRIEF + "review_months: 121\n", False),
    "an empty region": (BRIEF + "region:\n", False),
}


ONLY_THE_CHECKER = {
    "a range that runs backwards": BRIEF + f"years: {{from: 2007, to: 2001, source: {SOURCE}}}\n",
    "a number with a leading zero": BRIEF + "review_months: 012\n",
    "a number with a point": BRIEF + "review_months: 12.0\n",
    "a truth value in capitals": changed(
        BRIEF,
        "level: described",
        "level: first-indications\n  no_effect_found: True\n  evaluations:\n    - {design: A, by: internal, "
        f"year: 2001, finding: B, source: {SOURCE}}}",
    ),
    "a field twice": BRIEF + "region: A\nregion: B\n",
    "an alias": changed(BRIEF, "title: A practice", "title: &a A practice") + "region: *a\n",
}

ONLY_THE_SCHEMA = {
    "a text that says true": changed(BRIEF, "A practice", "true"),
    "a text that says null": changed(BRIEF, "A practice", "null"),
}
"""Texts that an editor takes for something else; in quotes both accept them."""
