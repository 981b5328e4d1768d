/*
 * Runs the search of a built site without a browser: `node engine.mjs SITE` reads one JSON request a line from
 * standard input and answers each with one line. `{"stems": [texts]}` gives the stems of each text's words,
 * `{"queries": [texts]}` what the search answers to each.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import vm from "node:vm";

const [site] = process.argv.slice(2);
const SCRIPTS = ["data", "words", "query", "ranking", "excerpts", "spelling", "filters", "texts", "case", "engine"];
const MOST = 10;
const own = { root: new URL("https://site.test/"), script };
const context = vm.createContext({
  window: { compendiumSearch: own },
  compendiumSearch: own,
  ...{ Response, Blob, DecompressionStream, URL, Intl },
});
for (const name of SCRIPTS) await script(`assets/javascripts/search-${name}.js`);
await script("search/texts.js");

async function script(path) {
  vm.runInContext(readFileSync(`${site}/${path}`, "utf-8"), context, { filename: path });
}

async function stemsOf(text) {
  const stem = own.stemmer(await own.data("core"));
  return own.cut(text).map(({ word }) => stem(word));
}

async function answerTo(query) {
  const { createInstance } = await own.engine();
  const { results, sought, everything, withAllWords } = await createInstance().search(query);
  const shown = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
  const { parts = [], mended = [], offered = [] } = sought ?? {};
  return {
    total: everything ? 0 : results.length,
    withAllWords,
    parts: parts.map(({ label }) => label),
    ...{ mended, offered },
    case: sought ? await own.caseFor(sought) : null,
    shown: everything ? [] : shown.map(({ url, excerpt, meta, sub_results }) => ({
      ...{ url: url.slice(1), excerpt, found: meta.found ?? "", through: meta.through ?? "" },
      sections: sub_results.map(({ title }) => title),
    })),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { stems, queries } = JSON.parse(line);
  console.log(JSON.stringify(await Promise.all(stems ? stems.map(stemsOf) : queries.map(answerTo))));
}
