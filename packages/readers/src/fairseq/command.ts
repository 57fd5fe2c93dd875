import { type Document, lookUp } from "../document.ts";
import { hasWord } from "../notations/hasWord.ts";
import { isList, type Value } from "../value.ts";
import { schedules } from "./schedules.ts";

const COMMAND = /fairseq[-_](?:hydra[-_])?train|fairseq_cli[/.](?:hydra_)?train|fairseq.*\btrain\.py$/;
/** Names that no other framework has for a `--lr-scheduler`. */
const OWN = /^(?:inverse_sqrt|polynomial_decay|tri_stage|triangular|pass_through)$/;
const FLAGS = [
  "--max-update",
  "--warmup-updates",
  "--update-freq",
  "--max-tokens",
  "--lr-shrink",
  "--force-anneal",
  "--total-num-update",
  "--stop-min-lr",
  "--lr-period-updates",
  "--lr-patience",
  "--epoch2lr",
  "--update2lr",
];

/** Whether a command trains with fairseq: by its program, or by flags that only fairseq has. */
export function isFairseqCommand(document: Document): boolean {
  if (hasWord(document, COMMAND)) return true;
  const scheduler = lookUp(document.data, "--lr-scheduler");
  const name = String(isList(scheduler) ? scheduler[0] : scheduler);
  const known = schedules.has(name) && FLAGS.some((flag) => lookUp(document.data, flag) !== undefined);
  return OWN.test(name) || known;
}

/** Every word of a command that is no flag: what comes before the first, and what the flags have. */
export function wordsOf({ data }: Document): readonly string[] {
  if (!(data instanceof Map)) return [];
  return [...(data as ReadonlyMap<string, Value>).values()].flatMap((value) =>
    (isList(value) ? value : [value]).filter((one) => typeof one === "string"),
  );
}
