import { createHash } from "node:crypto";
import { Failure } from "../failure.ts";
import type { Idx } from "./idx.ts";

/** Images with their labels, in a fixed order. */
export interface Samples {
  readonly count: number;
  /** `count` × `pixels` bytes from 0 (paper) to 255 (ink). As floats, all of MNIST would take 220 MB. */
  readonly images: Uint8Array;
  /** The class of each image, from 0 on. */
  readonly labels: Uint8Array;
}

/** All that a run learns from and is judged by. */
export interface Dataset {
  readonly train: Samples;
  readonly test: Samples;
  /** Pixels per image. */
  readonly pixels: number;
  /** How many classes the labels tell apart. */
  readonly classes: number;
  /** SHA-256 over all images and labels: it tells two data sets apart. */
  readonly digest: string;
}

/** The four files of a data set, by what they hold. */
export interface DatasetFiles {
  readonly trainImages: Idx;
  readonly trainLabels: Idx;
  readonly testImages: Idx;
  readonly testLabels: Idx;
}

/** Checks that four IDX files belong together and makes a data set of them. `name` is for the messages. */
export function createDataset(name: string, files: DatasetFiles): Dataset {
  const { trainImages, trainLabels, testImages, testLabels } = files;
  const train = samples(`${name}: training set`, trainImages, trainLabels);
  const test = samples(`${name}: test set`, testImages, testLabels);
  const [, height, width] = trainImages.sizes as [number, number, number];
  if (testImages.sizes[1] !== height || testImages.sizes[2] !== width) {
    const shapes = [trainImages, testImages].map(({ sizes }) => sizes.slice(1).join(" × "));
    throw new Failure(`${name}: expected training and test images of one size, received ${shapes.join(" and ")}`);
  }
  const hash = createHash("sha256");
  for (const { sizes, bytes } of [trainImages, trainLabels, testImages, testLabels]) {
    hash.update(sizes.join()).update(bytes);
  }
  const classes = 1 + Math.max(largest(train.labels), largest(test.labels));
  return { train, test, pixels: height * width, classes, digest: hash.digest("hex") };
}

function samples(name: string, images: Idx, labels: Idx): Samples {
  const count = images.sizes[0] as number;
  if (count !== labels.sizes[0]) {
    throw new Failure(`${name}: expected as many labels as images, received ${labels.sizes[0]} and ${count}`);
  }
  if (images.bytes.length === 0) throw new Failure(`${name}: expected at least one image, received none`);
  return { count, images: images.bytes, labels: labels.bytes };
}

function largest(labels: Uint8Array): number {
  return labels.reduce((most, label) => Math.max(most, label), 0);
}
