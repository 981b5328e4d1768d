/*
 * What a reader types, taken apart into what is looked for: words, expressions of several words, ages, texts in
 * quotation marks. Small words are left out. Each part is looked for by itself and may be found by equivalents.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;
  const NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
    "seventeen eighteen nineteen twenty"
  ).split(" ");
  const ADULT = 18;
  const OLDEST = 99;
  const MOST_WORDS = 10;

  /**
   * A part of what was typed: how it is written, the `term` it has in the index, what it is made of where it is
   * an expression, the numbers of its equivalents, the ages that it means.
   * @typedef {{ label: string, word: string, term: string, parts: string[], groups: number[],
   *   ages?: [number, number], exact?: (string | null)[], last?: boolean }} Part
   */

  /**
   * What takes a text apart, with the words that the overview of the search data tells.
   * @param {any} core
   */
  own.reader = (core) => {
    const stem = own.stemmer(core);
    const small = new Set(core.small);
    const expressions = new Set([...core.expressions, ...Object.keys(core.groups), ...Object.keys(core.ages)]);
    /** @param {string} word */
    const termOf = (word) => {
      const stemmed = stem(word);
      return Object.hasOwn(core.forms, stemmed) ? core.forms[stemmed] : stemmed;
    };
    const isSmall = (/** @type {string} */ word) => small.has(word);

    /**
     * The parts of a text, each once.
     * @param {string} text
     * @returns {Part[]}
     */
    function parts(text) {
      const found = /** @type {Part[]} */ ([]);
      const rest = text.replace(/["“”]([^"“”]+)["“”]/g, (_, quoted) => {
        const part = exactly(quoted);
        if (part) found.push(part);
        return " ";
      });
      const cut = own.cut(rest);
      for (let at = 0; at < cut.length; ) {
        const [part, length] = partAt(cut, at, rest);
        if (part) found.push({ ...part, last: at + length === cut.length && /[\p{L}\p{N}]$/u.test(rest) });
        at += length;
      }
      return found.filter((part, number) => found.findIndex((other) => other.term === part.term) === number);
    }

    /**
     * A text in quotation marks: its words, one after the other, with gaps where small words are.
     * @param {string} quoted
     * @returns {Part | undefined}
     */
    function exactly(quoted) {
      const words = own.cut(quoted).map(({ word }) => word);
      const exact = words.map((word) => (isSmall(word) ? null : termOf(word)));
      const parts = exact.filter((term) => term !== null);
      if (!parts.length) return undefined;
      return { label: `“${quoted.trim()}”`, word: "", term: `"${exact.join(" ")}`, parts, groups: [], exact };
    }

    /**
     * The part that begins at a word, and of how many words it is made; small words make none.
     * @param {any[]} cut
     * @param {number} at
     * @param {string} text
     * @returns {[Part | undefined, number]}
     */
    function partAt(cut, at, text) {
      const label = (/** @type {number} */ length) => text.slice(cut[at].start, cut[at + length - 1].end);
      const words = cut.map(({ word }) => word);
      const age = ageAt(words, at, (number) => text.slice(cut[number].end, cut[number + 1]?.start));
      if (age) {
        const [ages, length] = age;
        return [{ label: label(length), word: "", term: `#${ages}`, parts: [], groups: [], ages }, length];
      }
      for (let length = Math.min(MOST_WORDS, cut.length - at); length > 1; length--) {
        const term = words.slice(at, at + length).map(termOf).join(" ");
        if (!expressions.has(term)) continue;
        const parts = words.slice(at, at + length).filter((word) => !isSmall(word)).map(termOf);
        return [{ ...known(term), label: label(length), word: "", term, parts }, length];
      }
      const word = words[at];
      if (isSmall(word)) return [undefined, 1];
      return [{ ...known(termOf(word)), label: cut[at].written, word, term: termOf(word), parts: [] }, 1];
    }

    /** @param {string} term */
    function known(term) {
      const groups = Object.hasOwn(core.groups, term) ? core.groups[term] : [];
      return Object.hasOwn(core.ages, term) ? { groups, ages: core.ages[term] } : { groups };
    }

    return { parts, termOf, isSmall };
  };

  /**
   * The ages that are told from a word on, and in how many words, such as “nine-year-old”, “aged 5 to 11”, “under 5s”.
   * @param {string[]} words
   * @param {number} at
   * @param {(number: number) => string} after what is written between a word and the next
   * @returns {[[number, number], number] | undefined}
   */
  function ageAt(words, at, after) {
    const cue = /^(?:age|aged|ages)$/.test(words[at]) ? 1 : 0;
    const limit = /^(?:under|below|over)$/.exec(words[at])?.[0];
    const begin = at + (cue || limit ? 1 : 0);
    const first = numberOf(words[begin]);
    if (first === undefined) return undefined;
    const [last, end] = secondNumber(words, begin, first, after);
    const unit = unitAt(words, end);
    if (isCounted(words[end]) && !unit) return undefined;
    const plural = /s$/.test(words[end - 1]) && /^(?:\d+|five|ten)s$/.test(words[end - 1]);
    if (limit && first <= ADULT + 3) return [within(limit === "over" ? [first, OLDEST] : [0, first]), end + unit - at];
    const written = /\d(?:yo|yrs?|yos)$/.test(words[end - 1]);
    const range = last !== first && first < last && last <= ADULT && end - begin === 2;
    if (!cue && !unit && !plural && !written && !range) return undefined;
    if (unit && /^(?:month|week)/.test(words[end])) return [[0, Math.floor(last / (words[end].startsWith("m") ? 12 : 52))], end + unit - at];
    return [within([first, last]), end + unit - at];
  }

  /**
   * The end of a range such as “5 to 11” or “5-11”, and where the words go on behind it.
   * @param {string[]} words
   * @param {number} begin
   * @param {number} first
   * @param {(number: number) => string} after
   * @returns {[number, number]}
   */
  function secondNumber(words, begin, first, after) {
    const joined = /^\s*[-–]\s*$/.test(after(begin)) ? 1 : /^(?:to|and|or)$/.test(words[begin + 1] ?? "") ? 2 : 0;
    const second = joined ? numberOf(words[begin + joined]) : undefined;
    return second !== undefined && second > first ? [second, begin + joined + 1] : [first, begin + 1];
  }

  /**
   * How many words “years old” and the like take from a place on; 0 where it is none.
   * @param {string[]} words
   * @param {number} at
   */
  function unitAt(words, at) {
    if (/^olds?$/.test(words[at] ?? "")) return 1;
    if (!/^(?:years?|yrs?|months?|weeks?)$/.test(words[at] ?? "")) return 0;
    if (/^olds?$/.test(words[at + 1] ?? "")) return 2;
    return words[at + 1] === "of" && words[at + 2] === "age" ? 3 : 0;
  }

  /** @param {string | undefined} word whether a number before it counts something else than years of age */
  function isCounted(word = "") {
    return /^(?:years?|months?|weeks?|days?|hours?|minutes?|sessions?|people|women|men|families|per|percent)$/.test(word);
  }

  /** @param {string | undefined} word */
  function numberOf(word = "") {
    const digits = /^(\d{1,2})(?:s|yo|yos|yrs?)?$/.exec(word);
    if (digits) return Number(digits[1]);
    const number = NUMBERS.indexOf(word.replace(/^(five|ten)s$/, "$1"));
    return number < 0 ? undefined : number;
  }

  /** @param {number[]} ages */
  function within([first, last]) {
    return /** @type {[number, number]} */ ([Math.min(first, ADULT), Math.min(last, ADULT)]);
  }
})();
