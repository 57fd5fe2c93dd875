import { extname } from "node:path";
import type { CommandModule, FlagValues } from "../../command.ts";
import { tellNote, tellNotes } from "../../output/tellNotes.ts";
import { drawablesOf } from "../../source/drawable.ts";
import { unitOf } from "../../source/unitOf.ts";
import { UsageError } from "../../usageError.ts";
import { showCharts } from "./showCharts.ts";

/** What is written, by the file's extension; each is read when it is asked for. */
const OUTPUTS = {
  ".svg": async () => (await import("./picture.ts")).svg,
  ".png": async () => (await import("./picture.ts")).png,
  ".csv": async () => (await import("./values.ts")).csv,
  ".json": async () => (await import("./values.ts")).json,
} as const;

/** The flags that say how a picture looks, by what is made. */
const LOOKS: Readonly<Record<string, readonly string[]>> = {
  ".svg": ["log", "width", "height", "title", "theme"],
  ".png": ["log", "width", "height", "title", "theme"],
  "a chart in the terminal": ["log", "width", "height"],
};

/** Refuses a flag that would do nothing. */
function refuseIdle(flags: FlagValues, made: string): void {
  const idle = LOOKS[".svg"]?.find((name) => flags[name] !== undefined && !LOOKS[made]?.includes(name));
  if (idle !== undefined) throw new UsageError(`--${idle}: ${made} has none`);
}

export const run: CommandModule["run"] = async (takes, flags, io) => {
  const file = flags.output as string | undefined;
  const extension = extname(file ?? "values.json").toLowerCase();
  if (!Object.hasOwn(OUTPUTS, extension)) {
    throw new UsageError(`--output ${file}: expected a name that ends with ${Object.keys(OUTPUTS).join(", ")}`);
  }
  if (file !== undefined && flags.json === true) throw new UsageError("--output and --json: only one of them");
  refuseIdle(flags, file === undefined ? (flags.json === true ? "--json" : "a chart in the terminal") : extension);
  const { curves, sources } = await drawablesOf(takes, flags, io);
  const { unit, note } = unitOf(curves);
  if (file === undefined && flags.json !== true) showCharts(curves, unit, flags, io);
  else {
    const write = await OUTPUTS[extension as keyof typeof OUTPUTS]();
    const { content, notes } = await write(curves, unit, flags, io);
    if (file === undefined) for (const text of content as Iterable<string>) io.out(text);
    else await (await import("../../output/writeFile.ts")).writeFile(file, content);
    for (const text of notes) tellNote(`${file === undefined ? "--json" : file}: ${text}`, io);
  }
  if (note !== undefined) tellNote(note, io);
  tellNotes(sources, io);
  return 0;
};
