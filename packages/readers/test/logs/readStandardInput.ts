import { readLog } from "../../src/logs/index.ts";

// A program of its own, so that its memory can be limited and measured: what it read, as JSON.
const { series, bytes, notes } = await readLog(process.stdin);
const [one] = series;
const { rows = 0, every = 0, steps = [] } = one ?? {};
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ bytes, rows, every, kept: steps.length, last: steps.at(-1), notes, megabytes }));
