import type { Run } from "anneal";
import type { Values } from "anneal-readers";
import type { Flag, FlagValues } from "../command.ts";
import { UsageError } from "../usageError.ts";
import { FORMATS, formatNamed } from "./frameworkNames.ts";

/** The flags of every command that takes a source. */
export const sourceFlags: readonly Flag[] = [
  { flags: "--base <rate>", help: "the optimizer's own rate, which plans mean by 1x" },
  { flags: "--steps <n>", help: "how many updates the run has, or epochs: such as 10000 or 30ep" },
  { flags: "--steps-per-epoch <n>", help: "how many updates an epoch has" },
  { flags: "--samples-per-step <n>", help: "how many samples an update consumes" },
  { flags: "--tokens-per-step <n>", help: "how many tokens an update consumes" },
  {
    flags: "--set <name=value>",
    help: "a fact that the source does not have, by the name it is asked for",
    repeated: true,
  },
  {
    flags: "--from <format>",
    help: "read the source as this framework's (default: it is recognised)",
    choices: FORMATS,
    meant: formatNamed,
  },
  {
    flags: "--pick <n|name>",
    help: "of several schedules in a source the n-th, or the one of this name (default: the last that is complete)",
  },
];

/**
 * What the flags say about the run. A length in epochs is one in updates by `--steps-per-epoch`, or else by how many the
 * source says that one has; a UsageError where nobody does.
 */
export function runOf(flags: FlagValues, stepsPerEpoch?: number): Run {
  const facts: Record<string, number> = {};
  for (const name of ["base", "steps", "stepsPerEpoch", "samplesPerStep", "tokensPerStep"] as const) {
    const value = flags[name];
    if (value === undefined) continue;
    const epochs = name === "steps" ? epochsIn(flags) : undefined;
    facts[name] =
      epochs === undefined
        ? factIn(flagOf(name), value, name === "steps")
        : inUpdates(epochs, String(value), perEpochIn(flags) ?? stepsPerEpoch);
  }
  return facts;
}

/** What the flags say about the run by themselves: without a length in epochs whose updates are not known. */
export function knownRunOf(flags: FlagValues, stepsPerEpoch?: number): Run {
  const isKnown = epochsIn(flags) === undefined || (perEpochIn(flags) ?? stepsPerEpoch) !== undefined;
  const { steps: _, ...others } = flags;
  return runOf(isKnown ? flags : others, stepsPerEpoch);
}

/** How many epochs `--steps` says, where it counts those. */
export function epochsIn({ steps }: FlagValues): number | undefined {
  const epochs = /^\s*(\d+(?:\.\d*)?|\.\d+)\s*ep(?:ochs?)?\s*$/i.exec(String(steps))?.[1];
  return epochs === undefined ? undefined : Number(epochs);
}

/** How many updates the flags say that an epoch has. */
export function perEpochIn({ stepsPerEpoch }: FlagValues): number | undefined {
  return stepsPerEpoch === undefined ? undefined : factIn("--steps-per-epoch", stepsPerEpoch, false);
}

/** A length in epochs as updates. */
function inUpdates(epochs: number, given: string, each: number | undefined): number {
  if (each === undefined) throw new UsageError(`--steps ${given}: ${UNKNOWN_EPOCH}`);
  // The last update of a part of an epoch is a whole one.
  return factIn("--steps", String(Math.ceil(epochs * each - 1e-9)), true);
}

/** What to say where a time is in epochs and nobody says how long those are. */
export const UNKNOWN_EPOCH =
  "how many updates an epoch has is not known: say it with --steps-per-epoch, such as --steps-per-epoch 250";

/** A fact of the run by its flag: a rate from 0, a count above 0, a whole one where there is no part of it. */
function factIn(flag: string, value: unknown, isWhole: boolean): number {
  const number = isWhole ? Number(value) : numberOf(flag, value);
  const [holds, expected] =
    flag === "--base"
      ? [number >= 0, "a rate from 0"]
      : [number > 0, isWhole ? "a whole number from 1, or epochs such as 30ep" : "a number above 0"];
  if (holds && (!isWhole || Number.isSafeInteger(number))) return number;
  throw new UsageError(`${flag}: expected ${expected}, received ${value}`);
}

/** The facts that were given by name. */
export function valuesOf({ set = [] }: FlagValues): Values {
  const pairs = (set as readonly string[]).map((pair): readonly [string, Values[string]] => {
    const at = pair.lastIndexOf("=");
    if (at < 1 || pair.slice(0, at).trim() === "")
      throw new UsageError(`--set ${pair}: expected name=value, such as --set "len(loader)=250"`);
    return [pair.slice(0, at).trim(), factOf(pair.slice(at + 1).trim())];
  });
  const twice = pairs.find(([name], i) => pairs.some(([other], j) => j < i && other === name));
  if (twice) throw new UsageError(`--set ${twice[0]}: it is given twice`);
  return Object.fromEntries(pairs);
}

function factOf(text: string): Values[string] {
  if (text !== "" && Number.isFinite(Number(text))) return Number(text);
  const words: Readonly<Record<string, boolean | null>> = {
    true: true,
    false: false,
    null: null,
    True: true,
    False: false,
    None: null,
  };
  return Object.hasOwn(words, text) ? (words[text] as boolean | null) : (listOf(text) ?? unquoted(text));
}

/** The numbers of a list or a tuple, such as `[30, 60]`. */
function listOf(text: string): readonly number[] | undefined {
  const [, inside] = /^\[(.*)\]$|^\((.*)\)$/s.exec(text)?.filter((one) => one !== undefined) ?? [];
  if (inside === undefined) return undefined;
  const items = inside.trim() === "" ? [] : inside.trim().replace(/,$/, "").split(",");
  const numbers = items.map((one) => (one.trim() === "" ? Number.NaN : Number(one)));
  return numbers.every(Number.isFinite) ? numbers : undefined;
}

/** A text without the quotes that Python writes it in. */
function unquoted(text: string): string {
  return /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;
}

/** A flag's number. */
export function numberOf(flag: string, value: unknown): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) throw new UsageError(`${flag}: expected a number, received ${JSON.stringify(value)}`);
  return number;
}

/** A flag's number between two. */
export function numberIn(flag: string, value: unknown, least: number, most: number): number {
  const number = numberOf(flag, value);
  if (number >= least && number <= most) return number;
  throw new UsageError(`${flag}: expected a number from ${least} to ${most}, received ${number}`);
}

/** The flag that says a fact of the run. */
export function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
