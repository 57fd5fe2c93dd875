import { classField } from "./fieldOf.ts";
import { type Class, Defined } from "./held.ts";

/** PyTorch's class of all schedulers, in its older versions with an underscore. */
const BASE = /(?:^|\.)_?LRScheduler$/;

/** Whether a class of the text is a scheduler for which PyTorch counts the steps, with rates of its own. */
export function isOwnScheduler(of: Class | undefined): of is Class {
  let root = of;
  for (let i = 0; root?.base && i < 20; i++) root = root.base;
  return of !== undefined && BASE.test(root?.outer ?? "") && classField(of, "get_lr") instanceof Defined;
}
