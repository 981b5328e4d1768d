/*
 * Words that no practice has: what one may be the beginning of while it is being typed, or may be misspelt for.
 * A common English word is never taken for another one.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;
  const LEAST_LETTERS = 4;
  const LEAST_BEGUN = 3;
  const MOST_ENDINGS = 8;
  const LONG = 6;
  const VERY_LONG = 8;
  /** Letters that are written for one another, because they sound alike or lie side by side. */
  const ALIKE = ["aeiouy", "cksxz", "mn", "dt", "bp", "fv", "gj", "er", "ui", "rt", "sd", "nb", "lk", "op"];
  /** What it counts that a letter is another one that is not like it, and that a word begins with another. */
  const UNLIKE = 1.5;
  const OTHER_FIRST = 0.5;

  /**
   * What knows the words of the practices, from what the pack `spelling` tells.
   * @param {{ known: string, english: string }} told
   * @param {(word: string) => string} termOf
   */
  own.speller = (told, termOf) => {
    const known = new Map(
      told.known.split(" ").map((each) => {
        const [word, count] = each.split(":");
        return [word, Number(count ?? 1)];
      }),
    );
    const english = new Set(englishWords(told.english).map(termOf));

    /**
     * The words of practices that begin with a word that is not finished, the most used first.
     * @param {string} begun
     */
    function endings(begun) {
      if (begun.length < LEAST_BEGUN || english.has(termOf(begun))) return [];
      const longer = [...known].filter(([word]) => word.startsWith(begun) && word !== begun);
      return longer.sort(([, one], [, other]) => other - one).slice(0, MOST_ENDINGS).map(([word]) => word);
    }

    /**
     * The word that a misspelt one may have meant; `sure` where it is so near that it can be taken for it.
     * @param {string} word
     * @returns {{ word: string, sure: boolean } | undefined}
     */
    function guess(word) {
      if (word.length < LEAST_LETTERS || /\d/.test(word) || english.has(termOf(word))) return undefined;
      const limit = word.length >= LONG ? 2 : 1;
      let best = "";
      let least = limit + 1;
      for (const [candidate, count] of known) {
        if (Math.abs(candidate.length - word.length) > limit || candidate === word) continue;
        const changes = differences(word, candidate, limit) + (candidate[0] === word[0] ? 0 : OTHER_FIRST);
        if (changes < least || (changes === least && count > (known.get(best) ?? 0))) [least, best] = [changes, candidate];
      }
      if (!best || least > limit) return undefined;
      return { word: best, sure: least <= 1 || (least <= 2 && word.length >= VERY_LONG) };
    }

    return { endings, guess };
  };

  /**
   * The words of the list, each told as how many letters it begins with of the one before it.
   * @param {string} told
   */
  function englishWords(told) {
    let before = "";
    return [...told.matchAll(/(\d)([a-z]*)/g)].map(([, shared, rest]) => (before = before.slice(0, Number(shared)) + rest));
  }

  /**
   * @param {string} one
   * @param {string} other
   */
  function exchange(one, other) {
    if (one === other) return 0;
    return ALIKE.some((letters) => letters.includes(one) && letters.includes(other)) ? 1 : UNLIKE;
  }

  /**
   * Letters added, left out, exchanged or swapped with their neighbour between two words.
   * @param {string} one
   * @param {string} other
   * @param {number} limit more than this need not be counted
   */
  function differences(one, other, limit) {
    let before = /** @type {number[]} */ ([]);
    let above = Array.from({ length: other.length + 1 }, (_, column) => column);
    for (let row = 1; row <= one.length; row++) {
      const line = [row];
      for (let column = 1; column <= other.length; column++) {
        const exchanged = above[column - 1] + exchange(one[row - 1], other[column - 1]);
        let cost = Math.min(above[column] + 1, line[column - 1] + 1, exchanged);
        if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
          cost = Math.min(cost, before[column - 2] + 1);
        }
        line.push(cost);
      }
      if (Math.min(...line) > limit) return limit + 1;
      before = above;
      above = line;
    }
    return above[other.length];
  }
})();
