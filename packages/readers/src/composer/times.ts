import type { Time } from "anneal";
import type { Context } from "../context.ts";
import { pythonFloat } from "../notations/pythonNumber.ts";
import type { Place } from "../value.ts";

/** What a time of Composer's counts: epochs, batches, samples or tokens. */
export type Unit = "ep" | "ba" | "sp" | "tok";

/** A whole amount of something; epochs only where it is not known how many batches they are. */
export interface Amount {
  readonly count: number;
  readonly unit: Unit;
}

/** The trainer's facts, as far as the text has them. */
export interface Trainer {
  /** Its `max_duration`, such as `"10ep"`. */
  readonly maxDuration?: string | undefined;
  /** Batches in an epoch. */
  readonly epochLength?: number | undefined;
  readonly samplesPerBatch?: number | undefined;
  readonly tokensPerBatch?: number | undefined;
  /** What times are multiplied by, `scale_schedule_ratio`. */
  readonly ratio: number;
}

const PATTERN = /^(.+)(iter|ep|ba|sp|tok|dur|sec)$/i;

/** The names under which facts are asked for. */
const FACTS = {
  ep: ["dataloader_len", "batches in an epoch"],
  sp: ["global_train_batch_size", "samples in a batch"],
  tok: ["tokens_per_batch", "tokens in a batch"],
} as const;

/** Reads the times of one scheduler; what is wrong or missing is told to the context, and one batch is taken for it. */
export class Times {
  constructor(
    private readonly trainer: Trainer,
    private readonly context: Context,
    private readonly place: (option: string) => Place | undefined,
  ) {}

  /** An option's time; `scaled` unless `scale_schedule_ratio` has nothing to do with it. */
  read(option: string, text: string, scaled = true): Amount {
    const { ratio, maxDuration, epochLength } = this.trainer;
    const [count, unit] = this.parse(option, text);
    if (unit === "dur") {
      if (maxDuration === undefined) return this.need("max_duration", `${option}: ${text}`);
      const [total, own] = this.parse("max_duration", maxDuration);
      const all = Math.trunc(total * ratio);
      if (all === 0) return this.refuse("max_duration", "a time that scale_schedule_ratio leaves above 0", maxDuration);
      if (own !== "ep") return { count: Math.trunc(count * all), unit: own as Unit };
      if (epochLength !== undefined) return { count: Math.trunc(count * epochLength * all), unit: "ba" };
      const epochs = count * all;
      return Number.isInteger(epochs) ? { count: epochs, unit: "ep" } : this.missing("ep", option);
    }
    const by = scaled ? ratio : 1;
    if (unit !== "ep") return { count: Math.trunc(count * by), unit: unit as Unit };
    if (epochLength !== undefined) return { count: Math.trunc(count * epochLength * by), unit: "ba" };
    return by === 1 ? { count, unit: "ep" } : this.missing("ep", option);
  }

  /** The same, above 0, which is divided by. */
  readPositive(option: string, text: string): Amount {
    const amount = this.read(option, text);
    return amount.count > 0 ? amount : this.refuse(option, "a time above 0", text);
  }

  /** How many batches an amount is. */
  batches(option: string, { count, unit }: Amount): number {
    if (unit === "ba") return count;
    const { epochLength, samplesPerBatch, tokensPerBatch } = this.trainer;
    const each = { ep: epochLength, sp: samplesPerBatch, tok: tokensPerBatch }[unit];
    if (each === undefined) return this.missing(unit, option).count;
    return unit === "ep" ? count * each : count / each;
  }

  /** How long training is, where that is known. */
  get duration(): Amount | undefined {
    return this.trainer.maxDuration === undefined ? undefined : this.read("max_duration", "1dur");
  }

  refuse(option: string, expected: string, received: string): Amount {
    this.context.problem(option, expected, JSON.stringify(received.slice(0, 60)), this.place(option));
    return { count: 1, unit: "ba" };
  }

  private parse(option: string, text: string): readonly [number, string] {
    const [, digits = "", name = ""] = PATTERN.exec(text.trim()) ?? [];
    const count = pythonFloat(digits) ?? Number.NaN;
    const unit = name.toLowerCase();
    const isTime = count >= 0 && count < Number.POSITIVE_INFINITY && (unit === "dur" || Number.isInteger(count));
    if (isTime && unit !== "sec" && unit !== "iter") return [count, unit];
    const expected = 'a time in whole epochs, batches, samples or tokens, or a share such as "0.5dur"';
    this.refuse(option, expected, text);
    return [1, "ba"];
  }

  private missing(unit: keyof typeof FACTS, option: string): Amount {
    const [name, what] = FACTS[unit];
    return this.need(name, `${option}: ${what}`);
  }

  private need(name: string, why: string): Amount {
    this.context.need(name, why);
    return { count: 1, unit: "ba" };
  }
}

const WORDS = { ep: "epochs", sp: "samples", tok: "tokens" } as const;

/** An amount as a plan has it; batches are its steps. */
export function timeOf({ count, unit }: Amount): Time {
  return unit === "ba" ? count : `${count} ${WORDS[unit]}`;
}

/** Whether two amounts count the same once epochs are batches, as Composer asks of a warm-up and its end. */
export function areAlike(a: Amount, b: Amount): boolean {
  const family = ({ unit }: Amount): string => (unit === "ep" ? "ba" : unit);
  return family(a) === family(b);
}
