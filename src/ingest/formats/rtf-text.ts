/** Groups that hold no words of the document: fonts, colours, pictures, fields' instructions … */
const DESTINATION = new Set(
  "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf fldinst themedata colorschememapping latentstyles datastore generator listtable listoverridetable rsidtbl xmlnstbl filetbl revtbl annotation bkmkstart bkmkend nonshppict shpinst template operator mmathPr wgrffmtfilter".split(
    " ",
  ),
);

/** Control words that stand for a character. */
const CHARACTER: Readonly<Record<string, string>> = {
  par: "\n",
  line: "\n",
  sect: "\n",
  page: "\n",
  row: "\n",
  cell: " | ",
  tab: " ",
  emdash: "—",
  endash: "–",
  emspace: " ",
  enspace: " ",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  "~": "\u00A0",
  _: "-",
};

/** Code pages by their numbers (`\ansicpg1251`) that are no `windows-…`. */
const CODE_PAGE: Readonly<Record<number, string>> = {
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  65001: "utf-8",
};

interface Group {
  /** Its words aren't the document's. */
  readonly hidden: boolean;
  /** How many bytes stand for the character behind `\u`. */
  readonly fallback: number;
}

const CONTROL = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([\da-fA-F]{2})|([^a-zA-Z]))|[{}]|[^\\{}]+/g;

/** The words of a rich text document, a line for each paragraph. Linear in time; nesting needs no stack. */
export function textOfRtf(bytes: Uint8Array): string {
  const source = new TextDecoder("latin1").decode(bytes);
  const groups: Group[] = [{ hidden: false, fallback: 1 }];
  const out: string[] = [];
  let decoder = decoderOf(1252);
  let pending: number[] = [];
  let skip = 0;
  let star = false;
  const top = () => groups[groups.length - 1];
  const flush = () => {
    if (pending.length > 0) out.push(decoder.decode(Uint8Array.from(pending)));
    pending = [];
  };
  const show = (words: string) => {
    flush();
    out.push(words);
  };
  for (const [token, word, parameter, hex, symbol] of source.matchAll(CONTROL)) {
    if (token === "{") groups.push({ ...top() });
    else if (token === "}") {
      if (groups.length > 1) groups.pop();
      skip = 0;
    } else if (hex !== undefined) {
      if (skip > 0) skip--;
      else if (!top().hidden) pending.push(Number.parseInt(hex, 16));
      continue;
    } else if (word !== undefined) {
      if (star || DESTINATION.has(word)) groups[groups.length - 1] = { ...top(), hidden: true };
      else if (word === "ansicpg" && parameter !== undefined) decoder = decoderOf(Number(parameter));
      else if (word === "uc") groups[groups.length - 1] = { ...top(), fallback: Math.max(0, Number(parameter ?? 1)) };
      else if (word === "u" && parameter !== undefined) {
        if (!top().hidden) show(String.fromCharCode(Number(parameter) & 0xffff));
        skip = top().fallback;
      } else if (CHARACTER[word] !== undefined && !top().hidden) show(CHARACTER[word]);
    } else if (symbol !== undefined) {
      star = symbol === "*";
      if (star) continue;
      const stands = symbol === "\n" || symbol === "\r" ? "\n" : (CHARACTER[symbol] ?? symbol);
      if (symbol !== "-" && !top().hidden) show(stands);
    } else if (!top().hidden) {
      const words = token.replace(/[\r\n]/g, "");
      show(words.slice(skip));
      skip = Math.max(0, skip - words.length);
    }
    star = false;
  }
  flush();
  return out.join("");
}

function decoderOf(codePage: number): TextDecoder {
  const label = CODE_PAGE[codePage] ?? (codePage >= 874 && codePage <= 1258 ? `windows-${codePage}` : "windows-1252");
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder("windows-1252");
  }
}
