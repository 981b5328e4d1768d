/*
 * One search from what is typed and chosen to results: takes the words apart, looks each up, ranks, counts the
 * values of filters as a reader expects, and gives each result its excerpt. Pagefind's interface asks it as it
 * would ask Pagefind's engine. Loaded by search.js when somebody begins to search.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;
  const IN_A_PACK = 4;
  /** @type {Promise<any> | undefined} */
  let begun;

  /** What the interface asks for in place of Pagefind's module. */
  own.engine = async () => {
    begun ??= begin();
    await begun;
    return { createInstance };
  };

  async function begin() {
    const core = await own.data("core");
    own.pages = core.pages;
    return { core, reader: own.reader(core) };
  }

  /**
   * One place to search. `order` gives the chosen order, or nothing for relevance; `withFilters` says
   * whether counts are wanted.
   * @param {{ order?: () => string, withFilters?: boolean }} options
   */
  function createInstance({ order = () => "", withFilters = false } = {}) {
    const nothing = () => undefined;
    return {
      filters: async () => {
        if (!withFilters) return {};
        const filters = await own.filtering();
        return filters.counts({}, () => pagesFor(undefined, () => true).map(({ page }) => page));
      },
      mergeIndex: nothing,
      /**
       * @param {string | null} term
       * @param {{ filters?: Record<string, string[]> }} [asked]
       */
      search: async (term, asked = {}) => {
        const chosen = asked.filters ?? {};
        const filters = withFilters || Object.keys(chosen).length ? await own.filtering() : undefined;
        const sought = await soughtBy(term);
        const under = (/** @type {Record<string, string[]>} */ these) => pagesFor(sought, filters?.allowed(these) ?? (() => true));
        const found = under(chosen);
        const numbers = (/** @type {any} */ these) => under(these).map(({ page }) => page);
        const counts = withFilters ? filters.counts(chosen, numbers) : {};
        const without = found.length ? [] : under({});
        const beyond = without.length > 0;
        const everything = !found.length && !beyond;
        const nearest = everything ? pagesFor(undefined, () => true) : beyond ? filters.nearest(chosen, without) : found;
        const shown = await inOrder(nearest, order() || (sought && !everything ? "" : "title"));
        return {
          results: shown.map((each) => ({ id: String(each.page), data: () => dataOf(each, everything ? undefined : sought) })),
          filters: counts,
          totalFilters: counts,
          unfilteredResultCount: found.length,
          withAllWords: sought ? found.filter(({ count }) => count === sought.parts.length).length : found.length,
          beyond,
          everything,
          sought,
        };
      },
    };
  }

  /**
   * What is looked for, and what was found of each part of it; nothing where there are no words but small ones.
   * @param {string | null} term
   */
  async function soughtBy(term) {
    const { core, reader } = await begun;
    const parts = reader.parts(term ?? "");
    if (!parts.length) return undefined;
    const looked = await own.lookedUp(core, parts);
    const none = /** @type {[string, string][]} */ ([]);
    const sought = { text: term, core, reader, parts, looked, mended: [...none], offered: [...none], unknown: [...none] };
    const unknown = parts.map((_, at) => at).filter((at) => !looked[at].size && parts[at].word);
    if (unknown.length) await mend(sought, unknown);
    return sought;
  }

  /**
   * Finishes words that are being typed, exchanges misspelt ones where it is sure which are meant, and keeps
   * the guesses of which it is not.
   * @param {any} sought
   * @param {number[]} unknown
   */
  async function mend(sought, unknown) {
    const { core, reader } = sought;
    const speller = own.speller(await own.data("spelling"), reader.termOf);
    for (const at of unknown) {
      const part = sought.parts[at];
      const endings = part.last ? speller.endings(part.word) : [];
      const guess = endings.length ? undefined : speller.guess(part.word);
      if (endings.length) sought.looked[at] = await begunWith(core, reader, endings);
      else if (!guess) sought.unknown.push(part.label);
      else if (!guess.sure) sought.offered.push([part.label, guess.word]);
      else {
        sought.mended.push([part.label, guess.word]);
        sought.parts[at] = reader.parts(guess.word)[0];
        [sought.looked[at]] = await own.lookedUp(core, [sought.parts[at]]);
      }
    }
  }

  /**
   * The pages that have any of the words, each through the one that counts most.
   * @param {any} core
   * @param {any} reader
   * @param {string[]} words
   */
  async function begunWith(core, reader, words) {
    const looked = await own.lookedUp(core, words.map((word) => ({ term: reader.termOf(word), parts: [], groups: [] })));
    const hits = new Map();
    looked.forEach((/** @type {Map<number, any>} */ of, /** @type {number} */ number) => {
      for (const [page, { impact }] of of) {
        if (impact > (hits.get(page)?.impact ?? 0)) hits.set(page, { impact, through: words[number] });
      }
    });
    return hits;
  }

  /**
   * The pages that are found, in their order; all where nothing is sought.
   * @param {any} sought
   * @param {(page: number) => boolean} allowed
   */
  function pagesFor(sought, allowed) {
    if (sought) return own.ranked(sought.core, sought.parts, sought.looked, allowed);
    return Array.from({ length: own.pages }, (_, page) => ({ page, hits: [] })).filter(({ page }) => allowed(page));
  }

  /**
   * The results in one of the orders that `search/order.js` knows, or as they are.
   * @param {{ page: number }[]} found
   * @param {string} order
   */
  async function inOrder(found, order) {
    if (!order) return found;
    await own.script("search/order.js");
    const places = own.orders[order];
    return found.slice().sort((one, other) => places[one.page] - places[other.page]);
  }

  /**
   * What a result shows.
   * @param {any} found
   * @param {any} sought
   */
  async function dataOf(found, sought) {
    const pack = await own.data(`text-${Math.floor(found.page / IN_A_PACK)}`);
    const page = { ...pack[found.page % IN_A_PACK] };
    page.url = own.root.pathname + page.url;
    const { reader } = await begun;
    const marks = sought ? marksOf(found, sought) : new Map();
    const { excerpt, sub_results } = own.excerpts(reader, page, marks);
    const said = sought ? own.sayFound(coverage(found, sought)) : {};
    const facts = own.say("facts", page.shown);
    return { url: page.url, excerpt, sub_results, meta: { title: page.title, facts, ...said } };
  }

  /**
   * The terms to mark in a result, each with how rare it is.
   * @param {any} found
   * @param {any} sought
   */
  function marksOf(found, { core, reader, parts, looked }) {
    const marks = new Map();
    found.hits.forEach((/** @type {any} */ hit, /** @type {number} */ at) => {
      if (!hit) return;
      const rarity = Math.log(1 + (core.pages + 0.5) / (looked[at].size + 0.5));
      const typed = [...(parts[at].exact ? [] : [parts[at].term]), ...parts[at].parts];
      const other = () => own.cut(hit.through).map((/** @type {any} */ { word }) => reader.termOf(word)).join(" ");
      for (const term of hit.through ? [other()] : typed) marks.set(term, rarity);
    });
    return marks;
  }

  /**
   * Which of the words a result has, which not, and which it has in other words.
   * @param {any} found
   * @param {any} sought
   */
  function coverage(found, { parts }) {
    const labels = (/** @type {(hit: any) => boolean} */ which) =>
      parts.filter((/** @type {any} */ _, /** @type {number} */ at) => which(found.hits[at])).map((/** @type {any} */ { label }) => label);
    const through = found.hits.flatMap((/** @type {any} */ hit, /** @type {number} */ at) => (hit?.through ? [[parts[at].label, hit.through]] : []));
    return { count: found.count, of: parts.length, missing: labels((hit) => !hit), through };
  }
})();
