import * as anneal from "anneal";

console.log(anneal);
