import { firstOf, kindOf, mentions } from "./loops.ts";
import type { Loop, Stepped } from "./stepped.ts";

/**
 * What `step(…)` is told at every update: the part of the epochs that is done, how many of those or of updates are done;
 * nothing where that cannot be told.
 */
export function toldAt({ told = "", loops }: Stepped): "part" | "epoch" | "update" | undefined {
  const inner = loops.at(-1) as Loop;
  const isWhole = /^(?:int|round|(?:math|np|torch)\.floor)\(/.test(told);
  if (!isWhole && /[^/]\/[^/]/.test(told)) return "part";
  if (!isWhole && told.includes("*")) return "update";
  if (/epoch/i.test(told) || loops.slice(0, -1).some((loop) => mentions(told, loop))) return "epoch";
  const isCount = loops.length === 1 ? mentions(told, inner) : !mentions(told, inner);
  return isCount && /global|iter|step|update|count/i.test(told) ? "update" : undefined;
}

/** How many epochs `step(…)` is told are done in the first of them; 0 where the text does not show it. */
export function toldFirst({ told = "", loops }: Stepped): number {
  const text = told.replaceAll(/\s/g, "");
  for (const loop of loops) {
    const [name = ""] = loop.variable.match(/\w+/g) ?? [];
    const first = kindOf(loop) === "epoch" ? firstOf(loop, name) : undefined;
    const [all, by = "0"] = new RegExp(`(?<![\\w.])${name}(?![\\w.])([-+]\\d+(?![\\w./*]))?`).exec(text) ?? [];
    if (first !== undefined && all !== undefined) return first + Number(by);
  }
  return 0;
}
