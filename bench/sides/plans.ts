import { cosine, linear, type Plan, sequence, warmupMultiFactor } from "anneal";

/** The plans that are measured, by the name that a side is started with. */
export const PLANS: Readonly<Record<string, Plan>> = {
  article: warmupMultiFactor({
    factor: 0.1,
    milestones: ["30 epochs", "60 epochs", "90 epochs"],
    warmup: "5 epochs",
    from: 0.001,
  }),
  cosine: sequence(linear({ from: 0.001, to: "1x", over: "5 epochs" }), cosine({ from: "last", to: 0, over: "rest" })),
};

/** The plan that the process was started for. */
export function chosenPlan(): Plan {
  const plan = PLANS[process.argv[2] ?? ""];
  if (plan === undefined) throw new Error(`no plan is called ${process.argv[2]}`);
  return plan;
}
