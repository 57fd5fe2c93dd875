import type { Run } from "anneal";
import type { Scene } from "./lines.ts";

/** The documented shape. */
export function inJson(source: string, run: Run, { saved, place, tried }: Scene): object {
  return {
    source,
    position: saved.position,
    place,
    old: { run: saved.run, bases: saved.bases },
    new: { run },
    policies: tried.map(({ name, state, refused, curves }) => ({
      policy: name,
      ...(refused === undefined ? { position: state?.position, steps: state?.run.steps ?? null } : { refused }),
      curves: curves.map(({ plan: _, at: __, ...told }) => told),
    })),
  };
}
