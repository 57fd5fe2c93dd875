import { Problems } from "../error.ts";
import { type Cell, isBelow, property, rangeText } from "./cell.ts";
import { assignNumber } from "./engine.ts";
import type { Internals } from "./recognise.ts";

const PARTS = [
  { beta: "beta1", product: "accBeta1" },
  { beta: "beta2", product: "accBeta2" },
] as const;

/** The betas of Adam and Adamax; undefined for the others, which have none. */
export function betaCells(optimizer: Internals): Cell[] | undefined {
  return optimizer.beta1 === undefined ? undefined : PARTS.map((part) => cell(optimizer, part));
}

/** The property `betas` over two cells: a live list, of which each entry may be written alone. */
export function betas(path: string, cells: readonly Cell[]): PropertyDescriptor {
  const view = cells.map((each) => each.get());
  cells.forEach((each, i) => {
    Object.defineProperty(view, i, property(`${path}[${i}]`, each, 1));
  });
  return {
    enumerable: true,
    get: () => view,
    set(values: unknown) {
      const problems = new Problems();
      checkBetas(path, values, problems);
      problems.throwIfAny();
      cells.forEach((each, i) => {
        each.set((values as number[])[i] as number);
      });
    },
  };
}

/**
 * Corrects the bias by beta^(updates + 1), as PyTorch does and as TensorFlow.js does when it loads an optimizer:
 * the running product would hold on to the old beta for many updates.
 */
function cell(optimizer: Internals, { beta, product }: (typeof PARTS)[number]): Cell {
  return {
    get: () => optimizer[beta] as number,
    set(value) {
      if (value === optimizer[beta]) return;
      const used = optimizer[product];
      if (used?.isDisposed === false) assignNumber(used, value ** (optimizer.iterations + 1));
      optimizer[beta] = value;
    },
  };
}

/** Reports what is not a list of two betas. */
export function checkBetas(path: string, values: unknown, problems: Problems): void {
  const list: readonly unknown[] = Array.isArray(values) ? [...values] : [];
  if (list.length !== PARTS.length) problems.add(path, "two numbers", values);
  else {
    list.forEach((value, i) => {
      if (!isBelow(value, 1)) problems.add(`${path}[${i}]`, rangeText(1), value);
    });
  }
}
