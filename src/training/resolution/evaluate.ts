import { loadModels } from "../../extract/index.ts";
import type { Evaluation } from "../evaluations.ts";
import { measureAcross } from "./across.ts";
import type { Score } from "./scores.ts";
import { measureWithin } from "./within.ts";

const percent = (value: number) => (100 * value).toFixed(1);
const figure = ({ precision, recall, f1 }: Score) => `${percent(f1)} (P ${percent(precision)}, R ${percent(recall)})`;

/** Who is who, within an article and across articles. */
export const resolutionEvaluation: Evaluation = {
  name: "resolution",
  about: "entities within articles (GUM dev) and people across articles (half of PolNeAR train, silver chains)",
  async run() {
    const models = await loadModels();
    const within = measureWithin(models, "dev");
    const { asNamed, hidden } = measureAcross(models, "measure");
    return [
      {
        what: `within ${within.documents} documents: gold mentions found`,
        figure: `${percent(within.coverage)} %`,
        required: "",
      },
      { what: "within: B³ F1", figure: figure(within.bCubed), required: "" },
      { what: "within: CEAF-e F1", figure: figure(within.ceafE), required: "" },
      {
        what: `across, ${asNamed.items} mentions in articles of ${asNamed.people} people: B³ F1`,
        figure: figure(asNamed.bCubed),
        required: "",
      },
      { what: "across: CEAF-e F1", figure: figure(asNamed.ceafE), required: "" },
      {
        what: `across, behind common names (${hidden.items} of ${hidden.people} people): B³ F1`,
        figure: figure(hidden.bCubed),
        required: "",
      },
      { what: "across, behind common names: CEAF-e F1", figure: figure(hidden.ceafE), required: "" },
    ];
  },
};
