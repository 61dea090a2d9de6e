import { wordSet } from "./word-list.ts";

/** Last words of names of events, lower case. */
export const EVENT_HEADS =
  wordSet(`olympics games cup championship championships open tournament war wars revolution uprising
  summit conference forum festival congress election elections debate debates marathon derby earthquake hurricane typhoon storm
  expo fair exhibition trial inquiry crisis pandemic referendum convention prix series final finals regatta`);
