/*
 * Finds and ranks: practices that have all parts of what was typed first, then those that have most of it, where a
 * rare word is more than a common one: the name of a place is not outweighed by "two" and "organisations". What is
 * only near to a word counts a little and is no match. How much a word counts in a practice is in the index
 * (`generator/search/index.py`).
 */
"use strict";

(() => {
  const own = window.compendiumSearch;
  const SAME = 0.85;
  const NEAR = 0.5;
  const SCATTERED = 0.6;
  /** What a word weighs that is in every practice; a rare one weighs several times as much. */
  const COMMON = 1;
  /** Results have as many words as any, or this share of what those of the best one weigh. */
  const ENOUGH = 0.5;

  /**
   * How a page has a part of what was typed: how much it counts, by which other word (if by another), and whether
   * that is only near to it and no match.
   * @typedef {{ impact: number, through: string, near?: boolean }} Hit
   * @typedef {{ page: number, hits: (Hit | undefined)[], count: number, score: number, weight: number }} Found
   */

  /**
   * The pages that have parts of what was typed.
   * @param {any} core
   * @param {any[]} parts as `search-query.js` makes them
   * @returns {Promise<Map<number, Hit>[]>}
   */
  own.lookedUp = async (core, parts) => Promise.all(parts.map((part) => hitsOf(core, part)));

  /**
   * @param {any} core
   * @param {any} part
   */
  async function hitsOf(core, part) {
    const hits = /** @type {Map<number, Hit>} */ (new Map());
    const add = (/** @type {number} */ page, /** @type {number} */ impact, through = "", near = false) => {
      const known = hits.get(page);
      if (!known || (near === known.near ? impact > known.impact : !near)) hits.set(page, { impact, through, near });
    };
    if (part.exact) {
      for (const [page, impact] of await phrase(core, part)) add(page, impact);
      return hits;
    }
    for (const number of part.groups) {
      const near = core.near.includes(number);
      await each(core, `=${number}`, (page, impact, name) => add(page, impact * (near ? NEAR : SAME), name, near));
    }
    if (part.ages) {
      for (let age = part.ages[0]; age <= part.ages[1]; age++) {
        await each(core, `#${age}`, (page, impact, name) => add(page, impact, name));
      }
    }
    if (part.parts.length > 1) {
      for (const [page, impact] of await together(core, part.parts)) add(page, impact * SCATTERED);
    }
    await each(core, part.term, (page, impact) => {
      const known = hits.get(page);
      hits.set(page, { impact: Math.max(impact, known?.impact ?? 0), through: "", near: false });
    });
    return hits;
  }

  /**
   * What the index has of a term.
   * @param {any} core
   * @param {string} term
   * @returns {Promise<[number[], number[], number[]?, string[]?] | undefined>}
   */
  async function entry(core, term) {
    const part = partOf(core, term);
    const terms = part < 0 ? {} : await own.data(`index-${part}`);
    return Object.hasOwn(terms, term) ? terms[term] : undefined;
  }

  /**
   * @param {any} core
   * @param {string} term
   * @param {(page: number, impact: number, name: string) => void} use
   */
  async function each(core, term, use) {
    const [steps, impacts, named, names] = (await entry(core, term)) ?? [[], []];
    own.rising(steps).forEach((/** @type {number} */ page, /** @type {number} */ at) => {
      use(page, impacts[at], named && names ? names[named[at]] : "");
    });
  }

  /**
   * The part of the index that a term is in, if it is anywhere.
   * @param {any} core
   * @param {string} term
   */
  function partOf(core, term) {
    return core.firsts.filter((/** @type {string} */ first) => first <= term).length - 1;
  }

  /**
   * The pages that have all terms, wherever they are, with the mean of what they count.
   * @param {any} core
   * @param {string[]} terms
   */
  async function together(core, terms) {
    const all = await Promise.all(
      terms.map(async (term) => {
        const pages = /** @type {Map<number, number>} */ (new Map());
        await each(core, term, (page, impact) => pages.set(page, impact));
        return pages;
      }),
    );
    return [...all[0].keys()]
      .filter((page) => all.every((pages) => pages.has(page)))
      .map((page) => [page, all.reduce((sum, pages) => sum + (pages.get(page) ?? 0), 0) / all.length]);
  }

  /**
   * The pages that have the terms one after the other.
   * @param {any} core
   * @param {any} part
   */
  async function phrase(core, { exact, parts }) {
    const pages = await together(core, parts);
    const places = await Promise.all(
      exact.map(async (/** @type {string | null} */ term) => {
        if (term === null) return undefined;
        const number = partOf(core, term);
        const [steps] = (await entry(core, term)) ?? [[]];
        const told = (await own.data(`places-${number}`))[term] ?? [];
        return new Map(own.rising(steps).map((/** @type {number} */ page, /** @type {number} */ at) => [page, told[at]]));
      }),
    );
    return pages.filter(([page]) => {
      const begun = places.map((of, offset) => of && new Set(own.rising(of.get(page)).map((/** @type {number} */ at) => at - offset)));
      const [first, ...others] = begun.filter((starts) => starts !== undefined);
      return [...first].some((start) => others.every((starts) => starts.has(start)));
    });
  }

  /**
   * The pages in their order. `allowed` says which pages the filters let through.
   * @param {any} core
   * @param {any[]} parts
   * @param {Map<number, Hit>[]} looked
   * @param {(page: number) => boolean} allowed
   * @returns {Found[]}
   */
  own.ranked = (core, parts, looked, allowed) => {
    const rarity = looked.map(({ size }) => COMMON + Math.log(1 + (core.pages - size + 0.5) / (size + 0.5)));
    const found = [...new Set(looked.flatMap((hits) => [...hits.keys()]))].filter(allowed).map((page) => {
      const hits = looked.map((of) => of.get(page));
      const sum = (/** @type {(hit: Hit, at: number) => number} */ worth) =>
        hits.reduce((total, hit, at) => total + (hit ? worth(hit, at) : 0), 0);
      return {
        page,
        hits,
        count: sum(({ near }) => (near ? 0 : 1)),
        weight: sum((_, at) => rarity[at]),
        score: sum((hit, at) => rarity[at] * hit.impact),
      };
    });
    const required = parts.map((part, at) => (part.exact ? at : -1)).filter((at) => at >= 0);
    const kept = found.filter(({ hits }) => required.every((at) => hits[at]));
    const best = Math.max(0, ...kept.map(({ weight }) => weight));
    const most = Math.max(0, ...kept.map(({ count }) => count));
    const all = (/** @type {Found} */ { count }) => Number(count === parts.length);
    return kept
      .filter(({ count, weight }) => count === most || weight >= best * ENOUGH)
      .sort((one, other) => all(other) - all(one) || other.score - one.score || one.page - other.page);
  };
})();
