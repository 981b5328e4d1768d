/*
 * Search on every page: the button in the header, its keys, and the loading of everything else.
 * Nothing else is read before somebody asks for the search. No word of it is kept anywhere.
 * The key / can be turned off, because who speaks to a computer may press it unawares (WCAG 2.1.4). That
 * is not kept anywhere either: it stands in the page's address, and links of the site take it along.
 */
"use strict";

/**
 * What the scripts of the search share. The scripts that begin with `search-` and the files in `search/` add to it.
 * @type {Record<string, any>}
 */
window.compendiumSearch = (() => {
  const here = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../../", here.src);
  /** @type {Map<string, Promise<void>>} */
  const loaded = new Map();

  /**
   * Runs a script of the site once; `path` is relative to the site's root.
   * @param {string} path
   * @returns {Promise<void>}
   */
  function script(path) {
    const known = loaded.get(path);
    if (known) return known;
    const promise = new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = new URL(path, root).href;
      element.async = false; // all are read at once and run in the order in which they were asked for
      element.onload = () => resolve();
      element.onerror = () => {
        loaded.delete(path);
        element.remove();
        reject(new Error(`${path} could not be read`));
      };
      document.head.append(element);
    });
    loaded.set(path, promise);
    return promise;
  }

  /**
   * Loads the interface's style sheet ahead of our own, which changes it.
   * @returns {Promise<void>}
   */
  function style() {
    const known = loaded.get("style");
    if (known) return known;
    const promise = new Promise((resolve) => {
      const element = document.createElement("link");
      element.rel = "stylesheet";
      element.href = new URL("search/interface.css", root).href;
      element.onload = element.onerror = () => resolve();
      const ours = document.querySelector('link[href*="stylesheets/search.css"]');
      if (ours) ours.before(element);
      else document.head.append(element);
    });
    loaded.set("style", promise);
    return promise;
  }

  const ENGINE = ["data", "words", "query", "ranking", "excerpts", "spelling", "filters", "engine"];
  const SHOWN = ["texts", "case", "notes", "results"];

  /** Everything that a place to search needs before it can be shown; the engine starts at the same time. */
  async function interfaceReady() {
    const engine = ENGINE.map((name) => script(`assets/javascripts/search-${name}.js`));
    const shown = ["search/interface.js", "search/texts.js", ...SHOWN.map((name) => `assets/javascripts/search-${name}.js`)];
    await Promise.all([...engine, ...shown.map(script), style()]);
    await window.compendiumSearch.engine();
  }

  const OFF = "?slash=off";
  const slash = {
    isOn: () => location.search !== OFF,
    /**
     * The address of a page of the site that is read on with the same choice.
     * @param {string} address
     */
    along(address, on = slash.isOn()) {
      const url = new URL(address);
      url.search = on ? "" : OFF;
      return url.href;
    },
    /** @param {boolean} on */
    turn(on) {
      history.replaceState(history.state, "", slash.along(location.href, on));
      slash.tell();
    },
    /** Says in the header which keys there are. */
    tell() {
      const button = document.querySelector(".search-button");
      button?.setAttribute("aria-keyshortcuts", slash.isOn() ? "/ Control+K" : "Control+K");
      button?.querySelector("kbd")?.toggleAttribute("hidden", !slash.isOn());
    },
    /** @param {Event} event the use of a link, which is to take the choice along */
    goAlong(event) {
      const link = event.target instanceof Element && event.target.closest("a[href]");
      if (!(link instanceof HTMLAnchorElement) || !link.href.startsWith(root.href)) return;
      if (link.search || !slash.isOn()) link.href = slash.along(link.href);
    },
  };

  return { root, script, interfaceReady, slash };
})();

(() => {
  const own = window.compendiumSearch;
  const mount = document.getElementById("site-search");
  if (!mount) return;
  const button = mount.querySelector("button");
  if (!button) return;
  /** @type {Promise<any> | undefined} */
  let ready;
  let typedAhead = "";
  let waiting = false;

  mount.hidden = false;
  button.addEventListener("click", open);
  for (const sign of ["pointerenter", "focus"]) button.addEventListener(sign, prepare, { once: true });
  document.addEventListener("keydown", onKey);
  for (const use of ["click", "auxclick", "contextmenu"]) document.addEventListener(use, own.slash.goAlong, true);
  own.slash.tell();

  /** The dialog, made when it is first wanted. */
  function prepare() {
    ready ??= own.interfaceReady().then(() => own.dialog(button));
    return ready;
  }

  async function open() {
    waiting = true;
    try {
      const dialog = await prepare();
      dialog.open(typedAhead);
    } catch {
      ready = undefined;
      location.href = own.slash.along(new URL("indexes/index.html", own.root).href);
    } finally {
      waiting = false;
      typedAhead = "";
    }
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const alone = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (waiting && event.key.length === 1 && alone) {
      typedAhead += event.key;
      event.preventDefault();
      return;
    }
    const combined = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const slash = event.key === "/" && alone && !isField(event.target) && own.slash.isOn();
    if (!slash && !(combined && event.key.toLowerCase() === "k")) return;
    event.preventDefault();
    const field = document.querySelector("#browse pagefind-input input");
    if (slash && field instanceof HTMLElement && !document.querySelector("dialog[open]")) field.focus();
    else open();
  }

  /** @param {EventTarget | null} target */
  function isField(target) {
    return (
      target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    );
  }
})();
