import { type Doc, layStatement } from "../../print/doc.ts";
import { python } from "../../print/python.ts";

/** A variable of a module in Python. */
export function assign(name: string, value: Doc): string {
  return `${layStatement(`${name} = `, value, "", python, "")}\n`;
}
