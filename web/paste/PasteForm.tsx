import { Button, FileTrigger, Label, ProgressBar, Radio, RadioGroup, TextArea, TextField } from "react-aria-components";
import { text } from "../text.ts";
import { prepareReader } from "./reader.ts";
import { articleCount, MOST_TOGETHER } from "./shelf.ts";
import type { Pasting } from "./use-pasting.ts";

interface PasteFormProps {
  readonly pasting: Pasting;
  /** Closes what the form stands in, where it can be closed. */
  readonly onCancel?: () => void;
}

/** The field to paste an article into, with what can be done instead, and how far reading has come. */
export function PasteForm({ pasting, onCancel }: PasteFormProps) {
  const { words, setWords, stage, problem, readWords, readFiles, stop } = pasting;
  return (
    <>
      <p className="soft">{text.paste.about}</p>
      <TextField
        className="field"
        value={words}
        onChange={setWords}
        onFocus={prepareReader}
        isDisabled={stage !== null}
        autoFocus={onCancel !== undefined}
      >
        <Label className="visually-hidden">{text.paste.field}</Label>
        <TextArea className="paste-text" rows={10} spellCheck={false} placeholder={text.paste.placeholder} />
      </TextField>
      <Together pasting={pasting} />
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
            {onCancel !== undefined && (
              <Button className="button" onPress={onCancel}>
                {text.paste.cancel}
              </Button>
            )}
            <Button className="button button-strong" onPress={() => void readWords()}>
              {text.paste.read}
            </Button>
          </>
        ) : (
          <>
            <ProgressBar className="progress" isIndeterminate aria-label={text.paste[stage]}>
              <span className="breath" aria-hidden="true" />
              {text.paste[stage]}
            </ProgressBar>
            <Button className="button" onPress={stop}>
              {text.paste.stop}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

/** Whether the articles that are here stay, where there are some and not too many. */
function Together({ pasting: { together, setTogether, stage } }: { readonly pasting: Pasting }) {
  const count = articleCount();
  if (count === 0 || count > MOST_TOGETHER) return null;
  return (
    <RadioGroup
      className="paste-how"
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
  );
}
