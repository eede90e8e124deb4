import { say } from "../core/language/message";
import { classifyCommand } from "./classify-command";
import { columnsCommand } from "./columns-command";
import { languageAsked, readCommandLine } from "./command-line";
import { EXIT, type ExitCode } from "./exit-codes";
import { explainCommand } from "./explain-command";
import { policyCommand } from "./policy-command";
import { languageOf, tell, type Terminal } from "./terminal";

/**
 * Runs the command line `args` (without node and script) and gives its exit code. Trouble goes to standard error as
 * sentences, never as a stack.
 */
export async function run(args: readonly string[], terminal: Terminal, version: string): Promise<ExitCode> {
  const language = languageAsked(args, languageOf(terminal.locale));
  const request = readCommandLine(args, language);
  if (!request.ok) {
    tell(terminal, request.troubles, language);
    return EXIT.usage;
  }
  try {
    switch (request.value.command) {
      case "help":
        await terminal.print(`${say({ code: "command-usage" }, language)}\n`);
        return EXIT.done;
      case "version":
        await terminal.print(`${version}\n`);
        return EXIT.done;
      case "classify":
        return await classifyCommand(request.value, terminal);
      case "columns":
        return await columnsCommand(request.value, terminal);
      case "explain":
        return await explainCommand(request.value, terminal);
      default:
        return await policyCommand(request.value, terminal);
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    tell(terminal, [{ code: "command-bug", params: { problem } }], language);
    return EXIT.bug;
  }
}
