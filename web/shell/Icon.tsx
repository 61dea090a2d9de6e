/** Line icons on a 20 × 20 grid, drawn for this page. */
const PATHS = {
  search: "M9 4a5 5 0 1 1 0 10A5 5 0 0 1 9 4Zm3.6 8.6L16.5 16.5",
  plus: "M10 4.5v11M4.5 10h11",
  minus: "M4.5 10h11",
  layout:
    "M5 5.2a1.7 1.7 0 1 1 0-.1ZM17 5.2a1.7 1.7 0 1 1 0-.1ZM11 15.2a1.7 1.7 0 1 1 0-.1ZM5 5.2h8.5M4.3 6.8l4 6.8M14.4 6.8l-4 6.8",
  pin: "M7.5 3.5h5M8.5 3.5v4.5L6 11h8l-2.5-3V3.5M10 11v5.5",
  unpin: "M7.5 3.5h5M8.5 3.5v4.5L6 11h8l-2.5-3V3.5M10 11v5.5M4 4l12 12",
  fit: "M4 7.5V4h3.5M12.5 4H16v3.5M16 12.5V16h-3.5M7.5 16H4v-3.5",
  reset: "M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2",
  close: "M5 5l10 10M15 5 5 15",
  help: "M7.6 7.6A2.5 2.5 0 1 1 10.7 10c-.5.2-.7.6-.7 1.2v.6M10 14.6v.1M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Z",
  dark: "M16 11.8A6.5 6.5 0 0 1 8.2 4 6.5 6.5 0 1 0 16 11.8Z",
  light:
    "M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1",
  export: "M10 3.5v8.5M6.5 9l3.5 3.5L13.5 9M4 13.5V16h12v-2.5",
  add: "M5 3h7l3.5 3.5V17h-10.5zM12 3v3.5h3.5M10.2 9v5M7.7 11.5h5",
  graph:
    "M5 6.5a1.8 1.8 0 1 1 0-.1ZM16.5 5.5a1.8 1.8 0 1 1 0-.1ZM13 15.5a1.8 1.8 0 1 1 0-.1ZM5 6.4l8.2-.7M4.4 8l5.6 6.6M14.2 7.2l-2.6 6.5",
  table: "M3.5 5h13M3.5 10h13M3.5 15h13",
  read: "M4 4h8.5v12H4zM12.5 6.5H16V16h-3.5M6.5 7.5h3.5M6.5 10h3.5M6.5 12.5h2",
  filters: "M3.5 6h8M14.5 6h2M3.5 14h2M8.5 14h8M13 4.5v3M7 12.5v3",
  more: "M5 10h.01M10 10h.01M15 10h.01",
  left: "M12 5l-5 5 5 5",
  right: "M8 5l5 5-5 5",
  undo: "M7 5 3.5 8.5 7 12M4 8.5h8a4 4 0 0 1 0 8H9",
  play: "M7 4.5 15 10l-8 5.5z",
  pause: "M7 4.5v11M13 4.5v11",
  fold: "M6 8l4 4 4-4",
  up: "M6 12l4-4 4 4",
  edit: "M4 16l.8-3.4L13 4.4l2.6 2.6-8.2 8.2zM11.4 6l2.6 2.6",
  arrow: "M10 16V4.5M6 8.5l4-4 4 4",
  query: "M4 5.5 8.5 10 4 14.5M10 15h6.5",
  command:
    "M7.5 7.5h5v5h-5zM7.5 7.5h-2a2 2 0 1 1 2-2zM12.5 7.5v-2a2 2 0 1 1 2 2zM12.5 12.5h2a2 2 0 1 1-2 2zM7.5 12.5v2a2 2 0 1 1-2-2z",
  bookmark: "M6 3.5h8v13l-4-3-4 3z",
  copy: "M7 7h9v9.5H7zM13 7V3.5H4V13h3",
  picture: "M3.5 4.5h13v11h-13zM3.5 13l3.5-3.5 3 3 2.5-2.5 4 4M12.5 7.5h.01",
  trash: "M4.5 6h11M8 6V4h4v2M6 6l.7 10h6.6L14 6",
  link: "M8.5 11.5l3-3M9 6.5l1.8-1.8a3 3 0 0 1 4.3 4.3L13.3 10.8M11 13.5l-1.8 1.8a3 3 0 0 1-4.3-4.3L6.7 9.2",
  follow: "M6 3.5v13M3.5 6 6 3.5 8.5 6M3.5 14 6 16.5 8.5 14M11.5 6.5h5M11.5 10h5M11.5 13.5h3",
  keep: "M8 3h4l-.5 5 2.5 3H6l2.5-3zM10 11v6",
  sort: "M10 4v12M6.5 7.5 10 4l3.5 3.5",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
