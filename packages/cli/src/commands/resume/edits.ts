import type { Run } from "anneal";

/** A number of a text that says how long the run is, and what it becomes. */
export interface Edit {
  readonly name: string;
  readonly was: number;
  readonly becomes: number;
}

/** A name and its number as programs, configurations and command lines write them; a default of an argument. */
const NUMBERS = [
  /(?<![\w.-])(?<name>[A-Za-z_][\w.-]*)["']?(?:\s*:\s*(?:int|float))?\s*[:=]\s*["']?(?<number>\d[\d_]*(?:\.\d*)?(?:e\d+)?)(?![\w.])/g,
  /(?<![\w-])--(?<name>[\w-]+)["']?[\s=]+["']?(?<number>\d[\d_]*(?:\.\d*)?(?:e\d+)?)(?![\w.])/g,
  /(?<![\w-])--(?<name>[\w-]+)["'][^()\n]{0,200}\bdefault\s*=\s*(?<number>\d[\d_]*(?:\.\d*)?(?:e\d+)?)(?![\w.])/g,
] as const;

const EPOCHS = /epochs?$/i;
const BATCH = /(?:^|(?<!eval|val|test)_)batch_?size$/i;
const UPDATES = /(?:steps?|iters?|iterations|updates|t_max|total)$/i;
/** What is counted in the same units, and is another length. */
const OTHERS = /warm|eval|val_|log|save|every|interval|freq|patience|accum|cool|period|per_|start|begin|mid/i;

/** What a number of this name becomes in another run; nothing where it does not say how long the run is. */
export function editOf(name: string, was: number, old: Run, next: Run): Edit | undefined {
  if (old.steps === undefined || next.steps === undefined) return undefined;
  const [samples, others] = [old.samplesPerStep, next.samplesPerStep];
  if (BATCH.test(name) && typeof samples === "number" && typeof others === "number" && samples !== others) {
    return { name, was, becomes: Number(((was * others) / samples).toPrecision(12)) };
  }
  const isEpochs = EPOCHS.test(name);
  if (OTHERS.test(name) || !(isEpochs || UPDATES.test(name))) return undefined;
  const each = isEpochs ? [old.stepsPerEpoch, next.stepsPerEpoch] : [1, 1];
  const [from, to] = [old.steps / (each[0] ?? Number.NaN), next.steps / (each[1] ?? Number.NaN)];
  // A plan may end one update before its run.
  const isIt = Math.abs(was - from) <= Math.min(1, 0.001 * from) && Math.abs(to - from) > 1e-9 * from;
  return isIt ? { name, was, becomes: Number(to.toPrecision(12)) } : undefined;
}

/** The numbers of a text that another run changes, each name once. */
export function editsIn(text: string, old: Run, next: Run): readonly Edit[] {
  const found = NUMBERS.flatMap((pattern) => [...text.matchAll(pattern)]).flatMap(({ groups = {} }) => {
    const edit = editOf(groups.name as string, numberIn(groups.number as string), old, next);
    return edit ? [edit] : [];
  });
  return [...new Map(found.map((edit) => [edit.name, edit])).values()];
}

/** A text with these numbers in it. */
export function edited(text: string, edits: readonly Edit[]): string {
  const put = (all: string, ...more: readonly unknown[]): string => {
    const { name, number } = more.at(-1) as { readonly name: string; readonly number: string };
    const edit = edits.find((one) => one.name === name && one.was === numberIn(number));
    if (!edit) return all;
    const at = all.lastIndexOf(number);
    return `${all.slice(0, at)}${edit.becomes}${all.slice(at + number.length)}`;
  };
  return NUMBERS.reduce((changed, pattern) => changed.replace(pattern, put), text);
}

function numberIn(text: string): number {
  return Number(text.replaceAll("_", ""));
}
