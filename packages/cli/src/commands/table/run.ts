import type { CommandModule } from "../../command.ts";
import { csvLine } from "../../output/csvLine.ts";
import { tellNotes } from "../../output/tellNotes.ts";
import { alike } from "../../source/alike.ts";
import { type Drawable, drawablesOf } from "../../source/drawable.ts";
import { rangesOf } from "../../source/groupsTold.ts";
import { unitOf } from "../../source/unitOf.ts";
import { UsageError } from "../../usageError.ts";
import { changesOf } from "./changesOf.ts";
import { landmarks } from "./landmarks.ts";
import { rowsOf } from "./rowsOf.ts";
import { summaryOf } from "./summaryOf.ts";
import { type Told, toldCurve, toldRows } from "./told.ts";

export const run: CommandModule["run"] = async (takes, flags, io) => {
  if (flags.csv === true && flags.json === true) throw new UsageError("--csv and --json: only one of them");
  const { curves, sources } = await drawablesOf(takes, flags, io);
  const { unit } = unitOf(curves);
  const [one] = curves as [Drawable];
  const steps = curves.reduce((most, curve) => Math.max(most, curve.steps), 0);
  // An epoch of a schedule that counts epochs is one step.
  const epoch = unit === "epoch" ? 1 : one.run.stepsPerEpoch;
  const changed = curves.map((curve) => ({ ...curve, changes: changesOf(curve) }));
  const asked = rowsOf(flags.at as string | undefined, flags.every as string | undefined, { steps, epoch });
  const rows = asked ?? landmarks(changed, steps);
  const titleOf = ({ key, group }: Drawable) => {
    return curves.some((other) => other.key === key && other.group !== group) ? `${key} ${group}` : key;
  };
  const valueAt = (curve: Drawable, step: number) => (step < curve.steps ? curve.at(step) : null);
  const second = unit === "step" && epoch !== undefined;
  if (flags.csv === true) {
    const head = [unit, ...(second ? ["epoch"] : []), ...curves.map(titleOf)];
    const lines = rows.map((step) => [step, ...(second ? [step / epoch] : []), ...curves.map((c) => valueAt(c, step))]);
    io.out([head, ...lines].map(csvLine).join(""));
  } else {
    const toldOf = ({ changes, ...curve }: (typeof changed)[number], title: string): Told => {
      return { curve, title, summary: summaryOf(curve.at, curve.steps), changes };
    };
    if (flags.json === true) {
      const [source] = sources;
      const told = changed.map((curve) => toldOf(curve, titleOf(curve)));
      const shown = told.map(({ curve: { key, group, steps: own }, summary, changes }) => {
        return { hyperparameter: key, group, steps: own, summary, changes };
      });
      const values = rows.map((step) => {
        return { step, ...(second ? { epoch: step / epoch } : {}), values: curves.map((c) => valueAt(c, step)) };
      });
      const { name, framework } = source as NonNullable<typeof source>;
      const all = { source: name, framework, unit, steps, run: one.run, curves: shown, rows: values };
      io.out(`${JSON.stringify(all, undefined, 2)}\n`);
    } else {
      // Groups with the same values have one column.
      const told = alike(changed).map(({ curve, groups }) => {
        const own = titleOf(curve);
        return toldOf(curve, own === curve.key ? own : `${curve.key} ${rangesOf(groups)}`);
      });
      io.out(toldRows(rows, unit, second ? epoch : undefined, told, io));
      for (const curve of told) io.out(`\n${toldCurve(curve, unit, io.say)}`);
    }
  }
  tellNotes(sources, io);
  return 0;
};
