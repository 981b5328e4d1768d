"""The set of questions, asked in a browser on a page of a site."""

import json
from typing import Any

from tests.browser.harness import Browser
from tests.search.asking import RIGHT, questions, rank

ASK = """(async (queries) => {
  await compendiumSearch.interfaceReady();
  const { createInstance } = await compendiumSearch.engine();
  const instance = createInstance({});
  const answers = [];
  for (const query of queries) {
    const { results, everything } = await instance.search(query);
    const shown = await Promise.all(results.slice(0, %d).map((result) => result.data()));
    answers.push(everything ? [] : shown.map(({ url }) => url));
  }
  return answers;
})(%s)"""


def ranks_in(browser: Browser, most: int = RIGHT) -> list[tuple[dict[str, Any], int, bool]]:
    """Each question, the place of its answer among the first `most` or 0, and whether it found anything."""
    asked = questions()
    found = browser.evaluate(ASK % (most, json.dumps([question["ask"] for question in asked])))
    return [
        (question, rank(question, answer), bool(answer)) for question, answer in zip(asked, found, strict=True)
    ]
