import { cpus } from "node:os";
import { figure, isOver, type Row, type Skipped } from "./harness/row.ts";
import { table } from "./harness/table.ts";
import { MEASUREMENTS } from "./measure/index.ts";
import { helpText, type Options, readOptions } from "./options.ts";

const KNOWN = MEASUREMENTS.map(({ name }) => name);

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args, KNOWN);
  } catch (error) {
    console.error(`${(error as Error).message}\nTry: npm run bench -- --help`);
    return 2;
  }
  if (options.help) {
    console.log(helpText(KNOWN));
    return 0;
  }
  const { rows, failed } = await measure(options);
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  if (options.json) {
    const report = rows.map((row) => ("anneal" in row ? { ...row, figure: figure(row), over: isOver(row) } : row));
    console.log(JSON.stringify({ machine, runs: options.runs, rows: report }, undefined, 2));
  } else {
    console.log(`Node ${machine.node}, ${machine.cores} × ${machine.cpu}, median of ${options.runs}\n\n${table(rows)}`);
  }
  return failed || (options.check && rows.some(isOver)) ? 1 : 0;
}

/** Takes the measurements one after another; one that fails takes nothing from the others. */
async function measure({ names, runs, epochs }: Options): Promise<{ rows: (Row | Skipped)[]; failed: boolean }> {
  const chosen = MEASUREMENTS.filter(({ name }) => names.includes(name));
  const rows: (Row | Skipped)[] = [];
  let failed = false;
  for (const [i, { name, run }] of chosen.entries()) {
    process.stderr.write(`[${i + 1}/${chosen.length}] ${name} …\n`);
    try {
      rows.push(...(await run({ runs, epochs })));
    } catch (error) {
      failed = true;
      rows.push({ what: name, skipped: (error as Error).message });
    }
  }
  return { rows, failed };
}
