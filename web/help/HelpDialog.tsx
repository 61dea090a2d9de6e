import { Button } from "react-aria-components";
import { shownKeys } from "../palette/keys.ts";
import { registry } from "../palette/registry.ts";
import { DialogFrame } from "../shell/DialogFrame.tsx";
import { Icon } from "../shell/Icon.tsx";
import { useExplorer } from "../state/store.ts";
import { text } from "../text.ts";
import { startTour } from "../tour/tour.ts";

/** The keyboard map: every command that has keys, as the registry has them. */
export function HelpDialog() {
  const open = useExplorer((state) => state.dialog === "help");
  const openDialog = useExplorer((state) => state.openDialog);
  return (
    <DialogFrame title={text.help.title} isOpen={open} onClose={() => openDialog(null)}>
      <div className="key-map">
        {registry.keyMap().map(({ group, lines }) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`}>{text.palette.group(group)}</h3>
            <dl className="keys">
              {lines.map(({ keys, label }) => (
                <div key={`${keys[0]} ${label}`}>
                  <dt>{isArrows(keys) ? keys.map((key) => <Keys key={key} keys={key} />) : <Keys keys={keys[0]} />}</dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="soft">{text.help.about}</p>
      <div className="row row-end">
        <Button className="button" onPress={startTour}>
          {text.tour.start}
        </Button>
        <Button slot="close" className="button button-strong">
          {text.help.close}
        </Button>
      </div>
    </DialogFrame>
  );
}

/** Arrows are shown together; of other keys for one thing the first is enough. */
function isArrows(keys: readonly string[]): boolean {
  return keys.length > 1 && keys.every((key) => key.startsWith("Arrow"));
}

/** Arrows are drawn: not every font has them. */
const ARROWS: Readonly<Record<string, string>> = { "↑": "up", "↓": "down", "←": "left", "→": "right" };

/** Keys that are pressed together. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="key-combination">
      {shownKeys(keys).map((key) => (
        <kbd key={key} data-arrow={ARROWS[key]}>
          {key in ARROWS ? <Icon name="arrow" /> : key}
          {key in ARROWS && <span className="visually-hidden">{text.help.arrow(ARROWS[key])}</span>}
        </kbd>
      ))}
    </span>
  );
}
