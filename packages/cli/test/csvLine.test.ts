import { expect, it } from "vitest";
import { csvLine } from "../src/output/csvLine.ts";

it("has no text that a spreadsheet takes for a formula, and its numbers as they are", () => {
  expect(csvLine(["=HYPERLINK(1)", "+1", "-a", "@b", "\tc", "lr"])).toBe("'=HYPERLINK(1),'+1,'-a,'@b,'\tc,lr\n");
  expect(csvLine(['=a,"b"', -1, null, 1e-5])).toBe(`"'=a,""b""",-1,,0.00001\n`);
});
