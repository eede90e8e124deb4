import { PLAYBOOK } from "./playbook";
import { CLV, EXPECTEDORDERS, PALIVE } from "./value";
import { VALUEFIT } from "./value-fit";
import { VALUEFROM } from "./value-from";
import { WHYTIER } from "./why-tier";

/**
 * The custom functions whose code comes when the first of them is called, by their ids in functions.json: they stand on
 * the parts of the core that weigh most (the policy's schema, explanations, the models of value), and are in few
 * workbooks.
 */
export const later = { CLV, EXPECTEDORDERS, PALIVE, PLAYBOOK, VALUEFIT, VALUEFROM, WHYTIER } as const;
