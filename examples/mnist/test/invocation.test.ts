import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commandToGoOn, enterTypedFolder } from "../src/invocation.ts";
import { scratchFolder } from "./support/smallDigits.ts";

const saved = { ...process.env };
const folder = process.cwd();

beforeEach(() => {
  delete process.env.npm_lifecycle_event;
});

afterEach(() => {
  process.env = { ...saved };
  process.chdir(folder);
});

function startedByNpm(name: string, typedIn: string): void {
  Object.assign(process.env, { npm_lifecycle_event: "start", npm_package_name: name, INIT_CWD: typedIn });
}

describe("enterTypedFolder", () => {
  it("goes to where npm start was typed, and nowhere when something else started the program", () => {
    const typedIn = scratchFolder();
    startedByNpm("some-other-package", typedIn);
    enterTypedFolder();
    expect(process.cwd()).toBe(folder);
    startedByNpm("anneal-example-mnist", typedIn);
    enterTypedFolder();
    expect(process.cwd()).toBe(typedIn);
  });
});

describe("commandToGoOn", () => {
  it("repeats the flags and adds --resume once, quoted for the shell", () => {
    startedByNpm("anneal-example-mnist", folder);
    expect(commandToGoOn([])).toBe("npm start -- --resume");
    expect(commandToGoOn(["--lr=0.1", "--resume", "--out", "my run's"])).toBe(
      "npm start -- --lr=0.1 --out 'my run'\\''s' --resume",
    );
  });

  it("names the program itself when npm did not start it", () => {
    expect(commandToGoOn(["--epochs", "2"])).toMatch(/^node .* --epochs 2 --resume$/);
  });
});
