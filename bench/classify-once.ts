import { classify } from "../src/core/classify";
import { rfmPolicy } from "./policies";
import { COLUMNS, plainTable, transactions } from "./transactions";

// A script for a process of its own (see classify-memory.ts): makes a million rows and classifies them once.
const result = classify(plainTable(transactions(1_000_000, 50_000)), rfmPolicy(), { mapping: COLUMNS });
if (!result.ok) throw new Error(`The generated rows are refused: ${result.troubles[0]?.code}`);
