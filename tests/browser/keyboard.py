"""A walk through a page with the Tab key: which stops there are, and what is wrong with any of them.

A stop must come in the order of the page, must be marked while it has the focus (WCAG 2.4.7), and must not
be wholly covered by something that stays in sight (WCAG 2.4.11). No stop may be left out or hold the focus.
"""

from tests.browser.harness import Browser

_PREPARE = """(() => {
  const all = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const tabbed = (element) => !element.matches(":disabled, [type=radio]:not(:checked), [tabindex='-1']");
  const name = (element) => {
    const label = element.getAttribute("aria-label") ?? (element.closest("label") ?? element).textContent;
    return `${element.localName} ${label.trim().replace(/\\s+/g, " ").slice(0, 60)}`;
  };
  const marks = (element) =>
    ["label", ".pf-result-card", ".pf-heading-chip", "*"].map((selector) => {
      const around = element.closest(selector);
      if (!around) return "";
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(around);
      return [outlineStyle === "none" ? "" : outlineStyle + outlineWidth + outlineColor, boxShadow];
    }).join();
  const covered = (element) => {
    const parts = [0.1, 0.5, 0.9];
    return ![...element.getClientRects()].some(({ x, y, width, height }) =>
      parts.some((across) => parts.some((down) => {
        const top = document.elementFromPoint(x + width * across, y + height * down);
        return top && (element.contains(top) || top.contains(element) && top.matches("label"));
      })),
    );
  };
  const within = document.querySelector("dialog[open]") ?? document.body;
  window.walk = {
    stops: [...within.querySelectorAll(all)].filter((element) => shown(element) && tabbed(element)),
    before: null,
    step() {
      const element = document.activeElement;
      const { stops, before } = this;
      const unmarked = before?.[0].isConnected && marks(before[0]) === before[1] ? name(before[0]) : "";
      if (!element || element === document.body) return [null, "", false, unmarked];
      this.before = [element, marks(element)];
      return [stops.indexOf(element), name(element), covered(element), unmarked];
    },
  };
  return window.walk.stops.map(name);
})()"""


def stops(browser: Browser) -> list[str]:
    """What the Tab key has to reach on the open page, in the order of the page."""
    return list(browser.evaluate(_PREPARE))


def faults_on_the_way(browser: Browser) -> list[str]:
    """Goes through the open page from its top and past its end; says what is wrong on the way."""
    expected = stops(browser)
    found: list[str] = []
    for place in range(len(expected) + 1):
        browser.press("Tab")
        at, name, covered, unmarked = browser.evaluate("walk.step()")
        if place < len(expected) and at != place:
            return [*found, f"after {place} stops comes {name or 'nothing'!r} and not {expected[place]!r}"]
        if place == len(expected) and at not in (None, 0):
            found.append(f"the walk does not end, but goes to {name!r}")
        if covered and place < len(expected):
            found.append(f"{name!r} is covered")
        if unmarked:
            found.append(f"{unmarked!r} is not marked")
    return found
