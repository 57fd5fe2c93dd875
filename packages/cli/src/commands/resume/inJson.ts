import type { Run } from "anneal";
import type { Scene } from "./lines.ts";
import { isNew } from "./told.ts";

/**
 * The documented shape; `madeFor` of a policy whose plan goes on as it is: for how many steps that was made, where the
 * run has another length.
 */
export function inJson(source: string, run: Run, { saved, place, tried, madeFor }: Scene): object {
  return {
    source,
    position: saved.position,
    place,
    old: { run: saved.run, bases: saved.bases },
    new: { run },
    policies: tried.map(({ name, state, refused, curves }) => ({
      policy: name,
      ...(refused === undefined
        ? {
            position: state?.position,
            steps: state?.run.steps ?? null,
            madeFor: isNew(name) ? (madeFor ?? null) : null,
          }
        : { refused }),
      curves: curves.map(({ plan: _, at: __, ...told }) => told),
    })),
  };
}
