import { PlanError } from "anneal";
import { frameworks } from "./frameworks.ts";
import { nearest } from "./nearest.ts";
import { notations } from "./notations/notation.ts";
import type { ReadOptions } from "./reading.ts";

/** Refuses a framework or a notation that there is not. */
export function checkOptions({ from, notation }: ReadOptions): void {
  check("from", from, frameworks.map(({ name }) => name).sort());
  check("notation", notation, ["python", ...Object.keys(notations)]);
}

function check(path: string, given: string | undefined, names: readonly string[]): void {
  if (given === undefined || names.includes(given)) return;
  const near = nearest(given, names);
  const meant = near === undefined ? "" : `; did you mean ${JSON.stringify(near)}?`;
  const received = JSON.stringify(String(given).slice(0, 60)) + meant;
  throw new PlanError([{ path, expected: `one of ${names.join(", ")}`, received }]);
}
