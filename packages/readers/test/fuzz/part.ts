/** Reads changed samples, from one input's number up to another's, and prints what came of it: a process of record.ts. */
import { parseArgs } from "node:util";
import { attempt } from "./attempt.ts";
import { mutate, random } from "./mutate.ts";
import { type Seed, wildSeeds } from "./seeds.ts";

const { values: flags } = parseArgs({
  options: {
    from: { type: "string", default: "0" },
    to: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
  },
});

/** What came of the texts of one notation. */
export interface Count {
  samples: number;
  inputs: number;
  characters: number;
  /** Texts with schedules, and the schedules. */
  read: number;
  readings: number;
  refusals: number;
  /** Of the processor, of this process. */
  milliseconds: number;
  slowest: { milliseconds: number; characters: number; file: string; input: number };
}

const SLOWEST = 1000;
const MOST_FAILURES = 20;

/** What a process prints. */
export interface Part {
  readonly counts: Readonly<Record<string, Count>>;
  readonly failures: readonly { input: number; file: string; error: string; text: string }[];
  /** The most memory of the process, in bytes. */
  readonly peak: number;
}

const [from, to] = [Number(flags.from), Number(flags.to)];
const seeds = [...wildSeeds()];
const all: readonly Seed[] = seeds.flatMap(([, own]) => own);
const counts = new Map<string, Count>();
const failures: Part["failures"][number][] = [];
let peak = 0;

for (let input = from; input < to; input++) {
  // Each input has a seed of its own, so that it can be made again alone.
  const next = random(Number(flags.seed) * 1e9 + input);
  const [notation, own] = seeds[Math.floor(next() * seeds.length)] as (typeof seeds)[number];
  const seed = own[Math.floor(next() * own.length)] as Seed;
  const text = mutate(seed, all, next);
  const count = countOf(notation, own.length);
  const start = process.cpuUsage();
  try {
    const outcome = attempt(text);
    if ("readings" in outcome) {
      count.read++;
      count.readings += outcome.readings;
    } else count.refusals++;
  } catch (error) {
    fail(input, seed.file, String((error as Error).stack ?? error), text);
  }
  const { user, system } = process.cpuUsage(start);
  const milliseconds = (user + system) / 1000;
  count.inputs++;
  count.characters += text.length;
  count.milliseconds += milliseconds;
  if (milliseconds > count.slowest.milliseconds) {
    count.slowest = { milliseconds, characters: text.length, file: seed.file, input };
  }
  if (milliseconds > SLOWEST) fail(input, seed.file, `${Math.round(milliseconds)} ms`, text);
  if (input % 1000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  if (input % 50_000 === 0) process.stderr.write(`${input} of ${to}, ${failures.length} failures\n`);
}

function countOf(notation: string, samples: number): Count {
  const known = counts.get(notation);
  if (known) return known;
  const slowest = { milliseconds: 0, characters: 0, file: "", input: 0 };
  const count: Count = {
    samples,
    inputs: 0,
    characters: 0,
    read: 0,
    readings: 0,
    refusals: 0,
    milliseconds: 0,
    slowest,
  };
  counts.set(notation, count);
  return count;
}

function fail(input: number, file: string, error: string, text: string): void {
  process.stderr.write(`input ${input} of ${file}: ${error.slice(0, 300)}\n`);
  if (failures.length < MOST_FAILURES) failures.push({ input, file, error: error.slice(0, 300), text });
}

process.stdout.write(JSON.stringify({ counts: Object.fromEntries(counts), failures, peak } satisfies Part));
