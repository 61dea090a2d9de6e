import { useEffect, useRef, useState } from "react";
import { Button, FileTrigger, Label, ProgressBar, Radio, RadioGroup, TextArea, TextField } from "react-aria-components";
import { messageOf } from "../data/errors.ts";
import { DialogFrame } from "../shell/DialogFrame.tsx";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { DropTarget } from "./DropTarget.tsx";
import type { Stage } from "./messages.ts";
import { type Input, prepareReader } from "./reader.ts";
import { addArticles, articleCount, MOST_TOGETHER } from "./shelf.ts";

/** Where an article is pasted or chosen and read on the page; a file dropped anywhere is read too. */
export function PasteDialog() {
  const open = useExplorer((state) => state.dialog === "paste");
  const openDialog = useExplorer((state) => state.openDialog);
  const [words, setWords] = useState("");
  const [together, setTogether] = useState(true);
  const [stage, setStage] = useState<Stage | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  const count = open ? articleCount() : 0;
  useEffect(() => {
    if (open) prepareReader();
  }, [open]);

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
      const withOthers = together && count > 0 && count <= MOST_TOGETHER;
      await addArticles(inputs, withOthers, setStage, control.signal);
      setWords("");
      openDialog(null);
    } catch (error) {
      if (!control.signal.aborted) setProblem(messageOf(error));
    } finally {
      setStage(null);
      running.current = null;
    }
  };
  const readFiles = async (files: readonly File[]) =>
    read(
      await Promise.all(
        files.map(async (file) => ({ contents: new Uint8Array(await file.arrayBuffer()), name: file.name })),
      ),
    );
  const close = () => {
    running.current?.abort();
    setProblem(null);
    openDialog(null);
  };

  return (
    <>
      <DropTarget
        onFiles={(files) => {
          openDialog("paste");
          void readFiles(files);
        }}
      />
      <DialogFrame title={text.paste.title} isOpen={open} onClose={close} isDismissable={stage === null}>
        <p className="soft">{text.paste.about}</p>
        <TextField className="field" value={words} onChange={setWords} isDisabled={stage !== null} autoFocus>
          <Label className="visually-hidden">{text.paste.field}</Label>
          <TextArea className="paste-text" rows={10} spellCheck={false} placeholder={text.paste.placeholder} />
        </TextField>
        {count > 0 && count <= MOST_TOGETHER && (
          <RadioGroup
            className="choice"
            value={together ? "together" : "alone"}
            onChange={(value) => setTogether(value === "together")}
            isDisabled={stage !== null}
          >
            <Label>{text.paste.how}</Label>
            <Radio className="radio" value="together">
              {text.paste.together}
            </Radio>
            <Radio className="radio" value="alone">
              {text.paste.alone}
            </Radio>
          </RadioGroup>
        )}
        {problem !== null && (
          <p className="problem" role="alert">
            <strong>{text.paste.failed}</strong> {problem}
          </p>
        )}
        <div className="row paste-actions">
          {stage === null ? (
            <>
              <FileTrigger
                allowsMultiple
                onSelect={(files) => files && files.length > 0 && void readFiles(Array.from(files))}
              >
                <Button className="button">{text.paste.file}</Button>
              </FileTrigger>
              <span className="paste-drop">{text.paste.drop}</span>
              <Button className="button" onPress={close}>
                {text.paste.cancel}
              </Button>
              <Button
                className="button button-strong"
                onPress={() => void read([{ contents: words, name: "pasted text" }])}
              >
                {text.paste.read}
              </Button>
            </>
          ) : (
            <>
              <ProgressBar className="progress" isIndeterminate aria-label={text.paste[stage]}>
                <span className="breath" aria-hidden="true" />
                {text.paste[stage]}
              </ProgressBar>
              <Button className="button" onPress={() => running.current?.abort()}>
                {text.paste.stop}
              </Button>
            </>
          )}
        </div>
      </DialogFrame>
    </>
  );
}
