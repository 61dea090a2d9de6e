import { wordSet } from "./word-list.ts";

/** Last words of names of organisations, lower case: "Ministry of Finance", "Acme Corp". */
export const ORGANIZATION_HEADS =
  wordSet(`administration agency alliance army assembly associates association authority bank board
  broadcasting brigade brothers bureau business cabinet center centre chamber church club coalition college commission commissioner's committee
  companies company conference confederation congress consortium consulate corp corporation council court courts dept department directorate
  embassy enterprise enterprises federation fleet force forces foundation fund garrison government group guard guards hospital holdings
  house inc industries initiative institute institution institutions international investments journal laboratories laboratory labs league
  legislature library limited llc llp ltd magazine mission ministry monitor motors movement museum navy network news newspaper
  observatory office organisation organization orchestra parliament partners partnership party police post press productions
  programme program railways railway records registry reserve school schools secretariat senate service services society squad
  station studios syndicate systems task team technologies technology telegraph theatre theater times treasury tribunal trust
  union united universities university watch works workers plc ag gmbh sa nv co airlines airways energy pharmaceuticals trades
  utility guild lab clinic charity watchdog regulator secretariat delegation rovers wanderers athletic fc`);

/** Offices that stand in a place other than the one they act for: "Embassy of France in London". */
export const REPRESENTATION_HEADS = wordSet(
  "office embassy consulate mission delegation garrison bureau commission representation",
);

/** Nouns that stand for an organisation without naming it. */
export const ORGANIZATION_NOUNS =
  wordSet(`government administration ministry department agency authority authorities commission
  committee council court parliament senate congress cabinet police company firm corporation bank group organisation organization
  association union party army military force university college school hospital institute charity club team federation
  regulator watchdog bureau board office foundation newspaper magazine network broadcaster airline manufacturer maker retailer
  operator developer utility startup start-up campaign coalition alliance embassy consulate inquiry tribunal jury prosecution
  defence defense opposition city municipality state kremlin pentagon institution business enterprise museum church league
  delegation franchise supplier carrier insurer lender brewery bakery publisher studio theatre theater orchestra union trust`);

/** Nouns of companies and the like, to which "the company" and "the firm" may refer. */
export const COMPANY_NOUNS = wordSet(
  "company firm corporation group maker manufacturer retailer operator developer carrier airline bank lender insurer utility business startup start-up supplier brewery publisher chain giant conglomerate",
);
