/** What a folder or a base file may import: values (and so types too), and further places whose types alone it may. */
export interface Row {
  readonly values: readonly string[];
  readonly types?: readonly string[];
}

/** What needs nothing above it: how a problem is told, a unit read, a field checked. */
const BASE = ["limits", "error", "nearest", "format", "consumed", "units", "field", "run", "mapValues", "freeze"];
/** What a plan is made of while it is compiled. */
const CORE = [...BASE, "piece", "kind", "needs"];
/** The plan itself: the closed list of kinds, and what reads and checks a tree of them. */
const PLAN = ["plan", "readPlan", "parsePlan", "version"];

/** packages/anneal/src: each folder or base file → what it may import besides itself. A place without a row is an error. */
export const LIBRARY: Readonly<Record<string, Row>> = {
  limits: { values: [] },
  version: { values: [] },
  error: { values: ["limits"] },
  nearest: { values: [] },
  format: { values: ["error"] },
  mapValues: { values: [] },
  freeze: { values: ["limits", "mapValues"] },
  piece: { values: ["units"] },
  evaluate: { values: ["piece"] },
  consumed: { values: [] },
  units: { values: ["limits", "error", "consumed"] },
  field: { values: ["limits", "error", "nearest", "units"] },
  run: { values: ["field", "freeze"], types: ["error", "consumed", "kind"] },
  loop: { values: ["error", "field"], types: ["run", "consumed"] },
  needs: { values: [], types: ["units"] },
  kind: { values: [], types: ["units", "field", "piece", "plan"] },
  functions: { values: [], types: ["kind"] },
  kinds: {
    values: ["error", "nearest", "consumed", "units", "field", "freeze", "piece", "evaluate"],
    types: ["kind", "needs", "plan"],
  },
  plan: { values: [...CORE, "kinds"] },
  readPlan: { values: [...CORE, "kinds", "plan"] },
  parsePlan: { values: [...CORE, "plan", "readPlan", "version"] },
  schedule: { values: [...CORE, ...PLAN, "evaluate"] },
  recipes: { values: [...CORE, "kinds"], types: ["plan"] },
  controllers: { values: BASE },
  scheduler: { values: [...CORE, ...PLAN, "schedule", "controllers"] },
  torch: { values: [...CORE, ...PLAN, "kinds", "recipes", "controllers", "scheduler"], types: ["schedule"] },
  finder: { values: [...CORE, ...PLAN, "kinds", "schedule", "svg"] },
  tfjs: {
    values: [...BASE, "version", "finder", "controllers", "scheduler", "recipes"],
    types: ["plan", "schedule"],
  },
  // One formula on arrays for each kind's leaf: it reads what a plan compiles to, and evaluates nothing itself.
  piecesOf: { values: [...CORE, ...PLAN] },
  jax: { values: [...CORE, ...PLAN, "kinds", "piecesOf"], types: ["schedule"] },
  interop: { values: [...CORE, ...PLAN, "kinds", "piecesOf", "functions", "evaluate", "schedule", "controllers"] },
  check: { values: [...CORE, ...PLAN, "piecesOf", "evaluate"], types: ["schedule"] },
  audit: { values: [...CORE, ...PLAN, "piecesOf", "evaluate"], types: ["schedule"] },
  svg: { values: [...CORE, ...PLAN, "kinds", "piecesOf"], types: ["schedule"] },
  resume: { values: [...CORE, ...PLAN, "recipes", "schedule", "scheduler"], types: ["kinds", "controllers"] },
  index: {
    values: [...CORE, ...PLAN, "kinds", "functions", "loop", "schedule", "recipes", "controllers", "scheduler"],
  },
};

/**
 * Everything outside the library: each folder → what it may import of this repository besides its own workspace.
 * `anneal` means its published entries and no path inside it; a folder (with a slash at its end) is data that is shared.
 */
export const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  "packages/readers": ["anneal"],
  "packages/cli": ["anneal", "anneal-readers"],
  "packages/studio": ["anneal", "anneal-readers"],
  examples: ["anneal"],
  bench: ["anneal", "anneal-readers", "packages/anneal/test/size/"],
};
