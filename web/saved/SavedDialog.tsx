import { useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import { DialogFrame } from "../shell/DialogFrame.tsx";
import { IconButton } from "../shell/IconButton.tsx";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import {
  addViewsOfFile,
  copyLink,
  currentAddress,
  deleteView,
  openView,
  saveView,
  saveViewsAsFile,
  suggestedName,
} from "./actions.ts";
import { moveView, renameView, type SavedView } from "./saved-views.ts";
import { keepViews, useSavedViews } from "./store.ts";

/** Views that were given a name: to open, rename, put in order, delete, give on. */
export default function SavedDialog() {
  const openDialog = useExplorer((state) => state.openDialog);
  const views = useSavedViews((state) => state.views);
  return (
    <DialogFrame title={text.saved.title} isOpen onClose={() => openDialog(null)}>
      <SaveField />
      {views.length === 0 ? (
        <p className="soft">{text.saved.none}</p>
      ) : (
        <ul className="saved-views" aria-label={text.saved.title}>
          {views.map((view, place) => (
            <SavedLine key={view.id} view={view} isFirst={place === 0} isLast={place === views.length - 1} />
          ))}
        </ul>
      )}
      <div className="row">
        <FileTrigger
          acceptedFileTypes={["application/json", ".json"]}
          onSelect={(files) => files?.[0] && void addViewsOfFile(files[0])}
        >
          <Button className="button">{text.saved.fromFile}</Button>
        </FileTrigger>
        <Button className="button" isDisabled={views.length === 0} onPress={saveViewsAsFile}>
          {text.saved.asFile}
        </Button>
        <Button className="button" onPress={() => void copyLink(currentAddress())}>
          {text.saved.copyThis}
        </Button>
        <Button slot="close" className="button row-last">
          {text.help.close}
        </Button>
      </div>
    </DialogFrame>
  );
}

/** Names the view on the page and keeps it. */
function SaveField() {
  const [name, setName] = useState(suggestedName);
  return (
    <form
      className="saved-new"
      onSubmit={(event) => {
        event.preventDefault();
        saveView(name);
      }}
    >
      <label>
        <span>{text.saved.nameOfThis}</span>
        <input
          type="text"
          value={name}
          maxLength={120}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <button type="submit" className="button button-strong">
        {text.saved.save}
      </button>
    </form>
  );
}

interface SavedLineProps {
  readonly view: SavedView;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function SavedLine({ view, isFirst, isLast }: SavedLineProps) {
  const [isNaming, setNaming] = useState(false);
  const { id, name, address } = view;
  const all = () => useSavedViews.getState().views;
  const rename = (next: string) => {
    setNaming(false);
    if (next.trim() !== "" && next.trim() !== name) keepViews(renameView(all(), id, next));
  };
  return (
    <li className="saved-view">
      {isNaming ? (
        <input
          // biome-ignore lint/a11y/noAutofocus: a person asked to type here.
          autoFocus
          className="saved-name"
          aria-label={text.saved.newName(name)}
          defaultValue={name}
          maxLength={120}
          onFocus={({ target }) => target.select()}
          onBlur={({ target }) => rename(target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") rename(event.currentTarget.value);
            else if (event.key === "Escape") setNaming(false);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
      ) : (
        <button type="button" className="saved-open" onClick={() => openView(view)}>
          {name}
        </button>
      )}
      <span className="saved-tools">
        <IconButton icon="edit" label={text.saved.rename(name)} onPress={() => setNaming(true)} />
        <IconButton
          icon="up"
          label={text.saved.up(name)}
          isDisabled={isFirst}
          onPress={() => keepViews(moveView(all(), id, -1))}
        />
        <IconButton
          icon="fold"
          label={text.saved.down(name)}
          isDisabled={isLast}
          onPress={() => keepViews(moveView(all(), id, 1))}
        />
        <IconButton icon="link" label={text.saved.copyLink(name)} onPress={() => void copyLink(address)} />
        <IconButton icon="trash" label={text.saved.delete(name)} onPress={() => deleteView(view)} />
      </span>
    </li>
  );
}
