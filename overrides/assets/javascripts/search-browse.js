/*
 * The browse page: filters with live counts, chips for what is chosen, the order of results.
 * Without this script the page is the plain list of all practices that it was made as.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;
  const mount = document.getElementById("browse");
  if (!own || !mount) return;
  const NAME = "browse";
  const ORDERS = [
    ["", "Relevance"],
    ["title", "Title"],
    ["evidence", "Evidence, strongest first"],
    ["reviewed", "Review date, newest first"],
  ];
  own.interfaceReady().then(show);

  function show() {
    const { element } = own;
    const order = /** @type {HTMLSelectElement} */ (
      element("select", { id: "search-order" }, ...ORDERS.map(([value, text]) => new Option(text, value)))
    );
    const instance = own.place(NAME, { order: () => order.value, withFilters: true });
    instance.faceted = true;
    order.addEventListener("change", () => instance.triggerFilters(instance.searchFilters));
    const pane = element("pagefind-filter-pane", { instance: NAME, open: "who it serves,theme" });
    const filters = element("details", { class: "search-filters" }, element("summary", {}, "Filters"), pane);
    const wide = matchMedia("(min-width: 60em)");
    const fit = () => filters.toggleAttribute("open", wide.matches);
    wide.addEventListener("change", fit);
    fit();
    mount.replaceChildren(
      element("pagefind-input", { instance: NAME, debounce: "10" }),
      own.chips(instance),
      element(
        "div",
        { class: "search-columns" },
        filters,
        element(
          "div",
          { class: "search-found" },
          element("p", { class: "search-order" }, element("label", { for: "search-order" }, "Sort by"), " ", order),
          ...own.results(NAME, 20),
        ),
      ),
    );
    mount.hidden = false;
    for (const plain of document.querySelectorAll("[data-without-search]")) plain.setAttribute("hidden", "");
    instance.triggerLoad();
  }
})();
