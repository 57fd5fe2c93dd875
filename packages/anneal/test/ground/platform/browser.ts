import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { byHand } from "./article.ts";

// Runs the published library, bundled for browsers, in a page and in a worker of a real browser, and compares its rates.
const page = fileURLToPath(new URL("./page.ts", import.meta.url));
const { outputFiles } = await build({
  entryPoints: [page],
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  write: false,
});
const script = String(outputFiles[0]?.text);
const origin = "http://anneal.test";
// No eval, no inline script, nothing from elsewhere: what a careful site allows.
const policy = "default-src 'none'; script-src 'self'; worker-src 'self'";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"],
});
try {
  const tab = await browser.newPage();
  const problems: string[] = [];
  tab.on("pageerror", (error) => problems.push(String(error)));
  tab.on("console", (message) => problems.push(message.text()));
  await tab.route(`${origin}/**`, (route) => {
    const isScript = route.request().url().endsWith(".js");
    const body = isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>';
    const contentType = isScript ? "text/javascript" : "text/html";
    return route.fulfill({ body, contentType, headers: { "content-security-policy": policy } });
  });
  await tab.goto(`${origin}/`);
  assert.deepEqual(problems, []);
  const results = await tab.evaluate(`(async () => {
    const worker = new Worker("/page.js", { type: "module" });
    const fromWorker = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = () => reject(new Error("the worker failed"));
    });
    return { page: globalThis.result, worker: await fromWorker };
  })()`);
  assert.deepEqual(problems, []);
  for (const [place, rates] of Object.entries(results as Record<string, Record<string, number[]> | undefined>)) {
    for (const way of ["core", "torch"]) {
      assert.equal(rates?.[way]?.length, 100, `${place}, ${way}: no rates`);
      for (const [epoch, rate] of (rates?.[way] ?? []).entries()) {
        const right = byHand(epoch);
        assert.ok(
          Math.abs(rate - right) <= 1e-12 * right,
          `${place}, ${way}: epoch ${epoch} has ${rate}, not ${right}`,
        );
      }
    }
  }
  console.log(`Chromium ${browser.version()}: the article's 100 rates are right in a page and in a worker`);
} finally {
  await browser.close();
}
