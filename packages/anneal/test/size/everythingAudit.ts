import * as audit from "anneal/audit";

console.log(audit);
