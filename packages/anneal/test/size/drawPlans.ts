import { drawPlans } from "anneal/svg";

console.log(drawPlans([{ name: "lr", plan: { kind: "linear", from: 0.1, to: 0, over: 10 }, steps: 10 }]));
