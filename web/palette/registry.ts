import { COMMAND_GROUPS, type Command, type CommandGroup, type Gesture, type KeyScope } from "./command.ts";
import { matchesKeys } from "./keys.ts";

/** Commands as they stand, or a function that makes them each time the palette opens (those have no keys). */
export type CommandSource = readonly Command[] | (() => readonly Command[]);

/** A line of the keyboard map. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly label: string;
}

/**
 * The one list of what can be done: the palette, the keyboard map and the keys themselves are read from it, so that none can
 * say what another doesn't do.
 */
export class CommandRegistry {
  private readonly sources: CommandSource[] = [];
  private readonly gestures: Gesture[] = [];

  /**
   * @returns a function that takes them out again.
   * @throws Error where an id is known already, or a key does something else in the same scope: that is a mistake of ours.
   */
  register(source: CommandSource): () => void {
    if (typeof source !== "function") this.check(source);
    this.sources.push(source);
    return () => void this.sources.splice(this.sources.indexOf(source), 1);
  }

  registerGestures(gestures: readonly Gesture[]): void {
    this.gestures.push(...gestures);
  }

  /** Every command, the groups in their order. */
  all(): Command[] {
    return inGroups(this.sources.flatMap((source) => (typeof source === "function" ? source() : source)));
  }

  /** What these keys do where they were pressed: what the scope says, else what the page says; null for nothing. */
  find(event: Parameters<typeof matchesKeys>[1], scope: KeyScope): Command | null {
    const matching = this.fixed().filter(({ keys }) => keys?.some((combination) => matchesKeys(combination, event)));
    const within = (place: KeyScope) => matching.find((command) => (command.scope ?? "page") === place);
    return within(scope) ?? within("page") ?? null;
  }

  /** The keyboard map: what has keys, by group. */
  keyMap(): { readonly group: CommandGroup; readonly lines: readonly KeyLine[] }[] {
    const lines = [
      ...this.gestures,
      ...this.fixed().flatMap(({ group, keys, label }) => (keys === undefined ? [] : [{ group, keys, label }])),
    ];
    return COMMAND_GROUPS.map((group) => ({ group, lines: lines.filter((line) => line.group === group) })).filter(
      (section) => section.lines.length > 0,
    );
  }

  private fixed(): Command[] {
    return this.sources.flatMap((source) => (typeof source === "function" ? [] : source));
  }

  private check(commands: readonly Command[]): void {
    const known = [...this.fixed()];
    for (const command of commands) {
      const place = command.scope ?? "page";
      for (const other of known) {
        if (other.id === command.id) throw new Error(`the command "${command.id}" is there twice`);
        const shared = command.keys?.find((key) => other.keys?.includes(key));
        if (shared !== undefined && (other.scope ?? "page") === place)
          throw new Error(`"${shared}" is the key of both "${other.id}" and "${command.id}"`);
      }
      known.push(command);
    }
  }
}

/** The registry of the page. */
export const registry = new CommandRegistry();

/** Adds commands; see {@link CommandRegistry.register}. */
export const registerCommands = (source: CommandSource): (() => void) => registry.register(source);

/** Adds keys that a pane takes itself to the keyboard map. */
export const registerGestures = (gestures: readonly Gesture[]): void => registry.registerGestures(gestures);

/** Sorts commands by group, those of one group in the order they came. */
function inGroups(commands: readonly Command[]): Command[] {
  return COMMAND_GROUPS.flatMap((group) => commands.filter((command) => command.group === group));
}
