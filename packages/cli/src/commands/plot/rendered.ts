import type { RenderedImage } from "@resvg/resvg-js";
import { UsageError } from "../../usageError.ts";

/** A drawn SVG as pixels, twice as many each way, for screens that have them. */
export async function rendered(drawn: string): Promise<RenderedImage> {
  const { Resvg } = await import("@resvg/resvg-js").catch(() => {
    throw new UsageError("a .png needs the package @resvg/resvg-js, which has no build for this system; write an .svg");
  });
  const { fontsFor } = await import("./fonts.ts");
  const font = fontsFor(drawn);
  return new Resvg(drawn, { fitTo: { mode: "zoom", value: 2 }, font }).render();
}
