import { existsSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why the tests in a browser are skipped, or nothing. With CHROMIUM set they never are. */
export const MISSING =
  process.env.CHROMIUM || existsSync(executablePath)
    ? ""
    : `skipped, as there is no ${executablePath}; set CHROMIUM to the path of a Chromium or Chrome`;

if (MISSING) console.warn(`The tests in a browser are ${MISSING}.`);

/** Starts the browser. WebGL runs in software, as no graphics card is assumed. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-gl=angle",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
    ],
  });
}

/** What a page is made of and allowed. */
export interface Site {
  /** The TypeScript file that is bundled with the published library and what else it imports. */
  readonly script: URL;
  /** The content security policy. */
  readonly policy: string;
  /** Files that are served beside it, by their names. */
  readonly files?: Readonly<Record<string, URL>>;
}

/** A page that has loaded its script, and what it has complained of so far. */
export interface Opened {
  readonly page: Page;
  readonly problems: readonly string[];
}

const ORIGIN = "http://anneal.test";

/** Opens a page whose script is at /page.js. Nothing comes from elsewhere. */
export async function openPage(browser: Browser, { script, policy, files = {} }: Site): Promise<Opened> {
  const { outputFiles } = await build({
    entryPoints: [script.pathname],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    logLevel: "error",
    write: false,
  });
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  const html = '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>';
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    const file = files[pathname.slice(1)];
    const headers = { "content-security-policy": policy };
    if (pathname === "/") return route.fulfill({ body: html, contentType: "text/html", headers });
    if (pathname === "/page.js") {
      return route.fulfill({ body: String(outputFiles[0]?.text), contentType: "text/javascript", headers });
    }
    if (file) return route.fulfill({ body: readFileSync(file), contentType: "application/wasm", headers });
    return route.fulfill({ status: 404 });
  });
  await page.goto(`${ORIGIN}/`);
  return { page, problems };
}
