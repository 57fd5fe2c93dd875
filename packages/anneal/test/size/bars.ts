/**
 * What an import may cost: the fixture bundled and minified by esbuild as an ES module for es2022, then gzip -9.
 * Bars are in bytes; 1 kB is 1024 bytes.
 */
export const BARS = [
  { scenario: "the article's scheduler through anneal", fixture: "articleCore.ts", bar: 6.5 * 1024 },
  { scenario: "the article's scheduler through anneal/torch", fixture: "articleTorch.ts", bar: 8 * 1024 },
  { scenario: "everything in anneal", fixture: "everything.ts", bar: 17 * 1024 },
  { scenario: "everything in anneal and anneal/torch", fixture: "everythingTorch.ts", bar: 23 * 1024 },
  { scenario: "param groups of anneal/tfjs", fixture: "tfjsParamGroups.ts", bar: 1.5 * 1024 },
] as const;
