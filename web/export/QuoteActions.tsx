import { IconButton } from "../shell/IconButton.tsx";
import { text } from "../text.ts";
import { copyQuote, copyQuoteImage } from "./copy-quote.ts";

/** Takes a statement's words along: as text or as an image, with who said them and where. */
export function QuoteActions({ statement }: { readonly statement: string }) {
  return (
    <span className="quote-actions">
      <IconButton icon="copy" label={text.export.quote} onPress={() => void copyQuote(statement)} />
      <IconButton icon="picture" label={text.export.quoteImage} onPress={() => void copyQuoteImage(statement)} />
    </span>
  );
}
