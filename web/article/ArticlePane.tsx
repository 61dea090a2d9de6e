import { useEffect, useMemo, useRef } from "react";
import { ToggleButton, Tooltip, TooltipTrigger } from "react-aria-components";
import { type Article, articleKey, type Reading, type Span } from "../../src/model/index.ts";
import { entityNodesOf } from "../data/entity-nodes.ts";
import { removeArticle } from "../paste/shelf.ts";
import { Icon } from "../shell/Icon.tsx";
import { useScene, useView } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { ArticleTabs } from "./ArticleTabs.tsx";
import { ArticleText } from "./ArticleText.tsx";
import { formatDay } from "./dates.ts";
import { spotsOf } from "./spots.ts";
import { useFollow } from "./use-follow.ts";
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
  const { selection, follow } = useView();
  const scroll = useRef<HTMLDivElement>(null);
  useFollow(scroll, follow);
  const entityNodes = useMemo(() => (graph === null ? new Map() : entityNodesOf(graph, reading)), [graph, reading]);
  const spots = useMemo(
    () =>
      graph === null || scene === null
        ? { lit: [], first: null }
        : spotsOf(graph, scene, reading, entityNodes, selection),
    [graph, scene, reading, entityNodes, selection],
  );
  const narrowPane = useExplorer((state) => state.narrowPane);
  // On a narrow screen the words were out of sight when they were selected: they are gone to when the pane is.
  useEffect(() => {
    if (spots.first !== null) scrollToSpan(scroll.current, spots.first);
  }, [spots, narrowPane]);
  return (
    <div className="open-article">
      <div ref={scroll} className="article-scroll">
        <ArticleHead article={reading.article} />
        <ArticleText reading={reading} entityNodes={entityNodes} lit={spots.lit} />
      </div>
      <VoiceStrip reading={reading} entityNodes={entityNodes} scroll={scroll} />
    </div>
  );
}

/** Title and date, whether scroll and graph follow each other, and the way out for an article that was read on the page. */
function ArticleHead({ article: { id, title, date, outlet, author } }: { readonly article: Article }) {
  const { select, change } = useExplorer.getState();
  const { follow } = useView();
  const isPasted = useExplorer((state) => state.pasted.includes(id));
  return (
    <header className="article-head">
      <h2>
        <button type="button" onClick={() => select({ type: "node", key: articleKey(id) }, "article")}>
          {title}
        </button>
      </h2>
      <TooltipTrigger delay={500} closeDelay={0}>
        <ToggleButton
          className="icon-button follow"
          aria-label={text.article.follow}
          isSelected={follow}
          onChange={(isSelected) => change({ follow: isSelected }, "article")}
        >
          <Icon name="follow" />
        </ToggleButton>
        <Tooltip className="tooltip" offset={6}>
          {text.article.follow}
        </Tooltip>
      </TooltipTrigger>
      <p>
        {[date === null ? text.article.undated : formatDay(date), outlet, author].filter(Boolean).join(" · ")}
        {isPasted && (
          <button
            type="button"
            className="text-button"
            aria-label={text.article.remove(title)}
            onClick={() => void removeArticle(id)}
          >
            {text.article.removeShort}
          </button>
        )}
      </p>
    </header>
  );
}

/** Brings words into the upper third of the pane, unless they are in sight already. */
function scrollToSpan(scroll: HTMLElement | null, { start }: Span): void {
  if (scroll === null || scroll.clientHeight === 0) return;
  const piece = [...scroll.querySelectorAll<HTMLElement>(".piece")].find(
    ({ dataset }) => Number(dataset.start) <= start && start < Number(dataset.end),
  );
  if (piece === undefined) return;
  const [box, frame] = [piece.getBoundingClientRect(), scroll.getBoundingClientRect()];
  if (box.top >= frame.top + 24 && box.bottom <= frame.bottom - 48) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scroll.scrollTo({
    top: scroll.scrollTop + box.top - frame.top - frame.height / 3,
    behavior: calm ? "auto" : "smooth",
  });
}
