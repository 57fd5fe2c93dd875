/**
 * What an import may cost: the fixture bundled and minified by esbuild as an ES module for es2022, then gzip -9.
 * Bars are in bytes; 1 kB is 1000 bytes.
 */
export const BARS = [
  { scenario: "the article's scheduler through anneal", fixture: "articleCore.ts", bar: 4000 },
  { scenario: "the article's scheduler through anneal/torch", fixture: "articleTorch.ts", bar: 5000 },
  { scenario: "param groups of anneal/tfjs", fixture: "tfjsParamGroups.ts", bar: 1500 },
] as const;
