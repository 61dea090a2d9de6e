/** Legal forms that stand behind a company's name and mean nothing else, as they are written: longer ones first. */
const SURE = `S.A.B. de C.V.|SAB de CV|S.A. de C.V.|SA de CV|S. de R.L. de C.V.|GmbH & Co. KGaA|GmbH & Co. KG|GmbH & Co.|AG & Co. KGaA|AG & Co. KG
SE & Co. KGaA|SE & Co. KG|Sp. z o.o.|Spolka Akcyjna|Spółka Akcyjna|Kabushiki Kaisha|Aktiengesellschaft|Aktiebolag|Sdn. Bhd.|Sdn Bhd|Pty. Ltd.
Pty Ltd|Pte. Ltd.|Pte Ltd|Pvt. Ltd.|Pvt Ltd|Co., Ltd.|Co. Ltd.|Co Ltd|gGmbH|GmbH|mbH|KGaA|OHG|e.V.|SARL|S.à r.l.|S.A.R.L.|S.A.S.|SASU|S.A.U.|S.p.A.|SpA
S.r.l.|Srl|B.V.|N.V.|A/S|ApS|ASA|Oyj|Oy|Abp|s.r.o.|a.s.|d.o.o.|d.d.|Kft.|Kft|Nyrt.|Nyrt|Zrt.|Zrt|Bhd.|Bhd|Tbk.|Tbk|Ltda.|Ltda|S/A|S.A.|S.L.|K.K.|PJSC|OJSC
JSC|PAO|OAO|ZAO|OOO|A.Ş.|A.Ş|AŞ|plc|PLC|LLC|LLP|Ltd.|Ltd|Inc.|Inc`;

/** Those that are also an abbreviation of something else, or a word in capitals: they count behind a known name alone. */
const DOUBTFUL = "AG|SA|SE|KG|AB|AS|NV|BV|SAS|SL|KK|AD|UG|Corp.|Corp|Co.";

function alternatives(forms: string): string {
  return forms
    .split(/[|\n]/)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replaceAll(" ", "\\s"))
    .join("|");
}

/** A legal form with the space before it, over a comma: its groups are one that is sure and one that is doubtful. */
export const LEGAL_FORM = new RegExp(
  `(?:(?:,\\s|\\s)(${alternatives(SURE)})|\\s(${alternatives(DOUBTFUL)}))(?![\\p{L}\\d])`,
  "gu",
);
