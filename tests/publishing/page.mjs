// A page in a real browser: node page.mjs PACKAGES BROWSER PAGE PDF writes the PDF, and prints as
// JSON what the browser said, fetched and measured, and what axe-core finds, in light and dark, on
// a phone and on a wide screen. Where PAGE is a folder, it prints which texts of its drawings are cut
// or lie on one another, as that browser measures them.
import { readdirSync, readFileSync, statSync } from "node:fs";
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
    const look = statSync(page).isDirectory() ? measured : looked;
    console.log(JSON.stringify(await look(await opened.newPage())));
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

async function measured(tab) {
  const found = [];
  for (const width of [360, 1200]) {
    await tab.setViewport({ width, height: 800 });
    for (const name of readdirSync(page).sort()) {
      const drawing = readFileSync(`${page}/${name}`, "utf8");
      const style = "body { margin: 0 } svg { display: block; width: 100%; height: auto }";
      await tab.setContent(`<!doctype html><style>${style}</style>${drawing}`);
      for (const one of await tab.evaluate(crowded)) found.push(`${name}, ${width}: ${one}`);
    }
  }
  return found;
}

// Runs in the page: every text must lie in the drawing, in its box, and on no other text.
function crowded() {
  const found = [];
  const whole = document.querySelector("svg").getBoundingClientRect();
  const texts = [...document.querySelectorAll("text")].map((one) =>
    ({ said: one.textContent, ...one.getBoundingClientRect().toJSON() }));
  const boxes = [...document.querySelectorAll("rect")].slice(1).map((one) =>
    one.getBoundingClientRect());
  const near = 1;
  for (const [at, one] of texts.entries()) {
    const middle = (one.top + one.bottom) / 2;
    const box = boxes.find((box) => box.top < middle && middle < box.bottom) ?? whole;
    if (one.left < box.left - near || one.right > box.right + near) found.push(`cut: ${one.said}`);
    const size = one.bottom - one.top;
    for (const other of texts.slice(at + 1)) {
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (wide > near && high > size / 4) found.push(`together: ${one.said} / ${other.said}`);
    }
  }
  return found;
}
