import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { PlanError } from "anneal";
import { type Log, type LogOptions, readLog } from "anneal-readers/logs";
import type { Io } from "../../io.ts";
import { SourceError } from "../../source/sourceError.ts";
import { UsageError } from "../../usageError.ts";
import { orASchedule, refusePlan } from "./mistaken.ts";
import { withProgress } from "./progress.ts";

/** Reads a log that a user named: a file, or `-` for standard input. */
export async function openLog(given: string, options: LogOptions, io: Io): Promise<Log> {
  try {
    const size = given === "-" ? undefined : await sizeOf(given);
    await refusePlan(given);
    const chunks = given === "-" ? io.stream() : createReadStream(given, { highWaterMark: 2 ** 18 });
    return await readLog(withProgress(chunks, size, io), options);
  } catch (error) {
    if (error instanceof PlanError) {
      if (given === "-") throw new SourceError("standard input", error, "");
      throw await orASchedule(new SourceError(given, error, ""), given, io);
    }
    if (error instanceof UsageError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const why = code === "ENOENT" || code === "ENOTDIR" ? "there is no such file" : message;
    throw new UsageError(`${given || '""'}: ${code === "EACCES" ? "it may not be read" : why}`);
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.isFile() ? found.size : undefined;
  const inside = (await readdir(path)).filter((name) => LOGS.test(name)).slice(0, 5);
  const hint = inside.length > 0 ? `; a log in it: ${inside.map((name) => join(path, name)).join(", ")}` : "";
  throw new UsageError(`${path}: it is a folder${hint}`);
}

/** What trainers call their logs. */
const LOGS = /tfevents|^metrics\.csv$|^trainer_state\.json$|^scalars\.json$|\.log\.json$|\.jsonl$|^results\.csv$/;
