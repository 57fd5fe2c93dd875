import { Problems } from "../../error.ts";
import { isObject, join, type Values } from "../../field.ts";

type Check = (value: unknown, path: string) => void;

/** Sums and differences of such numbers stay finite. */
const [LEAST, MOST] = [1e-302, 1e300];

/** Refuses what cannot be drawn: a result may come from a file that anyone wrote. */
export function checkDrawn(result: unknown): void {
  const problems = new Problems();
  const that =
    (expected: string, fits: (value: unknown) => boolean): Check =>
    (value, path) => {
      if (!fits(value)) problems.add(path, expected, value);
    };
  const text = that("a text", (value) => typeof value === "string");
  const flag = that("true or false", (value) => typeof value === "boolean");
  const rate = that(
    "a rate from 1e-302 to 1e300",
    (value) => typeof value === "number" && value >= LEAST && value <= MOST,
  );
  const loss = that("a number from -1e300 to 1e300", (value) => typeof value === "number" && Math.abs(value) <= MOST);
  const fields =
    (table: Readonly<Record<string, Check>>): Check =>
    (value, path) => {
      if (!isObject(value)) return problems.add(path, `an object with ${Object.keys(table).join(", ")}`, value);
      for (const [name, check] of Object.entries(table)) check(value[name], join(path, name));
    };
  const list =
    (entry: Check, most = Infinity): Check =>
    (value, path) => {
      const fits = Array.isArray(value) && value.length <= most;
      if (!fits)
        return problems.add(path, most < Infinity ? `a list of at most ${most}, as many as rates` : "a list", value);
      for (const [i, one] of value.entries()) entry(one, `${path}[${i}]`);
    };
  const rates = (result as Partial<Values> | null | undefined)?.rates;
  const losses = list(loss, Array.isArray(rates) ? rates.length : 0);
  const suggestion = fields({ rate, at: rate, loss });
  const interval = fields({ from: rate, to: rate, confidence: text });
  fields({
    plan: fields({ from: rate, to: rate }),
    rates: list(rate),
    runs: list(fields({ losses })),
    band: fields({ low: losses, median: losses, high: losses }),
    fit: fields({ losses }),
    suggestions(value, path) {
      const given = Object.keys(Object(value)).filter((name) => (value as Values)[name] !== null);
      fields(Object.fromEntries(given.map((name) => [name, suggestion])))(value, path);
    },
    answer(value, path) {
      fields({ found: flag, reasons: list(fields({ text })) })(value, path);
      if (isObject(value) && value.found === true) interval(value, path);
    },
    restored: fields({ same: flag, before: text }),
  })(result, "");
  problems.throwIfAny();
}
