import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./theme/tokens.css";
import "./theme/base.css";
import "./theme/controls.css";
import "./shell/shell.css";
import "./graph/graph.css";
import "./layout/layout.css";
import "./minimap/minimap.css";
import "./filters/legend.css";
import "./paths/paths.css";
import "./appearance/appearance.css";
import "./article/article.css";
import "./detail/detail.css";
import "./search/search.css";
import "./table/table.css";
import "./passages/passages.css";
import "./query/query.css";
import "./timeline/timeline.css";
import "./paste/paste.css";
import "./help/help.css";
import "./palette/palette.css";
import "./saved/saved.css";
import "./export/export.css";
import "./tour/tour.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { followAnalysis } from "./appearance/follow-analysis.ts";
import { followLayout } from "./layout/layout-run.ts";
import { App } from "./shell/App.tsx";
import { followChanges } from "./shell/announce.ts";
import { followAddress } from "./state/follow-address.ts";
import { openWorkspace } from "./state/open-workspace.ts";
import { followFirstVisit } from "./tour/tour.ts";

followFirstVisit();
followChanges();
followAddress();
followAnalysis();
followLayout();
void openWorkspace();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// While the graph is on its way: what draws it.
setTimeout(() => {
  void import("./sigma/renderer.ts");
});
