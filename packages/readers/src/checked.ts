import { type Controller, constant, Scheduler } from "anneal";

/** A controller whose fields are right; a PlanError otherwise, as a scheduler would throw it. */
export function checked<C extends Controller>(controller: C): C {
  const limits = Object.values(controller).filter(Array.isArray);
  const groups = Array.from({ length: limits[0]?.length ?? 1 }, () => ({ lr: 1 }));
  new Scheduler({ paramGroups: groups }, { lr: { plan: constant({ value: "1x" }), controllers: controller } });
  return controller;
}
