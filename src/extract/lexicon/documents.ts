import { wordSet } from "./word-list.ts";

/** Nouns for documents: things that can say something. The last word of a document's name, or alone. */
export const DOCUMENT_NOUNS =
  wordSet(`plan report law bill act treaty agreement accord pact statement declaration charter
  constitution convention protocol resolution decree order ruling verdict judgment judgement directive regulation rule guideline
  guidelines guidance code policy strategy blueprint proposal document paper memo memorandum letter email note study survey poll
  review analysis article editorial column book memoir essay filing lawsuit complaint indictment affidavit transcript contract
  budget manifesto programme notice bulletin communique communiqué press-release release deal roadmap outline draft amendment
  petition circular forecast audit assessment census dossier warrant will text tweet post message announcement index certificate
  legislation ordinance by-law bylaw referendum brief opinion`);

/** Of those, the ones that name a document when capitalised at the end of a name. */
export const DOCUMENT_NAME_HEADS =
  wordSet(`plan report law bill act treaty agreement accord accords pact declaration charter constitution
  convention protocol protocols resolution decree directive regulation regulations code strategy blueprint memorandum manifesto
  budget amendment ordinance review survey communique communiqué programme guidelines outline index census bible koran`);
