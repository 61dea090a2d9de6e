/** What is known about an article besides its text; whatever is given wins over what the text says. */
export interface ArticleSource {
  /** The file's name or another name for messages; a date in it (`2021-09-07-plan.txt`) is the last resort for the day. */
  readonly name?: string;
  readonly title?: string;
  /** ISO 8601 day. */
  readonly date?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly author?: string;
  /** BCP 47 tag, `en` where not given. */
  readonly language?: string;
}

/** Makes a document of a page's source without running its scripts or fetching anything: linkedom or `DOMParser`. */
export type ParseDocument = (html: string) => Document;
