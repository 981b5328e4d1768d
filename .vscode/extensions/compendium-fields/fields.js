// The fields of a practice as a YAML document of its own: the same lines in the same places, without the
// lines `---` and without the text below them.
"use strict";

/** @param {string} text @returns {number} the number of lines up to the closing `---`, or 0 without fields */
function lastFieldLine(text) {
  const lines = text.split(/\r?\n/);
  if (!/^--- *$/.test(lines[0])) return 0;
  const end = lines.findIndex((line, number) => number > 0 && /^--- *$/.test(line));
  return end < 0 ? lines.length : end;
}

/** @param {string} text @returns {string} */
function fieldsOnly(text) {
  const end = lastFieldLine(text);
  return text
    .split(/\r?\n/)
    .map((line, number) => (number > 0 && number < end ? line : ""))
    .join("\n");
}

module.exports = { fieldsOnly, lastFieldLine };
