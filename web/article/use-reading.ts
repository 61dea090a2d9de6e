import { useEffect, useState } from "react";
import type { Reading } from "../../src/model/index.ts";
import { messageOf } from "../data/errors.ts";
import { loadReading } from "../data/load.ts";
import { useExplorer } from "../state/store.ts";

/** The reading of an article, fetched when it is first wanted. */
export function useReading(id: string | null): { readonly reading: Reading | null; readonly problem: string | null } {
  const reading = useExplorer((state) => (id === null ? null : (state.readings.get(id) ?? null)));
  const [failed, setFailed] = useState<{ readonly id: string; readonly problem: string } | null>(null);
  useEffect(() => {
    if (id === null || reading !== null) return;
    loadReading(id)
      .then((loaded) => useExplorer.getState().addReading(loaded))
      .catch((error) => setFailed({ id, problem: messageOf(error) }));
  }, [id, reading]);
  return { reading, problem: reading === null && failed !== null && failed.id === id ? failed.problem : null };
}
