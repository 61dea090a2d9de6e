import { lazy, Suspense, useEffect } from "react";
import { ArticlePane } from "../article/ArticlePane.tsx";
import { DetailPane } from "../detail/DetailPane.tsx";
import { FiltersDialog } from "../filters/FiltersDialog.tsx";
import { Legend } from "../filters/Legend.tsx";
import { GraphPane } from "../graph/GraphPane.tsx";
import { HelpDialog } from "../help/HelpDialog.tsx";
import { PasteDialog } from "../paste/PasteDialog.tsx";
import { useShownAnswer } from "../query/use-shown-answer.ts";
import { useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { Timeline } from "../timeline/Timeline.tsx";
import { useTour } from "../tour/tour.ts";
import { BottomBar } from "./BottomBar.tsx";
import { Header } from "./Header.tsx";
import { Notice } from "./Notice.tsx";
import { SidePane } from "./SidePane.tsx";
import { Toasts } from "./Toasts.tsx";
import { useKeys } from "./use-keys.ts";

const CommandPalette = lazy(() => import("../palette/CommandPalette.tsx"));
const ExportDialog = lazy(() => import("../export/ExportDialog.tsx"));
const Tour = lazy(() => import("../tour/Tour.tsx"));
const SavedDialog = lazy(() => import("../saved/SavedDialog.tsx"));
const TablePane = lazy(() => import("../table/TablePane.tsx"));
const PassagesPane = lazy(() => import("../passages/PassagesPane.tsx"));
const PathsPanel = lazy(() => import("../paths/PathsPanel.tsx"));
const QueryPane = lazy(() => import("../query/QueryPane.tsx"));

/** The whole page: the header, and under it legend, graph or table, and the reading room. */
export function App() {
  const phase = useExplorer((state) => state.phase);
  const narrowPane = useExplorer((state) => state.narrowPane);
  const title = useExplorer((state) => state.graph?.getAttribute("title") ?? "");
  const selection = useExplorer((state) => state.history.present.selection);
  const dialog = useExplorer((state) => state.dialog);
  const isTouring = useTour((state) => state.step !== null);
  const { pane, path } = useView();
  const hasPath = path !== null;
  useKeys();
  useShownAnswer();
  usePreloading(phase === "ready");
  useEffect(() => {
    document.title = title === "" ? text.product : text.page(title);
  }, [title]);

  return (
    <div
      className="app"
      data-phase={phase}
      data-narrow={narrowPane}
      data-selected={selection !== null}
      data-connecting={pane === "graph" && hasPath}
    >
      <Header />
      {phase === "ready" ? (
        <main className="panes">
          <SidePane side="left" label={text.legend.label} collapse={text.legend.collapse} expand={text.legend.expand}>
            <Legend />
          </SidePane>
          <section className="middle" aria-label={text.views[pane]}>
            <div className="middle-body">
              <Middle />
            </div>
            {pane === "graph" && hasPath && (
              <Suspense>
                <PathsPanel />
              </Suspense>
            )}
            <Timeline />
          </section>
          <SidePane
            side="right"
            label={text.article.label}
            collapse={text.article.collapse}
            expand={text.article.expand}
          >
            <ArticlePane />
            <DetailPane />
          </SidePane>
        </main>
      ) : (
        <Notice />
      )}
      <BottomBar />
      <HelpDialog />
      <PasteDialog />
      <FiltersDialog />
      {dialog === "export" && (
        <Suspense>
          <ExportDialog />
        </Suspense>
      )}
      {dialog === "saved" && (
        <Suspense>
          <SavedDialog />
        </Suspense>
      )}
      {dialog === "palette" && (
        <Suspense>
          <CommandPalette />
        </Suspense>
      )}
      {isTouring && (
        <Suspense>
          <Tour />
        </Suspense>
      )}
      <Toasts />
      <LiveMessage />
    </div>
  );
}

function Middle() {
  const { pane } = useView();
  const narrowPane = useExplorer((state) => state.narrowPane);
  if (pane === "query")
    return (
      <Suspense fallback={<p className="reading-note">{text.query.loading}</p>}>
        <QueryPane />
      </Suspense>
    );
  if (pane === "passages" && narrowPane !== "list")
    return (
      <Suspense fallback={<p className="reading-note">{text.passages.loading}</p>}>
        <PassagesPane />
      </Suspense>
    );
  if (pane === "table" || narrowPane === "list")
    return (
      <Suspense fallback={<p className="reading-note">{text.table.loading}</p>}>
        <TablePane />
      </Suspense>
    );
  return <GraphPane />;
}

/** Fetches what is opened by a key once the page is at rest, so that what is typed right after isn't lost. */
function usePreloading(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return;
    const timer = setTimeout(() => {
      void import("../palette/CommandPalette.tsx");
      void import("../table/TablePane.tsx");
    }, 1500);
    return () => clearTimeout(timer);
  }, [isReady]);
}

function LiveMessage() {
  const message = useExplorer((state) => state.message);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {message}
    </div>
  );
}
