import { describe, expect, it } from "vitest";
import { readXml } from "./readXml.ts";

describe("reading XML", () => {
  it("gives elements, attributes and text", () => {
    expect(readXml('<a b="1 &lt;"><c/>x &amp; y</a>\n')).toEqual([
      { name: "a", at: { b: "1 <" }, text: "x & y" },
      { name: "c", at: {}, text: "" },
    ]);
  });

  it.each([
    "<a>",
    "<a></b>",
    "<a/><b/>",
    "<a/>x",
    "<a>&</a>",
    "<a>&nbsp;</a>",
    '<a b="<"/>',
    '<a b="1" b="2"/>',
    "<a b=1/>",
    '<a b="1"c="2"/>',
    "<a>\u0001</a>",
    "<a>\ud800</a>",
    "<>",
    "",
  ])("refuses %j", (xml) => {
    expect(() => readXml(xml)).toThrow();
  });
});
