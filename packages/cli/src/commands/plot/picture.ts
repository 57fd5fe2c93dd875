import { type DrawOptions, drawPlans, type Theme } from "anneal/svg";
import type { FlagValues } from "../../command.ts";
import type { Say } from "../../language/language.ts";
import { alike } from "../../source/alike.ts";
import type { Drawable } from "../../source/drawable.ts";
import { numberIn } from "../../source/flags.ts";
import { groupsSaid } from "../../terminal/groupsSaid.ts";
import { UsageError } from "../../usageError.ts";
import type { MakeOutput } from "./output.ts";
import { rendered } from "./rendered.ts";
import { lettersMissing, wordsFor } from "./wordsFor.ts";

/** A picture as SVG. */
export const svg: MakeOutput = async (curves, unit, flags, io) => {
  const { say, notes } = await wordsFor(".svg", io);
  return { content: [draw(curves, unit, flags, themeOf(flags, "auto"), say)], notes };
};

/** The same as PNG. */
export const png: MakeOutput = async (curves, unit, flags, io) => {
  const theme = themeOf(flags, "light");
  if (theme === "auto") throw new UsageError("--theme auto: a .png is light or dark");
  const { say, notes } = await wordsFor(".png", io);
  const drawn = draw(curves, unit, flags, theme, say);
  return { content: await asPng(drawn), notes: [...notes, ...(await lettersMissing(drawn))] };
};

/** A drawn SVG as PNG. */
export async function asPng(drawn: string): Promise<Uint8Array> {
  return (await rendered(drawn)).asPng();
}

function draw(curves: readonly Drawable[], unit: "step" | "epoch", flags: FlagValues, theme: Theme, say: Say): string {
  const drawn = alike(curves);
  if (drawn.length > 100) throw new UsageError(`a picture has up to 100 curves, and these are ${drawn.length}`);
  const options: DrawOptions = {
    ...{ unit, theme, log: flags.log === true, say },
    ...(flags.title === undefined ? {} : { title: flags.title as string }),
    ...(flags.width === undefined ? {} : { width: numberIn("--width", flags.width, 240, 2000) }),
    ...(flags.height === undefined ? {} : { height: numberIn("--height", flags.height, 160, 2000) }),
  };
  return drawPlans(
    drawn.map(({ names, curve: { key, plan, run, steps, from = 0, functions, broad = false } }) => {
      return {
        name: names.map((one) => groupsSaid(say(one), say)).join(" = "),
        plan,
        run,
        steps,
        from,
        functions,
        broad,
        hyperparameter: say(key === "lr" ? "learning rate" : key),
      };
    }),
    options,
  );
}

function themeOf({ theme = "" }: FlagValues, otherwise: Theme): Theme {
  if (theme === "") return otherwise;
  return theme as Theme;
}
