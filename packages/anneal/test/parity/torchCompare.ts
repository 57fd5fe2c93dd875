import { BARS, type Comparison } from "./compare.ts";
import { drive, type TorchCase } from "./torchCases.ts";
import { differenceOf } from "./torchDifferences.ts";

type Rows = readonly (readonly number[])[];

const { bar, share } = BARS.float64;

/** The largest `|a - b| / (|b| + share * peak)`, the peak being the group's own; infinite where one has more than the other. */
function deviationOf(ours: Rows, theirs: Rows): number {
  const all = theirs.flatMap((row, call) =>
    row.map((b, i) => {
      const peak = Math.max(...theirs.map((each) => Math.abs(each[i] as number)));
      const away = Math.abs((ours[call]?.[i] ?? Number.NaN) - b);
      return away === 0 ? 0 : away / (Math.abs(b) + share * peak);
    }),
  );
  return Math.max(0, ...all.map((off) => (Number.isNaN(off) ? 1 / 0 : off)));
}

interface Result {
  readonly positions: number;
  readonly deviation: number;
  readonly refused: boolean;
  /** Why it differs, where it does. */
  readonly differs?: string;
  readonly wrong?: string;
}

function compareCase(one: TorchCase): Result {
  const { rates, momenta, refused } = drive(one);
  const none = { positions: 0, deviation: 0, refused: false };
  // What PyTorch refuses only at some step may be refused at once.
  const bothRefuse = refused !== undefined && one.raises !== undefined;
  if (bothRefuse && rates.length === 0) return { ...none, refused: true };
  const deviation = Math.max(deviationOf(rates, one.rates), deviationOf(momenta, one.momenta ?? []));
  const positions = [...one.rates, ...(one.momenta ?? [])].flat().length;
  if (deviation <= bar && (bothRefuse || !(refused || one.raises)))
    return { positions, deviation, refused: bothRefuse };
  const difference = differenceOf(one);
  const found = `${deviation} away, ${refused ? `refused: ${refused.message}` : "accepted"}`;
  if (!difference) return { ...none, wrong: `${found}; PyTorch: ${one.raises ?? "accepted"}` };
  const { as: differs, rates: expected } = difference;
  const asSaid = expected ? !refused && deviationOf(rates, expected) <= bar : refused && rates.length === 0;
  return { ...none, differs, ...(!asSaid && { wrong: `${found}; not as listed` }) };
}

/** Compares our classes with PyTorch's: rates, momenta and refusals are the same, or different as is listed. */
export function compareTorch(cases: readonly TorchCase[]): Comparison {
  const results = cases.map(compareCase);
  const different: Record<string, number> = {};
  for (const { differs } of results) if (differs) different[differs] = (different[differs] ?? 0) + 1;
  return {
    cases: cases.length,
    positions: results.reduce((total, { positions }) => total + positions, 0),
    deviation: Math.max(0, ...results.map(({ deviation }) => deviation)),
    rounded: 0,
    refused: results.filter(({ refused }) => refused).length,
    different,
    failures: results.flatMap(({ wrong }, i) => (wrong ? [`${cases[i]?.name}: ${wrong}`] : [])),
  };
}
