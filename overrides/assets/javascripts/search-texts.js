/*
 * Says what the search has to say, with the texts that `search/texts.js` brings.
 */
"use strict";

(() => {
  const own = window.compendiumSearch;

  /**
   * The text of a key with values in the places that it names.
   * @param {string} key
   * @param {Record<string, unknown>} [values]
   * @returns {string}
   */
  own.say = (key, values = {}) => filled(own.texts[key], values);

  /**
   * The text of a key in the form that fits a number.
   * @param {string} key
   * @param {number} number
   * @param {Record<string, unknown>} [values]
   * @returns {string}
   */
  own.sayNumber = (key, number, values = {}) =>
    filled(own.texts[key][number === 1 ? 0 : 1], { n: new Intl.NumberFormat("en").format(number), ...values });

  /**
   * @param {string} text
   * @param {Record<string, unknown>} values
   */
  function filled(text, values) {
    return text.replace(/\{([a-z]+)\}/g, (_, name) => String(values[name]));
  }

  /**
   * Which of the words a result has, and which in other words.
   * @param {{ count: number, of: number, missing: string[], through: [string, string][] }} coverage
   */
  own.sayFound = ({ count, of, missing, through }) => {
    const said = /** @type {Record<string, string>} */ ({});
    const key = count === of ? "words-all" : missing.length ? "words-missing" : "words-some";
    if (of > 1) said.found = own.say(key, { count, of, missing: missing.join(", ") });
    said.through = through.map(([typed, other]) => own.say("through", { typed, other })).join("; ");
    return said;
  };
})();
