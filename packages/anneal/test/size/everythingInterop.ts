import * as interop from "anneal/interop";

console.log(interop);
