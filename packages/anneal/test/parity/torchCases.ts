import { readFileSync } from "node:fs";
import * as torch from "../../src/torch/index.ts";

/** A scheduler: its class, its options in camel case; functions by their names in {@link FUNCTIONS}. */
export interface Spec {
  readonly class: string;
  readonly options: Readonly<Record<string, unknown>> & { readonly schedulers?: readonly Spec[] };
}

/** `[which, null]` is step(), `[which, null, n]` is that n times, `[which, position]` is step(position). */
export type Call =
  | readonly [which: number, position: number | null, times?: number]
  | { readonly metric: number | null; readonly which?: number };

/** One optimizer under one scheduler or several, and what PyTorch itself made of it. */
export interface TorchCase {
  readonly name: string;
  readonly bases: readonly number[];
  readonly momentum?: number;
  readonly betas?: readonly number[];
  readonly schedulers: readonly Spec[];
  readonly calls: readonly Call[];
  /** The rates of all groups when everything is built and after each call, as far as PyTorch went. */
  readonly rates: readonly (readonly number[])[];
  /** Momentum, or the first beta, likewise. */
  readonly momenta?: readonly (readonly number[])[];
  /** What PyTorch refused it with. */
  readonly raises?: string;
  /** The fault of PyTorch's that it shows. */
  readonly fault?: string;
}

export const FUNCTIONS: Readonly<Record<string, (t: number) => number>> = {
  "0.95**t": (t) => 0.95 ** t,
  "1/(1+t)": (t) => 1 / (1 + t),
  "1/sqrt(1+t)": (t) => 1 / Math.sqrt(1 + t),
  "min(1,(t+1)/10)": (t) => Math.min(1, (t + 1) / 10),
  "0.5**floor(t/7)": (t) => 0.5 ** Math.floor(t / 7),
  "1": () => 1,
  "0.95": () => 0.95,
  "1.01": () => 1.01,
  "1-1/(t+2)": (t) => 1 - 1 / (t + 2),
  "t%5==0?0.5:1": (t) => (t % 5 === 0 ? 0.5 : 1),
};

/** What one PyTorch computed. */
export interface TorchTable {
  readonly version: string;
  readonly ran: string;
  /** Cases by class, or by the classes that share an optimizer. */
  readonly schedules: Readonly<Record<string, { readonly cases: readonly TorchCase[] }>>;
}

/** The newest PyTorch, and PyTorch 1.13 as Debian has it. */
export function torchTables(): readonly TorchTable[] {
  const read = (file: string) => JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
  const { torch: version, cases } = read("./torch.json");
  const schedules: Record<string, { cases: TorchCase[] }> = {};
  for (const one of cases as TorchCase[]) {
    const name = one.schedulers
      .map((spec) => spec.class)
      .sort()
      .join(" and ");
    schedules[name] = { cases: [...(schedules[name]?.cases ?? []), one] };
  }
  return [read("./torchCurrent.json"), { version, ran: DEBIAN, schedules }];
}

const DEBIAN = `torch.optim.lr_scheduler of Debian's python3-torch 1.13, which calls itself 1.13.0a0; WarmupMultiFactorScheduler,
which PyTorch does not have, as PyTorch's LambdaLR over the formulas of \`parity/warmup_multi_factor.py\``;

/** What this library makes of a case, as far as it goes. */
export interface Driven {
  readonly rates: readonly (readonly number[])[];
  readonly momenta: readonly (readonly number[])[];
  /** What it refused it with, and after how many calls. */
  readonly refused?: torch.PlanError;
}

/** Does what the case says, with our classes. */
export function drive({ bases, momentum, betas, schedulers, calls }: TorchCase): Driven {
  const paramGroups = bases.map((lr) => ({ lr, momentum, ...(betas && { betas: [...betas] }) }));
  const optimizer = { paramGroups };
  const rates: number[][] = [];
  const momenta: number[][] = [];
  try {
    const built = schedulers.map((spec) => build(spec, optimizer));
    for (const call of [undefined, ...calls]) {
      if (call) move(built, call);
      rates.push(paramGroups.map(({ lr }) => lr));
      momenta.push(paramGroups.map((group) => (group.betas ? group.betas[0] : group.momentum) as number));
    }
  } catch (error) {
    if (!(error instanceof torch.PlanError)) throw error;
    return { rates, momenta, refused: error };
  }
  return { rates, momenta };
}

function move(built: readonly torch.LRScheduler[], call: Call): void {
  if ("metric" in call) {
    built[call.which ?? 0]?.step(call.metric ?? Number.NaN);
    return;
  }
  const [which, position, times = 1] = call;
  for (let i = 0; i < times; i++) {
    if (position === null) built[which]?.step();
    else built[which]?.step(position);
  }
}

const CLASSES = torch as unknown as Readonly<
  Record<string, new (optimizer: torch.Optimizer, options: object) => torch.LRScheduler>
>;

function build({ class: name, options }: Spec, optimizer: torch.Optimizer): torch.LRScheduler {
  const { schedulers, lrLambda, ...rest } = options;
  const inside = schedulers?.map((one) => build(one, optimizer));
  const functions = Array.isArray(lrLambda) ? lrLambda.map(functionOf) : functionOf(lrLambda);
  return new (CLASSES[name] as (typeof CLASSES)[string])(optimizer, {
    ...rest,
    ...(inside && { schedulers: inside }),
    ...(functions && { lrLambda: functions }),
  });
}

function functionOf(name: unknown): (t: number) => number {
  return FUNCTIONS[name as string] as (t: number) => number;
}
