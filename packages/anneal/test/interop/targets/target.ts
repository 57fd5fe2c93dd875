import type { Functions, Plan, Plateau, Run } from "../../../src/index.ts";
import type { Exported } from "../../../src/interop/index.ts";

/** A framework that a plan can be written for, and run in: see parity/exported. */
export interface Target {
  /** The name of its module in parity/exported. */
  readonly name: string;
  write(plan: Plan, run: Run, functions?: Functions): Exported;
  /** The same of a plan that a plateau scales, where the framework has schedulers that follow a metric. */
  readonly watch?: (plan: Plan, plateau: Plateau, run: Run) => Exported;
  /** How far the values may be from the schedule's, where it says that they are exact. */
  readonly precision: number;
  /** How its code is run in this process, where it needs no Python. */
  readonly here?: {
    readonly ran: string;
    values(code: string, base: number, steps: number): readonly number[];
  };
}
