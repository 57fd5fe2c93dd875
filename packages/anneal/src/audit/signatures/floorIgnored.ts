import type { Signature } from "../hypothesis.ts";
import { levelsOf, replaced } from "../levelsOf.ts";

/** So many levels are tried. */
const MOST = 16;

/** A level that the plan never goes below is left out, or taken relative where it is absolute, or the reverse. */
export const floorIgnored: Signature = {
  name: "floorIgnored",
  title: "the floor is ignored",
  severity: "error",
  mend: "give the floor under the name and in the unit that the framework has: a rate, or a share of the base rate",
  find(subject) {
    return levelsOf(subject.plan)
      .slice(0, MOST)
      .flatMap(({ path, level }) => {
        const number = Number.parseFloat(String(level));
        const other = typeof level === "number" ? `${level}x` : number;
        const way = typeof level === "number" ? "as a share of the base rate" : "as a rate";
        const name = path.join(".").replace(/\.(\d+)/g, "[$1]");
        return [
          { value: 0, text: `the level ${level} (${name}) is ignored: the curve goes to 0` },
          { value: other, text: `the level ${level} (${name}) is taken ${way}` },
        ].flatMap(({ value, text }) => {
          const rebuilt = subject.built(subject.run, replaced(subject.plan, path, value) as typeof subject.plan);
          if (!rebuilt) return [];
          return [{ cost: 1.5, text, numbers: { floor: number }, at: (k: number) => rebuilt(subject.position(k)) }];
        });
      });
  },
};
