import { type DrawOptions, drawPlans, type Theme } from "anneal/svg";
import type { FlagValues } from "../../command.ts";
import { alike } from "../../source/alike.ts";
import type { Drawable } from "../../source/drawable.ts";
import { numberIn } from "../../source/flags.ts";
import { UsageError } from "../../usageError.ts";
import type { MakeOutput } from "./output.ts";

/** A picture as SVG. */
export const svg: MakeOutput = (curves, unit, flags) => ({
  content: [draw(curves, unit, flags, themeOf(flags, "auto"))],
  notes: [],
});

/** The same as PNG, in twice as many pixels, for screens that have them. */
export const png: MakeOutput = async (curves, unit, flags) => {
  const theme = themeOf(flags, "light");
  if (theme === "auto") throw new UsageError("--theme auto: a .png is light or dark");
  return { content: await asPng(draw(curves, unit, flags, theme)), notes: [] };
};

/** A drawn SVG as PNG. */
export async function asPng(drawn: string): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js").catch(() => {
    throw new UsageError("a .png needs the package @resvg/resvg-js, which has no build for this system; write an .svg");
  });
  const { fontsFor } = await import("./fonts.ts");
  const font = fontsFor(drawn);
  return new Resvg(drawn, { fitTo: { mode: "zoom", value: 2 }, font }).render().asPng();
}

function draw(curves: readonly Drawable[], unit: "step" | "epoch", flags: FlagValues, theme: Theme): string {
  const drawn = alike(curves);
  if (drawn.length > 100) throw new UsageError(`a picture has up to 100 curves, and these are ${drawn.length}`);
  const options: DrawOptions = {
    ...{ unit, theme, log: flags.log === true },
    ...(flags.title === undefined ? {} : { title: flags.title as string }),
    ...(flags.width === undefined ? {} : { width: numberIn("--width", flags.width, 240, 2000) }),
    ...(flags.height === undefined ? {} : { height: numberIn("--height", flags.height, 160, 2000) }),
  };
  return drawPlans(
    drawn.map(({ names, curve: { key, plan, run, steps, functions } }) => {
      return {
        name: names.join(" = "),
        plan,
        run,
        steps,
        functions,
        hyperparameter: key === "lr" ? "learning rate" : key,
      };
    }),
    options,
  );
}

function themeOf({ theme = "" }: FlagValues, otherwise: Theme): Theme {
  if (theme === "") return otherwise;
  return theme as Theme;
}
