import { chosen, LITERALS } from "../handWritten.ts";
import { walk } from "./walk.ts";

walk(chosen(LITERALS));
