import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface Options {
  readonly help: boolean;
  /** Print JSON instead of the table. */
  readonly json: boolean;
  /** End with exit code 1 when a bar is missed. */
  readonly check: boolean;
  /** Fresh processes per side; the report gives their median. */
  readonly runs: number;
  /** Epochs of the example and of the bare loop. */
  readonly epochs: number;
  /** The measurements to take, by name. */
  readonly names: readonly string[];
}

/** Reads the command line; throws an Error with one clear line for the user. */
export function readOptions(args: readonly string[], known: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h", default: false },
      json: { type: "boolean", default: false },
      check: { type: "boolean", default: false },
      runs: { type: "string", default: "5" },
      epochs: { type: "string", default: "10" },
    },
  });
  const stranger = positionals.find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw new Error(`measurement: expected one of ${known.join(", ")}, received "${stranger}"`);
  const { help, json, check } = values;
  const names = positionals.length === 0 ? known : known.filter((name) => positionals.includes(name));
  return { help, json, check, runs: count("--runs", values.runs), epochs: count("--epochs", values.epochs), names };
}

function count(flag: string, text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Error(`${flag}: expected a whole number from 1, received "${text}"`);
}

/** The text of `--help`. */
export function helpText(known: readonly string[]): string {
  return `Measures Anneal against code written by hand, PyTorch and plain TensorFlow.js, side by side.

npm run bench -- [options] [measurement …]

measurements (all of them by default): ${known.join(", ")}

  --runs N     fresh processes per side, of which the median counts (default 5)
  --epochs N   epochs of the example and of the bare loop (default 10)
  --json       print JSON instead of the table
  --check      end with exit code 1 when a figure is over its bar, too (a measurement that fails always does)
  -h, --help   this text`;
}
