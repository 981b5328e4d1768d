/*
 * The case finder: every answer chooses filters, which the page's table of questions gives it.
 * Without this script the answers are links to the index pages.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;
  const questions = document.getElementById("case-finder");
  if (!own || !questions) return;
  const NAME = "case-finder";
  own.interfaceReady().then(show);

  function show() {
    const instance = own.place(NAME, { withFilters: true });
    instance.faceted = true;
    const found = document.getElementById("case-finder-results");
    found?.replaceChildren(own.chips(instance), ...own.results(NAME, 20));
    questions?.addEventListener("change", () => instance.triggerFilters(chosen()));
    instance.on("search", (/** @type {string} */ _, /** @type {Record<string, string[]>} */ filters) => follow(filters));
    for (const answer of answers()) answer.checked = answer.defaultChecked; // a browser may have kept old ones
    for (const element of [questions, found]) if (element) element.hidden = false;
    for (const plain of document.querySelectorAll("[data-without-search]")) plain.setAttribute("hidden", "");
    instance.triggerLoad();
  }

  /** The filters of all answers that are chosen. */
  function chosen() {
    const filters = /** @type {Record<string, string[]>} */ ({});
    for (const answer of answers()) {
      if (answer.checked) Object.assign(filters, JSON.parse(answer.dataset.filters ?? "{}"));
    }
    return filters;
  }

  /**
   * Takes back an answer one of whose values was taken away as a chip.
   * @param {Record<string, string[]>} filters
   */
  function follow(filters) {
    for (const answer of answers()) {
      const wanted = Object.entries(JSON.parse(answer.dataset.filters ?? "{}"));
      const holds = wanted.every(([label, values]) => String(filters[label]) === String(values));
      if (answer.checked && !holds) {
        const open = answers().find((other) => other.name === answer.name);
        if (open) open.checked = true;
      }
    }
  }

  function answers() {
    return /** @type {HTMLInputElement[]} */ ([...(questions?.querySelectorAll('input[type="radio"]') ?? [])]);
  }
})();
