import { describe, expect, it } from "vitest";
import { kerasPlateau, optaxPlateau } from "../../src/index.ts";
import { issuesOf } from "../issues.ts";

describe("kerasPlateau", () => {
  it("is a plateau that counts one less", () => {
    expect(kerasPlateau()).toEqual({
      kind: "plateau",
      mode: "min",
      factor: 0.1,
      patience: 9,
      rtol: 0,
      atol: 1e-4,
      cooldown: 0,
      minRate: 0,
      eps: 0,
    });
    const given = { monitor: "val_loss", mode: "max", factor: 0.5, patience: 3, cooldown: 4 } as const;
    expect(kerasPlateau({ ...given, minDelta: -0.5, minLr: 0.01 })).toMatchObject({
      ...{ ...given, patience: 2, cooldown: 3, atol: 0.5, minRate: 0.01 },
    });
    expect(kerasPlateau({ patience: 0, cooldown: 1 })).toMatchObject({ patience: 0, cooldown: 0 });
  });

  it("lists every wrong option by Keras's names", () => {
    const wrong = {
      monitor: 1,
      factor: 1,
      patience: -1,
      mode: "auto",
      minDelta: "1",
      cooldown: 0.5,
      minLr: -1,
      rtol: 0,
    };
    const paths = issuesOf(() => kerasPlateau(wrong as never)).map(({ path }) => path);
    expect(paths).toEqual(["", "monitor", "factor", "patience", "mode", "minDelta", "cooldown", "minLr"]);
  });
});

describe("optaxPlateau", () => {
  it("is a plateau that counts one less", () => {
    expect(optaxPlateau()).toEqual({
      kind: "plateau",
      factor: 0.1,
      patience: 9,
      rtol: 1e-4,
      atol: 0,
      cooldown: 0,
      accumulate: 1,
      minScale: 0,
      eps: 0,
    });
    const given = { factor: 0.5, rtol: 0, atol: 0.1, cooldown: 4, minScale: 0.01 };
    expect(optaxPlateau({ ...given, patience: 3, accumulationSize: 5 })).toMatchObject({
      ...given,
      patience: 2,
      accumulate: 5,
    });
  });

  it("lists every wrong option by optax's names", () => {
    const wrong = {
      factor: 0,
      patience: 0,
      rtol: -1,
      atol: Infinity,
      cooldown: -1,
      accumulationSize: 0,
      minScale: 1,
      eps: 0,
    };
    const paths = issuesOf(() => optaxPlateau(wrong)).map(({ path }) => path);
    const names = ["factor", "patience", "rtol", "atol", "cooldown", "accumulationSize", "minScale"];
    expect(paths).toEqual(["", ...names]);
  });
});
