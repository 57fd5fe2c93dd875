import { PlanError, type Run } from "anneal";
import type { Case, Plans, Port, Ported } from "../parity/port.ts";
import { PORTS } from "../parity/ports/index.ts";
import { TABLES } from "../parity/tables.ts";

/** A configuration that somebody could train with, in a run of its own length. */
export interface Sane {
  readonly name: string;
  readonly plans: Plans;
  readonly run: Run;
  readonly bases: readonly number[];
  readonly ported: Ported;
}

type Config = Readonly<Record<string, number>> & {
  readonly t_warmup?: string;
  readonly t_max?: string;
};
type One = Case<Config> & { readonly training_steps?: number; readonly trainer?: Trainer };

interface Trainer {
  readonly dataloader_len: number;
  readonly samples_per_batch: number;
  readonly tokens_per_batch: number;
  readonly max_duration: string;
  readonly scale_schedule_ratio: number;
}

/** The runs that are looked at: long enough that a tenth is a few updates. */
const SHORTEST = 20;

/** How many updates a configuration's own run has, by framework; undefined where nobody would train with it. */
const STEPS: Readonly<Record<string, (one: One, rate: number) => number | undefined>> = {
  transformers({ config }, rate) {
    const {
      num_warmup_steps: warmup = 0,
      num_training_steps: steps,
      num_cycles = 0.5,
      min_lr = 0,
      lr_end = 0,
    } = config;
    const { num_decay_steps, num_stable_steps, min_lr_rate = 0, min_lr_ratio = 0 } = config;
    // Another table of theirs is of lengths, not of rates.
    if (!steps || "warmup_steps" in config || !(warmup < 0.5 * steps) || Math.max(min_lr, lr_end) >= rate)
      return undefined;
    if (Math.max(min_lr_rate, min_lr_ratio) >= 1 || (num_cycles !== 0.5 && !Number.isInteger(num_cycles)))
      return undefined;
    if (num_decay_steps === undefined) return steps;
    // Warm-up, a stable stage and a decay that take all of the run.
    const stable = num_stable_steps ?? steps - warmup - num_decay_steps;
    return stable >= 0 && num_decay_steps > 0 && warmup + stable + num_decay_steps === steps && num_cycles === 0.5
      ? steps
      : undefined;
  },
  timm({ config }, rate) {
    const { t_initial, warmup_t = 0, warmup_lr_init = 0, lr_min = 0, cycle_mul = 1, cycle_limit = 1, decay_t } = config;
    const { decay_rate = 0.1, noise_range_t, warmup_prefix } = config as Config & { readonly warmup_prefix?: boolean };
    if (noise_range_t !== undefined || lr_min >= rate || warmup_lr_init >= rate || decay_rate >= 1) return undefined;
    if (cycle_mul !== 1 || cycle_limit !== 1 || decay_rate === 0) return undefined;
    // These two count from the end of the warm-up unless they are told not to.
    const prefixes = Array.isArray(decay_t) || (t_initial !== undefined && decay_t !== undefined);
    const before = (warmup_prefix ?? prefixes) ? warmup_t : 0;
    if (Array.isArray(decay_t)) {
      return warmup_t < decay_t[0] ? Math.ceil(1.2 * Math.max(...decay_t)) + before : undefined;
    }
    const steps = (t_initial ?? 3 * Number(decay_t)) + before;
    return warmup_t < 0.5 * steps && !(t_initial && warmup_t + Number(decay_t ?? 0) > t_initial) ? steps : undefined;
  },
  composer({ config, trainer, values }) {
    const { t_max = "1dur", t_warmup = "0dur", alpha_f = 0, alpha_i = 1, gamma = 0.1 } = config;
    const { max_duration, dataloader_len, samples_per_batch, tokens_per_batch, scale_schedule_ratio } =
      trainer as Trainer;
    const [, count, unit] = /^([\d.]+)(ep|ba|sp|tok)$/.exec(max_duration) ?? [];
    const each = { ba: 1, ep: dataloader_len, sp: 1 / samples_per_batch, tok: 1 / tokens_per_batch };
    const steps = Math.ceil(Number(count) * each[unit as keyof typeof each]);
    // A factor that is applied so often that nothing is left.
    if (("step_size" in config || "decay_period" in config) && !(Math.min(...(values as number[])) > 1e-9))
      return undefined;
    if (Number.parseFloat(t_max) !== 1 || !t_max.endsWith("dur") || scale_schedule_ratio !== 1) return undefined;
    if (!t_warmup.endsWith("dur") || Number.parseFloat(t_warmup) >= 0.5 || alpha_f >= alpha_i || gamma >= 1)
      return undefined;
    const others = ["alpha", "milestones", "t_0", "schedulers"].some((name) => name in config);
    return others ? undefined : steps;
  },
  torchtitan({ config, training_steps }) {
    const { warmup_steps = 0, min_lr_factor = 0, decay_ratio } = config;
    const steps = config.total_steps ?? training_steps;
    const fits = steps === training_steps && warmup_steps < 0.5 * Number(steps) && min_lr_factor < 1;
    return fits && (decay_ratio === null || warmup_steps + Number(decay_ratio) * Number(steps) < Number(steps))
      ? steps
      : undefined;
  },
  deepspeed({ config }) {
    const { total_num_steps, warmup_num_steps = 0, warmup_min_ratio = 0, cos_min_ratio = 0 } = config;
    const { warmup_min_lr = 0, warmup_max_lr = 1 } = config;
    if (!total_num_steps || warmup_num_steps >= 0.5 * total_num_steps || warmup_min_ratio >= 1) return undefined;
    return cos_min_ratio < 1 && warmup_min_lr < warmup_max_lr ? total_num_steps : undefined;
  },
  megatron({ config }) {
    const { init_lr = 0, max_lr = 1, min_lr = 0, lr_warmup_steps = 0, lr_decay_steps } = config;
    const sane = lr_decay_steps && lr_warmup_steps < 0.5 * lr_decay_steps && init_lr < max_lr && min_lr < max_lr;
    return sane && !("groups" in config) ? lr_decay_steps : undefined;
  },
};

/** Every sane configuration of the parity tables. */
export function saneConfigurations(): readonly Sane[] {
  return Object.entries(STEPS).flatMap(([framework, stepsOf]) => {
    const { schedules = {} } = TABLES.get(framework) ?? {};
    return Object.entries(schedules).flatMap(([schedule, { cases }]) => {
      const port = (PORTS[framework] as Readonly<Record<string, Port>>)[schedule];
      if (typeof port !== "function") return [];
      return cases.flatMap((one) => saneOf(`${framework} ${schedule}`, port, one, stepsOf));
    });
  });
}

function saneOf(name: string, port: Port, one: Case<never>, stepsOf: (one: One, rate: number) => number | undefined) {
  if (one.raises !== undefined || "metrics" in one) return [];
  const ported = written(port, one);
  const plans = ported?.program?.values;
  const bases = ported?.bases ?? one.bases ?? [one.base ?? 0.1];
  const steps = plans && stepsOf(one as Case<unknown> as One, Math.min(...bases));
  if (!steps || steps < SHORTEST) return [];
  const run = { ...ported.run, steps };
  return [{ name: `${name} ${JSON.stringify(one.config)}`, plans, run, bases, ported } satisfies Sane];
}

/** What cannot be written is no plan. */
function written(port: Port, one: Case<never>): Ported | undefined {
  try {
    return port(one);
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}
