/** What a broken setter throws. */
export const FAULT = new Error("the device is gone");

/** Two groups; on command the second one throws whatever is written to the field that breaks. */
export function fragile(field: "lr" | "momentum" = "lr") {
  const held = { broken: false };
  const second = { lr: 0.2, momentum: 0.5 };
  const paramGroups = [
    { lr: 0.1, momentum: 0.5 },
    new Proxy(second, {
      set(group, name, value) {
        if (held.broken && name === field) throw FAULT;
        return Reflect.set(group, name, value);
      },
    }),
  ];
  return { optimizer: { paramGroups }, held };
}
