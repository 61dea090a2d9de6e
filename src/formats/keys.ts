/**
 * Whether graphology can't hold a node of this key: it keeps neighbours in plain objects, where `constructor` or `__proto__`
 * find what every object inherits. Refused at the border, since such an edge would change `Object.prototype` for all.
 */
export function isReservedKey(key: string): boolean {
  return key in Object.prototype;
}
