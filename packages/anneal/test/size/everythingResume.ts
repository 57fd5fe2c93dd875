import * as resume from "anneal/resume";

console.log(resume);
