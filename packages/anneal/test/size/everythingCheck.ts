import * as check from "anneal/check";

console.log(check);
