// Opens saved pages in headless Chromium, with the network cut, and looks for what shuts people out with axe-core.
//
//   node page.mjs CHROMIUM AXE-CORE-FILE PAGE…
//
// Prints a JSON array: for each page its violations (rule, and what it is about), how many rules it passed, and the
// addresses that it tried to fetch.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const [chromium, axeFile, ...pages] = process.argv.slice(2);
const axe = readFileSync(axeFile, 'utf8');
const browser = await puppeteer.launch({
  executablePath: chromium,
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND'],
});

async function looked(file) {
  const page = await browser.newPage();
  const asked = [];
  const own = pathToFileURL(file).href;
  page.on('request', (request) => {
    if (request.url() !== own && !request.url().startsWith('data:')) asked.push(request.url());
  });
  await page.setBypassCSP(true);
  await page.goto(own, { waitUntil: 'load' });
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  await page.close();
  return {
    violations: found.violations.map((one) => [one.id, one.nodes.map((node) => node.html.slice(0, 200))]),
    passed: found.passes.length,
    asked,
  };
}

const answers = [];
for (const file of pages) {
  answers.push(await looked(file));
}
await browser.close();
console.log(JSON.stringify(answers));
