import { useMemo, useState } from "react";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import type { OnRecordGraph } from "../../src/graph/index.ts";
import { fillOf } from "../scene/scene.ts";
import { degreeOf, stakeholderIndex } from "../scene/stakeholder-index.ts";
import { Icon } from "../shell/Icon.tsx";
import { KindMark } from "../shell/KindMark.tsx";
import { text } from "../text.ts";

interface NameFieldProps {
  readonly graph: OnRecordGraph;
  readonly label: string;
  readonly value: string | null;
  readonly onChoose: (key: string | null) => void;
}

/** So many names are listed at a time. */
const MOST = 40;

/** A field for a stakeholder: names that have what was typed, those tied to most others first. */
export function NameField({ graph, label, value, onChoose }: NameFieldProps) {
  const name = value !== null && graph.hasNode(value) ? graph.getNodeAttribute(value, "label") : "";
  const [typed, setTyped] = useState<string | null>(null);
  const names = useMemo(() => namesOf(graph), [graph]);
  const wanted = typed === null || typed === name ? "" : typed.trim().toLowerCase();
  const items = useMemo(
    () => names.filter(({ lower }) => wanted === "" || lower.includes(wanted)).slice(0, MOST),
    [names, wanted],
  );
  return (
    <ComboBox
      className="name-field"
      items={items}
      inputValue={typed ?? name}
      selectedKey={value}
      menuTrigger="focus"
      allowsEmptyCollection
      onInputChange={setTyped}
      onOpenChange={(open) => !open && setTyped(null)}
      onSelectionChange={(key) => {
        setTyped(null);
        if (key !== null && key !== value) onChoose(String(key));
      }}
    >
      <Label>{label}</Label>
      <div className="name-input">
        <Input placeholder={text.paths.placeholder} />
        <Button className="icon-button" aria-label={text.paths.show}>
          <Icon name="fold" />
        </Button>
      </div>
      <Popover className="popover name-popover" offset={4}>
        <ListBox className="menu" renderEmptyState={() => <p className="facet-note">{text.paths.noNames}</p>}>
          {({ key, name: shown }: Named) => {
            const node = graph.getNodeAttributes(key);
            return (
              <ListBoxItem id={key} className="menu-item name-item" textValue={shown}>
                <KindMark kind={node.kind} fill={fillOf(node)} />
                <span>{shown}</span>
              </ListBoxItem>
            );
          }}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

interface Named {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** What is looked through: the name and other names. */
  readonly lower: string;
}

function namesOf(graph: OnRecordGraph): readonly Named[] {
  const index = stakeholderIndex(graph);
  return [...index.keys.keys()]
    .sort((a, b) => degreeOf(index, b) - degreeOf(index, a) || a - b)
    .map((number) => {
      const key = index.keys[number];
      const node = graph.getNodeAttributes(key);
      const others = "aliases" in node ? [node.name, ...(node.aliases ?? [])] : [];
      return { id: key, key, name: node.label, lower: [node.label, ...others].join("\n").toLowerCase() };
    });
}
