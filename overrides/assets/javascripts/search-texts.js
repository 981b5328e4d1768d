/*
 * All that the search says, in one place.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;

  own.told = {
    /**
     * Which of the words a result has, for its template.
     * @param {{ count: number, of: number, missing: string[], through: [string, string][] }} coverage
     */
    found({ count, of, missing, through }) {
      const told = /** @type {Record<string, string>} */ ({});
      const not = missing.length ? `; not found: ${missing.join(", ")}` : "";
      if (of > 1) told.found = count === of ? `All ${of} words` : `${count} of ${of} words${not}`;
      if (through.length) told.through = through.map(([typed, other]) => `${typed} → ${other}`).join("; ");
      return told;
    },
  };
})();
