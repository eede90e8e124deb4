import type { MessageCode } from "../../src/core/language/catalogue";
import type { Trouble } from "../../src/core/language/message";

/** A trouble in the words of the editor: what is wrong with a field, where a file would be told its keys. */
export function inEditor(trouble: Trouble): Trouble {
  const { params = {} } = trouble;
  switch (trouble.code) {
    case "policy-length": {
      const most = String(params["rule"]).startsWith("max");
      return { ...trouble, code: most ? "policy-editor.too-long" : "policy-editor.empty" };
    }
    case "policy-type":
      return params["type"] === "integer" && params["value"] !== "null"
        ? { ...trouble, code: "policy-editor.whole" }
        : { ...trouble, code: "policy-editor.number" };
    case "policy-number": {
      const limit = String(params["limit"]).replace(">=", "≥").replace("<=", "≤");
      return { ...trouble, code: "policy-editor.range", params: { limit } };
    }
    case "policy-grid-scores": {
      const [grid, bins] = [Number(params["grid"]), Number(params["bins"])];
      return {
        ...trouble,
        code: "policy-editor.cut-count",
        params: { grid, needed: grid - 1, given: bins - 1 },
      };
    }
    case "policy-share-boundary":
      return { ...trouble, code: "policy-editor.share-boundary" };
    case "policy-nested-method":
      return { ...trouble, code: "policy-editor.nested-method" };
    case "policy-limits-order":
      return { ...trouble, code: "policy-editor.limits-order" };
    case "policy-grid-gaps":
      return { ...trouble, code: "policy-editor.gaps" };
    case "policy-segment-unknown":
      return { ...trouble, code: "policy-editor.segment-gone" };
    default:
      return trouble;
  }
}

const SECTIONS: Readonly<Record<string, MessageCode>> = {
  scores: "policy-editor.scores",
  abc: "policy-editor.scores",
  grid: "policy-editor.segments",
  lifecycle: "policy-editor.lifecycle",
  warnings: "policy-editor.lifecycle",
  atRiskDays: "policy-editor.lifecycle",
  growthDays: "policy-editor.lifecycle",
  tiers: "policy-editor.tiers",
  playbook: "policy-editor.tiers",
  rows: "policy-editor.rows",
};

/** The part of the editor where a trouble is mended. */
export function sectionOf({ where = "" }: Trouble): MessageCode {
  return SECTIONS[where.split("/")[1] ?? ""] ?? "policy-editor.name-section";
}
