import { refuse } from "../../error.ts";

/** A tensor of TensorFlow.js, as far as data are concerned. */
export interface TfjsTensor {
  /** Its size along each axis; the first one counts the rows. */
  readonly shape: readonly number[];
  /** The type of its values. */
  readonly dtype: string;
  /** Its values. */
  data(): Promise<ArrayLike<number>>;
  /** Gives its memory back. */
  dispose(): void;
}

/** One input or output of a model, or several: in a list, or by name. */
export type TfjsTensors = TfjsTensor | readonly TfjsTensor[] | { readonly [name: string]: TfjsTensor };

/** Inputs, and the outputs that belong to them. */
export type TfjsBatch = { readonly xs: TfjsTensors; readonly ys: TfjsTensors } | readonly [TfjsTensors, TfjsTensors];

/** A batch, and whether its tensors are given back after its update. */
export interface OwnedBatch {
  readonly xs: TfjsTensors;
  readonly ys: TfjsTensors;
  readonly owned: boolean;
}

/** Reads what an iterator gave. */
export function readBatch(batch: unknown, owned: boolean): OwnedBatch {
  const { xs, ys } = (Array.isArray(batch) ? { xs: batch[0], ys: batch[1] } : (batch ?? {})) as Partial<OwnedBatch>;
  if (tensorsOf(xs).length > 0 && tensorsOf(ys).length > 0) return { xs, ys, owned } as OwnedBatch;
  if (owned) for (const part of [...partsOf(xs), ...partsOf(ys)].filter(isTensor)) part.dispose();
  return refuse("data", "batches { xs, ys } or [xs, ys] of tensors", batch);
}

/** All tensors in one place of a batch; none when something else is there. */
export function tensorsOf(some: unknown): TfjsTensor[] {
  const parts = partsOf(some);
  return parts.every(isTensor) ? parts : [];
}

function partsOf(some: unknown): unknown[] {
  if (isTensor(some)) return [some];
  return Object(some) === some ? Object.values(some as object) : [];
}

/** Gives back the tensors of a batch that is owned. */
export function disposeBatch({ xs, ys, owned }: OwnedBatch): void {
  if (owned) for (const tensor of [...tensorsOf(xs), ...tensorsOf(ys)]) tensor.dispose();
}

function isTensor(value: unknown): value is TfjsTensor {
  return typeof (value as Partial<TfjsTensor> | null | undefined)?.data === "function";
}
