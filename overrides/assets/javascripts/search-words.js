/*
 * Words as search knows them: cut out of a text, folded, stemmed. Does what `generator/words.py` does, with its
 * tables of endings, which the overview of the search data brings.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;
  const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
  const BRITISH_S = /([^aeiou])is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)/;
  const BRITISH_OUR = /([a-z]{3})our(?=(?:s|ed|ing|al)?$)/;
  const [C, V] = ["[^aeiou][^aeiouy]*", "[aeiouy][aeiou]*"];
  const SOME = new RegExp(`^(?:${C})?${V}${C}`);
  const ONE = new RegExp(`^(?:${C})?${V}${C}(?:${V})?$`);
  const MORE = new RegExp(`^(?:${C})?${V}${C}${V}${C}`);
  const VOWEL = new RegExp(`^(?:${C})?[aeiouy]`);
  const SHORT = new RegExp(`^${C}[aeiouy][^aeiouwxy]$`);
  const DOUBLE = /([^aeiouylsz])\1$/;

  /**
   * @typedef {{ written: string, word: string, start: number, end: number }} Word
   * @typedef {{ endings: [Record<string, string>, Record<string, string>, string[]] }} Tables
   */

  /**
   * The words of a text with their places in it.
   * @param {string} text
   * @returns {Word[]}
   */
  own.cut = (text) =>
    [...text.matchAll(WORD)].map(({ 0: written, index }) => ({
      written,
      word: own.folded(written),
      start: index,
      end: index + written.length,
    }));

  /**
   * A word in small letters without accents, apostrophes and the s of possession.
   * @param {string} written
   */
  own.folded = (written) =>
    written
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/['’]s$/, "")
      .replace(/['’]/g, "");

  /**
   * What gives the stem of a folded word.
   * @param {Tables} tables
   * @returns {(word: string) => string}
   */
  own.stemmer = ({ endings: [first, second, third] }) => {
    const known = new Map();
    const [long, middle, last] = [Object.keys(first), Object.keys(second), third].map(
      (endings) => new RegExp(`^(.+?)(${endings.slice().sort((one, other) => other.length - one.length).join("|")})$`),
    );
    const steps = [
      plural,
      past,
      lastY,
      (/** @type {string} */ word) => exchanged(word, long, first),
      (/** @type {string} */ word) => exchanged(word, middle, second),
      (/** @type {string} */ word) => withoutLast(word, last),
      finalE,
    ];
    return (word) => {
      if (word.length < 3 || !/^\p{L}+$/u.test(word)) return word;
      if (!known.has(word)) {
        const spelled = word.replace(BRITISH_S, "$1iz").replace(BRITISH_OUR, "$1or");
        const begun = spelled.startsWith("y") ? `Y${spelled.slice(1)}` : spelled;
        known.set(word, steps.reduce((stem, step) => step(stem), begun).toLowerCase());
      }
      return known.get(word);
    };
  };

  /** @param {string} word */
  function plural(word) {
    if (/(?:sses|ies)$/.test(word)) return word.slice(0, -2);
    return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  }

  /** @param {string} word */
  function past(word) {
    if (word.endsWith("eed")) return SOME.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
    const rest = word.replace(/(?:ing|ed)$/, "");
    if (rest === word || !VOWEL.test(rest)) return word;
    if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
    if (DOUBLE.test(rest)) return rest.slice(0, -1);
    return SHORT.test(rest) ? `${rest}e` : rest;
  }

  /** @param {string} word */
  function lastY(word) {
    return word.endsWith("y") && VOWEL.test(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
  }

  /**
   * @param {string} word
   * @param {RegExp} endings
   * @param {Record<string, string>} becoming
   */
  function exchanged(word, endings, becoming) {
    const [, rest, ending] = endings.exec(word) ?? [];
    return rest && SOME.test(rest) ? rest + becoming[ending] : word;
  }

  /**
   * @param {string} word
   * @param {RegExp} endings
   */
  function withoutLast(word, endings) {
    const rest = /[st]ion$/.test(word) ? word.slice(0, -3) : endings.exec(word)?.[1];
    return rest && MORE.test(rest) ? rest : word;
  }

  /** @param {string} word */
  function finalE(word) {
    const rest = word.slice(0, -1);
    const short = word.endsWith("e") && (MORE.test(rest) || (ONE.test(rest) && !SHORT.test(rest)));
    const stem = short ? rest : word;
    return stem.endsWith("ll") && MORE.test(stem) ? stem.slice(0, -1) : stem;
  }
})();
