import { publishedEntries } from "../ground/workspace.ts";

/** What an import may cost. */
export interface Bar {
  readonly scenario: string;
  /** Fixtures of this folder, and published entries of which everything is imported. */
  readonly imports: readonly string[];
  /** What is there already, and is not counted. */
  readonly onTop?: readonly string[];
  /** The most bytes. */
  readonly bar: number;
}

/** A schedule, which has every kind in its table. */
const CORE = ["articleCore.ts"];

/** Each framework that can be written, on top of what every schedule has. */
const frameworks: readonly Bar[] = publishedEntries()
  .filter(({ specifier }) => specifier.startsWith("anneal/interop/"))
  .map(({ specifier }) => ({
    scenario: `${specifier} on top of the core`,
    imports: [specifier],
    onTop: CORE,
    bar: 12 * 1024,
  }));

/**
 * What an import may cost: bundled and minified by esbuild as an ES module for es2022, then gzip -9; on top of something,
 * as the difference of two bundles. Bars are in bytes; 1 kB is 1024 bytes.
 */
export const BARS: readonly Bar[] = [
  { scenario: "the article's scheduler through anneal", imports: CORE, bar: 6.55 * 1024 },
  { scenario: "the article's scheduler through anneal/torch", imports: ["articleTorch.ts"], bar: 8.2 * 1024 },
  { scenario: "everything in anneal", imports: ["anneal"], bar: 17.75 * 1024 },
  { scenario: "anneal/torch on top of anneal", imports: ["anneal/torch"], onTop: ["anneal"], bar: 6 * 1024 },
  { scenario: "param groups of anneal/tfjs", imports: ["tfjsParamGroups.ts"], bar: 1.5 * 1024 },
  { scenario: "groups of anneal/tfjs", imports: ["tfjsGroups.ts"], bar: 7.5 * 1024 },
  { scenario: "the callbacks of anneal/tfjs", imports: ["tfjsCallbacks.ts"], bar: 15.75 * 1024 },
  { scenario: "a plan inside jit through anneal/jax", imports: ["tracedJax.ts"], bar: 12 * 1024 },
  { scenario: "a search through anneal/finder", imports: ["finder.ts"], bar: 12 * 1024 },
  { scenario: "a search through anneal/tfjs", imports: ["tfjsFinder.ts"], bar: 15 * 1024 },
  { scenario: "the writer to PyTorch with the core", imports: ["anneal/interop/pytorch"], bar: 17.5 * 1024 },
  { scenario: "the writer to Keras with the core", imports: ["anneal/interop/keras"], bar: 17.5 * 1024 },
  { scenario: "anneal/interop on top of the core", imports: ["anneal/interop"], onTop: CORE, bar: 12 * 1024 },
  ...frameworks,
  { scenario: "a picture through anneal/svg", imports: ["drawPlans.ts"], bar: 11.25 * 1024 },
  { scenario: "everything in anneal/check", imports: ["anneal/check"], bar: 14 * 1024 },
  { scenario: "everything in anneal/audit", imports: ["anneal/audit"], bar: 25.5 * 1024 },
  { scenario: "everything in anneal/resume", imports: ["anneal/resume"], bar: 14.5 * 1024 },
];
