// A page in a real browser: node page.mjs PACKAGES BROWSER PAGE PDF writes the PDF, and prints as
// JSON what the browser said, fetched and measured, and what axe-core finds, in light and dark, on
// a phone and on a wide screen.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [packages, browser, page, pdf] = process.argv.slice(2);
const place = "puppeteer-core/lib/esm/puppeteer/puppeteer-core.js";
const { default: puppeteer } = await import(pathToFileURL(`${packages}/${place}`).href);
const args = process.getuid() === 0 ? ["--no-sandbox"] : [];
const opened = await puppeteer.launch({ executablePath: browser, args });

try {
  if (page === "--version") {
    console.log(await opened.version());
  } else {
    console.log(JSON.stringify(await looked(await opened.newPage())));
  }
} finally {
  await opened.close();
}

async function looked(tab) {
  const found = { said: [], fetched: [], axe: [], sideways: [] };
  const address = pathToFileURL(page).href;
  const axe = readFileSync(`${packages}/axe-core/axe.min.js`, "utf8");
  tab.on("console", (one) => found.said.push(one.text()));
  tab.on("pageerror", (one) => found.said.push(String(one)));
  tab.on("request", (one) => {
    if (one.url() !== address && !one.url().startsWith("data:")) found.fetched.push(one.url());
  });
  for (const value of ["light", "dark"]) {
    await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
    for (const width of [360, 1200]) {
      await tab.setViewport({ width, height: 800 });
      await tab.goto(address);
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) found.sideways.push(`${value}, ${width}: ${wide}`);
      await tab.evaluate(axe);
      const wrong = await tab.evaluate(async () => (await axe.run()).violations);
      for (const one of wrong) found.axe.push(`${value}, ${width}: ${one.id} ${one.nodes[0].html}`);
    }
  }
  found.pictures = await tab.evaluate(() =>
    [...document.images].filter((one) => one.complete && one.naturalWidth > 0).length);
  await tab.pdf({ path: pdf, preferCSSPageSize: true, tagged: true });
  return found;
}
