// The YAML extension does not look into Markdown. So the fields of each open practice are shown to it as a
// document of their own, and what it says of them is shown in the practice.
"use strict";

const vscode = require("vscode");
const { fieldsOnly, lastFieldLine } = require("./fields.js");

const SCHEME = "compendium-fields";
const PRACTICES = { language: "markdown", pattern: "**/practices/*.md" };

/** @param {import("vscode").ExtensionContext} context */
function activate(context) {
  const changed = new vscode.EventEmitter();
  const problems = vscode.languages.createDiagnosticCollection(SCHEME);

  const isPractice = (document) => vscode.languages.match(PRACTICES, document) > 0;
  const fieldsOf = (uri) => uri.with({ scheme: SCHEME, path: `${uri.path}.yaml` });
  const practiceOf = (uri) => uri.with({ scheme: "file", path: uri.path.replace(/\.yaml$/, "") });
  const open = (uri) =>
    vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());

  async function show(document) {
    if (!isPractice(document)) return;
    await vscode.workspace.openTextDocument(fieldsOf(document.uri));
    changed.fire(fieldsOf(document.uri));
  }

  function ask(command) {
    return async (document, position, ...rest) => {
      if (position.line === 0 || position.line >= lastFieldLine(document.getText())) return undefined;
      await show(document);
      const found = await vscode.commands.executeCommand(command, fieldsOf(document.uri), position, ...rest);
      return Array.isArray(found) ? found[0] : found;
    };
  }
  const complete = ask("vscode.executeCompletionItemProvider");

  context.subscriptions.push(
    changed,
    problems,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => fieldsOnly(open(practiceOf(uri))?.getText() ?? ""),
    }),
    vscode.languages.registerCompletionItemProvider(
      PRACTICES,
      { provideCompletionItems: (document, position) => complete(document, position) },
      " ",
      "-",
      "[",
    ),
    vscode.languages.registerHoverProvider(PRACTICES, {
      provideHover: (document, position) => ask("vscode.executeHoverProvider")(document, position),
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris.filter((each) => each.scheme === SCHEME)) {
        problems.set(practiceOf(uri), vscode.languages.getDiagnostics(uri));
      }
    }),
    vscode.workspace.onDidOpenTextDocument(show),
    vscode.workspace.onDidChangeTextDocument(({ document }) => show(document)),
    vscode.workspace.onDidCloseTextDocument((document) => problems.delete(document.uri)),
  );
  vscode.workspace.textDocuments.forEach(show);
}

module.exports = { activate };
