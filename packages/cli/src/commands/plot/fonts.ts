import { fileURLToPath } from "node:url";
import regular from "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf";
import semiBold from "@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf";
import type { ResvgRenderOptions } from "@resvg/resvg-js";

const FAMILY = "Noto Sans";

/** What the fonts that are at hand everywhere have letters for. */
const OURS = /^[\s -\u052f\u1e00-\u206f\u20a0-\u20bf]*$/;

/**
 * The fonts of a picture: our own, so that it is the same on every system, and has its text also where there are no
 * fonts; the system's for letters that they do not have.
 */
export function fontsFor(drawn: string): NonNullable<ResvgRenderOptions["font"]> {
  const fontFiles = [regular, semiBold].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return { fontFiles, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY, loadSystemFonts: !OURS.test(drawn) };
}
