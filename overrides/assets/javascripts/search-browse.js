/*
 * The browse page: filters with live counts, chips for what is chosen, the order of results, and results
 * that show what the cards of all lists show. Without this script the page is the plain list of all
 * practices that it was made as.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;
  const mount = document.getElementById("browse");
  if (!own || !mount) return;
  const NAME = "browse";
  const ORDERS = [
    ["", "order-relevance"],
    ["title", "order-title"],
    ["evidence", "order-evidence"],
    ["reviewed", "order-reviewed"],
  ];
  own.interfaceReady().then(show);

  function show() {
    const { element } = own;
    const order = /** @type {HTMLSelectElement} */ (
      element("select", { id: "search-order" }, ...ORDERS.map(([value, key]) => new Option(own.say(key), value)))
    );
    const instance = own.place(NAME, { order: () => order.value, withFilters: true });
    instance.faceted = true;
    order.addEventListener("change", () => instance.triggerFilters(instance.searchFilters));
    const pane = element("pagefind-filter-pane", { instance: NAME, open: "who it serves,theme" });
    const filters = element("details", { class: "search-filters" }, element("summary", {}, own.say("filters")), pane);
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
          element("p", { class: "search-order" }, element("label", { for: "search-order" }, own.say("sort")), " ", order),
          ...own.results(NAME, 20, dressed()),
        ),
      ),
    );
    mount.hidden = false;
    for (const plain of document.querySelectorAll("[data-without-search]")) plain.setAttribute("hidden", "");
    instance.triggerLoad();
  }

  /** Gives a result the drawings and words of its card in the plain list; its summary where no word is sought. */
  function dressed() {
    /** @param {Element} from */
    const page = (from) => from.querySelector("a")?.pathname.split("/").pop();
    const cards = new Map([...document.querySelectorAll("[data-without-search] .card")].map((card) => [page(card), card]));
    return (/** @type {Element} */ facts, /** @type {string} */ term) => {
      const result = /** @type {Element} */ (facts.closest(".pf-result"));
      const card = cards.get(page(result));
      const [summary, ...others] = [".card__summary", ".card__for", ".card__side"].map((part) => card?.querySelector(part));
      const excerpt = result.querySelector(".pf-result-excerpt");
      if (!summary || !excerpt) return;
      facts.replaceWith(...others.map((other) => other.cloneNode(true)));
      if (!term) excerpt.textContent = summary.textContent;
    };
  }
})();
