import { decimal } from "../../print/shortest.ts";

/** A number that YAML 1.1 takes for one with a fraction: 1.0e-4, where 1e-4 is a text. */
export function yamlNumber(value: number): string {
  return decimal(value)
    .replace(/^(-?\d+)e/, "$1.0e")
    .replace(/e(\d)/, "e+$1");
}
