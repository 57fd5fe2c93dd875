/**
 * Several workers train together: each has a part of the data, and all apply the mean of their gradients.
 *
 * The pattern: a plan is plain data, so send it, with the run, to every worker; each builds its own schedule of it and
 * counts the common updates. All use the same rate at each update without ever speaking about it, and one that starts
 * again needs only the count. The run comes of `run({ processes })`: a step is an update of all, and not of each.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { format, parsePlan, type Run, run, schedule, warmupCosine } from "anneal";

const WORKERS = 3;
const SAMPLES = 120;
const BATCH = 10;

interface Job {
  readonly plan: unknown;
  readonly facts: Run & { readonly steps: number; readonly stepsPerEpoch: number };
  readonly samples: readonly number[];
}

interface Told {
  readonly gradient: number;
  readonly rate: number;
}

const receive = async <T>(from: ChildProcess | NodeJS.Process): Promise<T> => (await once(from, "message"))[0] as T;

if (process.send) await work(await receive<Job>(process));
else await lead();

/** Gathers the gradients of every update and hands out their mean. */
async function lead(): Promise<void> {
  const plan = warmupCosine({ warmup: "1 epoch", over: "rest", from: 0.1 });
  const facts = run({ samples: SAMPLES, batchSize: BATCH, processes: WORKERS, epochs: 5, base: 0.8 });
  console.log(facts.summary);
  const workers = Array.from({ length: WORKERS }, (_, worker) => {
    const samples = Array.from({ length: SAMPLES / WORKERS }, (_, i) => 3 + Math.sin(WORKERS * i + worker) / 10);
    const started = fork(fileURLToPath(import.meta.url));
    started.once("exit", (code) => {
      if (code !== 0) throw new Error(`worker ${worker} ended with ${code}`);
    });
    started.send({ plan, facts, samples } satisfies Job);
    return started;
  });
  for (let update = 0; update < facts.steps; update++) {
    const told = await Promise.all(workers.map((worker) => receive<Told>(worker)));
    console.log(`Update: ${update} Learning Rates: ${told.map(({ rate }) => format(rate)).join(" ")}`);
    const mean = told.reduce((sum, { gradient }) => sum + gradient, 0) / WORKERS;
    for (const worker of workers) worker.send(mean);
  }
  const weights = await Promise.all(workers.map((worker) => receive<number>(worker)));
  console.log(`Weights: ${weights.join(" ")}`);
}

/** Trains on its own samples, with the mean of all gradients. */
async function work({ plan, facts, samples }: Job): Promise<void> {
  const lr = schedule(parsePlan(plan), facts);
  let weight = 0;
  for (let update = 0; update < facts.steps; update++) {
    const first = (update % facts.stepsPerEpoch) * BATCH;
    const batch = samples.slice(first, first + BATCH);
    const rate = lr(update);
    const gradient = batch.reduce((sum, sample) => sum + (weight - sample), 0) / batch.length;
    const mean = receive<number>(process);
    process.send?.({ gradient, rate } satisfies Told);
    weight -= rate * (await mean);
  }
  process.send?.(weight);
}
