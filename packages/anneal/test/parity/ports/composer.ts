import {
  constant,
  cosine,
  exponential,
  type Level,
  linear,
  type Plan,
  piecewise,
  polynomial,
  restarts,
  sequence,
  step,
} from "../../../src/index.ts";
import type { Case, Port, Ported, Ports } from "../port.ts";
import { type Amount, amountOf, type Trainer, timeOf } from "./composerTime.ts";
import { moreAccepted } from "./moreAccepted.ts";

interface Options {
  readonly step_size: string;
  readonly milestones: readonly string[];
  readonly t_max: string;
  readonly t_0: string;
  readonly t_mult: number;
  readonly t_warmup: string;
  readonly decay_period: string;
  readonly scale_warmup: boolean;
  readonly gamma: number;
  readonly alpha: number;
  readonly alpha_i: number;
  readonly alpha_f: number;
  readonly power: number;
}

/** Thrown where a configuration cannot be written: seconds, or two units that cannot be subtracted. */
class NotWritten extends Error {}

/** Reads times; `ratio` is the trainer's scale_schedule_ratio where it applies. */
interface Reader {
  read(text: string, ratio?: boolean): Amount;
  readonly last: number;
}

const x = (factor: number): Level => `${factor}x`;

/** All milestones count, whatever their order and units; those before `from` have been. */
function drops({ milestones, gamma }: Options, { read }: Reader, from = 0): Plan {
  const all = milestones.map((text) => read(text)).map(({ count, each }) => count / each);
  const at = [...new Set(all.filter((time) => time >= from))].sort((a, b) => a - b);
  const level = (last: number): Level => x(gamma ** all.filter((time) => time <= last).length);
  const passed = x(gamma ** all.filter((time) => time < from).length);
  return piecewise({ from: passed, at, to: at.map(level) });
}

/** Cycles of whole lengths, as many as are read. */
function cycles({ t_0, t_mult, alpha_f }: Options, { read, last }: Reader): Plan {
  const first = read(t_0);
  const plan = cosine({ from: "1x", to: x(alpha_f), over: timeOf(first) });
  if (Math.trunc(first.count * t_mult) === first.count) return restarts({ plan });
  let [count, length, end] = [0, first.count, 0];
  while (end <= last * first.each && length > 0) {
    [count, end] = [count + 1, end + length];
    length = Math.trunc(t_mult * length);
  }
  return restarts({ plan, growth: t_mult, whole: true, cycles: Math.max(1, count) });
}

/** The curve after a warm-up, for the time from its end to t_max. */
function warmed(options: Options, reader: Reader, peak: number, curve: (over: Amount) => Plan): Plan {
  const { t_warmup, t_max = "1dur", scale_warmup } = options;
  const [gate, end] = [reader.read(t_warmup, false), reader.read(t_max)];
  if (gate.unit !== end.unit) throw new NotWritten();
  const after =
    end.count > gate.count ? curve({ ...end, count: end.count - gate.count }) : constant({ value: x(peak) });
  // The ramp is scaled when asked, and never the moment at which it is left.
  const ramp = linear({ from: 0, to: x(peak), over: timeOf(reader.read(t_warmup, scale_warmup)) });
  return sequence({ plan: ramp, until: timeOf(gate) }, after);
}

const PLANS: Readonly<Record<string, (options: Options, reader: Reader) => Plan>> = {
  StepScheduler: ({ step_size, gamma }, { read }) => step({ every: timeOf(read(step_size)), factor: gamma }),
  MultiStepScheduler: (options, reader) => drops(options, reader),
  ConstantScheduler: ({ alpha, t_max }, { read }) =>
    sequence(constant({ value: x(alpha), over: timeOf(read(t_max)) }), constant({ value: "1x" })),
  LinearScheduler: ({ alpha_i, alpha_f, t_max }, { read }) =>
    linear({ from: x(alpha_i), to: x(alpha_f), over: timeOf(read(t_max)) }),
  ExponentialScheduler: ({ gamma, decay_period }, { read }) =>
    exponential({ from: "1x", factor: gamma, every: timeOf(read(decay_period)) }),
  CosineAnnealingScheduler: ({ alpha_f, t_max }, { read }) =>
    cosine({ from: "1x", to: x(alpha_f), over: timeOf(read(t_max)) }),
  CosineAnnealingWarmRestartsScheduler: cycles,
  PolynomialScheduler: ({ alpha_f, t_max, power }, { read }) =>
    polynomial({ from: "1x", to: x(alpha_f), over: timeOf(read(t_max)), power }),

  MultiStepWithWarmupScheduler(options, reader) {
    const gate = reader.read(options.t_warmup, false);
    const ramp = linear({ from: 0, to: "1x", over: timeOf(reader.read(options.t_warmup, options.scale_warmup)) });
    const plan = drops(options, reader, gate.count / gate.each);
    return sequence({ plan: ramp, until: timeOf(gate) }, { plan, clock: "global" });
  },
  ConstantWithWarmupScheduler: (options, reader) =>
    warmed(options, reader, options.alpha, () => constant({ value: x(options.alpha) })),
  LinearWithWarmupScheduler: (options, reader) =>
    warmed(options, reader, options.alpha_i, (over) =>
      linear({ from: x(options.alpha_i), to: x(options.alpha_f), over: timeOf(over) }),
    ),
  CosineAnnealingWithWarmupScheduler: (options, reader) =>
    warmed(options, reader, 1, (over) => cosine({ from: "1x", to: x(options.alpha_f), over: timeOf(over) })),
  PolynomialWithWarmupScheduler: (options, reader) =>
    warmed(options, reader, 1, (over) =>
      polynomial({ from: "1x", to: x(options.alpha_f), over: timeOf(over), power: options.power }),
    ),
};

function ported(name: string, options: Options, one: Case<unknown>): Ported {
  const trainer = one.trainer as Trainer;
  const { dataloader_len, samples_per_batch, tokens_per_batch, scale_schedule_ratio } = trainer;
  const read: Reader["read"] = (text, ratio = true) => {
    const amount = amountOf(text, trainer, ratio ? scale_schedule_ratio : 1);
    if (!amount) throw new NotWritten();
    return amount;
  };
  const run = { stepsPerEpoch: dataloader_len, samplesPerStep: samples_per_batch, tokensPerStep: tokens_per_batch };
  try {
    const values = PLANS[name]?.(options, { read, last: Math.max(...one.at) }) as Plan;
    const as = one.raises?.startsWith("Zero") ? "zeroLength" : "moreAccepted";
    return moreAccepted(one.raises, { program: { values }, run, peak: one.base ?? 0 }, as);
  } catch (error) {
    if (error instanceof NotWritten) return { differs: { as: "otherOptions" } };
    throw error;
  }
}

/** Each of several schedulers writes the base rate times its own factor, so that the last one counts. */
const several: Port<{ readonly schedulers: readonly { readonly scheduler: string; readonly config: Options }[] }> = (
  one,
) => {
  const { scheduler = "", config = {} as Options } = one.config.schedulers.at(-1) ?? {};
  return ported(scheduler, config, one);
};

export const composer: Ports = {
  ...Object.fromEntries(
    Object.keys(PLANS).map((name): [string, Port<Options>] => [name, (one) => ported(name, one.config, one)]),
  ),
  several,
};
