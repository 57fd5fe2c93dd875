import { describe, expect, it } from "vitest";
import { element, text } from "../../src/picture/svg.ts";

describe("element", () => {
  it("writes attributes, with coordinates to a tenth", () => {
    expect(element("line", { x1: 1, x2: 100 / 3, stroke: "#fff" })).toBe('<line x1="1" x2="33.3" stroke="#fff"/>');
    expect(element("g", { id: "a" }, "<b/>")).toBe('<g id="a"><b/></g>');
  });

  it("keeps what comes in from becoming markup", () => {
    expect(text('<script> & "x"', { fill: '"/><a' })).toBe(
      '<text fill="&quot;/>&lt;a">&lt;script> &amp; &quot;x&quot;</text>',
    );
  });
});
