import type { Course, Doing } from "../course.ts";
import type { Document } from "../document.ts";
import { shortName } from "../entry.ts";
import type { Loop, Managed, Stepped } from "../stepped.ts";
import type { Call } from "../value.ts";

/** The loops in which Lightning steps schedulers, after each batch or at each epoch's end; nothing where it steps one otherwise. */
export function managedCourse(calls: readonly Call[], { managed, calls: all }: Document): Course | undefined {
  const own = calls.map((call) => managed?.get(call) as Managed);
  const isPlain = own.every(
    ({ interval = "epoch", frequency = 1, ownStep }) =>
      !ownStep && (interval === "epoch" || interval === "step") && frequency === 1,
  );
  if (!isPlain) return undefined;
  const trainers = all.filter(({ name }) => shortName(name) === "Trainer");
  const turns = trainers.length === 1 ? trainers[0]?.named.get("max_epochs") : undefined;
  const outer: Loop = { variable: "epoch", over: "max_epochs", ...(turns !== undefined && { turns }) };
  const inner: Loop = { variable: "batch", over: "batches" };
  const isStep = (call: Call) => managed?.get(call)?.interval === "step";
  const doings = calls.map((scheduler, i): Doing => {
    const depth = isStep(scheduler) ? 2 : 1;
    const order = isStep(scheduler) ? i + 1 : calls.length + i + 1;
    const step = { scheduler, place: scheduler.place, order, count: 0, contexts: [], conditions: [], decided: [] };
    return { depth, decided: [], order, step: { ...step, loops: [outer, inner].slice(0, depth) } as Stepped };
  });
  const update: Doing = { depth: 2, decided: [], order: 0 };
  const unit = calls.some(isStep) ? "update" : "epoch";
  const ordered = [update, ...doings].toSorted((a, b) => a.order - b.order);
  return { loops: [outer, inner], doings: ordered, unit, isSeen: true, looped: new Map() };
}
