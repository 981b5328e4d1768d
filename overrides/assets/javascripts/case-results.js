// @ts-check
/*
 * Draws what "Find by case" has found: the answers that were given, the groups of practices, and for each
 * practice how it stands to the answers and what has to be known before it is used. It words nothing: all texts
 * come from `find/cases.js`; what is told of a practice is read when the practice is first shown.
 */
"use strict";

const compendiumCaseResults = (() => {
  const cases = /** @type {Cases} */ (/** @type {any} */ (window).compendiumCases);
  const grading = compendiumGrading;
  const STATES = ["no", "silent", "yes"];
  const root = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const language = document.documentElement.lang;
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  /** @type {Map<number, Promise<Result[]>>} */
  const scripts = new Map();
  /** @type {Map<number, (results: Result[]) => void>} */
  const waiting = new Map();
  if (cases) cases.keep = (number, results) => waiting.get(number)?.(results);

  /**
   * A group: its name, what it means and its first practices; what has emptied it where there are none.
   * @param {Group | "all"} group
   * @param {number[]} practices
   * @param {number} most so many are shown
   * @param {Chosen} chosen
   */
  async function groupOf(group, practices, most, chosen) {
    const first = practices.slice(0, most);
    const results = await Promise.all(first.map((practice) => resultOf(practice, chosen)));
    const left = practices.length - first.length;
    const heading = element("h2", { id: `case_${group}` }, text(`group.${group}`), " ");
    heading.append(element("span", { class: "count" }, numbers.format(practices.length)));
    const section = element("section", { class: "case__group", "data-group": group, "aria-labelledby": heading.id }, heading);
    const about = cases.texts[`about.${group}`];
    if (practices.length && about) section.append(element("p", {}, about));
    if (!practices.length) section.append(...emptied(/** @type {Group} */ (group), chosen));
    if (first.length) section.append(element("ul", { class: "cards" }, ...results));
    if (left) {
      section.append(element("p", { class: "case__part" }, inNumber("part", first.length, { total: numbers.format(practices.length) })));
      section.append(button("case__more", inNumber("more", Math.min(left, most)), { "data-more": group }));
    }
    return section;
  }

  /**
   * Says which answers have emptied a group; each can be taken away there.
   * @param {Group} group
   * @param {Chosen} chosen
   */
  function emptied(group, chosen) {
    const causes = grading.emptiedBy(cases, chosen, group).map(({ question, said, left }) => {
      return element("li", {}, button("case__chip", inNumber("emptied", left, { said }), { "data-without": String(question) }));
    });
    const first = group === "fit" && !causes.length ? grading.firstToEmpty(cases, chosen) : null;
    const sentence = first === null ? [] : [" ", text("emptied-first", { said: first })];
    const none = element("p", {}, text(`none.${group}`), ...sentence);
    return causes.length ? [none, element("ul", { class: "case__chips" }, ...causes)] : [none];
  }

  /**
   * @param {number} practice
   * @param {Chosen} chosen
   */
  async function resultOf(practice, chosen) {
    const [title, address, summary, facts, tag, points] = await told(practice);
    const link = element("a", { href: new URL(address, root).href }, title);
    const about = element("p", { class: "card__for" }, facts);
    if (tag.length) about.prepend(element("span", { class: `tag tag--${tag[0]}` }, tag[1]), " ");
    return element(
      "li",
      { class: "card case__result" },
      element("h3", { class: "card__title", dir: "auto" }, link),
      ...(chosen.some(Boolean) ? [reasons(practice, chosen)] : []),
      element("p", { class: "card__summary", dir: "auto" }, summary),
      about,
      element("dl", { class: "case__points" }, ...points.map(point)),
    );
  }

  /** @param {Point} told */
  function point([label, isWarning, ...texts]) {
    const values = texts.map((each) => element("dd", { dir: "auto" }, each));
    return element("div", isWarning ? { class: "case__warning" } : {}, element("dt", {}, label), ...values);
  }

  /**
   * @param {number} practice
   * @param {Chosen} chosen
   */
  function reasons(practice, chosen) {
    const items = grading.reasons(cases, chosen, practice).map(({ said, state, note }) => {
      const words = note ? text(`reason-noted.${state}`, { said, note }) : text(`reason.${state}`, { said });
      return element("li", { class: `case__reason case__reason--${STATES[state]}` }, words);
    });
    return element("ul", { class: "case__reasons", "aria-label": text("reasons") }, ...items);
  }

  /**
   * What is told of a practice, read from the script that holds it.
   * @param {number} practice
   */
  async function told(practice) {
    const number = Math.floor(practice / cases.inOneScript);
    let results = scripts.get(number);
    if (!results) {
      results = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(number, resolve);
        script.src = new URL(`${cases.folder}/results-${number}.js`, root).href;
        script.onerror = () => {
          scripts.delete(number);
          script.remove();
          reject(new Error(`${script.src} could not be read`));
        };
        document.head.append(script);
      });
      scripts.set(number, results);
    }
    return (await results)[practice % cases.inOneScript];
  }

  /**
   * The answers that are chosen, each of which can be taken away.
   * @param {Chosen} chosen
   */
  function chips(chosen) {
    const said = cases.questions.flatMap(({ answers }, question) => {
      const name = answers.find(([number]) => number === chosen[question])?.[1];
      if (!name) return [];
      const chip = button("case__chip", name, {
        "aria-label": text("remove", { said: name }),
        "data-remove": String(question),
      });
      chip.append(element("span", { class: "case__cross", "aria-hidden": "true" }, " ×"));
      return [element("li", {}, chip)];
    });
    const heading = element("h2", { id: "case_chosen" }, text("chosen"));
    const all = element("li", {}, button("case__chip", text("remove-all"), { "data-clear": "" }));
    const list = element("ul", { class: "case__chips", "aria-labelledby": heading.id }, ...said, all);
    return element("div", { class: "case__chosen" }, heading, list);
  }

  /** @param {number} left how many practices are in none of the groups */
  function others(left) {
    return element("p", { class: "case__others" }, inNumber("others", left), " ", everyPractice());
  }

  function failed() {
    return element("p", {}, text("failed"), " ", everyPractice());
  }

  function everyPractice() {
    return element("a", { href: new URL(cases.every, root).href }, text("every-practice"));
  }

  /**
   * @param {string} key
   * @param {Record<string, string>} [values]
   */
  function text(key, values = {}) {
    return filled(cases.texts[key], values);
  }

  /**
   * @param {string} key
   * @param {number} number
   * @param {Record<string, string>} [values]
   */
  function inNumber(key, number, values = {}) {
    const [one, many] = cases.plurals[key];
    return filled(plurals.select(number) === "one" ? one : many, { n: numbers.format(number), ...values });
  }

  /**
   * @param {string} pattern
   * @param {Record<string, string>} values
   */
  function filled(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  /**
   * @param {string} kind
   * @param {string} words
   * @param {Record<string, string>} attributes what the press of it is to do
   */
  function button(kind, words, attributes) {
    return element("button", { type: "button", class: kind, ...attributes }, words);
  }

  /**
   * @param {string} tag
   * @param {Record<string, string>} attributes
   * @param {(Node | string)[]} children
   */
  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  return { groupOf, chips, others, failed, inNumber };
})();
