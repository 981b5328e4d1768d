// @ts-check
// "Leave this page": blanks the page at once, puts a neutral one in its place in the history, and tells
// the site's other tabs to do the same. Loaded in the head and run before anything is shown, because
// Back may bring a reader who has left to an earlier page of this site. Nothing is stored: the tab's
// name, which the browser forgets with the tab, says that its reader has left.
(() => {
  "use strict";

  const MARK = "measures";
  const PRESSES = 3;
  const FORGET_AFTER = 5000; // milliseconds between presses
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { title: TITLE = "" } = script.dataset; // of the neutral page of our own
  const neutralPage = new URL("../../measures.html", script.src).href;
  const others = channel();
  let left = false;

  /** @returns {BroadcastChannel | null} the other tabs of the site, where the browser lets them be reached */
  function channel() {
    try {
      return new BroadcastChannel(MARK);
    } catch {
      return null;
    }
  }

  /** @returns {HTMLAnchorElement | null} */
  function button() {
    return document.querySelector("a.leave__button");
  }

  function blank() {
    document.documentElement.style.setProperty("display", "none", "important");
    document.title = TITLE;
    window.stop();
    document.body?.replaceChildren();
  }

  /** Shows the neutral page's name in this document, where no other page can be fetched. */
  function stayNeutral() {
    const heading = document.createElement("h1");
    heading.textContent = TITLE;
    document.head.querySelectorAll("link, style").forEach((style) => style.remove());
    if (!document.body) document.documentElement.append(document.createElement("body"));
    document.body.replaceChildren(heading);
    document.documentElement.style.removeProperty("display");
  }

  /**
   * From a folder the way leads over the neutral page of our own, which goes on to the neutral site when
   * it can be reached.
   * @param {string | undefined} site
   */
  function goElsewhere(site) {
    if (location.protocol === "file:") return location.replace(`${neutralPage}#leave`);
    history.replaceState(null, "", neutralPage);
    return navigator.onLine && site ? location.replace(site) : stayNeutral();
  }

  /** @param {boolean} tellOthers whether the site's other tabs are to leave too */
  function leave(tellOthers) {
    if (left) return;
    left = true;
    const site = button()?.href;
    blank();
    window.name = MARK;
    if (tellOthers) others?.postMessage(MARK);
    else window.close(); // only a tab that a script has opened can be closed; any other goes on
    goElsewhere(site);
  }

  /** Back has brought a reader who has left to an earlier page: the neutral page of our own is enough. */
  function leaveAgain() {
    left = true;
    blank();
    location.replace(neutralPage);
  }

  function onShift() {
    let presses = 0;
    let timer = 0;
    const status = () => /** @type {HTMLElement | null} */ (document.querySelector(".leave__status"));
    const forget = () => {
      presses = 0;
      status()?.replaceChildren();
    };
    addEventListener("pointerdown", forget, true);
    addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Shift") return forget();
        if (event.repeat) return;
        presses += 1;
        if (presses === PRESSES) return leave(true);
        clearTimeout(timer);
        timer = setTimeout(forget, FORGET_AFTER);
        const { once = "", twice = "" } = status()?.dataset ?? {};
        status()?.replaceChildren(PRESSES - presses === 1 ? once : twice);
      },
      true,
    );
  }

  function onButton() {
    document.querySelector(".leave__hint")?.removeAttribute("hidden");
    button()?.addEventListener("click", (event) => {
      event.preventDefault();
      leave(true);
    });
  }

  const [arrival] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (window.name === MARK && arrival?.type === "back_forward") return leaveAgain();
  if (window.name === MARK) window.name = "";
  onShift();
  others?.addEventListener("message", () => leave(false));
  addEventListener("DOMContentLoaded", onButton);
  addEventListener("pageshow", (event) => {
    if (event.persisted && window.name === MARK) leaveAgain();
  });
})();
