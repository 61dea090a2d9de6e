import { registerCommands } from "../palette/registry.ts";
import { text } from "../text.ts";
import { startTour } from "./tour.ts";

registerCommands([{ id: "page.tour", group: "page", label: text.tour.start, also: text.tour.also, run: startTour }]);
