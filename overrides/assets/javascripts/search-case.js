/*
 * The answers to the questions of "Find by case" that a reader's own words give, as the address that sets them.
 * What is behind its # is numbers, which tell nothing; the words themselves are not in it.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;
  const MOST_WORDS = 4;

  /**
   * The address of the page with the answers recognised, and the answers in words.
   * @param {any} sought what `search-engine.js` has made of what was typed
   * @returns {Promise<{ address: string, answers: string[] }>}
   */
  own.caseFor = async ({ reader, parts, text }) => {
    const told = await own.data("case");
    const numbers = /** @type {number[]} */ (Array(told.questions).fill(0));
    const answer = (/** @type {[number, number]} */ [question, number]) => {
      const [either, both] = told.either;
      if (!numbers[question]) numbers[question] = number;
      else if (question === either && numbers[question] !== number) numbers[question] = both;
    };
    const ofChildren = parts.filter((/** @type {any} */ { ages }) => ages && bandOf(told.bands, ages));
    if (ofChildren.length) answer(told.child);
    for (const { ages } of ofChildren) answer([told.age, bandOf(told.bands, ages)]);
    const terms = own.cut(text).map((/** @type {any} */ { word }) => reader.termOf(word));
    for (let at = 0; at < terms.length; at++) {
      for (let length = Math.min(MOST_WORDS, terms.length - at); length > 0; length--) {
        const term = terms.slice(at, at + length).join(" ");
        if (Object.hasOwn(told.words, term)) told.words[term].forEach(answer);
      }
    }
    const given = numbers.flatMap((number, question) => (number ? [told.told[question][number]] : []));
    const hash = given.length ? `#${told.version}.${numbers.join("-")}` : "";
    return { address: told.page + hash, answers: given };
  };

  /**
   * The number of the age band that has most of the ages; 0 for none.
   * @param {[number, number, number][]} bands
   * @param {[number, number]} ages
   */
  function bandOf(bands, [from, to]) {
    const shared = bands.map(([first, last, number]) => ({ number, years: Math.min(last, to) - Math.max(first, from) + 1 }));
    const best = shared.reduce((one, other) => (other.years > one.years ? other : one));
    return best.years > 0 ? best.number : 0;
  }
})();
