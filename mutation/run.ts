import { existsSync } from "node:fs";
import { setPriority } from "node:os";
import { outdated, readExplanations } from "./explanations.ts";
import { mutate, tidy } from "./mutate.ts";
import { writePage } from "./page.ts";
import { type FileResult, readReport, writeReport } from "./report.ts";
import { codeOf, digestOf, filesOf, textOf } from "./sources.ts";

const HELP = `npm run mutation [-- [--again] [--page] [folder | folder/file.ts] …]

Mutates the named files, or all, one after the other, and keeps each result in mutation/report.json as it comes.
Of a folder only the files whose source has changed since are run.
  --again   all of them
  --page    only writes mutation/report.md anew`;

/** How long a file takes, beside others: the mutants, and so the time, go by its code. */
function weightOf(file: string): number {
  return codeOf(textOf(file) as string).length;
}

function told({ killed, timeout, survived, noCoverage }: FileResult): string {
  const dead = killed + timeout;
  return `${dead} of ${dead + survived + noCoverage} killed`;
}

const minutes = (ms: number): string => (ms < 90_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`);

async function main(args: readonly string[]): Promise<number> {
  const words = args.filter((arg) => !arg.startsWith("--"));
  const [again, page] = [args.includes("--again"), args.includes("--page")];
  if (args.some((arg) => arg.startsWith("--") && !["--again", "--page"].includes(arg))) {
    console.log(HELP);
    return args.includes("--help") ? 0 : 2;
  }
  if (!page && !existsSync(new URL("node_modules", import.meta.url))) {
    console.error("Stryker is not installed: npm ci --prefix mutation");
    return 2;
  }
  setPriority(10);
  const before = readReport();
  const isNew = (file: string) => before[file]?.source !== digestOf(textOf(file) as string);
  const files = page ? [] : filesOf(words).filter((file) => again || words.includes(file) || isNew(file));
  if (!page) console.log(`${files.length} files to mutate`);
  const total = files.reduce((sum, file) => sum + weightOf(file), 0);
  const started = Date.now();
  let done = 0;
  let failed = false;
  let interrupted = false;
  // Stryker gets the signal too; what is finished has been written.
  process.on("SIGINT", () => {
    interrupted = true;
  });
  for (const [i, file] of files.entries()) {
    const begun = Date.now();
    tidy();
    const result = await mutate(file).catch((error: Error) => error);
    if (interrupted) break;
    done += weightOf(file);
    if (result instanceof Error) {
      failed = true;
      console.error(result.message);
      continue;
    }
    writeReport({ ...readReport(), [file]: result });
    const left = ((Date.now() - started) * (total - done)) / done;
    const rest = left ? `, about ${minutes(left)} left` : "";
    console.log(`[${i + 1}/${files.length}] ${file}: ${told(result)} in ${minutes(Date.now() - begun)}${rest}`);
  }
  tidy();
  const unexplained = writePage(readReport());
  if (unexplained.length) console.log(`Not explained in mutation/survivors.json:\n${unexplained.join("\n")}`);
  const gone = outdated(readReport(), readExplanations());
  if (gone.length) console.log(`Explained there, and no longer surviving:\n${gone.join("\n")}`);
  console.log("mutation/report.md is written");
  return interrupted ? 130 : Number(failed);
}

process.exitCode = await main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  return 2;
});
