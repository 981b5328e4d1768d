/*
 * Reads the search data from scripts, the same from a server and from a folder. Each pack in `search/` is made
 * by `generator/search/packing.py` and read once. Loaded by search.js when somebody begins to search.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;
  /** Values of packs by name. @type {Map<string, Promise<any>>} */
  const packs = new Map();

  /**
   * Called by the packs: takes over what is in one. Each character of `content` is seven bits; the length of the
   * value is for the check of a built site.
   * @param {string} name
   * @param {number} _
   * @param {string} content
   */
  own.keep = (name, _, content) => {
    packs.set(name, opened(content));
  };

  /**
   * What is in a pack.
   * @param {string} name
   * @returns {Promise<any>}
   */
  own.data = async (name) => {
    if (!packs.has(name)) await own.script(`search/${name}.js`);
    return packs.get(name);
  };

  /** @param {string} content */
  function opened(content) {
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
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  }

  /**
   * Numbers that are told as the steps between them.
   * @param {number[]} steps
   */
  own.rising = (steps) => {
    let number = 0;
    return steps.map((step) => (number += step));
  };
})();
