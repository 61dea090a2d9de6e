const NEEDS_CARE = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;
const CARE = /[&<>"\u0000-\u001f\ufffe\uffff]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;
const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/**
 * Text as it may stand in an attribute in double quotation marks, or in an element. What XML 1.0 can't hold (section 2.2) goes:
 * control characters are left out, half a surrogate pair becomes U+FFFD. Tabs and line ends become references, so that
 * attribute-value normalisation (section 3.3.3) keeps them.
 */
export function escapeXml(text: string): string {
  return NEEDS_CARE.test(text) ? text.replace(CARE, reference) : text;
}

function reference(found: string): string {
  if (found.length === 2) return found;
  const known = REFERENCES[found];
  if (known !== undefined) return known;
  return found >= "\ud800" && found <= "\udfff" ? "\ufffd" : "";
}

/** The text without what XML 1.0 can't hold, as `escapeXml` leaves it. */
export function stripXml(text: string): string {
  return NEEDS_CARE.test(text) ? text.replace(CARE, (found) => (found in REFERENCES ? found : reference(found))) : text;
}
