import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { Icon } from "../shell/Icon.tsx";
import { text } from "../text.ts";
import type { Column, Sheet } from "./sheet.ts";

interface ColumnChoiceProps {
  readonly sheet: Sheet;
  /** The columns that are shown, in their order. */
  readonly shown: readonly Column[];
  /** Null goes back to the usual ones. */
  readonly onChange: (columns: readonly string[] | null) => void;
}

/** Which columns are shown, and in which order. */
export function ColumnChoice({ sheet, shown, onChange }: ColumnChoiceProps) {
  const ids = shown.map(({ id }) => id);
  const others = sheet.columns.filter(({ id }) => !ids.includes(id));
  const move = (from: number, by: number) => {
    const next = [...ids];
    const [moved] = next.splice(from, 1);
    next.splice(from + by, 0, moved);
    onChange(next);
  };
  return (
    <DialogTrigger>
      <Button className="button table-columns">{text.table.columnsOpen}</Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="column-choice" aria-label={text.table.columnsChoose}>
          <ul>
            {shown.map(({ id, title }, index) => (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked
                    disabled={shown.length === 1}
                    aria-label={text.table.show(title)}
                    onChange={() => onChange(ids.filter((other) => other !== id))}
                  />
                  {title}
                </label>
                <Move title={title} isUp onPress={() => move(index, -1)} isDisabled={index === 0} />
                <Move title={title} onPress={() => move(index, 1)} isDisabled={index === shown.length - 1} />
              </li>
            ))}
            {others.map(({ id, title }) => (
              <li key={id}>
                <label className="soft">
                  <input
                    type="checkbox"
                    checked={false}
                    aria-label={text.table.show(title)}
                    onChange={() => onChange([...ids, id])}
                  />
                  {title}
                </label>
              </li>
            ))}
          </ul>
          <button type="button" className="text-button" onClick={() => onChange(null)}>
            {text.table.usual}
          </button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface MoveProps {
  readonly title: string;
  readonly isUp?: boolean;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
}

function Move({ title, isUp = false, isDisabled, onPress }: MoveProps) {
  const label = isUp ? text.table.up(title) : text.table.down(title);
  return (
    <Button
      className={`icon-button move ${isUp ? "move-up" : ""}`}
      aria-label={label}
      isDisabled={isDisabled}
      onPress={onPress}
    >
      <Icon name="fold" />
    </Button>
  );
}
