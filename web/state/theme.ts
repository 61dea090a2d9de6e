import { create } from "zustand";
import type { Theme } from "./store.ts";

const KEY = "onrecord-theme";
const system = matchMedia("(prefers-color-scheme: dark)");

interface ThemeState {
  readonly theme: Theme;
  choose(theme: Theme): void;
}

/** Dark or light: what the person chose here before, else what the system asks for. */
export const useTheme = create<ThemeState>()((set) => ({
  theme: chosen() ?? ofSystem(),
  choose(theme) {
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Without storage the choice holds for as long as the page is open.
    }
    apply(theme);
    set({ theme });
  },
}));

apply(useTheme.getState().theme);
system.addEventListener("change", () => {
  if (chosen() !== null) return;
  apply(ofSystem());
  useTheme.setState({ theme: ofSystem() });
});

function apply(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

function ofSystem(): Theme {
  return system.matches ? "dark" : "light";
}

function chosen(): Theme | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === "dark" || value === "light" ? value : null;
  } catch {
    return null;
  }
}
