import type { LayoutName } from "../layout/layouts.ts";

const NAME: Readonly<Record<LayoutName, string>> = {
  given: "As built",
  force: "By forces",
  circle: "In rings",
  date: "By date",
  community: "By community",
};

const ABOUT: Readonly<Record<LayoutName, string>> = {
  given: "as the workspace was built: the same for everyone",
  force: "ForceAtlas2: what is tied comes together",
  circle: "kind by kind round the middle",
  date: "time goes from left to right",
  community: "who speaks of each other stands together",
};

/** Words of the layouts, of nodes put by hand, and of the small map. */
export const layoutText = {
  label: "Layout",
  menu: (name: LayoutName) => `Layout: ${NAME[name]}`,
  name: (name: LayoutName) => NAME[name],
  about: (name: LayoutName) => ABOUT[name],
  layOut: (name: LayoutName) => `Lay out: ${NAME[name]}`,
  also: "layout arrange forceatlas2 circular timeline louvain",
  apart: "Keep nodes apart",
  running: (percent: number) => `Laying out … ${percent} %`,
  waiting: "Looking for communities …",
  stop: "Stop",
  stopLayout: "Stop laying out",
  stopped: "Stopped: the nodes stay where they are",
  settled: (name: LayoutName) => `Laid out: ${NAME[name]}`,
  failed: (why: string) => `The graph couldn't be laid out: ${why}`,
  noDates: "Nothing here has a date.",
  undated: "no date",
  axis: "Dates",
  pin: "Keep it in its place",
  unpin: "Let go of its place",
  pinned: (name: string) => `${name} stays where you put it`,
  unpinned: (name: string) => `${name} goes back to its place`,
  unpinAll: (count: number) => (count === 1 ? "Let go of 1 pinned node" : `Let go of ${count} pinned nodes`),
  unpinEvery: "Let go of all pinned nodes",
  minimap: "The whole graph; drag the frame to move",
} as const;
