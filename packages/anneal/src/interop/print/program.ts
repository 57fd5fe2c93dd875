import { type Expression, type Operation, STEP } from "../expression/expression.ts";
import type { Around, Dialect } from "./dialect.ts";
import { type Doc, flat, layStatement } from "./doc.ts";
import { freeVariables } from "./freeVariables.ts";
import { Scope } from "./scope.ts";
import { shortest } from "./shortest.ts";
import { type Written, writeInfix } from "./writeInfix.ts";

/** A program while it is printed: the tables and functions that are needed, each once. */
export class Program {
  readonly #dialect: Dialect;
  readonly #outer: Scope;
  readonly #names = new Map<string, string>();
  readonly #tables: string[] = [];
  readonly #functions: string[] = [];
  /** Variables that an expression needs before its own line, where cases are no branches. */
  #before = "";

  constructor(dialect: Dialect, taken: readonly string[]) {
    this.#dialect = dialect;
    this.#outer = new Scope([], taken);
  }

  /** The whole text: what it imports, tables, and functions, the one that is asked for last. */
  print(name: string, expression: Expression, about: string): string {
    const { imports, gap, indent, open, close } = this.#dialect;
    const scope = this.#outer.inner();
    scope.add("step", STEP);
    const main = open(name, "step", about) + this.#block(expression, scope, indent) + close;
    const parts = [this.#tables.join(""), ...this.#functions, main].filter(Boolean).join(gap);
    const top = imports.filter(([contained]) => parts.includes(contained)).map(([, line]) => `${line}\n`);
    // Tables stand nearer to the imports than functions do.
    return top.length > 0 ? top.join("") + (this.#tables.length > 0 ? "\n" : gap) + parts : parts;
  }

  /** The lines of a function's body, or of a branch of it. */
  #block(expression: Expression, scope: Scope, margin: string): string {
    const { branch, indent } = this.#dialect;
    const { op, of } = typeof expression === "number" ? { op: undefined, of: [] } : expression;
    if (branch && op === "let") {
      return this.#bind(of, scope, margin) + this.#block(of[2] as Expression, scope, margin);
    }
    if (branch && op === "choose") {
      const { time, starts, cases } = casesOf(of);
      const lines = starts.map((start, i) => {
        const [before, after = ""] = branch(
          `${flat(this.#write(time, scope).doc)} < ${flat(this.#write(start, scope).doc)}`,
        );
        const inside = this.#block(cases[i] as Expression, scope.inner(), margin + indent);
        return `${margin}${before}\n${inside}${after && `${margin}${after}\n`}`;
      });
      return lines.join("") + this.#block(cases[starts.length] as Expression, scope, margin);
    }
    const { doc } = this.#write(expression, scope);
    const before = this.#before;
    this.#before = "";
    return before + this.#give(doc, scope, margin);
  }

  /** The result; what is in brackets in a line that is too long is a line of its own. */
  #give(doc: Doc, scope: Scope, margin: string): string {
    const { give, assign, width } = this.#dialect;
    if (typeof doc === "string" || "open" in doc || margin.length + give.join("").length + flat(doc).length <= width) {
      return this.#line(give, doc, margin);
    }
    let lines = "";
    const named = (one: Doc, inner = true): Doc => {
      if (typeof one === "string" || ("operators" in one && one.operators[0] === "**")) return one;
      if ("operators" in one) return { ...one, operands: one.operands.map((operand) => named(operand, one !== doc)) };
      if (!one.open.endsWith("where(") && (inner || one.open !== "(")) return one;
      const name = scope.add("value");
      lines += this.#line(assign(name), one.open === "(" ? (one.inside[0] as Doc) : one, margin);
      return name;
    };
    const short = named(doc);
    return lines + this.#line(give, short, margin);
  }

  /** The line of a variable; what is known by another name already keeps it. */
  #bind([it = 0, value = 0]: readonly Expression[], scope: Scope, margin: string): string {
    const { doc } = this.#write(value, scope);
    const text = flat(doc);
    const known = scope.values.get(text);
    if (known) scope.call(it, known);
    if (known) return "";
    const name = scope.add((it as Operation).name as string, it);
    scope.values.set(text, name);
    return this.#line(this.#dialect.assign(name), doc, margin);
  }

  #line([before, after]: Around, doc: Doc, margin: string): string {
    return `${layStatement(before, doc, after, this.#dialect, margin)}\n`;
  }

  #write(expression: Expression, scope: Scope): Written {
    const { black, indent, pi, calls, floorDivision, branch, conditional, search } = this.#dialect;
    if (typeof expression === "number") {
      return { doc: shortest(expression), op: expression < 0 ? "-1" : "" };
    }
    const { op, of, name, numbers = [] } = expression;
    const [a = 0, b = 0] = of;
    const doc = (one: Expression): Doc => this.#write(one, scope).doc;
    switch (op) {
      case "variable":
        return { doc: scope.nameOf(expression) };
      case "pi":
        return { doc: pi };
      case "+":
      case "-":
      case "*":
      case "/":
      case "%":
      case "**":
        return writeInfix(op, this.#write(a, scope), this.#write(b, scope), black);
      case "entry":
        return { doc: { open: `${this.#table("VALUES", numbers)}[`, inside: [doc(a)], close: "]" } };
      case "search":
        return { doc: search(this.#table("STARTS", numbers), doc(a)) };
      case "custom": {
        const list = { open: "[", inside: numbers.map((one) => doc(one)), close: "]" };
        return { doc: { open: `functions[${JSON.stringify(name)}](`, inside: [doc(a), list], close: ")" } };
      }
      case "let":
        if (branch) return this.#call(expression, scope);
        this.#before += this.#bind(of, scope, indent);
        return this.#write(of[2] as Expression, scope);
      case "choose": {
        const { time, starts, cases } = casesOf(of);
        const simple = starts.length === 1 && !cases.some(hasBlock);
        if (branch && !simple) return this.#call(expression, scope);
        const chosen = starts.reduceRight(
          (rest, start, i) => conditional(doc(time), doc(start), doc(cases[i] as Expression), rest),
          doc(cases[starts.length] as Expression),
        );
        return { doc: chosen, op: branch ? "?" : "" };
      }
      default:
        if (floorDivision && (op === "floor" || (op === "ceil" && !branch)) && typeof a !== "number" && a.op === "/") {
          const [x, y] = a.of.map((one) => this.#write(one, scope)) as [Written, Written];
          if (op === "floor") return writeInfix(floorDivision, x, y, black);
          // What compiles arrays multiplies by the inverse, which may be above a whole number: only this operator rounds.
          const less = { doc: typeof x.doc === "string" ? `-${x.doc}` : bracket("-(", x.doc), op: "-1" };
          return { doc: bracket("-(", writeInfix(floorDivision, less, y, black).doc), op: "-1" };
        }
        return { doc: { open: `${calls[op as keyof typeof calls]}(`, inside: of.map(doc), close: ")" } };
    }
  }

  /** What takes more than an expression is a function of its own. */
  #call(expression: Expression, scope: Scope): Written {
    const { open, close, indent } = this.#dialect;
    const own = this.#outer.inner();
    const parameters = [...freeVariables(expression)].map((it) => own.add(scope.nameOf(it), it));
    const body = this.#block(expression, own, indent);
    const name = this.#named("part", body, (it) => {
      this.#functions.push(open(it, parameters.join(", ")) + body + close);
    });
    return {
      doc: { open: `${name}(`, inside: [...freeVariables(expression)].map((it) => scope.nameOf(it)), close: ")" },
    };
  }

  #table(wanted: string, numbers: readonly number[]): string {
    const { assign, table } = this.#dialect;
    const list: Doc = { open: "[", inside: numbers.map((one) => this.#write(one, this.#outer).doc), close: "]" };
    return this.#named(wanted, `${wanted} ${numbers}`, (name) => {
      this.#tables.push(this.#line(assign(name), table?.(list) ?? list, ""));
    });
  }

  /** The name of what has this text; it is made where it is new. */
  #named(wanted: string, text: string, make: (name: string) => void): string {
    const known = this.#names.get(text);
    if (known) return known;
    const name = this.#outer.add(wanted);
    this.#names.set(text, name);
    make(name);
    return name;
  }
}

const bracket = (open: string, inside: Doc): Doc => ({ open, inside: [inside], close: ")" });

interface Cases {
  readonly time: Expression;
  readonly starts: readonly Expression[];
  readonly cases: readonly Expression[];
}

function casesOf([time = 0, ...rest]: readonly Expression[]): Cases {
  const count = (rest.length - 1) / 2;
  return { time, starts: rest.slice(0, count), cases: rest.slice(count) };
}

/** Whether it has variables or cases of its own. */
function hasBlock(expression: Expression): boolean {
  if (typeof expression === "number") return false;
  return expression.op === "let" || expression.op === "choose" || expression.of.some(hasBlock);
}
