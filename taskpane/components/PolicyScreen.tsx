import type { Workspace, WorkspaceState } from "../classifier/workspace";
import { useSay } from "../language/language-context";
import content from "./content.module.css";
import { GroupPreview } from "./GroupPreview";
import { PolicyEditor } from "./policy/PolicyEditor";
import shell from "./shell.module.css";
import { Tidings } from "./Tidings";
import { WorkingBar } from "./WorkingBar";

/** The rules, to be changed, with what comes of them as they are. */
export default function PolicyScreen(props: {
  readonly workspace: Workspace;
  readonly state: WorkspaceState;
}) {
  const { workspace, state } = props;
  const say = useSay();
  const summary = state.work?.outcome?.summary;
  const measures = state.work?.outcome?.columns.flatMap(({ role }) =>
    role?.startsWith("measure:") ? [role.slice("measure:".length)] : [],
  );
  return (
    <>
      <main className={shell["main"]}>
        <Tidings workspace={workspace} state={state} />
        <div className={content["card"]}>
          <PolicyEditor
            policy={state.choices.policy}
            codes={summary?.ok ? summary.value.codes : null}
            ruler={summary?.ok ? summary.value.ruler : null}
            measures={measures ?? []}
            sought={state.rule}
            onChange={(policy) => void workspace.choose({ policy })}
            onClose={() => workspace.show("work")}
          />
        </div>
        {summary?.ok && (
          <section className={content["card"]} aria-labelledby="comes-of-it">
            <h2 id="comes-of-it" className={content["title"]}>
              {say("pane.policy.comes-of-it")}
            </h2>
            <GroupPreview summary={summary.value} />
          </section>
        )}
      </main>
      {state.working && (
        <footer className={shell["bottom"]}>
          <WorkingBar working={state.working} onCancel={workspace.cancel} />
        </footer>
      )}
    </>
  );
}
