// Classifies examples/orders-en.csv and prints the check, the tiers and the best customers: node examples/classify-frame.js
import { readCSV } from "danfojs-node";
import { classifyFrame, say } from "tiersheet/workflow/frame";

// Every cell stays text, so that a customer 007 stays 007.
const orders = await readCSV(`${import.meta.dirname}/orders-en.csv`, { dynamicTyping: false });
const result = classifyFrame(orders, "rfm");
if (!result.ok) throw new Error(result.troubles.map((trouble) => say(trouble, "en")).join("\n"));

const { customers, tiers, check } = result.value;
check.print();
tiers.print();
customers.head(5).print();
