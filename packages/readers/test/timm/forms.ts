import type { Case } from "../../../anneal/test/parity/port.ts";
import { timm as written } from "../../../anneal/test/parity/ports/timm.ts";
import { timm } from "../../src/timm/timm.ts";
import { Call } from "../../src/value.ts";
import { dictionary } from "../data.ts";
import { callDocument, type Form } from "../readPorts.ts";

/** As Python builds them, with an optimizer of the case's groups. */
export const calls: Form = {
  framework: timm,
  written,
  document(name, one: Case<object> & { readonly lrScale?: readonly number[] }) {
    const groups = (one.bases ?? [one.base]).map((lr, group) => {
      const scale = one.lrScale?.[group];
      return { lr, ...(scale !== undefined && { lr_scale: scale }) };
    });
    const optimizer = new Call("torch.optim.SGD", { positional: [groups.map(dictionary)] });
    return callDocument(`timm.scheduler.${name}`, dictionary({ optimizer, ...one.config }));
  },
};
