import { readFileSync } from "node:fs";

type Matrix = readonly (readonly number[])[];

/** The variables of the network, in the order in which they are made; the first two are one group, the others another. */
export const VARIABLES = ["hiddenWeight", "hiddenBias", "outputWeight", "outputBias"] as const;
export type Name = (typeof VARIABLES)[number];

/** A group's hyperparameters by PyTorch's names. */
export interface TorchGroup {
  readonly lr: number;
  readonly momentum?: number;
  readonly betas?: [number, number];
  readonly weight_decay?: number;
  readonly decoupled?: number;
}

/** One training that PyTorch did. */
export interface TorchCase {
  readonly optimizer: "SGD" | "Adam" | "AdamW";
  readonly options: { readonly momentum?: number; readonly nesterov?: boolean; readonly eps?: number };
  readonly groups: readonly TorchGroup[];
  readonly frozen: Readonly<Partial<Record<Name, readonly [number, number]>>>;
  readonly losses: readonly number[];
}

interface Table {
  readonly curves: readonly ["linear", "cosine"];
  readonly weights: Readonly<Record<Name, Matrix | readonly number[]>>;
  readonly data: { readonly inputs: Matrix; readonly targets: Matrix };
  readonly updates: readonly TorchCase[];
}

/** What parity/groups.py wrote. */
export const TABLE = JSON.parse(readFileSync(new URL("../../parity/groups.json", import.meta.url), "utf8")) as Table;
