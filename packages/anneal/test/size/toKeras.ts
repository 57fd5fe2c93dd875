import { toKeras } from "anneal/interop";

console.log(toKeras);
