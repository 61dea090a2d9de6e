import { useRef, useState } from "react";
import { Button, Label, ProgressBar, Radio, RadioGroup } from "react-aria-components";
import { DialogFrame } from "../shell/DialogFrame.tsx";
import { useVisible } from "../state/derived.ts";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import {
  EXPORT_FORMATS,
  EXPORT_SCOPES,
  type ExportChoice,
  type ExportFormat,
  type ExportScope,
  PICTURE_SCALES,
  type PictureScale,
} from "./exports.ts";
import { exportName, runExport } from "./run-export.ts";

/** The choice made last, for the next time on this page. */
let last: ExportChoice = { format: "gexf", scope: "all", scale: 2 };

/** What to save, how much of it, and under which name. */
export default function ExportDialog() {
  const graph = useExplorer((state) => state.graph);
  const openDialog = useExplorer((state) => state.openDialog);
  const visible = useVisible();
  const [choice, setChoice] = useState(last);
  const [bytes, setBytes] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  if (graph === null) return null;

  const choose = (next: Partial<ExportChoice>) => {
    last = { ...choice, ...next };
    setChoice(last);
  };
  const save = async () => {
    const control = new AbortController();
    running.current = control;
    setBytes(0);
    const saved = await runExport(choice, setBytes, control.signal);
    setBytes(null);
    if (saved) openDialog(null);
  };
  const close = () => {
    running.current?.abort();
    openDialog(null);
  };
  const isPicture = choice.format === "png";
  const counts = { all: [graph.order, graph.size], seen: [visible.nodes.size, visible.edges.size] } as const;

  return (
    <DialogFrame title={text.export.label} isOpen onClose={close} isSmall>
      <RadioGroup
        className="export-formats"
        value={choice.format}
        onChange={(format) => choose({ format: format as ExportFormat })}
        isDisabled={bytes !== null}
      >
        <Label className="field-label">{text.export.format}</Label>
        {EXPORT_FORMATS.map((format) => (
          <Radio key={format} className="export-format" value={format}>
            <strong>{text.export.formats[format][0]}</strong>
            <span>{text.export.formats[format][1]}</span>
          </Radio>
        ))}
      </RadioGroup>
      {isPicture ? (
        <RadioGroup
          className="export-choices"
          orientation="horizontal"
          value={String(choice.scale)}
          onChange={(scale) => choose({ scale: Number(scale) as PictureScale })}
        >
          <Label className="field-label">{text.export.scale}</Label>
          {PICTURE_SCALES.map((scale) => (
            <Radio key={scale} className="export-choice" value={String(scale)}>
              {scale} ×
            </Radio>
          ))}
        </RadioGroup>
      ) : (
        <RadioGroup
          className="export-choices"
          orientation="horizontal"
          value={choice.scope}
          onChange={(scope) => choose({ scope: scope as ExportScope })}
          isDisabled={bytes !== null}
        >
          <Label className="field-label">{text.export.scope}</Label>
          {EXPORT_SCOPES.map((scope) => (
            <Radio key={scope} className="export-choice" value={scope}>
              {text.export.scopes[scope]} <span className="soft">{text.export.counts(...counts[scope])}</span>
            </Radio>
          ))}
        </RadioGroup>
      )}
      <p className="export-name">{exportName(graph, choice)}</p>
      <div className="row row-end">
        {bytes !== null && (
          <ProgressBar className="progress" isIndeterminate aria-label={text.export.writing}>
            <span className="breath" aria-hidden="true" />
            {text.export.written(bytes)}
          </ProgressBar>
        )}
        <Button className="button" onPress={close}>
          {bytes === null ? text.paste.cancel : text.export.stop}
        </Button>
        <Button className="button button-strong" onPress={() => void save()} isDisabled={bytes !== null}>
          {text.export.save}
        </Button>
      </div>
    </DialogFrame>
  );
}
