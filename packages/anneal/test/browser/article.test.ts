import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { byHand } from "../ground/platform/article.ts";
import { expectNear } from "../near.ts";
import { MISSING, openPage, startChromium } from "./chromium.ts";

describe.skipIf(MISSING)(`the published library in Chromium${MISSING && `: ${MISSING}`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  test("has the article's rates in a page and in a worker, under a policy without eval", async () => {
    const { page, problems } = await openPage(browser, {
      script: new URL("./articlePage.ts", import.meta.url),
      policy: "default-src 'none'; img-src data:; script-src 'self'; worker-src 'self'",
    });
    const results = (await page.evaluate(`(async () => {
      const worker = new Worker("/page.js", { type: "module" });
      const fromWorker = new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = () => reject(new Error("the worker failed"));
      });
      return { page: globalThis.result, worker: await fromWorker };
    })()`)) as Record<"page" | "worker", Record<"core" | "torch", number[]>>;
    for (const place of ["page", "worker"] as const) {
      for (const way of ["core", "torch"] as const) {
        const rates = results[place][way];
        expect(rates).toHaveLength(100);
        const epochs = [...rates.keys()];
        expectNear(
          epochs,
          (epoch) => rates[epoch] as number,
          epochs.map((epoch) => ({ value: byHand(epoch) })),
        );
      }
    }
    expect(problems).toEqual([]);
  });
});
