import { CLOSURES, chosen } from "../handWritten.ts";
import { walk } from "./walk.ts";

walk(chosen(CLOSURES));
