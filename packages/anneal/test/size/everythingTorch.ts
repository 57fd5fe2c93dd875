import * as anneal from "anneal";
import * as torch from "anneal/torch";

console.log(anneal, torch);
