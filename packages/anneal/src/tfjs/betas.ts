import { Problems, refuse } from "../error.ts";
import { type Cell, isBelow, property, rangeText } from "./cell.ts";
import type { Internals } from "./recognise.ts";

const PARTS = [
  { beta: "beta1", product: "accBeta1" },
  { beta: "beta2", product: "accBeta2" },
] as const;

/** The property `betas` of Adam and Adamax; undefined for the others, which have none. */
export function betas(optimizer: Internals): PropertyDescriptor | undefined {
  if (optimizer.beta1 === undefined) return undefined;
  const cells = PARTS.map((part) => cell(optimizer, part));
  const view = cells.map((each) => each.get());
  cells.forEach((each, i) => {
    Object.defineProperty(view, i, property(`betas[${i}]`, each, 1));
  });
  return {
    enumerable: true,
    get: () => view,
    set(values: unknown) {
      const checked = pair(values);
      cells.forEach((each, i) => {
        each.set(checked[i] as number);
      });
    },
  };
}

/**
 * Corrects the bias by beta^(updates + 1), as PyTorch does and as TensorFlow.js does when it loads an optimizer:
 * the running product would hold on to the old beta for many updates. A spare optimizer makes the new scalar, so that
 * TensorFlow.js need not be imported.
 */
function cell(optimizer: Internals, { beta, product }: (typeof PARTS)[number]): Cell {
  return {
    get: () => optimizer[beta] as number,
    set(value) {
      if (value === optimizer[beta]) return;
      const used = optimizer[product];
      if (used !== undefined) {
        const config = { ...optimizer.getConfig(), [beta]: value ** (optimizer.iterations + 1) };
        const spare = optimizer.constructor.fromConfig(optimizer.constructor, config);
        used.assign(spare[product] as typeof used);
        spare.dispose();
      }
      optimizer[beta] = value;
    },
  };
}

function pair(values: unknown): readonly number[] {
  const path = "paramGroups[0].betas";
  if (!Array.isArray(values) || values.length !== PARTS.length) refuse(path, "two numbers", values);
  const list: readonly unknown[] = [...values];
  const problems = new Problems();
  list.forEach((value, i) => {
    if (!isBelow(value, 1)) problems.add(`${path}[${i}]`, rangeText(1), value);
  });
  problems.throwIfAny();
  return list as readonly number[];
}
