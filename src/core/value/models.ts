import { bgNbd } from "./bg-nbd";
import { mbgNbd } from "./mbg-nbd";
import { paretoNbd } from "./pareto-nbd";
import type { ModelId, PurchaseModel } from "./purchase-model";

/** The models of purchases by id, in the order in which `auto` tries them. */
export const MODELS: Readonly<Record<ModelId, PurchaseModel>> = {
  "bg-nbd": bgNbd,
  "mbg-nbd": mbgNbd,
  "pareto-nbd": paretoNbd,
};

/** How each model is called, the same in both languages. */
export const MODEL_NAMES: Readonly<Record<ModelId, string>> = {
  "bg-nbd": "BG/NBD",
  "mbg-nbd": "MBG/NBD",
  "pareto-nbd": "Pareto/NBD",
};
