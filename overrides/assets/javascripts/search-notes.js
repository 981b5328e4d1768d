/*
 * What is said beside results: which words were taken for others, which no practice has, and where to go on when
 * nothing fits: nobody is left with an empty page.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;

  /** Pages to go on from when nothing is found. */
  const WAYS_ON = [
    ["indexes/index.html", "way-indexes"],
    ["indexes/theme/index.html", "way-theme"],
    ["indexes/tier/index.html", "way-tier"],
    ["indexes/country/index.html", "way-country"],
    ["practices/index.html", "way-practices"],
  ];

  /**
   * The notes on what was found, in their order.
   * @param {any} found what `search-engine.js` answers
   * @param {HTMLElement} list the list of results, whose place to search takes up what is offered
   * @returns {Promise<Node[]>}
   */
  own.notesOn = async ({ withAllWords, beyond, everything, sought }, list) => {
    const { element } = own;
    const paragraph = (/** @type {(string | Node)[]} */ ...parts) => element("p", {}, ...parts);
    const notes = [];
    if (beyond) notes.push(paragraph(own.say("beyond-filters")));
    if (!sought) return notes;
    for (const [typed, meant] of sought.mended) notes.push(paragraph(own.say("mended", { typed, meant })));
    for (const [typed, meant] of sought.offered) notes.push(paragraph(`${own.say("unknown", { typed })} `, offer(meant, typed, sought.text, list)));
    for (const typed of sought.unknown) notes.push(paragraph(own.say("unknown", { typed })));
    const several = sought.parts.length > 1;
    if (several && !withAllWords && !beyond && !everything) notes.push(paragraph(own.say("nearest")));
    if (!withAllWords) notes.push(paragraph(await caseLink(sought)));
    if (everything) notes.push(paragraph(own.say("nothing")), waysOn(), paragraph(own.say("everything")));
    return notes;
  };

  /**
   * A button that searches for a word in the place of the one that no practice has.
   * @param {string} meant
   * @param {string} typed
   * @param {string} text
   * @param {HTMLElement} list
   */
  function offer(meant, typed, text, list) {
    const button = own.element("button", { type: "button", class: "search-offer" }, own.say("offered", { meant }));
    button.addEventListener("click", () => {
      const name = list.getAttribute("instance");
      const field = document.querySelector(`pagefind-input[instance="${name}"] input`);
      if (!(field instanceof HTMLInputElement)) return;
      field.value = text.replace(typed, meant);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    });
    return button;
  }

  /** @param {any} sought */
  async function caseLink(sought) {
    const { address, answers } = await own.caseFor(sought);
    const text = answers.length ? own.say("case-with", { answers: answers.join(", ") }) : own.say("case");
    return own.element("a", { href: new URL(address, own.root).href }, text);
  }

  function waysOn() {
    const links = WAYS_ON.map(([path, key]) =>
      own.element("li", {}, own.element("a", { href: new URL(path, own.root).href }, own.say(key)), " "),
    );
    return own.element("ul", { class: "search-ways-on" }, ...links);
  }
})();
