const many = (count: number, one: string, several: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : several}`;

/** The words of the list of passages. */
export const passagesText = {
  label: "Passages",
  everything: "Everything that was said",
  said: (name: string) => `Everything ${name} said`,
  about: (name: string) => `What others say of ${name}`,
  everywhere: (name: string) => `Everywhere ${name} is named`,
  tie: (from: string, label: string, to: string) => `${from} ${label} ${to}`,
  find: (words: string) =>
    /^["“„«]/.test(words) ? words.replace(/^["„«]|["»]$/g, "“").replace(/“$/, "”") : `“${words}”`,
  unheard: "Mentioned, never quoted",
  gone: "What the address names isn't in this graph.",
  count: (statements: number, articles: number) =>
    `${many(statements, "statement", "statements")} in ${many(articles, "article", "articles")}`,
  countUnheard: (names: number) => `${many(names, "name", "names")} without a word of their own`,
  countNaming: (statements: number, articles: number) =>
    `${many(articles, "article", "articles")}, ${many(statements, "statement", "statements")} with the name`,
  namedHere: (name: string) => `${name}, in this article`,
  leftOut: (count: number) => `${count.toLocaleString("en")} more filtered out`,
  none: "No statement passes the filters.",
  noneFound: "Nobody says these words in this order. Leave the quotation marks out to find them anywhere.",
  nobodyUnheard: "Everyone who is mentioned here is quoted too.",
  loading: "Getting ready to find words …",
  which: "Which passages",
  chooseAll: "Everything",
  chooseUnheard: "Mentioned, never quoted",
  copy: "Copy with sources",
  copied: (count: number) => `${many(count, "passage", "passages")} copied, each with its source.`,
  notCopied: "The browser didn't let the page copy; select the words and copy them by hand.",
  why: "Why?",
  undated: "no date",
  named: (count: number) => (count === 1 ? "named once" : `named ${count.toLocaleString("en")} times`),
  onlyNamed: "named outside what anyone says",
  nobody: "source not known",
  readAllFound: (count: number) => `All ${count.toLocaleString("en")} with these words, in a list`,
};
