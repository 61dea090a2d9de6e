/** The words of saved views. */
export const savedText = {
  title: "Saved views",
  none: "A view is what you see: selection, filters, layout, camera, question. Give this one a name to come back to it.",
  nameOfThis: "Name of this view",
  save: "Save it",
  saveThis: "Save this view",
  openList: "Open the saved views",
  openNamed: (name: string) => `Open “${name}”`,
  kept: (name: string) => `Saved as “${name}”.`,
  opened: (name: string) => `Opened: ${name}`,
  deleted: (name: string) => `“${name}” deleted.`,
  rename: (name: string) => `Rename “${name}”`,
  newName: (name: string) => `New name of “${name}”`,
  up: (name: string) => `Move “${name}” up`,
  down: (name: string) => `Move “${name}” down`,
  copyLink: (name: string) => `Copy the link to “${name}”`,
  delete: (name: string) => `Delete “${name}”`,
  copyThis: "Copy the link to this view",
  linkAlso: "address share url",
  linkCopied: "The link is in the clipboard. It opens where this workspace is served.",
  linkNotCopied: "The browser didn’t let the link into the clipboard: copy it from the address bar.",
  fromFile: "Add from a file",
  asFile: "Save as a file",
  added: (count: number) =>
    count === 0 ? "All of these views were here already." : count === 1 ? "1 view added." : `${count} views added.`,
  notViews: (name: string) => `“${name}” holds no views of On Record: choose a file that “Save as a file” made.`,
  notKept:
    "The browser has no room to keep this view: it is here until the page is closed. Save the views as a file, or delete some.",
  unreadable: (key: string) =>
    `The saved views could not be read. They are kept in the browser’s storage as “${key}”; new ones start afresh.`,
} as const;
