/*
 * Runs the search of a built site without a browser: `node engine.mjs SITE` reads one JSON request a line from
 * standard input and answers each with one line. `{"stems": [words]}` gives stems, `{"queries": [texts]}` the
 * results of each query.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import vm from "node:vm";

const [site] = process.argv.slice(2);
const SCRIPTS = ["data", "words", "query", "ranking", "excerpts", "spelling", "filters", "texts", "case", "engine"];
const own = { root: new URL("https://site.test/"), script };
const context = vm.createContext({
  window: { compendiumSearch: own },
  compendiumSearch: own,
  ...{ Response, Blob, DecompressionStream, URL, console },
});
for (const name of SCRIPTS) await script(`assets/javascripts/search-${name}.js`);
await script("search/texts.js");

async function script(path) {
  vm.runInContext(readFileSync(`${site}/${path}`, "utf-8"), context, { filename: path });
}

async function answer({ stems, queries }) {
  const { createInstance } = await own.engine();
  if (stems) {
    const stem = own.stemmer(await own.data("core"));
    return stems.map((text) => own.cut(text).map(({ word }) => stem(word)));
  }
  const instance = createInstance();
  return Promise.all(
    queries.map(async (query) => {
      const { results, sought } = await instance.search(query);
      const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      const of = ({ url, excerpt, meta, sub_results }) => ({ url: url.slice(1), excerpt, found: meta.found, through: meta.through, sections: sub_results });
      const { parts = [], mended = [], offered = [] } = sought ?? {};
      return { total: results.length, parts: parts.map(({ label }) => label), mended, offered, shown: shown.map(of) };
    }),
  );
}

for await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify(await answer(JSON.parse(line))));
