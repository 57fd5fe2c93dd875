import { CombinedLeaf } from "../../kinds/combine.ts";
import { CosineLeaf } from "../../kinds/cosine.ts";
import { CosineWaveLeaf } from "../../kinds/cosineWave.ts";
import { ExponentialLeaf } from "../../kinds/exponential.ts";
import { LinearLeaf } from "../../kinds/linear.ts";
import { PolynomialLeaf } from "../../kinds/polynomial.ts";
import { TanhLeaf } from "../../kinds/tanh.ts";
import { type Leaf, type Piece, piece } from "../../piece.ts";

type Fields = Readonly<Record<string, number>>;

/** Curves that are moved or scaled by moving or scaling both of their ends. */
const AFFINE = [LinearLeaf, CosineLeaf, CosineWaveLeaf, PolynomialLeaf, TanhLeaf, ExponentialLeaf];

const isAffine = (leaf: Leaf | undefined): leaf is Leaf<Fields> => AFFINE.some((one) => leaf instanceof one);

/** The one curve that a product, a sum or a clamp comes to, where it does: a wave times 2 is a wave. */
export function plain(whole: Piece): Piece {
  const { start, value, leaf } = whole;
  if (!(leaf instanceof CombinedLeaf)) return whole;
  const { active, operation } = leaf.fields;
  const inner = active.map(plain);
  const curves = inner.filter((one) => one.leaf);
  const [curve] = curves;
  if (!curve || !isAffine(curve.leaf)) return whole;
  const ends = (name: "from" | "to"): readonly number[] =>
    inner.map((one) => (one.leaf ? (one.leaf.fields as Fields)[name] : one.value) as number);
  const [from, to] = [ends("from"), ends("to")];
  const made = (first: number, last: number): Piece => {
    const own = curve.leaf as Leaf<Fields>;
    const Curve = own.constructor as new (fields: Fields) => Leaf;
    return piece(start, value + curve.value, new Curve({ ...own.fields, from: first, to: last }));
  };
  if (operation === "product" && curves.length === 1) return made(from.reduce(times), to.reduce(times));
  if (operation === "sum" && curves.every((one) => isLike(one, curve))) return made(from.reduce(plus), to.reduce(plus));
  if (operation !== "clamp" || curves.length > 1 || curve.leaf instanceof ExponentialLeaf) return whole;
  const [a, low, high] = from as [number, number, number];
  const b = to[0] as number;
  return Math.min(a, b) >= low && Math.max(a, b) <= high ? made(a, b) : whole;
}

const times = (a: number, b: number): number => a * b;
const plus = (a: number, b: number): number => a + b;

/** Whether two curves differ in nothing but their ends. */
function isLike(one: Piece, other: Piece): boolean {
  const shape = ({ leaf, value }: Piece): string =>
    JSON.stringify([value, { ...(leaf?.fields as Fields), from: 0, to: 0 }]);
  return one.leaf?.constructor === other.leaf?.constructor && shape(one) === shape(other);
}
