import { Button } from "react-aria-components";
import { openWorkspace } from "../state/open-workspace.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

/** What stands in place of the panes while there is no graph: loading, nothing yet, or what went wrong. */
export function Notice() {
  const phase = useExplorer((state) => state.phase);
  const problem = useExplorer((state) => state.problem);
  const openDialog = useExplorer((state) => state.openDialog);
  return (
    <main className="notice">
      {phase === "loading" && (
        <div className="notice-body" role="status">
          <span className="breath" aria-hidden="true" />
          <p>{text.state.loading}</p>
        </div>
      )}
      {phase === "error" && (
        <div className="notice-body" role="alert">
          <h2>{text.state.errorTitle}</h2>
          <p>{problem}</p>
          <div className="row">
            <Button className="button button-strong" onPress={() => void openWorkspace()}>
              {text.state.retry}
            </Button>
            <Button className="button" onPress={() => openDialog("paste")}>
              {text.toolbar.add}
            </Button>
          </div>
        </div>
      )}
      {phase === "empty" && (
        <div className="notice-body">
          <h2>{text.state.emptyTitle}</h2>
          <p>{text.state.empty}</p>
          <Button className="button button-strong" onPress={() => openDialog("paste")}>
            {text.toolbar.add}
          </Button>
        </div>
      )}
    </main>
  );
}
