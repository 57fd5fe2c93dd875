import type { TreeCursor } from "@lezer/common";
import { parser } from "@lezer/python";

/** A part of a Python text, as its grammar names it. */
export interface Node {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly children: readonly Node[];
  /** Whether there is a syntax error right in it, or more levels than are read. */
  readonly broken: boolean;
}

interface Growing extends Node {
  children: readonly Node[];
  broken: boolean;
}

/** How many levels of a text's tree are read; what is deeper is not there. */
export const DEEPEST = 200;

/** A text's tree. */
export interface Tree {
  readonly root: Node;
  /** How many syntax errors there are. */
  readonly errors: number;
}

/** The tree of a Python text; errors are in it as broken nodes. */
export function parse(text: string): Tree {
  let errors = 0;
  const cursor = parser.parse(withoutBlankLines(withDigits(text))).cursor();
  const root = begin(cursor);
  const path: Growing[] = [root];
  // What every node of the path has so far, the deepest's last, since a list that grows takes several times its size.
  const found: Growing[] = [];
  const counts = [0];
  const leave = (): void => {
    const node = path.pop() as Growing;
    const from = counts.pop() as number;
    if (from < found.length) node.children = found.splice(from);
  };
  for (;;) {
    const inside = path.length <= DEEPEST && cursor.firstChild();
    if (!inside) {
      const left = path[path.length - 1] as Growing;
      if (path.length > DEEPEST && cursor.firstChild()) {
        left.broken = true;
        cursor.parent();
      }
      leave();
      while (!cursor.nextSibling()) {
        if (!cursor.parent()) return { root, errors };
        leave();
      }
    }
    const parent = path[path.length - 1] as Growing;
    const node = begin(cursor);
    if (cursor.type.isError) {
      parent.broken = true;
      errors++;
    }
    if (node.name !== "Comment") found.push(node);
    path.push(node);
    counts.push(found.length);
  }
}

/** Numbers that end in their point, which the grammar does not have, as others of their length: `1.` and `1.e5`. */
function withDigits(text: string): string {
  return text.replace(
    /(?<![\w.])(\d[\d_]*)\.(?:(?![\w.])|([eE][+-]?)(?=\d))/g,
    (_, digits: string, exponent?: string) => (exponent === undefined ? `${digits} ` : `${digits}${exponent}0`),
  );
}

/** Lines that are blank, and comments that no text in quotes can end in, as blanks in one line: each would take as long as a word. */
function withoutBlankLines(text: string): string {
  return text.replace(/(?<!\\)\n(?:[ \t]*(?:#[^\n"'{}\\]*)?\n){4,}/g, ({ length }) => `\n${" ".repeat(length - 2)}\n`);
}

const NONE: readonly Node[] = [];

function begin({ name, from, to }: TreeCursor): Growing {
  return { name, from, to, children: NONE, broken: false };
}

/** The children of a node that are no punctuation marks and no errors. */
export function parts({ children }: Node): readonly Node[] {
  return children.filter(({ name }) => {
    const first = name.charCodeAt(0);
    return first >= 65 && first <= 90;
  });
}

/** The children of a node, split where there is one of a name. */
export function split(children: readonly Node[], name: string): readonly (readonly Node[])[] {
  const groups: Node[][] = [[]];
  for (const child of children) {
    if (child.name === name) groups.push([]);
    else groups[groups.length - 1]?.push(child);
  }
  return groups;
}
