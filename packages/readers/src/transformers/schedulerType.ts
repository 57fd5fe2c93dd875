import { describeNear, type Parameter, type There, text } from "../parameter.ts";
import { Unknown, type Value } from "../value.ts";
import { FUNCTIONS } from "./functions.ts";

/** The names of transformers' schedules. */
export type SchedulerType = keyof typeof FUNCTIONS;

/** A name of {@link FUNCTIONS}, or a member of transformers' enumeration, as Python writes it and prints it. */
export const schedulerType: Parameter<SchedulerType> = {
  read(value: Value, there: There): SchedulerType | undefined {
    const member = /(?:^|\.)SchedulerType\.([A-Z_]+)(?:\.value)?$/;
    const written = value instanceof Unknown ? value.name : value;
    const [, name] = (typeof written === "string" && member.exec(written)) || [];
    const type = name === undefined ? text.read(value, there) : memberOf(name);
    if (type === undefined) return undefined;
    if (isType(type)) return type;
    const names = Object.keys(FUNCTIONS);
    const expected = names.map((one) => JSON.stringify(one)).join(" or ");
    there.context.problem(there.path, expected, describeNear(type, names), there.place);
    return undefined;
  },
};

function memberOf(name: string): string {
  return name === "REDUCE_ON_PLATEAU" ? "reduce_lr_on_plateau" : name.toLowerCase();
}

function isType(name: string): name is SchedulerType {
  return Object.hasOwn(FUNCTIONS, name);
}
