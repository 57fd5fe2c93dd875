import { extname } from "node:path";
import { drawPlans } from "anneal/svg";
import type { FlagValues } from "../../command.ts";
import { numberIn } from "../../source/flags.ts";
import { linesOf, type Scene } from "./lines.ts";
import { setsOf, titleOf } from "./told.ts";

/** A picture of what was and what it becomes: an axis for each set of groups, with a mark where training stopped. */
export async function paint(
  scene: Scene,
  { file, title, unit }: { readonly file: string; readonly title: string; readonly unit: "step" | "epoch" },
  flags: FlagValues,
): Promise<Uint8Array | Iterable<string>> {
  const isSvg = extname(file).toLowerCase() === ".svg";
  const sets = setsOf(scene.tried);
  const curves = sets.flatMap((set) => {
    const hyperparameter =
      sets.length > 1 ? titleOf(set, (english) => english) : set.key === "lr" ? "learning rate" : set.key;
    return linesOf(set, scene).map(({ name, plan, run, functions, from, steps }) => {
      return { name, plan, run, functions, from, steps, hyperparameter };
    });
  });
  const drawn = drawPlans(curves, {
    ...{ title, unit, mark: scene.place, theme: isSvg ? "auto" : "light", log: flags.log === true },
    ...(flags.width === undefined ? {} : { width: numberIn("--width", flags.width, 240, 2000) }),
    ...(flags.height === undefined ? {} : { height: numberIn("--height", flags.height, 160, 2000) }),
  });
  return isSvg ? [drawn] : (await import("../plot/picture.ts")).asPng(drawn);
}
