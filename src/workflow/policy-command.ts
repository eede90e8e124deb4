import { say } from "../core/language/message";
import { policyCautions } from "../core/policy/policy-cautions";
import { templateNamed, templates } from "../core/policy/templates";
import { policyFromFile } from "./chosen-policy";
import { exitCodeOf } from "./classify-command";
import type { Request } from "./command-line";
import { EXIT, type ExitCode } from "./exit-codes";
import { tell, type Terminal } from "./terminal";
import { textTable } from "./text-table";

type PolicyRequest = Extract<Request, { command: "policy-list" | "policy-show" | "policy-check" }>;

/** `tiersheet policy`: lists the templates, prints one, or checks a file. */
export async function policyCommand(request: PolicyRequest, terminal: Terminal): Promise<ExitCode> {
  const { lang, quiet } = request.flags;
  if (request.command === "policy-list") {
    const rows = templates.map(({ name, title, tiers }) => [
      name,
      title[lang],
      tiers.list.map(({ label }) => label[lang]).join(" · "),
    ]);
    await terminal.print(textTable(rows));
    return EXIT.done;
  }
  if (request.command === "policy-show") {
    const template = templateNamed(request.policy);
    if (!template) {
      const policies = templates.map(({ name }) => name);
      tell(
        terminal,
        [{ code: "policy-template-unknown", params: { policy: request.policy, policies } }],
        lang,
      );
      return EXIT.usage;
    }
    await terminal.print(`${JSON.stringify(template, null, 2)}\n`);
    return EXIT.done;
  }
  const policy = await policyFromFile(request.policy);
  if (!policy.ok) {
    tell(terminal, policy.troubles, lang);
    return exitCodeOf(policy.troubles);
  }
  tell(terminal, policyCautions(policy.value, lang), lang);
  const sound = say(
    { code: "policy-sound", params: { file: request.policy, policy: policy.value.name } },
    lang,
  );
  if (!quiet) await terminal.print(`${sound}\n`);
  return EXIT.done;
}
