// Mermaid's own parser: a list of diagrams as JSON on standard input, on standard output one line
// of what is wrong for each that it refuses. Its first argument is the folder of packages.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [packages, asked] = process.argv.slice(2);
const about = (name) => JSON.parse(readFileSync(`${packages}/${name}/package.json`, "utf8"));

if (asked === "--version") {
  console.log(about("mermaid").version);
  process.exit();
}

const load = (place) => import(pathToFileURL(`${packages}/${place}`).href);
const { JSDOM } = await load("jsdom/lib/api.js");
const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await load("mermaid/dist/mermaid.core.mjs");

for (const [at, diagram] of JSON.parse(readFileSync(0, "utf8")).entries()) {
  try {
    await mermaid.parse(diagram);
  } catch (error) {
    console.log(`${at}: ${String(error.message).split("\n").slice(0, 4).join(" ")}`);
  }
}
process.exit();
