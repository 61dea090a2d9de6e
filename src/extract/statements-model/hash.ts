/**
 * Feature hashing (Weinberger et al. 2009): a feature is a template number and up to three values, mixed into the row of
 * a weight table. Integers only, no string is made on the way.
 */
export function mix(template: number, a: number, b: number, c: number): number {
  let h = Math.imul(template + 0x51ed, 0x9e3779b1) ^ a;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c;
  h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f);
  return h ^ (h >>> 15);
}

/** FNV-1a over the UTF-16 units of `text` from `start` to `end`, ASCII letters in lower case, digits as one. */
export function hashLowerCase(text: string, start: number, end: number): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    let unit = text.charCodeAt(i);
    if (unit >= 65 && unit <= 90) unit |= 32;
    else if (unit >= 48 && unit <= 57) unit = 48;
    else if (unit === 0x2019) unit = 39;
    h = Math.imul(h ^ unit, 0x01000193);
  }
  return h | 0;
}
