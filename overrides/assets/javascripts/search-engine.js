/*
 * Between Pagefind's engine and its interface: reads the index from scripts, the same from a server and
 * from a folder; counts the values of a filter as a reader expects; guesses at misspelt words.
 * Loaded by search.js when somebody begins to search.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;
  /** Files of the index by name. @type {Map<string, Uint8Array>} */
  const files = new Map();
  /** @type {any} */
  let pagefind;

  /**
   * Called by the packs in `search/`, which `generator/search/packing.py` makes: takes over the
   * files in them. Each character of `content` is seven bits.
   * @param {Record<string, number>} lengths length in bytes by name, in the order of the files
   * @param {string} content
   */
  own.keep = (lengths, content) => {
    const packed = new Uint8Array(Math.floor((content.length * 7) / 8));
    let waiting = 0;
    let bits = 0;
    let at = 0;
    for (let position = 0; position < content.length; position++) {
      waiting = ((waiting << 7) | (content.charCodeAt(position) & 127)) & 0x7fff;
      bits += 7;
      if (bits < 8) continue;
      bits -= 8;
      packed[at++] = waiting >> bits;
    }
    const bytes = own.inflate(packed);
    let start = 0;
    for (const [name, length] of Object.entries(lengths)) {
      files.set(name, bytes.subarray(start, start + length));
      start += length;
    }
  };

  /**
   * What Pagefind calls in place of `fetch`: reads one file of the index.
   * @param {string} address
   */
  own.read = async (address) => {
    const name = address.replace(/^pagefind:\//, "").replace(/\?.*$/, "");
    if (!files.has(name)) await own.script(`search/${packOf(name)}`);
    const bytes = files.get(name);
    if (!bytes) throw new Error(`${name} is not in its pack`);
    return {
      arrayBuffer: async () => bytes.slice().buffer,
      json: async () => JSON.parse(new TextDecoder().decode(bytes)),
    };
  };

  /** @param {string} name */
  function packOf(name) {
    const [, folder, stem] = /^(?:([a-z]+)\/)?([^.]*)/.exec(name) ?? [];
    if (folder === "fragment") return `text-${Math.floor(Number(stem) / 4)}.js`;
    if (folder === "index") return `index-${stem}.js`;
    return folder === "filter" ? "filters.js" : "core.js";
  }

  /** What the interface asks for in place of Pagefind's module. */
  own.engine = async () => {
    await Promise.all([own.script("search/engine.js"), own.script("search/core.js")]);
    pagefind ??= begun();
    return { createInstance };
  };

  /**
   * Pagefind. It looks every 50 ms whether it is ready; `ready` says so at once. What a word needs is read
   * while the interface still waits for the next letter.
   */
  function begun() {
    class Engine extends own.Pagefind {
      init(/** @type {unknown[]} */ ...given) {
        this.ready = super.init(...given);
        return this.ready;
      }
    }
    const engine = new Engine({
      basePath: "pagefind:/",
      baseUrl: own.root.pathname,
      language: "en",
      metaCacheTag: "",
      excerptLength: 24,
    });
    document.addEventListener("input", async ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.closest("pagefind-input")) return;
      try {
        await engine.ready;
        await engine.preload(target.value);
      } catch {} // the search itself tells what is wrong
    });
    return engine;
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
        await own.script("search/table.js");
        return counted(await pagefind.filters());
      },
      mergeIndex: nothing,
      /**
       * @param {string | null} term
       * @param {{ filters?: Record<string, string[]> }} [asked]
       */
      search: async (term, asked = {}) => {
        if (withFilters) await own.script("search/table.js");
        const chosen = asked.filters ?? {};
        let found = await run(term, chosen);
        const mended = await mendedOf(term, found.results[0] ?? (await anyResult(term, chosen)));
        const sought = mended ?? term;
        if (mended) found = await run(mended, chosen);
        const counts = withFilters ? await liveCounts(sought, chosen, found.filters) : {};
        const results = await inOrder(found.results, order() || (sought === null ? "title" : ""));
        return { ...found, results, filters: counts, totalFilters: counts, mended };
      },
    };
  }

  /**
   * Pagefind's search: any of the values of a filter will do, or all where the filter says so.
   * @param {string | null} term
   * @param {Record<string, string[]>} chosen
   */
  async function run(term, chosen) {
    await pagefind.ready;
    const filters = Object.fromEntries(
      Object.entries(chosen)
        .filter(([, values]) => values.length)
        .map(([label, values]) => [label, isAll(label) ? values : { any: values }]),
    );
    return pagefind.search(term, { filters });
  }

  /**
   * The results in one of the orders that `search/order.js` knows, or as they are. A result's id is the
   * number of its page.
   * @param {{ id: string }[]} results
   * @param {string} order
   */
  async function inOrder(results, order) {
    if (!order) return results;
    await own.script("search/order.js");
    const places = own.orders[order];
    return results.slice().sort((one, other) => places[Number(one.id)] - places[Number(other.id)]);
  }

  /** @param {string} label */
  function isAll(label) {
    return own.filters.some((/** @type {any} */ each) => each.label === label && each.all);
  }

  /**
   * How many results each value would give. Within a filter any of the chosen values will do, so the
   * counts of a filter that is in use come from the same search without it.
   * @param {string | null} term
   * @param {Record<string, string[]>} chosen
   * @param {Record<string, Record<string, number>>} found
   */
  async function liveCounts(term, chosen, found) {
    const counts = { ...found };
    const inUse = Object.keys(chosen).filter((label) => chosen[label].length && !isAll(label));
    await Promise.all(
      inUse.map(async (label) => {
        const { [label]: _, ...others } = chosen;
        counts[label] = (await run(term, others)).filters[label];
      }),
    );
    return counted(counts);
  }

  /**
   * All filters and values in their own order, with 0 where nothing is found.
   * @param {Record<string, Record<string, number>>} counts
   */
  function counted(counts) {
    return Object.fromEntries(
      own.filters.map((/** @type {any} */ { label, values }) => [
        label,
        Object.fromEntries(values.map((/** @type {string} */ value) => [value, counts[label]?.[value] ?? 0])),
      ]),
    );
  }

  /**
   * The best result whatever the filters, for a search whose filters leave none.
   * @param {string | null} term
   * @param {Record<string, string[]>} chosen
   */
  async function anyResult(term, chosen) {
    return Object.keys(chosen).length ? (await run(term, {})).results[0] : undefined;
  }

  /**
   * What the words may have meant, or nothing where they are right. Pagefind shortens a word that it does
   * not have until it finds something, so a misspelt word gives far too much or nothing; where the best
   * result has not got a word, the word is exchanged for the nearest one that practices use.
   * @param {string | null} term
   * @param {{ data: () => Promise<any> } | undefined} best
   * @returns {Promise<string | undefined>}
   */
  async function mendedOf(term, best) {
    if (term === null || /^\s*"/.test(term)) return undefined;
    const words = term.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];
    const text = best ? textOf(await best.data()) : "";
    const foreign = words.filter((word) => word.length > 3 && !text.includes(stemOf(word)));
    if (!foreign.length) return undefined;
    await own.script("search/words.js");
    own.known ??= knownWords(own.words);
    const mends = new Map();
    for (const word of foreign) if (!isKnown(word)) mends.set(word, nearest(word) || word);
    const mended = words.map((word) => mends.get(word) ?? word).join(" ");
    return mended === words.join(" ") ? undefined : mended;
  }

  /** @param {{ content: string, meta: Record<string, string> }} page */
  function textOf({ content, meta }) {
    return `${content} ${Object.values(meta).join(" ")}`.toLowerCase();
  }

  /**
   * A word without a common English ending.
   * @param {string} word
   */
  function stemOf(word) {
    const stem = word.replace(/['’]s?$/, "").replace(/(?:ies|ing|ed|es|ly|s|y|e)$/, "");
    return stem.length > 3 ? stem : word;
  }

  /** @param {string} told */
  function knownWords(told) {
    return new Map(
      told.split(" ").map((each) => {
        const [word, count] = each.split(":");
        return [word, Number(count ?? 1)];
      }),
    );
  }

  /**
   * Whether a word is known, is the beginning of a known one, or is one but for its ending.
   * @param {string} word
   * @returns {boolean}
   */
  function isKnown(word) {
    const stem = stemOf(word);
    for (const known of own.known.keys()) if (known.startsWith(stem)) return true;
    return word.includes("-") && word.split("-").every((part) => part.length < 4 || isKnown(part));
  }

  /**
   * The known word with the fewest letters different: one in short words, two in longer ones.
   * Of equals the one that more practices use.
   * @param {string} word
   */
  function nearest(word) {
    const limit = word.length > 5 ? 2 : 1;
    let best = "";
    let least = limit + 1;
    for (const [known, count] of own.known) {
      if (Math.abs(known.length - word.length) > limit) continue;
      const distance = differences(word, known, limit);
      if (distance < least || (distance === least && count > own.known.get(best))) {
        least = distance;
        best = known;
      }
    }
    return least <= limit ? best : "";
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
        const same = one[row - 1] === other[column - 1] ? 0 : 1;
        let cost = Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + same);
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
