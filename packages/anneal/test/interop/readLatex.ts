/** How tightly `\bmod` is read to hold: readers differ. */
export type ModReading = "loosest" | "tightest";

type Values = Map<string, number>;
type Read = (values: Values) => number;

const TOKEN =
  /\\(?:begin|end)\{cases\}|\\text\{[^}]*\}|(?:\\mathrm\{[^}]*\}|\\(?:tau|rho|ell)|[A-Za-z])(?:_\{\d+\})?|\\[A-Za-z]+|\\\\|\\[#{}]|\d+(?:\.\d+)?|[-+(),<:{}^_&=]/y;

const CALLS: Readonly<Record<string, (...of: number[]) => number>> = {
  "\\ln": Math.log,
  "\\cos": Math.cos,
  "\\tanh": Math.tanh,
  "\\min": Math.min,
  "\\max": Math.max,
};

/** Reads an equation of the step, after those of its variables, as mathematicians do: two letters side by side are refused. */
export function readLatex(code: string, mod: ModReading): (step: number) => number {
  const body = code.replace(/\\(?:begin|end)\{aligned\}/g, "").trim();
  const equations = linesOf(body).map((line) => line.split(/ &?= (.*)/s) as [string, string]);
  const read = equations.map(([name, value]) => [name, expressionOf(value, mod)] as const);
  return (step) => {
    const values: Values = new Map([["t", step]]);
    for (const [name, value] of read) values.set(name, value(values));
    return values.get("\\eta(t)") as number;
  };
}

/** The equations: a line's end within cases ends none. */
function linesOf(body: string): readonly string[] {
  const parts = body.split(/(\\begin\{cases\}[\s\S]*?\\end\{cases\})/);
  const marked = parts.map((part, i) => (i % 2 ? part : part.replaceAll("\\\\\n", "\u0000")));
  return marked
    .join("")
    .split("\u0000")
    .map((line) => line.trim());
}

function expressionOf(text: string, mod: ModReading): Read {
  const tokens = tokensOf(text);
  let at = 0;
  const found = whole();
  if (at < tokens.length) throw new Error(`${tokens[at]} stands beside what is before it: ${text}`);
  return found;

  function takes(token: string): boolean {
    return tokens[at] === token && ++at > 0;
  }

  function needs(...wanted: readonly string[]): void {
    for (const token of wanted) if (!takes(token)) throw new Error(`${token} is not there: ${tokens.slice(at)}`);
  }

  function whole(): Read {
    return mod === "loosest" ? rest(sum) : sum();
  }

  function rest(operand: () => Read): Read {
    const a = operand();
    if (!takes("\\bmod")) return a;
    const b = operand();
    return (values) => a(values) % b(values);
  }

  function sum(): Read {
    let a = product();
    for (;;) {
      const [before, sign] = [a, tokens[at] === "-" ? -1 : 1];
      if (!takes("+") && !takes("-")) return a;
      const b = product();
      a = (values) => before(values) + sign * b(values);
    }
  }

  function product(): Read {
    if (takes("-")) {
      const negative = product();
      return (values) => -negative(values);
    }
    const operand = () => (mod === "tightest" ? rest(power) : power());
    let a = operand();
    while (takes("\\cdot")) {
      const [before, b] = [a, operand()];
      a = (values) => before(values) * b(values);
    }
    return a;
  }

  function power(): Read {
    const isE = tokens[at] === "e" && tokens[at + 1] === "^";
    const base = isE ? () => Math.E : primary();
    if (isE) at++;
    if (!takes("^")) return base;
    const exponent = within("{", "}");
    return (values) => base(values) ** exponent(values);
  }

  function within(open: string, close: string): Read {
    needs(open);
    const inside = whole();
    needs(close);
    return inside;
  }

  function list(): readonly Read[] {
    needs("\\left", "(");
    const all = [whole()];
    while (takes(",")) all.push(whole());
    needs("\\right", ")");
    return all;
  }

  function primary(): Read {
    const token = tokens[at] ?? "";
    if (token === "\\left" && tokens[at + 1] === "(") return entry(list());
    at++;
    if (/^\d/.test(token)) return () => Number(token);
    if (token === "\\pi") return () => Math.PI;
    if (token === "\\begin{cases}") return cases();
    if (token === "\\left") return floor(takes("\\lfloor"));
    if (token === "\\#") return count();
    if (token === "\\frac") {
      const [a, b] = [within("{", "}"), within("{", "}")];
      return (values) => a(values) / b(values);
    }
    const call = CALLS[token];
    if (call) {
      const of = list();
      return (values) => call(...of.map((one) => one(values)));
    }
    return (values) => {
      const value = values.get(token);
      if (value === undefined) throw new Error(`${token} is not known`);
      return value;
    };
  }

  function entry(all: readonly Read[]): Read {
    if (!takes("_")) return all[0] as Read;
    const place = within("{", "}");
    return (values) => (all[place(values)] as Read)(values);
  }

  function count(): Read {
    needs("\\{", "m", "\\in");
    const all = list();
    needs(":", "m", "\\le");
    const time = whole();
    needs("\\}");
    return (values) => all.filter((one) => one(values) <= time(values)).length;
  }

  function floor(down: boolean): Read {
    if (!down) needs("\\lceil");
    const inside = whole();
    needs("\\right", down ? "\\rfloor" : "\\rceil");
    return (values) => Math[down ? "floor" : "ceil"](inside(values));
  }

  function cases(): Read {
    const rows: [value: Read, when: (values: Values) => boolean][] = [];
    do {
      const value = whole();
      needs("&");
      if (takes("\\text{otherwise}")) rows.push([value, () => true]);
      else {
        needs("\\text{if }");
        const a = whole();
        needs("<");
        const b = whole();
        rows.push([value, (values) => a(values) < b(values)]);
      }
    } while (takes("\\\\"));
    needs("\\end{cases}");
    return (values) => {
      const [value] = rows.find(([, when]) => when(values)) ?? [() => Number.NaN];
      return value(values);
    };
  }
}

function tokensOf(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at] as string)) {
      at++;
      continue;
    }
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) throw new Error(`no token: ${text.slice(at, at + 20)}`);
    found.push(token);
    at += token.length;
  }
  return found;
}
