// Runs search.js as a page would, without a page: one JSON request a line in, one JSON answer a line out.
// A request is {files: {name: text}, meta: name, queries: [...]} or {texts: [...]}.
"use strict";
const fs = require("node:fs");
const readline = require("node:readline");
const vm = require("node:vm");

const client = new vm.Script(fs.readFileSync(process.argv[2], "utf8"));

function page(files) {
  const append = (script) => {
    const known = Object.hasOwn(files, script.src);
    if (known) new vm.Script(files[script.src]).runInContext(context);
    queueMicrotask(known ? script.onload : script.onerror);
  };
  const document = { querySelector: () => null, createElement: () => ({}), head: { append } };
  const context = vm.createContext({ document, URLSearchParams });
  client.runInContext(context);
  return context.sitegenSearch;
}

async function answer({ files, meta, queries, texts }) {
  const search = page(files ?? {});
  if (texts) return texts.map(search.tokens);
  search.open(meta);
  return Promise.all(queries.map(async (query) => (await search.find(query)).numbers));
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
  }
})();
