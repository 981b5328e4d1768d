// @ts-check
// The neutral page's way on: to the neutral site when it can be reached, and nowhere when it cannot.
// Only a reader who has just left a page comes here with "#leave"; one who comes Back stays.
(() => {
  "use strict";

  const PATIENCE = 4000; // milliseconds
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { site = "" } = script.dataset;
  const [arrival] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  // Firefox forgets a tab's name between a folder and a server: pages before this one must still know.
  addEventListener("pageshow", () => {
    window.name = "measures";
  });
  if (location.hash !== "#leave" || arrival?.type === "back_forward" || !navigator.onLine) return;
  fetch(site, {
    mode: "no-cors",
    cache: "no-store",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(PATIENCE),
  }).then(
    () => location.assign(site),
    () => {},
  );
})();
