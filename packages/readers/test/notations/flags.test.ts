import { describe, expect, it } from "vitest";
import { flags } from "../../src/notations/flags.ts";
import { flagsDocuments } from "../../src/notations/flagsDocuments.ts";
import { Unknown } from "../../src/value.ts";

const read = (text: string): Record<string, unknown> => {
  const entries = [...(flags(text).data as Map<string, unknown>)];
  return Object.fromEntries(entries.map(([key, value]) => [key, value instanceof Unknown ? `?${value.name}` : value]));
};

describe("flags", () => {
  it("have a text, several or none", () => {
    expect(read("python train.py --lr=1e-3 --at 30 60 --min -1e-5 --nesterov -b 4 --name 'a b' --lr 2")).toEqual({
      "": ["python", "train.py"],
      "--lr": "2",
      "--at": ["30", "60"],
      "--min": "-1e-5",
      "--nesterov": true,
      "-b": "4",
      "--name": "a b",
    });
  });

  it("are put together from lines, comments, quotes and variables as a shell does", () => {
    const text = [
      "LR=0.1 # the rate",
      "SIZE=$((2 ** 3 * (4 + 1) / 3))",
      'ARGS=(--lr "$LR" # inside',
      `  --size \${SIZE})`,
      "ARGS+=(--more)",
      'EXTRA="--text \\"a\\" --part $UNKNOWN-x"',
      'EXTRA+=" --end"',
      `run.sh "\${ARGS[@]}" \\`,
      `  $EXTRA --or \${NONE:-5} --now $(date) 2>&1 > log.txt | tee --append x`,
    ].join("\n");
    expect(read(text)).toEqual({
      "": ["run.sh"],
      "--lr": "0.1",
      "--size": "13",
      "--more": true,
      "--text": '"a"',
      "--part": "?$UNKNOWN-x",
      "--end": true,
      "--or": "5",
      "--now": "?$(date)",
    });
    expect(flags(text).place(["--size"])).toEqual({ line: 4, column: 3 });
  });

  it("are unknown where a condition decides", () => {
    const text = 'case $X in\n a) B=1 ;;\n b) B=2 ;;\nesac\nif [ -z "$C" ]; then C=3; fi\nrun --b $B --c $C';
    expect(read(text)).toEqual({ "": ["run"], "--b": "?$B", "--c": "3" });
  });

  it("are those of each command, or of the variables alone", () => {
    expect(flagsDocuments("a --x 1; b --y 2 && c\n# d --z\ncat <<EOF\ne --w\nEOF\n")).toHaveLength(2);
    expect(read("OPTS='--lr 0.1 --warmup 5'")).toEqual({ "--lr": "0.1", "--warmup": "5" });
    expect(() => flags("nothing")).toThrow("expected a command with flags, received none");
  });

  it("are bounded", () => {
    const doubling = ["A=xxxxxxxxxx", ...Array.from({ length: 40 }, () => "A=$A$A")].join("\n");
    expect(() => flags(`${doubling}\nrun --a $A`)).toThrow(/at most 16000000 characters/);
    expect(() => flags(`run ${"--a b ".repeat(200_000)}`)).toThrow(/at most 200000 words/);
    const deep = `$((${"(".repeat(10_000)}1${")".repeat(10_000)}))`;
    expect(read(`run --a $((constructor + 1)) --b ${deep}`)).toMatchObject({
      "--a": "?$((constructor + 1))",
      "--b": `?${deep}`,
    });
  });
});
