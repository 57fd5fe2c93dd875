import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MISSING, openPage, startChromium } from "./chromium.ts";
import type { Trained } from "./trainingPage.ts";

const WASM = ["tfjs-backend-wasm.wasm", "tfjs-backend-wasm-simd.wasm", "tfjs-backend-wasm-threaded-simd.wasm"];
const wasmFile = (name: string) => new URL(`./${name}`, import.meta.resolve("@tensorflow/tfjs-backend-wasm"));

describe.skipIf(MISSING)(`anneal/tfjs in Chromium${MISSING && `: ${MISSING}`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  test.each(["wasm", "webgl"])("trains, schedules, groups and searches on %s", async (backend) => {
    const { page, problems } = await openPage(browser, {
      script: new URL("./trainingPage.ts", import.meta.url),
      // Its WebAssembly module is compiled, and TensorFlow.js makes functions from text.
      policy: "default-src 'none'; img-src data:; script-src 'self' 'unsafe-eval' blob:; connect-src 'self'",
      files: Object.fromEntries(WASM.map((name) => [name, wasmFile(name)])),
    });
    const trained = (await page.evaluate(`train(${JSON.stringify(backend)})`)) as Trained;
    const { scheduled, plateaued, both, layerwise, twoGroups, found } = trained;
    expect(trained.backend).toBe(backend);

    expect(scheduled.lr).toEqual(trained.planned);
    expect(plateaued.lr).toEqual([0.1, 0.1, 0.05, 0.025]);
    // The line at the last update of each epoch, times the cuts that follow from the second epoch on.
    for (const [epoch, cut] of [1, 1, 0.5, 0.25].entries()) {
      expect((both.lr?.[epoch] as number) / (cut * 0.1 * (1 - (8 * epoch + 7) / 32))).toBeCloseTo(1, 12);
    }
    expect(layerwise.lr_1?.map((rate, i) => (layerwise.lr_0?.[i] ?? 0) / rate)).toEqual([0.5, 0.5, 0.5, 0.5]);
    for (const { loss = [] } of [scheduled, plateaued, both, layerwise]) {
      expect(loss[3]).toBeLessThan((loss[0] as number) / 2);
    }

    // (3 slope + offset)² has the gradients 6 (3 slope + offset) and 2 (3 slope + offset).
    let [slope, offset] = [1, 2];
    for (const [update, scale] of [1, 0.9].entries()) {
      const residual = 3 * slope + offset;
      slope -= 0.5 * scale * (0.5 * slope + 6 * residual);
      offset -= 0.125 * scale * 2 * residual;
      expect((twoGroups.values[2 * update] as number) / slope).toBeCloseTo(1, 4);
      expect((twoGroups.values[2 * update + 1] as number) / offset).toBeCloseTo(1, 4);
    }
    expect(twoGroups.rates).toEqual([0.4, 0.1]);

    expect(found.restored.same).toBe(true);
    expect(found.updates).toHaveLength(2);
    expect(Math.max(...found.updates)).toBeGreaterThan(10);
    expect(trained.leaked).toBe(0);
    expect(problems).toEqual([]);
  });
});
