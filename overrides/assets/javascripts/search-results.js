/*
 * How results are shown, wherever one searches, and the dialog that the header opens.
 * Built from Pagefind's elements; what they lack is here: what was found in words, what to do when
 * nothing was, a way to more results. Loaded by search.js when somebody begins to search.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;

  const RESULT = `<li class="pf-result">
  <div class="pf-result-card"><div class="pf-result-content">
    <p class="pf-result-title"><a class="pf-result-link" href="{{ url | safeUrl }}">{{ meta.title }}</a></p>
    <p class="search-facts">{{ meta.status }} · Evidence: {{ meta.evidence }} · {{ meta.country }}</p>
    {{#if excerpt}}<p class="pf-result-excerpt">{{+ excerpt +}}</p>{{/if}}
  </div></div>
  {{#if sub_results}}<ul class="pf-heading-chips">
    {{#each sub_results as sub}}<li class="pf-heading-chip">
      <a class="pf-heading-link" href="{{ sub.url | safeUrl }}">{{ sub.title }}</a>
      <p class="pf-heading-excerpt">{{+ sub.excerpt +}}</p>
    </li>{{/each}}
  </ul>{{/if}}
</li>`;

  const WORDS = {
    placeholder: "Search the practices",
    search_label: "Search the practices",
    many_results: "Showing [COUNT] practices for [SEARCH_TERM]",
    one_result: "Showing 1 practice for [SEARCH_TERM]",
    zero_results: "Nothing found for [SEARCH_TERM]",
    total_many_results: "Showing [COUNT] practices",
    total_one_result: "Showing 1 practice",
    total_zero_results: "Nothing found",
    error_search: "The search could not be loaded",
  };

  /** Pages to go on from when nothing is found. */
  const WAYS_ON = [
    ["indexes/index.html", "All indexes"],
    ["indexes/theme/index.html", "By theme"],
    ["indexes/tier/index.html", "By tier of need"],
    ["indexes/country/index.html", "By country"],
    ["practices/index.html", "All practices"],
  ];

  /**
   * @param {string} tag
   * @param {Record<string, string>} [attributes]
   * @param {(Node | string)[]} children
   * @returns {HTMLElement}
   */
  function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }
  own.element = element;

  /**
   * One place to search under its own name, with its own order and filters.
   * @param {string} name
   * @param {Record<string, unknown>} options
   */
  own.place = (name, options) => {
    const instance = window.PagefindComponents.configureInstance(name, options);
    instance.setLanguage("en");
    instance.setTranslations(WORDS);
    return instance;
  };

  /**
   * What was found in words, the results, and a button for more.
   * @param {string} name the place that they belong to
   * @param {number} most so many are shown at once
   * @param {(facts: Element, term: string) => void} [dress] what is made of the facts of each result
   */
  own.results = (name, most, dress) => {
    const instance = window.PagefindComponents.getInstanceManager().getInstance(name);
    const summary = element("p", { class: "search-summary" });
    const note = element("div", { class: "search-note" });
    const template = element("script", { type: "text/pagefind-template" }, RESULT);
    const list = element("pagefind-results", { instance: name, "max-results": String(most) }, template);
    const more = element("button", { type: "button", class: "search-more", hidden: "" }, "Show more");
    let shown = most;
    let asked = "";
    let moving = false;

    if (dress) {
      new MutationObserver(() => {
        for (const facts of list.querySelectorAll(".search-facts")) dress(facts, instance.searchTerm);
      }).observe(list, { childList: true, subtree: true });
    }
    more.addEventListener("click", () => {
      moving = true;
      shown += most;
      list.setAttribute("max-results", String(shown));
      instance.triggerFilters(instance.searchFilters);
    });
    instance.on("search", (/** @type {string} */ term, /** @type {unknown} */ filters) => {
      const now = JSON.stringify([term, filters]);
      if (now !== asked && shown !== most) {
        shown = most;
        list.setAttribute("max-results", String(most));
      }
      asked = now;
    });
    instance.on("results", (/** @type {any} */ found) => {
      const total = found.results.length;
      const term = instance.searchTerm;
      const filtered = Object.keys(instance.searchFilters).length > 0;
      const idle = !term && !instance.faceted;
      summary.textContent = idle ? "" : inWords(total, term, shown);
      more.hidden = total <= shown;
      note.replaceChildren(...(idle ? [] : noteOn(total, term, found.mended, filtered)));
      if (note.textContent) instance.announceRaw(note.textContent);
      else if (total > shown) instance.announceRaw(summary.textContent ?? "");
      const first = moving ? shown - most : -1;
      setTimeout(() => fill(/** @type {any} */ (list), first)); // Pagefind lists them after this
      moving = false;
    });
    return [summary, note, list, more];
  };

  /**
   * Fills all results that are listed, one after the other. Pagefind fills only those in sight, and leaves
   * to who goes from link to link a list with nothing in it but its beginning.
   * @param {HTMLElement & { results: { load: () => Promise<void> }[] }} list
   * @param {number} first the result that gets the focus, if any: the first of those that were added
   */
  async function fill(list, first) {
    const listed = list.results;
    for (const [index, result] of listed.entries()) {
      if (list.results !== listed) return;
      await result.load();
      const link = index === first && list.querySelector(`[data-pf-result-index="${index}"] a`);
      if (link instanceof HTMLElement) link.focus();
    }
  }

  /**
   * @param {number} total
   * @param {string} term
   * @param {number} shown
   */
  function inWords(total, term, shown) {
    const number = new Intl.NumberFormat("en").format(total);
    const sought = term ? ` for “${term}”` : "";
    const part = total > shown ? `; the first ${shown} are shown` : "";
    return `${number} ${total === 1 ? "practice" : "practices"}${sought}${part}`;
  }

  /**
   * @param {number} total
   * @param {string} term
   * @param {string | undefined} mended
   * @param {boolean} filtered
   * @returns {Node[]}
   */
  function noteOn(total, term, mended, filtered) {
    if (total && mended) return [element("p", {}, `No practice has “${term}”. These are for “${mended}”.`)];
    if (total) return [];
    const what = filtered ? "Nothing fits all of this. Take away a filter, or look here:" : "Nothing found. Look here:";
    const links = WAYS_ON.map(([path, text]) =>
      element("li", {}, element("a", { href: new URL(path, own.root).href }, text), " "),
    );
    return [element("p", {}, what), element("ul", { class: "search-ways-on" }, ...links)];
  }

  /**
   * The chosen values as chips; each takes its value away again.
   * @param {any} instance
   */
  own.chips = (instance) => {
    const chips = element("ul", { class: "search-chips", "aria-label": "Chosen filters" });
    instance.on("search", (/** @type {string} */ _, /** @type {Record<string, string[]>} */ filters) => {
      const chosen = Object.entries(filters ?? {}).flatMap(([label, values]) => values.map((value) => [label, value]));
      chips.replaceChildren(...chosen.map(([label, value]) => element("li", {}, chip(instance, label, value, chips))));
      if (chosen.length < 2) return;
      const all = element("button", { type: "button", class: "search-chip" }, "Take all away");
      all.addEventListener("click", () => {
        instance.triggerFilters({});
        focusField();
      });
      chips.append(element("li", {}, all));
    });
    return chips;
  };

  /**
   * @param {any} instance
   * @param {string} label
   * @param {string} value
   * @param {HTMLElement} chips
   */
  function chip(instance, label, value, chips) {
    const cross = element("span", { "aria-hidden": "true" }, " ×");
    const name = `Take away ${label}: ${value}`;
    const button = element("button", { type: "button", class: "search-chip", "aria-label": name }, `${label}: ${value}`, cross);
    button.addEventListener("click", () => {
      const position = [...chips.querySelectorAll("button")].indexOf(/** @type {HTMLButtonElement} */ (button));
      const left = instance.searchFilters[label].filter((/** @type {string} */ each) => each !== value);
      const { [label]: _, ...others } = instance.searchFilters;
      instance.triggerFilters(left.length ? { ...others, [label]: left } : others);
      const next = chips.querySelectorAll("button")[Math.max(0, position - 1)];
      if (next) next.focus();
      else focusField();
    });
    return button;
  }

  function focusField() {
    const field = document.querySelector("#browse input, #case-finder input");
    if (field instanceof HTMLElement) field.focus();
  }

  /**
   * The dialog behind the header's button.
   * @param {HTMLElement} button
   */
  own.dialog = (button) => {
    const name = "dialog";
    const instance = own.place(name, {});
    const input = element("pagefind-input", { instance: name, debounce: "10" });
    const browse = element("a", { href: new URL("practices/index.html", own.root).href }, "Filter and sort all practices");
    const modal = element("pagefind-modal", { instance: name }, element("div"));
    document.body.append(modal);
    const dialog = /** @type {HTMLDialogElement} */ (modal.querySelector("dialog"));
    dialog.setAttribute("aria-label", "Search the practices");
    dialog.replaceChildren(
      element("pagefind-modal-header", { instance: name }, input),
      element("pagefind-modal-body", { instance: name }, ...own.results(name, 20)),
      // A link stands last: from a box, Firefox 140 does not go back to the beginning of a dialog.
      element("pagefind-modal-footer", { instance: name }, slashKey(), element("p", { class: "search-browse" }, browse)),
    );
    // What is said stands in the page, and while the dialog is open nothing of the page is told to anybody.
    const announcer = document.querySelector(`[data-pagefind-announcer][id^="pf-announcer-${name}"]`);
    if (announcer) dialog.append(announcer);
    const bringExitBack = exitComesAlong(dialog);
    dialog.addEventListener("close", () => {
      bringExitBack();
      button.setAttribute("aria-expanded", "false");
      button.focus();
    });
    return {
      /** @param {string} typedAhead what was typed while the dialog was being loaded */
      open(typedAhead) {
        bringExitBack.away();
        /** @type {any} */ (modal).open();
        button.setAttribute("aria-expanded", "true");
        const field = /** @type {HTMLInputElement} */ (modal.querySelector("input"));
        field.focus();
        if (!typedAhead) return;
        field.value += typedAhead;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      },
    };
  };

  /** The choice whether the key / opens the search. */
  function slashKey() {
    const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox" }));
    box.checked = own.slash.isOn();
    box.addEventListener("change", () => own.slash.turn(box.checked));
    return element("p", { class: "search-key" }, element("label", {}, box, " The key / opens the search"));
  }

  /**
   * While a dialog is open nothing outside of it can be reached; "Leave this page" moves into it.
   * @param {HTMLDialogElement} dialog
   */
  function exitComesAlong(dialog) {
    const exit = document.querySelector(".leave");
    const place = document.createComment("the way to leave this page");
    const back = () => {
      if (exit && place.isConnected) place.replaceWith(exit);
    };
    back.away = () => {
      if (!exit || place.isConnected) return;
      exit.replaceWith(place);
      dialog.prepend(exit);
    };
    return back;
  }
})();
