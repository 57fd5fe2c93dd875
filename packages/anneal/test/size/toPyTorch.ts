import { toPyTorch } from "anneal/interop";

console.log(toPyTorch);
