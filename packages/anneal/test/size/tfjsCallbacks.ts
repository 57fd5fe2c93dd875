import { plateauCallback, scheduleCallback, type TfjsModel } from "anneal/tfjs";

declare const model: TfjsModel;
const plan = { kind: "linear", from: "1x", to: 0, over: "5 epochs" } as const;
console.log(scheduleCallback(plan, { model }), plateauCallback({ model }));
