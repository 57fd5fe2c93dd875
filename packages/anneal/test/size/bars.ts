/**
 * What an import may cost: the fixture bundled and minified by esbuild as an ES module for es2022, then gzip -9.
 * Bars are in bytes; 1 kB is 1024 bytes.
 */
export const BARS = [
  { scenario: "the article's scheduler through anneal", fixture: "articleCore.ts", bar: 6.5 * 1024 },
  { scenario: "the article's scheduler through anneal/torch", fixture: "articleTorch.ts", bar: 8.1 * 1024 },
  { scenario: "everything in anneal", fixture: "everything.ts", bar: 17.5 * 1024 },
  { scenario: "everything in anneal and anneal/torch", fixture: "everythingTorch.ts", bar: 23.5 * 1024 },
  { scenario: "param groups of anneal/tfjs", fixture: "tfjsParamGroups.ts", bar: 1.5 * 1024 },
  { scenario: "groups of anneal/tfjs", fixture: "tfjsGroups.ts", bar: 7.5 * 1024 },
  { scenario: "the callbacks of anneal/tfjs", fixture: "tfjsCallbacks.ts", bar: 15.5 * 1024 },
  { scenario: "a plan inside jit through anneal/jax", fixture: "tracedJax.ts", bar: 12 * 1024 },
  { scenario: "a search through anneal/finder", fixture: "finder.ts", bar: 12 * 1024 },
  { scenario: "a search through anneal/tfjs", fixture: "tfjsFinder.ts", bar: 15 * 1024 },
  { scenario: "the writer to PyTorch of anneal/interop", fixture: "toPyTorch.ts", bar: 17.5 * 1024 },
  { scenario: "the writer to Keras of anneal/interop", fixture: "toKeras.ts", bar: 17.5 * 1024 },
  { scenario: "everything in anneal/interop", fixture: "everythingInterop.ts", bar: 33 * 1024 },
  { scenario: "a picture through anneal/svg", fixture: "drawPlans.ts", bar: 11 * 1024 },
  { scenario: "everything in anneal/check", fixture: "everythingCheck.ts", bar: 14 * 1024 },
  { scenario: "everything in anneal/audit", fixture: "everythingAudit.ts", bar: 22 * 1024 },
  { scenario: "everything in anneal/resume", fixture: "everythingResume.ts", bar: 14.5 * 1024 },
] as const;
