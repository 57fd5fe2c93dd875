import type { Attributes } from "./element.ts";

/** The colours of a picture. */
type Colors = Readonly<Record<"paper" | "ink" | "text" | "grid", string>> & { readonly series: readonly string[] };

/** What a picture is looked at on; `"auto"` is as the viewer's own. */
export type Theme = "auto" | "light" | "dark";

const LIGHT: Colors = {
  ...{ paper: "#fff", ink: "#111827", text: "#6b7280", grid: "#e5e7eb" },
  series: ["#2563eb", "#c2410c", "#047857", "#7c3aed", "#be185d", "#0e7490", "#a16207", "#4b5563"],
};

const DARK: Colors = {
  ...{ paper: "#111827", ink: "#f3f4f6", text: "#9ca3af", grid: "#374151" },
  series: ["#60a5fa", "#fb923c", "#34d399", "#a78bfa", "#f472b6", "#22d3ee", "#facc15", "#d1d5db"],
};

/** What something is drawn as: a role, or the curve of a number. */
type Role = Exclude<keyof Colors, "series"> | number;

/** How something is coloured. */
export type Paint = (as: "fill" | "stroke", role: Role) => Attributes;

/** The attributes of every role; for `"auto"` in light colours, with a class that {@link styleOf} makes dark. */
export function paintOf(theme: Theme): Paint {
  const colors = theme === "dark" ? DARK : LIGHT;
  return (as, role) => ({
    [as]: colorOf(colors, role),
    ...(theme === "auto" && { class: classOf(as, role) }),
    // After the last colour the first comes again, in dashes.
    ...(typeof role === "number" && as === "stroke" && role >= colors.series.length && { "stroke-dasharray": "6 3" }),
  });
}

/** How broad a curve is; what is to show below others is so at both of their sides, and pale. */
export function strokeOf(broad: boolean): Attributes {
  return broad ? { "stroke-width": 8, "stroke-opacity": 0.4 } : { "stroke-width": 2 };
}

/** The style of a picture that follows its viewer, after which it is dark where all else is. */
export function styleOf(theme: Theme): string {
  if (theme !== "auto") return "";
  const roles: readonly Role[] = ["paper", "ink", "text", "grid", ...DARK.series.keys()];
  const rules = roles.flatMap((role) =>
    (["fill", "stroke"] as const).map((as) => `.${classOf(as, role)}{${as}:${colorOf(DARK, role)}}`),
  );
  return `<style>@media(prefers-color-scheme:dark){${rules.join("")}}</style>`;
}

function colorOf(colors: Colors, role: Role): string {
  return typeof role === "number" ? (colors.series[role % colors.series.length] as string) : colors[role];
}

/** Pictures in one page share its style, and so the names begin with ours. */
function classOf(as: string, role: Role): string {
  return `anneal-${as}-${typeof role === "number" ? role % DARK.series.length : role}`;
}
