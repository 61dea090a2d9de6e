import { Button } from "react-aria-components";
import { PasteForm } from "../paste/PasteForm.tsx";
import { usePasting } from "../paste/use-pasting.ts";
import { openWorkspace } from "../state/open-workspace.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";

/** How far opening has come. */
function Loading() {
  const progress = useExplorer((state) => state.progress);
  if (progress === null) return null;
  const { done, total } = progress;
  return (
    <>
      <progress
        className="loading"
        aria-label={text.state.loading}
        {...(total === null ? {} : { value: done, max: total })}
      />
      <p className="loading-words" aria-hidden="true">
        {text.state.fetched(done, total)}
      </p>
    </>
  );
}

/** What this place is for, with the field to paste a first article into. */
function Empty() {
  const pasting = usePasting(() => {});
  return (
    <section className="notice-body notice-empty" aria-labelledby="notice-title">
      <h2 id="notice-title">{text.state.emptyTitle}</h2>
      <p>{text.state.empty}</p>
      <PasteForm pasting={pasting} />
      <p className="notice-aside">{text.state.emptyFolder}</p>
    </section>
  );
}

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
          <Loading />
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
      {phase === "empty" && <Empty />}
    </main>
  );
}
