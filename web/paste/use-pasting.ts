import { useRef, useState } from "react";
import { messageOf } from "../data/errors.ts";
import { text } from "../text.ts";
import type { Stage } from "./messages.ts";
import type { Input } from "./reader.ts";
import { addArticles, articleCount, MOST_TOGETHER } from "./shelf.ts";

/** What is being pasted, and how far reading it has come. */
export interface Pasting {
  readonly words: string;
  setWords(words: string): void;
  /** Whether it is shown with the articles that are here. */
  readonly together: boolean;
  setTogether(together: boolean): void;
  /** What reading is at; null while nothing is read. */
  readonly stage: Stage | null;
  readonly problem: string | null;
  readWords(): Promise<void>;
  readFiles(files: readonly File[]): Promise<void>;
  /** Gives up what is being read, and forgets what went wrong. */
  stop(): void;
}

/** Keeps what is pasted until it is read; `onDone` is called when it is. */
export function usePasting(onDone: () => void): Pasting {
  const [words, setWords] = useState("");
  const [together, setTogether] = useState(true);
  const [stage, setStage] = useState<Stage | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);

  const read = async (inputs: readonly Input[]) => {
    if (
      inputs.every(({ contents }) => contents.length === 0 || (typeof contents === "string" && contents.trim() === ""))
    )
      return setProblem(text.paste.empty);
    const control = new AbortController();
    running.current = control;
    setProblem(null);
    setStage("models");
    try {
      const count = articleCount();
      const withOthers = together && count > 0 && count <= MOST_TOGETHER;
      await addArticles(inputs, withOthers, setStage, control.signal);
      setWords("");
      onDone();
    } catch (error) {
      if (!control.signal.aborted) setProblem(messageOf(error));
    } finally {
      setStage(null);
      running.current = null;
    }
  };
  return {
    words,
    setWords,
    together,
    setTogether,
    stage,
    problem,
    readWords: () => read([{ contents: words, name: "pasted text" }]),
    readFiles: async (files) =>
      read(
        await Promise.all(
          files.map(async (file) => ({ contents: new Uint8Array(await file.arrayBuffer()), name: file.name })),
        ),
      ),
    stop() {
      running.current?.abort();
      setProblem(null);
    },
  };
}
