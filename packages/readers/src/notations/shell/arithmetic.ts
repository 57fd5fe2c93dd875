const TOKEN = /\s*(\d+|[A-Za-z_]\w*|\*\*|[-+*/%()]|\$\{?[A-Za-z_]\w*\}?)\s*/y;
const DEEPEST = 32;

type Operation = (a: number, b: number) => number;

const SUMS: Readonly<Record<string, Operation>> = { "+": (a, b) => a + b, "-": (a, b) => a - b };
const PRODUCTS: Readonly<Record<string, Operation>> = {
  "*": (a, b) => a * b,
  "/": (a, b) => Math.trunc(a / b),
  "%": (a, b) => a % b,
};

/** A shell's whole-number arithmetic, or nothing where a variable is not known or it is no arithmetic. */
export function arithmetic(text: string, known: (variable: string) => number | undefined): number | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (!found) return undefined;
    tokens.push(found[1] as string);
  }
  let at = 0;

  function level(operations: typeof SUMS, operand: () => number): number {
    let value = operand();
    for (;;) {
      const token = tokens[at] ?? "";
      const operation = Object.hasOwn(operations, token) ? operations[token] : undefined;
      if (!operation) return value;
      at++;
      value = operation(value, operand());
    }
  }

  function sum(depth: number): number {
    if (depth > DEEPEST) return Number.NaN;
    return level(SUMS, () => level(PRODUCTS, () => power(depth)));
  }

  function power(depth: number): number {
    const base = operand(depth);
    if (tokens[at] !== "**") return base;
    at++;
    return base ** (depth > DEEPEST ? Number.NaN : power(depth + 1));
  }

  function operand(depth: number): number {
    const token = tokens[at++] ?? "";
    if (token === "-") return depth > DEEPEST ? Number.NaN : -operand(depth + 1);
    if (token === "(") {
      const value = sum(depth + 1);
      return tokens[at++] === ")" ? value : Number.NaN;
    }
    if (/^\d/.test(token)) return Number(token);
    return /^[\w${]/.test(token) ? (known(token.replace(/[${}]/g, "")) ?? Number.NaN) : Number.NaN;
  }

  const value = sum(0);
  return at === tokens.length && Number.isSafeInteger(value) ? value : undefined;
}
