import { isStep, readAddress, writeAddress } from "./address.ts";
import { amend, startHistory } from "./history.ts";
import { placeOfSelection, useExplorer } from "./store.ts";

/** Takes the view from the address, and keeps the address and the browser's back and forward in step with it. */
export function followAddress(): () => void {
  useExplorer.setState({ history: startHistory(readAddress(location.hash)), origin: "address" });
  let written = location.hash.replace(/^#/, "");

  const goTo = () => {
    written = location.hash.replace(/^#/, "");
    const view = readAddress(location.hash);
    useExplorer.setState(({ history, graph, article }) => ({
      history: amend(history, view),
      origin: "address",
      article: (graph === null ? null : placeOfSelection(graph, view.selection)?.article) ?? article,
    }));
  };
  const stop = useExplorer.subscribe((state, before) => {
    const [view, previous] = [state.history.present, before.history.present];
    if (view === previous) return;
    const address = writeAddress(view);
    if (address === written) return;
    written = address;
    const url = address === "" ? location.pathname + location.search : `#${address}`;
    if (isStep(previous, view)) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
  });
  addEventListener("popstate", goTo);
  return () => {
    stop();
    removeEventListener("popstate", goTo);
  };
}
