import type { PlanError } from "anneal";

/** How many characters of a text are read to see what it is. */
const BEGINNING = 2 ** 18;

/** What to do with a text in which no schedule was found, where it is a training log. */
export async function logHint(file: string, text: string, { issues }: PlanError): Promise<readonly string[]> {
  if (!issues.every(({ expected }) => expected.startsWith("a schedule as "))) return [];
  const { readLog } = await import("anneal-readers/logs");
  try {
    await readLog(beginningOf(text));
  } catch {
    return [];
  }
  return [`${file} is a log, which is compared with its schedule: anneal audit SOURCE ${file}`];
}

async function* beginningOf(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text.slice(0, BEGINNING));
}
