import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { readLog } from "anneal-readers/logs";
import type { Io } from "../../io.ts";
import { readSources } from "../../source/readSource.ts";
import { UsageError } from "../../usageError.ts";

/** How much of a file is read to see what it is, in bytes. */
const [BEGINNING, LONGEST] = [2 ** 18, 2 ** 22] as const;

/** What to say of a source that could not be read: that it is a log, if it is one. */
export async function orALog(error: unknown, given: string): Promise<unknown> {
  if (!(await isFile(given))) return error;
  try {
    await readLog(createReadStream(given, { end: BEGINNING - 1 }), {});
  } catch {
    return error;
  }
  return new UsageError(`${given}: it is a log, and the schedule comes first: anneal audit SOURCE LOG`);
}

/** What to say of a log that could not be read: that it is a schedule, if it is one. */
export async function orASchedule(error: unknown, given: string, io: Io): Promise<unknown> {
  if (!(await isFile(given, LONGEST))) return error;
  try {
    const sources = await readSources(given, {}, io);
    return sources.some(({ program, needs }) => program || needs.length > 0) ? isSchedule(given) : error;
  } catch {
    return error;
  }
}

/** Refuses a saved plan or program in the place of a log: its levels have the names of rates, and would be read. */
export async function refusePlan(given: string): Promise<void> {
  if (!/\.json$/i.test(given) || !(await isFile(given, LONGEST))) return;
  const text = await readFile(given, "utf8");
  let saved: unknown;
  try {
    saved = JSON.parse(text);
  } catch {
    return;
  }
  const { kind, program } = Object(saved) as { readonly kind?: unknown; readonly program?: unknown };
  if (typeof kind === "string" || (typeof program === "object" && program !== null)) throw isSchedule(given);
}

function isSchedule(given: string): UsageError {
  return new UsageError(`${given}: it is a schedule, and the log comes second: anneal audit SOURCE LOG`);
}

async function isFile(path: string, most = 1 / 0): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && found.size > 0 && found.size <= most;
}
