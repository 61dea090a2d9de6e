import { type LanguageModel, loadLanguageModel } from "../language/index.ts";
import type { Article } from "../model/index.ts";
import type { AntecedentChooser } from "./coreference.ts";
import { antecedentChooser, loadCoreferenceModel } from "./coreference-model/index.ts";
import type { Names } from "./name-span.ts";
import { loadNamesModel, nameRecogniser } from "./names/index.ts";
import type { Prose } from "./prose.ts";
import type { StatementCandidate } from "./statement-candidate.ts";
import { loadStatementsModel, statementReader } from "./statements-model/index.ts";

/** Finds names in place of the rules. */
export interface NameRecogniser {
  readonly name: string;
  findNames(prose: Prose, article: Article): Names;
}

/** Finds statements in place of the rules: contents, cues and sources. */
export interface StatementReader {
  readonly name: string;
  proposeStatements(prose: Prose, article: Article): StatementCandidate[];
}

/** What reading needs. Only the language floor is required: what is absent is done by rules. */
export interface Models {
  readonly language: LanguageModel;
  readonly names?: NameRecogniser;
  readonly statements?: StatementReader;
  /** Decides about pronouns in place of the rules. */
  readonly coreference?: AntecedentChooser & { readonly name: string };
}

/**
 * The models that ship with On Record. Load them once and read every article with them.
 *
 * @throws OnRecordError when weights are missing, damaged or of another version.
 */
export async function loadModels(): Promise<Models> {
  const [language, names, statements, coreference] = await Promise.all([
    loadLanguageModel(),
    loadNamesModel(),
    loadStatementsModel(),
    loadCoreferenceModel(),
  ]);
  return {
    language,
    names: nameRecogniser(names),
    statements: statementReader(statements),
    coreference: antecedentChooser(coreference),
  };
}
