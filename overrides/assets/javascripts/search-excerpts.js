/*
 * The passages of a practice that a search has found, with what was found marked: as much of the best passage as
 * fits, and the best of other sections with links to them.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;
  const MOST_WORDS = 34;
  const BEFORE = 6;
  const BACK_TO_SENTENCE = 10;
  const MOST_SECTIONS = 2;
  /** What a passage counts that stands on the page as a fact and not as text. */
  const FACT = 0.6;

  /**
   * The passage that matched best as HTML, and the sections that matched too.
   * @param {{ termOf: (word: string) => string, isSmall: (word: string) => boolean }} reader
   * @param {{ url: string, passages: [string, string, string][] }} page
   * @param {Map<string, number>} marks terms that are to be marked, with how rare they are
   */
  own.excerpts = (reader, page, marks) => {
    const passages = page.passages.map(([text, heading, id], at) => judged({ text, heading, id, at }, reader, marks));
    const ordered = passages.slice().sort((one, other) => other.worth - one.worth || one.at - other.at);
    const [best] = ordered;
    if (!best || !best.worth) return { excerpt: escaped(page.passages[0]?.[0] ?? ""), sub_results: [] };
    const sections = ordered.filter(({ id, worth, at }) => id && at !== best.at && worth >= best.worth / 2);
    const first = sections.filter(({ id }, at) => id !== best.id && sections.findIndex((other) => other.id === id) === at);
    return {
      excerpt: shown(best),
      sub_results: first.slice(0, MOST_SECTIONS).map((section) => ({
        title: section.heading,
        url: `${page.url}#${section.id}`,
        excerpt: shown(section),
      })),
    };
  };

  /**
   * A passage with the words in it that are to be marked and what it is worth: what each counts once, and a
   * little for being used often.
   * @param {{ text: string, heading: string, id: string, at: number }} passage
   * @param {{ termOf: (word: string) => string, isSmall: (word: string) => boolean }} reader
   * @param {Map<string, number>} marks
   */
  function judged(passage, reader, marks) {
    const words = own.cut(passage.text);
    const terms = words.map((/** @type {any} */ { word }) => reader.termOf(word));
    const marked = /** @type {Map<number, string>} */ (new Map());
    for (const term of marks.keys()) {
      const parts = term.split(" ");
      terms.forEach((/** @type {string} */ _, /** @type {number} */ at) => {
        if (!parts.every((part, offset) => terms[at + offset] === part)) return;
        for (let place = at; place < at + parts.length; place++) {
          if (!marked.has(place) && !reader.isSmall(words[place].word)) marked.set(place, term);
        }
      });
    }
    const once = [...new Set(marked.values())].reduce((sum, term) => sum + (marks.get(term) ?? 0), 0);
    const worth = (once + Math.min(marked.size, 5) / 1000) * (passage.heading && !passage.id ? FACT : 1);
    return { ...passage, words, marked, worth, marks };
  }

  /**
   * The part of a passage in which most is marked, as HTML; with “…” where the text goes on.
   * @param {ReturnType<typeof judged>} passage
   */
  function shown({ text, heading, id, words, marked, marks }) {
    const [first, last] = words.length <= MOST_WORDS ? [0, words.length - 1] : windowOf(text, words, marked, marks);
    const begin = first === 0 ? 0 : words[first].start;
    const end = last === words.length - 1 ? text.length : words[last].end;
    let html = first === 0 ? "" : "… ";
    let at = begin;
    for (let number = first; number <= last; number++) {
      if (!marked.has(number)) continue;
      const { start, end: stop } = words[number];
      html += `${escaped(text.slice(at, start))}<mark>${escaped(text.slice(start, stop))}</mark>`;
      at = stop;
    }
    html += escaped(text.slice(at, end)) + (end < text.length ? " …" : "");
    return heading && !id ? `${escaped(heading)}: ${html}` : html;
  }

  /**
   * The first and last word of the part to show: where the marked words count most, from the beginning of a
   * sentence where one is near.
   * @param {string} text
   * @param {any[]} words
   * @param {Map<number, string>} marked
   * @param {Map<string, number>} marks
   */
  function windowOf(text, words, marked, marks) {
    let best = 0;
    let most = -1;
    for (const place of marked.keys()) {
      const within = [...marked].filter(([at]) => at >= place && at < place + MOST_WORDS - BEFORE);
      const worth = [...new Set(within.map(([, term]) => term))].reduce((sum, term) => sum + (marks.get(term) ?? 0), 0);
      if (worth > most || (worth === most && place < best)) [best, most] = [place, worth];
    }
    const beginsSentence = (/** @type {number} */ at) => /[.!?]["”’)]*\s+$/.test(text.slice(words[at - 1]?.end ?? 0, words[at].start));
    let first = Math.max(0, best - BEFORE);
    for (let at = best; at >= Math.max(0, best - BACK_TO_SENTENCE); at--) {
      if (at === 0 || beginsSentence(at)) {
        first = at;
        break;
      }
    }
    return [first, Math.min(words.length - 1, first + MOST_WORDS - 1)];
  }

  /** @param {string} text */
  function escaped(text) {
    return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  }
})();
