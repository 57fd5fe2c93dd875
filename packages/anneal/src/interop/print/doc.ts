/** A piece of code that knows where it may be broken into lines. */
export type Doc = string | Bracketed | Chain;

/** `open`, what is inside, separated by commas, and `close`. */
export interface Bracketed {
  readonly open: string;
  readonly inside: readonly Doc[];
  readonly close: string;
}

/** Operands with an operator between each two; all operators are of one rank. */
export interface Chain {
  readonly operands: readonly Doc[];
  readonly operators: readonly string[];
}

/** How a formatter breaks lines. */
export interface Breaks {
  readonly width: number;
  readonly indent: string;
  /** Black's way: an operator begins a line, and what fits on one line inside of brackets stays there. Else Prettier's. */
  readonly black: boolean;
}

/** All on one line. */
export function flat(doc: Doc): string {
  if (typeof doc === "string") return doc;
  if ("open" in doc) return `${doc.open}${doc.inside.map(flat).join(", ")}${doc.close}`;
  return doc.operands.map((operand, i) => (i ? ` ${doc.operators[i - 1]} ` : "") + flat(operand)).join("");
}

/** Lines of at most the width, as far as there is a place to break: from a column on, with so much after the last. */
export function lay(doc: Doc, breaks: Breaks, margin: string, column: number, tail = 0, nested = false): string {
  const line = flat(doc);
  if (typeof doc === "string" || column + line.length + tail <= breaks.width) return line;
  return "open" in doc ? layBracketed(doc, breaks, margin) : layChain(doc, breaks, margin, nested);
}

/** One operand a line; Prettier moves the later ones of a chain in a chain. */
function layChain({ operands, operators }: Chain, breaks: Breaks, margin: string, nested: boolean): string {
  const isChoice = operators[0] === "?";
  const leads = breaks.black || isChoice;
  const rest = isChoice || (nested && !breaks.black) ? margin + breaks.indent : margin;
  const lines = operands.map((operand, i) => {
    const before = leads && i ? `${operators[i - 1]} ` : "";
    const after = !leads && i < operators.length ? ` ${operators[i]}` : "";
    const own = i ? rest : margin;
    return before + lay(operand, breaks, own, own.length + before.length, after.length, true) + after;
  });
  return lines.join(`\n${rest}`);
}

function layBracketed({ open, inside, close }: Bracketed, breaks: Breaks, margin: string): string {
  const { width, black } = breaks;
  const inner = margin + breaks.indent;
  const [first = ""] = inside;
  if (!black && open === "(") return open + lay(first, breaks, margin, width, 0, true) + close;
  if (!black && open.endsWith("[") && inside.every((one) => Number.isFinite(Number(one)))) {
    return `${open}\n${inner}${filled(inside as string[], breaks.width, inner)},\n${margin}${close}`;
  }
  const joined = inside.map(flat).join(", ");
  // Black never has the entries of a list in one line of their own.
  const isList = inside.length > 1 && /[[{]$/.test(open);
  if (black && !isList && inner.length + joined.length <= width) return `${open}\n${inner}${joined}\n${margin}${close}`;
  const comma = black && inside.length === 1 ? "" : ",";
  const items = inside.map((one) => `${inner}${lay(one, breaks, inner, inner.length, comma.length, true)}${comma}\n`);
  return `${open.trimEnd()}\n${items.join("")}${margin}${close.trimStart()}`;
}

/** Prettier writes lists of numbers like text. */
function filled(numbers: readonly string[], width: number, margin: string): string {
  let column = margin.length;
  const words = numbers.map((word, i) => {
    const fits = i === 0 || column + word.length + 2 <= width;
    column = fits && i ? column + word.length + 2 : margin.length + word.length + 1;
    return i === 0 ? word : fits ? ` ${word}` : `\n${margin}${word}`;
  });
  return words.join(",");
}

/** A statement: what stands before the expression and after it; an expression that must be broken gets lines of its own. */
export function layStatement(before: string, doc: Doc, after: string, breaks: Breaks, margin: string): string {
  const { width, indent, black } = breaks;
  const start = margin + before;
  const isWhole = typeof doc === "string" || "open" in doc || start.length + flat(doc).length + after.length <= width;
  if (isWhole) return start + lay(doc, breaks, margin, start.length, after.length) + after;
  const inner = margin + indent;
  const [open, close] = black || before === "return " ? ["(", `\n${margin})`] : ["", ""];
  const laid = lay(doc, breaks, inner, inner.length, close ? 0 : after.length);
  return `${(start + open).trimEnd()}\n${inner}${laid}${close}${after}`;
}
