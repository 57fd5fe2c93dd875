import { type Plateau, plateauReducer } from "../../../controllers/plateau.ts";
import type { Read } from "../../../controllers/reducer.ts";
import { Problems } from "../../../error.ts";
import { readFields } from "../../../field.ts";

/** The fields of a plateau, with its defaults. */
export type PlateauFields = Read<Plateau> & Pick<Plateau, "monitor">;

/** The plateau that a plan is to be written with; a PlanError for any other controller, or for that of several groups. */
export function plateauOf(plateau: unknown): PlateauFields {
  const problems = new Problems();
  const fields = fieldsOf(plateau, problems, "plateau");
  const { mode, rtol = 0, minRate } = fields;
  if (mode === "min" && rtol > 1) problems.add("plateau.rtol", 'at most 1 for mode "min"', rtol);
  if (Array.isArray(minRate) && minRate.length !== 1) problems.add("plateau.minRate", "that of one group", minRate);
  problems.throwIfAny();
  return fields;
}

/** The fields of a plateau that is known to be one. */
export function fieldsOf(plateau: unknown, problems: Problems = new Problems(), path = ""): PlateauFields {
  const table = { kind: { of: ["plateau"] }, ...plateauReducer.fields };
  return readFields({ problems }, table, plateau, path) as unknown as PlateauFields;
}
