import { describe, expect, it } from "vitest";
import { count, total } from "./counts.ts";
import { SOURCES } from "./sources.ts";
import { SAMPLE, type Subject } from "./subjects.ts";
import { TARGETS, type Target } from "./targets.ts";

/** Where a framework's configurations go, how many there are, and which shares come back: as its own words, and at all. */
const TRIPS: readonly (readonly [source: string, target: string, all: number, idioms: number, read: number])[] = [
  ["torch", "pytorch", 1700, 0.6, 1],
  ["transformers", "huggingFace", 1300, 0.75, 1],
  ["transformers", "trainingArguments", 1300, 0.75, 1],
  ["timm", "timm", 800, 0.25, 0.7],
  ["deepspeed", "deepspeed", 900, 0.7, 1],
  ["mmengine", "mmengine", 1600, 0.6, 1],
  ["composer", "composer", 1500, 0.75, 1],
  ["fvcore", "fvcore", 1250, 0.75, 1],
  ["detectron2", "detectron2", 800, 0.4, 1],
  ["megatron", "megatron", 1100, 0.6, 0.6],
  ["keras", "keras", 1100, 0.45, 0.8],
  ["optax", "optax", 1800, 0.8, 1],
];

/** What is not read back because it cannot be: a function of the user's, and a rate without a schedule. */
const UNREADABLE = /functions\["|^a number alone$/;

const read = new Map<string, readonly Subject[]>();

function subjectsOf(source: string): readonly Subject[] {
  const found = read.get(source) ?? SOURCES[source]?.(SAMPLE) ?? [];
  read.set(source, found);
  return found;
}

describe("a framework's configuration is read, written for it, and read again", () => {
  it.each(TRIPS)("%s by %s", (source, target, all, idioms, both) => {
    const subjects = subjectsOf(source);
    const { idiom, formula, notRead, refused, different } = count(subjects, TARGETS[target] as Target);
    expect(different.slice(0, 3)).toEqual([]);
    expect(Object.keys(notRead).filter((why) => !UNREADABLE.test(why))).toEqual([]);
    expect(Object.keys(refused).filter((why) => why !== "there are no words for it")).toEqual([]);
    expect(idiom + formula + total(notRead) + total(refused)).toBe(subjects.length);
    expect(subjects.length).toBeGreaterThan(all / SAMPLE.every);
    expect(idiom / subjects.length).toBeGreaterThan(idioms);
    expect((idiom + formula) / subjects.length).toBeGreaterThanOrEqual(both);
  });

  it.each(Object.keys(SOURCES))("%s by a plain function of Python", (source) => {
    const subjects = subjectsOf(source);
    const { formula, notRead, refused, different } = count(subjects, TARGETS.python as Target);
    expect(different.slice(0, 3)).toEqual([]);
    expect(refused).toEqual({});
    expect(formula + total(notRead)).toBe(subjects.length);
    expect(formula / subjects.length).toBeGreaterThan(0.7);
  });
});
