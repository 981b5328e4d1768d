/*
 * The filters: which practices they let through, and how many each of their values would give.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;
  /** @type {Promise<any> | undefined} */
  let ready;

  /** What knows the filters, made when it is first asked for. */
  own.filtering = () => (ready ??= begin());

  async function begin() {
    const [told] = await Promise.all([own.data("filters"), own.script("search/table.js")]);
    const pagesOf = Object.fromEntries(
      Object.entries(told).map(([label, values]) => [
        label,
        Object.fromEntries(Object.entries(values).map(([value, steps]) => [value, new Set(own.rising(steps))])),
      ]),
    );
    const isAll = (/** @type {string} */ label) =>
      own.filters.some((/** @type {any} */ each) => each.label === label && each.all);

    /**
     * Whether a page passes: any of the chosen values of a filter will do, or all where the filter says so.
     * @param {Record<string, string[]>} chosen
     * @returns {(page: number) => boolean}
     */
    function allowed(chosen) {
      const asked = Object.entries(chosen).filter(([, values]) => values.length);
      return (page) =>
        asked.every(([label, values]) => {
          const has = (/** @type {string} */ value) => pagesOf[label]?.[value]?.has(page) ?? false;
          return isAll(label) ? values.every(has) : values.some(has);
        });
    }

    /**
     * How many results each value would give. Within a filter any of the chosen values will do, so the counts of
     * a filter that is in use come from the same search without it.
     * @param {Record<string, string[]>} chosen
     * @param {(chosen: Record<string, string[]>) => number[]} pagesUnder
     */
    function counts(chosen, pagesUnder) {
      const all = pagesUnder(chosen);
      return Object.fromEntries(
        own.filters.map((/** @type {any} */ { label, values }) => {
          const { [label]: inUse, ...others } = chosen;
          const pages = inUse?.length && !isAll(label) ? pagesUnder(others) : all;
          return [
            label,
            Object.fromEntries(
              values.map((/** @type {string} */ value) => [value, pages.filter((page) => pagesOf[label][value].has(page)).length]),
            ),
          ];
        }),
      );
    }

    /**
     * Those of the pages that have values of the most filters, where none has values of all.
     * @param {Record<string, string[]>} chosen
     * @param {{ page: number }[]} pages
     */
    function nearest(chosen, pages) {
      const each = Object.entries(chosen).map(([label, values]) => allowed({ [label]: values }));
      const passed = pages.map(({ page }) => each.filter((passes) => passes(page)).length);
      const most = Math.max(0, ...passed);
      return pages.filter((_, at) => passed[at] === most);
    }

    return { allowed, counts, nearest };
  }
})();
