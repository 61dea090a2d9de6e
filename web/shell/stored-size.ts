/** The size of a pane that was kept in this browser under a name; null where none was. */
export function storedSize(name: string): number | null {
  try {
    const value = Number(localStorage.getItem(`onrecord-${name}`));
    return value > 0 ? value : null;
  } catch {
    return null;
  }
}

export function storeSize(name: string, size: number): void {
  try {
    localStorage.setItem(`onrecord-${name}`, String(size));
  } catch {
    // Without storage the size holds for as long as the page is open.
  }
}
