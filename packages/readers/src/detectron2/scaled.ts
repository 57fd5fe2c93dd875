import type { Context } from "../context.ts";
import { type Document, lookUp } from "../document.ts";
import { float } from "../numerals.ts";
import { round } from "../python/number.ts";
import type { readSolver } from "./readSolver.ts";

type Read = NonNullable<ReturnType<typeof readSolver>>;

/** A solver for as many devices as train: `DefaultTrainer.auto_scale_workers`. */
export function scaled(solver: Read, document: Document, context: Context): Read | undefined {
  const { reference_world_size: old, run } = solver;
  if (old === 0) return solver;
  const flag = (name: string): number | undefined => {
    const value = document.notation === "flags" ? lookUp(document.data, name) : undefined;
    return value === undefined ? undefined : float.read(value, { context, path: name, place: document.place([name]) });
  };
  const devices = flag("--num-gpus");
  const world =
    context.given("world_size") ?? (devices === undefined ? undefined : devices * (flag("--num-machines") ?? 1));
  if (typeof world !== "number" || !(world > 0)) {
    context.need("world_size", "SOLVER.REFERENCE_WORLD_SIZE is set: how many devices train");
    return undefined;
  }
  const scale = world / old;
  const shorter = (steps: number): number => round(steps / scale);
  const max_iter = Math.max(1, shorter(solver.max_iter));
  if (scale !== 1) context.note(`SOLVER is scaled from ${old} to ${world} devices, as detectron2's trainer does.`);
  return {
    ...solver,
    max_iter,
    base_lr: solver.base_lr * scale,
    warmup_iters: shorter(solver.warmup_iters),
    steps: solver.steps.map(shorter),
    run: { ...(run.base !== undefined && { base: run.base * scale }), steps: max_iter },
  };
}
