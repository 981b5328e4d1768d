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
    <p class="search-facts">{{ meta.facts }}</p>
    {{#if meta.found}}<p class="search-words">{{ meta.found }}</p>{{/if}}
    {{#if meta.through}}<p class="search-words">{{ meta.through }}</p>{{/if}}
    {{#if excerpt}}<p class="pf-result-excerpt">{{+ excerpt +}}</p>{{/if}}
  </div></div>
  {{#if sub_results}}<ul class="pf-heading-chips">
    {{#each sub_results as sub}}<li class="pf-heading-chip">
      <a class="pf-heading-link" href="{{ sub.url | safeUrl }}">{{ sub.title }}</a>
      <p class="pf-heading-excerpt">{{+ sub.excerpt +}}</p>
    </li>{{/each}}
  </ul>{{/if}}
</li>`;

  /** What Pagefind's interface says by itself, in our words; how much was found is announced here. */
  function interfaceTexts() {
    const numbers = ["many_results", "one_result", "zero_results", "total_many_results", "total_one_result", "total_zero_results"];
    return {
      placeholder: own.say("label"),
      search_label: own.say("label"),
      error_search: own.say("error"),
      ...Object.fromEntries(numbers.map((name) => [name, ""])),
    };
  }

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
    instance.setTranslations(interfaceTexts());
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
    const more = element("button", { type: "button", class: "search-more", hidden: "" }, own.say("more"));
    let shown = most;
    let asked = "";
    let moving = false;
    /** @type {unknown} */
    let latest;

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
    instance.on("results", async (/** @type {any} */ found) => {
      const total = found.results.length;
      const idle = !instance.searchTerm && !instance.faceted;
      const first = moving ? shown - most : -1;
      latest = found;
      moving = false;
      more.hidden = total <= shown;
      summary.textContent = idle ? "" : inWords(found, instance.searchTerm, shown);
      setTimeout(() => fill(/** @type {any} */ (list), first)); // Pagefind lists them after this
      const notes = idle ? [] : await own.notesOn(found, list);
      if (latest !== found) return;
      note.replaceChildren(...notes);
      const said = [summary, ...note.children].map(({ textContent }) => textContent).join(" ").trim();
      if (said) instance.announceRaw(said);
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
   * How many practices there are, and how many of them have all words.
   * @param {any} found
   * @param {string} term
   * @param {number} shown
   */
  function inWords({ results, withAllWords, beyond, everything, sought }, term, shown) {
    const total = everything ? 0 : results.length;
    const number = own.sayNumber(term ? "found-for" : "found", total, { term });
    const all = sought?.parts.length > 1 && withAllWords && !beyond ? `: ${own.sayNumber("found-all", withAllWords)}` : "";
    const summary = `${number}${all}`;
    return total > shown ? own.say("first-shown", { summary, n: shown }) : summary;
  }

  /**
   * The chosen values as chips; each takes its value away again.
   * @param {any} instance
   */
  own.chips = (instance) => {
    const chips = element("ul", { class: "search-chips", "aria-label": own.say("chosen") });
    instance.on("search", (/** @type {string} */ _, /** @type {Record<string, string[]>} */ filters) => {
      const chosen = Object.entries(filters ?? {}).flatMap(([label, values]) => values.map((value) => [label, value]));
      chips.replaceChildren(...chosen.map(([label, value]) => element("li", {}, chip(instance, label, value, chips))));
      if (chosen.length < 2) return;
      const all = element("button", { type: "button", class: "search-chip" }, own.say("clear"));
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
    const name = own.say("remove", { label, value });
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
    const browse = element("a", { href: new URL("practices/index.html", own.root).href }, own.say("browse"));
    const modal = element("pagefind-modal", { instance: name }, element("div"));
    document.body.append(modal);
    const dialog = /** @type {HTMLDialogElement} */ (modal.querySelector("dialog"));
    dialog.setAttribute("aria-label", own.say("label"));
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
    return element("p", { class: "search-key" }, element("label", {}, box, ` ${own.say("slash")}`));
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
