import { shortName } from "../entry.ts";
import { type Builtin, extreme, numeric, toWhole } from "./builtins.ts";
import { Failure } from "./derived.ts";
import { round } from "./number.ts";
import { binary, truth } from "./operators.ts";

const logarithm = (compute: (x: number) => number): Builtin =>
  numeric(1, 1, (x) => (x <= 0 ? new Failure("a logarithm of what is not positive") : compute(x)));

const finite = (compute: (x: number) => number): Builtin =>
  numeric(1, 1, (x) => (Number.isFinite(x) && !Number.isFinite(compute(x)) ? new Failure("an overflow") : compute(x)));

const power: Builtin = numeric(2, 2, (x, y) => binary("**", x, y));

/** A power of numbers with a fraction, as arrays have it: that of 0 to a negative one is infinite. */
const floatPower: Builtin = numeric(2, 2, (x, y) => (x === 0 && y < 0 ? Number.POSITIVE_INFINITY : binary("**", x, y)));

const log: Builtin = (x = null, base = Math.E) => {
  const [above, below] = [logarithm(Math.log)(x), logarithm(Math.log)(base)];
  if (above instanceof Failure) return above;
  return below instanceof Failure ? below : binary("/", above, below);
};

/** The functions of Python's `math`, which NumPy and its likes have under the same names. */
const shared: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ["floor", toWhole(Math.floor)],
  ["ceil", toWhole(Math.ceil)],
  ["trunc", toWhole(Math.trunc)],
  ["sqrt", numeric(1, 1, (x) => (x < 0 ? new Failure("a root of a negative number") : Math.sqrt(x)))],
  ["exp", finite(Math.exp)],
  ["expm1", finite(Math.expm1)],
  ["log", log],
  ["log1p", numeric(1, 1, (x) => (x <= -1 ? new Failure("a logarithm of what is not positive") : Math.log1p(x)))],
  ["log2", logarithm(Math.log2)],
  ["log10", logarithm(Math.log10)],
  ["pow", power],
  ["sin", numeric(1, 1, Math.sin)],
  ["cos", numeric(1, 1, Math.cos)],
  ["tan", numeric(1, 1, Math.tan)],
  ["tanh", numeric(1, 1, Math.tanh)],
  ["fabs", numeric(1, 1, Math.abs)],
  ["fmod", numeric(2, 2, (x, y) => (y === 0 ? new Failure("a division by zero") : x % y))],
]);

const clip: Builtin = (x = null, low = null, high = null) => {
  const above = low === null ? x : extreme(">")(x, low);
  return above instanceof Failure || high === null ? above : extreme("<")(above, high);
};

/** What is only in NumPy and its likes. */
const arrays: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ["abs", numeric(1, 1, Math.abs)],
  ["minimum", extreme("<")],
  ["maximum", extreme(">")],
  ["pow", floatPower],
  ["power", floatPower],
  ["rsqrt", numeric(1, 1, (x) => (x < 0 ? new Failure("a root of a negative number") : 1 / Math.sqrt(x)))],
  ["where", (condition = null, yes = null, no = null) => (truth(condition) ? yes : no)],
  ["clip", clip],
  ["round", numeric(1, 2, round)],
]);

const constants: ReadonlyMap<string, number> = new Map([
  ["pi", Math.PI],
  ["e", Math.E],
  ["inf", Number.POSITIVE_INFINITY],
  ["nan", Number.NaN],
]);

const HOME = /^(?:math|(np|numpy|jnp|jax\.(?:numpy|lax)|keras\.ops|torch|(?:tf|tensorflow)(?:\.math)?))\.([a-z0-9]+)$/i;

/** A function or a number of Python's `math`, or of what computes the same under the same name. */
export function mathematics(path: string): Builtin | number | undefined {
  const name = shortName(path);
  if (!constants.has(name) && !shared.has(name) && !arrays.has(name)) return undefined;
  const [own, array] = HOME.exec(path) ?? [];
  if (own === undefined) return undefined;
  return constants.get(name) ?? (array ? arrays.get(name) : undefined) ?? shared.get(name);
}
