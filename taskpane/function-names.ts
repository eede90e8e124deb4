/** The custom functions, in the order the help tells of them; a test holds it to functions/. */
export const FUNCTION_NAMES = [
  "RFM",
  "SCORE",
  "CUTOFFS",
  "SEGMENT",
  "TIER",
  "WHYTIER",
  "PLAYBOOK",
  "ABC",
  "GRADE",
  "MATRIX",
  "LIFECYCLE",
  "ACTIVITY",
  "CLV",
  "EXPECTEDORDERS",
  "PALIVE",
  "VALUEFIT",
  "VALUEFROM",
] as const;

export type FunctionName = (typeof FUNCTION_NAMES)[number];
