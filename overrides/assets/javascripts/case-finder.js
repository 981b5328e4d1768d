// @ts-check
/*
 * The page "Find by case": takes the answers from the form, keeps them in the address so that Back, reload and
 * bookmarks bring them back, and lets each be taken away. Without this script the page is questions with links.
 */
"use strict";

(() => {
  const cases = /** @type {Cases} */ (/** @type {any} */ (window).compendiumCases);
  const grading = compendiumGrading;
  const draw = compendiumCaseResults;
  const finder = document.getElementById("case-finder");
  const found = document.getElementById("case-finder-results");
  const questions = finder?.querySelector(".case__questions");
  const count = finder?.querySelector(".case__count");
  if (!cases || !finder || !found || !(questions instanceof HTMLElement) || !count) return;

  const MOST = 10; // practices of a group that are shown at first
  const GROUPS = /** @type {Group[]} */ (["fit", "may", "but-one"]);
  const fields = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...questions.querySelectorAll("input, select")]);
  const none = cases.questions.map(() => 0);
  /** @type {Chosen} */
  let chosen = [];
  /** @type {Record<string, number>} how many practices of each group are shown */
  let shown = {};
  let latest = Promise.resolve();
  let turn = 0;

  questions.addEventListener("change", answer);
  found.addEventListener("click", press);
  for (const button of finder.querySelectorAll("[data-go]")) button.addEventListener("click", go);
  for (const sign of ["popstate", "hashchange", "pageshow"]) addEventListener(sign, follow);
  for (const plain of document.querySelectorAll("[data-without-script]")) plain.setAttribute("hidden", "");
  finder.hidden = false;
  choose(grading.read(cases, location.hash) ?? none);

  /** @param {Event} event */
  function answer(event) {
    const { name, value } = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
    keep(chosen.with(placeOf(name), Number(value)));
  }

  /**
   * Chooses answers and makes them a step that Back undoes. Only what is behind the `#` can be written so.
   * @param {Chosen} answers
   */
  function keep(answers) {
    location.hash = grading.written(cases, answers);
    choose(answers);
  }

  /** Chooses what the address says. A link to a place in the page must not lose the answers: they are put back. */
  function follow() {
    const answers = location.hash ? grading.read(cases, location.hash) : none;
    if (answers) choose(answers);
    else history.replaceState(null, "", grading.written(cases, chosen));
  }

  /** @param {Chosen} answers */
  function choose(answers) {
    for (const field of fields) {
      const number = String(answers[placeOf(field.name)]); // a browser may have put back an old one
      if (field instanceof HTMLSelectElement) field.value = number;
      else field.checked = field.value === number;
    }
    if (answers.join() === chosen.join()) return;
    chosen = answers;
    shown = Object.fromEntries(GROUPS.map((group) => [group, MOST]));
    latest = show();
  }

  /** Shows what the answers lead to, as soon as what is told of the practices has been read. */
  async function show() {
    const wanted = chosen;
    const mine = (turn += 1);
    const groups = grading.grade(cases, wanted);
    const given = wanted.filter(Boolean).length;
    const drawn = given > 1 ? GROUPS : GROUPS.slice(0, given + 1); // with one answer none can fit all but one
    tell(given ? drawn.map((group) => draw.inNumber(group, groups[group].length)) : [draw.inNumber("all", groups.fit.length)]);
    found?.setAttribute("aria-busy", "true");
    const parts = given
      ? drawn.map((group) => draw.groupOf(group, groups[group], shown[group], wanted))
      : [draw.groupOf("all", groups.fit, shown.fit, wanted)];
    const results = await Promise.all(parts).catch(() => [draw.failed()]);
    if (mine !== turn) return; // something else is wanted by now
    const left = cases.questions[0].practices.length - GROUPS.reduce((sum, group) => sum + groups[group].length, 0);
    found?.replaceChildren(...(given ? [draw.chips(wanted)] : []), ...results, ...(left ? [draw.others(left)] : []));
    found?.removeAttribute("aria-busy");
  }

  /** @param {string[]} counts */
  function tell(counts) {
    const words = counts.join(" · ");
    if (count && count.textContent !== words) count.textContent = words;
  }

  /** @param {Event} event the press of one of the buttons among the results */
  async function press(event) {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!(button instanceof HTMLElement)) return;
    const { remove, without, clear, more } = button.dataset;
    if (more) return showMore(more);
    const question = remove ?? without;
    keep(clear === undefined ? chosen.with(Number(question), 0) : none);
    await latest;
    if (clear !== undefined) fields[0].focus();
    else if (remove === undefined) found?.focus();
    else focusChip(Number(remove));
  }

  /** @param {string} group */
  async function showMore(group) {
    const place = group === "all" ? "fit" : group;
    const before = shown[place];
    shown[place] = 2 * before;
    await (latest = show());
    const links = found?.querySelectorAll(`[data-group="${group}"] .card__title a`);
    /** @type {HTMLElement | undefined} */ (links?.[before])?.focus();
  }

  /**
   * Gives the focus to the chip in the place of the one that went, or to its question where it was the last.
   * @param {number} question
   */
  function focusChip(question) {
    const left = [.../** @type {NodeListOf<HTMLElement>} */ (found?.querySelectorAll("[data-remove]"))];
    const before = chosen.slice(0, question).filter(Boolean).length;
    const own = fields.filter((field) => placeOf(field.name) === question);
    const open = own.find((field) => field instanceof HTMLInputElement && field.checked) ?? own[0];
    (left[Math.min(before, left.length - 1)] ?? open).focus();
  }

  /** @param {Event} event the press of a button that leads to the results or to the questions */
  function go(event) {
    const { go: where } = /** @type {HTMLElement} */ (event.currentTarget).dataset;
    const target = /** @type {HTMLElement} */ (where === "results" ? found : questions);
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  }

  /** @param {string} name */
  function placeOf(name) {
    return cases.questions.findIndex(({ id }) => id === name);
  }
})();
