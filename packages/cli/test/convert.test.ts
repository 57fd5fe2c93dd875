import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { multiStep } from "anneal";
import { toPyTorch } from "anneal/interop/pytorch";
import { afterAll, describe, expect, it } from "vitest";
import { publishedEntries } from "../../anneal/test/ground/workspace.ts";
import { TARGETS } from "../src/commands/convert/targetNames.ts";
import { anneal } from "./fakeIo.ts";

const folder = mkdtempSync(join(tmpdir(), "convert-"));
const file = (name: string, text = "") => {
  const path = join(folder, name);
  if (text) writeFileSync(path, text);
  return path;
};
afterAll(() => rmSync(folder, { recursive: true }));

const STEPS = "multiStep({milestones: [30, 60]})";
const RUN = ["--base", "0.1", "--steps", "90"];

describe("anneal convert", () => {
  it("prints what the writer writes, and says that it is exact", async () => {
    const { code, out, err } = await anneal(["convert", STEPS, "--to", "pytorch", ...RUN]);
    const written = toPyTorch(multiStep({ milestones: [30, 60] }), { base: 0.1, steps: 90 });
    expect([code, out, err]).toEqual([
      0,
      written.code,
      `exact\n${written.notes.map((note) => `note: ${note}\n`).join("")}`,
    ]);
  });

  it("calls each framework what the library's entry is called", () => {
    const entries = publishedEntries()
      .flatMap(({ specifier }) => specifier.split("anneal/interop/")[1] ?? [])
      .filter((name) => name !== "plateau");
    expect(TARGETS.filter((name) => entries.includes(name))).toEqual(entries);
    const others = TARGETS.filter((name) => !entries.includes(name));
    expect(others).toEqual(["python", "javascript", "csv", "latex", "plan"]);
  });

  it.each(TARGETS)("writes %s", async (to) => {
    const { code, out, err } = await anneal(["convert", STEPS, "--to", to, ...RUN]);
    // Megatron-LM has no steps.
    expect(code).toBe(to === "megatron" ? 1 : 0);
    expect(err.startsWith(to === "megatron" ? "not exact\n" : "exact\n")).toBe(true);
    expect(out.length > 20).toBe(to !== "megatron");
  });

  it("tells what it cannot convert without", async () => {
    expect(await anneal(["convert", STEPS])).toMatchObject({ code: 2, err: expect.stringContaining("--to") });
    const unknown = await anneal(["convert", STEPS, "--to", "tensorflow"]);
    expect(unknown).toMatchObject({ code: 2, out: "", err: expect.stringContaining("pytorch, huggingface") });
    const nameless = await anneal(["convert", STEPS, "--to", "csv", "--name", "rates", ...RUN]);
    expect(nameless).toMatchObject({ code: 2, out: "" });
  });

  it("prints the documented JSON", async () => {
    const { out, code } = await anneal(["convert", STEPS, "--to", "javascript", "--name", "lr", "--json", ...RUN]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ target: "javascript", code: expect.any(String), exact: true, notes: [] });
    expect(JSON.parse(out).code).toContain("function lr(step)");
  });

  it("writes a file whole, or none", async () => {
    const path = file("schedule.py");
    const { code, out } = await anneal(["convert", STEPS, "--to", "python", "-o", path, ...RUN]);
    expect([code, out]).toEqual([0, ""]);
    expect(readFileSync(path, "utf8")).toContain("def learning_rate(step)");
    const refused = await anneal(["convert", STEPS, "--to", "python", "-o", join(folder, "no/such/x.py"), ...RUN]);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("there is no such folder") });
    expect(readdirSync(folder)).toEqual(["schedule.py"]);
  });

  describe("of several", () => {
    const program = {
      program: { lr: multiStep({ milestones: [30] }), momentum: { kind: "constant", value: 0.9 } },
      run: { steps: 90 },
      bases: [0.1, 0.2],
    };
    const source = () => file("program.json", JSON.stringify(program));

    it("converts the rate of the first group, and says what was left out", async () => {
      const { code, out, err } = await anneal(["convert", source(), "--to", "python"]);
      expect(code).toBe(0);
      expect(out).toContain("return 0.1\n");
      expect(err).toContain("this is param group 0 of 2, whose base rates are 0.1, 0.2: --group converts another");
      expect(err).toContain("left out: momentum; --only converts another");
    });

    it("converts what is asked for", async () => {
      const words = ["convert", source(), "--to", "python"];
      expect((await anneal([...words, "--group", "1"])).out).toContain("return 0.2\n");
      expect((await anneal([...words, "--only", "momentum"])).out).toContain("return 0.9\n");
      expect((await anneal([...words, "--only", "beta"])).err).toContain("there are lr, momentum");
      expect((await anneal([...words, "--group", "2"])).err).toContain("the groups 0 to 1");
    });

    it("keeps all of it as a plan, which reads as the same again", async () => {
      const { code, out } = await anneal(["convert", source(), "--to", "plan"]);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toEqual(program);
      const again = await anneal(["diff", source(), file("again.json", out)]);
      expect(again.code).toBe(0);
    });
  });

  it("writes one plan with its version and nothing around it", async () => {
    const { out } = await anneal(["convert", STEPS, "--to", "plan"]);
    expect(JSON.parse(out)).toEqual({ version: 1, ...multiStep({ milestones: [30, 60] }) });
  });

  it("reads a framework's own file", async () => {
    const script = file(
      "train.py",
      "import torch\nopt = torch.optim.SGD(model.parameters(), lr=0.1)\nsched = torch.optim.lr_scheduler.StepLR(opt, step_size=30)\n",
    );
    const { code, out } = await anneal(["convert", script, "--to", "javascript", "--steps", "90"]);
    expect([code, out]).toEqual([0, expect.stringContaining("0.1")]);
  });

  it("does not call exact what names a function that nobody else has", async () => {
    const { code, err } = await anneal(["convert", "custom({name: 'mine'})", "--to", "plan"]);
    expect([code, err]).toEqual([1, expect.stringMatching(/^not exact\nnote: the function "mine"/)]);
  });
});

const venv = (name: string) => fileURLToPath(new URL(`../../../parity/.venv/${name}/bin/python`, import.meta.url));

/** Pythons that may have a target's framework. */
const PYTHONS: Readonly<Record<string, readonly string[]>> = {
  python: ["python3"],
  pytorch: ["python3", "/usr/bin/python3", venv("torchCurrent")],
  huggingface: ["python3", venv("transformers")],
  timm: ["python3", venv("timm")],
  keras: ["python3", venv("keras")],
  optax: ["python3", venv("optax64")],
  fvcore: ["python3", venv("fvcore")],
};
const MODULES: Readonly<Record<string, string>> = {
  python: "math",
  pytorch: "torch",
  huggingface: "torch, transformers",
};

function pythonOf(target: string): string | undefined {
  return PYTHONS[target]?.find(
    (python) => spawnSync(python, ["-c", `import ${MODULES[target] ?? target}`], { cwd: folder }).status === 0,
  );
}

describe("anneal convert --verify", () => {
  describe.each(Object.keys(PYTHONS))("in %s", (to) => {
    const python = pythonOf(to);

    it.skipIf(python === undefined)("runs the code and compares every update", async () => {
      for (const source of ["warmupCosine({warmup: 10})", "inverseSqrt({warmup: 7})"]) {
        const words = ["convert", source, "--to", to, "--verify", "--python", python as string, "--name", "mine"];
        const { code, err, out } = await anneal([...words, ...RUN, "--json"]);
        expect(err).toMatch(/^verified in .+: 90 updates agree/m);
        expect(code).toBe(0);
        const { verified } = JSON.parse(out);
        expect(verified).toMatchObject({ updates: 90, agrees: true });
        expect(verified.absolute.value).toBeLessThan(to === "keras" ? 1e-7 : 1e-13);
      }
    });
  });

  const python = PYTHONS.python?.[0] as string;

  it.skipIf(pythonOf("python") === undefined)("runs nothing that lies in the folder that it is called in", async () => {
    const hijack = file("math.py", "raise SystemExit('the user’s own file was run')\n");
    for (const name of ["bisect.py", "json.py"]) file(name, "raise SystemExit('the user’s own file was run')\n");
    const words = ["convert", STEPS, "--to", "python", "--verify", "--python", python, ...RUN];
    const before = process.cwd();
    process.chdir(join(hijack, ".."));
    try {
      expect(await anneal(words)).toMatchObject({ code: 0, err: expect.stringContaining("verified in Python") });
    } finally {
      process.chdir(before);
    }
  });

  it("says what has no verification, and still prints the code", async () => {
    const { code, out, err } = await anneal(["convert", STEPS, "--to", "latex", "--verify", ...RUN]);
    expect([code, err]).toEqual([2, expect.stringContaining("no verification for latex")]);
    expect(out).toContain("\\eta(t)");
  });

  it("says that there is no such Python", async () => {
    const words = ["convert", STEPS, "--to", "python", "--verify", "--python", join(folder, "nothing"), ...RUN];
    expect(await anneal(words)).toMatchObject({ code: 2, err: expect.stringContaining("there is no such program") });
  });

  it.skipIf(pythonOf("python") === undefined)("says which framework is not installed", async () => {
    // A Python without its packages has none.
    const bare = file("bare", `#!/bin/sh\nexec ${python} -I -S "$@"\n`);
    spawnSync("chmod", ["+x", bare]);
    const { code, err } = await anneal(["convert", STEPS, "--to", "keras", "--verify", "--python", bare, ...RUN]);
    expect([code, err]).toEqual([2, expect.stringContaining("not verified: Keras 3 is not installed in")]);
  });

  it("ends what takes too long", async () => {
    const slow = file("slow", "#!/bin/sh\nexec sleep 50\n");
    spawnSync("chmod", ["+x", slow]);
    const words = ["convert", STEPS, "--to", "python", "--verify", "--python", slow, "--timeout", "0.2", ...RUN];
    expect(await anneal(words)).toMatchObject({ code: 2, err: expect.stringContaining("more than 0.2 seconds") });
  });

  it.skipIf(pythonOf("python") === undefined)("tells where a framework computes something else", async () => {
    const { verify } = await import("../src/commands/convert/verify/verify.ts");
    const { toldVerified } = await import("../src/commands/convert/toldVerified.ts");
    const code = "def learning_rate(step):\n    return 0.1 if step < 31 else float('nan')\n";
    const at = (step: number) => (step < 30 ? 0.1 : 0.01);
    const curve = { run: { steps: 90 }, at } as never;
    const verified = await verify("python", code, curve, { python, seconds: 60, name: undefined, steps: 90 });
    expect(verified).toMatchObject({ agrees: false, first: { step: 30, expected: 0.01, received: 0.1 } });
    expect(toldVerified(verified)).toMatch(/^differs in Python .+: step 30 is 0.1 and not 0.01; .+ infinitely apart/);
  });
});

describe("a function of the source's own", () => {
  const run = (stdin: string, ...more: readonly string[]) => anneal(["convert", "-", ...more], { stdin });
  const CLOSED = `import math
def get_lr(it):
    if it < 10:
        return 6e-4 * (it + 1) / 11
    return 6e-5 + 0.5 * (1 + math.cos(math.pi * min(it - 10, 100) / 100)) * (6e-4 - 6e-5)
`;
  const ODD = "def get_lr(it):\n    return 1e-3 if it % 7 < 3 else 3e-4 / (1 + it % 13)\n";

  it("is a plan where it is the curve of one", async () => {
    const { code, out } = await run(CLOSED, "--to", "plan");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      parts: [
        { kind: "linear", over: 10 },
        { kind: "cosine", over: 100 },
      ],
    });
    expect((await run(CLOSED, "--to", "pytorch", "--steps", "90")).out).not.toContain("functions[");
  });

  it("is a table of its values elsewhere, in code that runs", async () => {
    const { code, out, err } = await run(ODD, "--to", "javascript", "--steps", "60");
    expect([code, err]).toEqual([0, expect.stringContaining("a table of its values at the 60 steps of the run")]);
    const rate = new Function(`${out.replaceAll("export ", "")}; return learningRate;`)() as (step: number) => number;
    for (let it = 0; it < 60; it++) expect(rate(it)).toBeCloseTo(it % 7 < 3 ? 1e-3 : 3e-4 / (1 + (it % 13)), 15);
  });

  it("is refused with the reason where there is no such table", async () => {
    expect((await run(ODD, "--to", "keras")).err).toContain("say --steps, for a table of its values");
    expect((await run(ODD, "--to", "keras", "--steps", "100000")).err).toContain("--to csv writes the values");
    const negative = ODD.replace("1e-3 if", "(it - 20) if");
    expect((await run(negative, "--to", "keras", "--steps", "90")).err).toMatch(/its value at step \d+ is no rate/);
    expect(await run(ODD, "--to", "csv", "--steps", "100000")).toMatchObject({ code: 0 });
  });
});
