import { useEffect, useMemo } from "react";
import { articleKey, type Reading } from "../../src/model/index.ts";
import { entityNodesOf } from "../data/entity-nodes.ts";
import { useScene, useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { ArticleTabs } from "./ArticleTabs.tsx";
import { ArticleText } from "./ArticleText.tsx";
import { formatDay } from "./dates.ts";
import { spotsOf } from "./spots.ts";
import { useReading } from "./use-reading.ts";
import { VoiceStrip } from "./VoiceStrip.tsx";

/** The article as it stands, with its statements, sources, cues and mentions marked. */
export function ArticlePane() {
  const id = useExplorer((state) => state.article);
  const { reading, problem } = useReading(id);
  return (
    <section className="reading" aria-label={text.article.label}>
      <ArticleTabs />
      {problem !== null && (
        <p className="reading-note" role="alert">
          {problem}
        </p>
      )}
      {problem === null && reading === null && (
        <p className="reading-note">{id === null ? text.article.none : text.article.loading}</p>
      )}
      {reading !== null && <OpenArticle key={reading.article.id} reading={reading} />}
    </section>
  );
}

function OpenArticle({ reading }: { readonly reading: Reading }) {
  const graph = useExplorer((state) => state.graph);
  const scene = useScene();
  const { selection } = useView();
  const entityNodes = useMemo(() => (graph === null ? new Map() : entityNodesOf(graph, reading)), [graph, reading]);
  const spots = useMemo(
    () =>
      graph === null || scene === null
        ? { lit: [], first: null }
        : spotsOf(graph, scene, reading, entityNodes, selection),
    [graph, scene, reading, entityNodes, selection],
  );
  const { title, date, outlet, author } = reading.article;
  const select = useExplorer((state) => state.select);
  useEffect(() => {
    if (spots.first === null) return;
    scrollToSpan(spots.first.start);
  }, [spots]);
  return (
    <div className="open-article">
      <div className="article-scroll">
        <header className="article-head">
          <h2>
            <button
              type="button"
              onClick={() => select({ type: "node", key: articleKey(reading.article.id) }, "article")}
            >
              {title}
            </button>
          </h2>
          <p>{[date === null ? text.article.undated : formatDay(date), outlet, author].filter(Boolean).join(" · ")}</p>
        </header>
        <ArticleText reading={reading} entityNodes={entityNodes} lit={spots.lit} />
      </div>
      <VoiceStrip reading={reading} entityNodes={entityNodes} />
    </div>
  );
}

/** Brings the words that begin at `start` into the upper third of the pane, unless they are in sight already. */
function scrollToSpan(start: number): void {
  const scroll = document.querySelector<HTMLElement>(".article-scroll");
  const piece = scroll?.querySelector<HTMLElement>(`[data-start="${start}"]`);
  if (!scroll || !piece || scroll.clientHeight === 0) return;
  const [box, frame] = [piece.getBoundingClientRect(), scroll.getBoundingClientRect()];
  if (box.top >= frame.top + 24 && box.bottom <= frame.bottom - 48) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scroll.scrollTo({
    top: scroll.scrollTop + box.top - frame.top - frame.height / 3,
    behavior: calm ? "auto" : "smooth",
  });
}
