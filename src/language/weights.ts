import { OnRecordError } from "../model/index.ts";

/**
 * The file format of trained weights: named typed arrays with a JSON header.
 *
 *     bytes 0–3    "ONRW"
 *     bytes 4–7    version of this format (all numbers are little-endian)
 *     bytes 8–11   CRC-32 of everything after byte 16
 *     bytes 12–15  length of everything after byte 16
 *     from 16      raw DEFLATE (RFC 1951) of: length of the header, the header as JSON, padding to 8 bytes, the arrays
 *
 * The header names the model and its version: a reader that expects another version refuses the file.
 */
export const WEIGHTS_FORMAT = 1;
const MAGIC = 0x57524e4f;
const PREAMBLE = 16;
const ALIGNMENT = 8;

const ARRAY_TYPES = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
};
type ArrayTypes = typeof ARRAY_TYPES;
export type WeightArrayType = keyof ArrayTypes;
export type WeightArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

interface Header {
  readonly model: string;
  readonly version: number;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly arrays: readonly { name: string; type: WeightArrayType; offset: number; length: number }[];
}

/** Trained weights in memory. */
export class Weights {
  /** The model they belong to: "language". */
  readonly model: string;
  /** Its version: raised whenever the code that uses the arrays changes. */
  readonly version: number;
  /** What a reader of the file wants to know: figures, training data, settings. */
  readonly meta: Readonly<Record<string, unknown>>;
  private readonly arrays: ReadonlyMap<string, WeightArray>;

  constructor(
    model: string,
    version: number,
    arrays: Iterable<readonly [string, WeightArray]>,
    meta: Readonly<Record<string, unknown>> = {},
  ) {
    this.model = model;
    this.version = version;
    this.meta = meta;
    this.arrays = new Map(arrays);
  }

  /**
   * The array of this name and type.
   *
   * @throws OnRecordError `WEIGHTS_INCOMPLETE` when there is none.
   */
  array<T extends WeightArrayType>(name: string, type: T): InstanceType<ArrayTypes[T]> {
    const array = this.arrays.get(name);
    if (array instanceof ARRAY_TYPES[type]) return array as InstanceType<ArrayTypes[T]>;
    throw new OnRecordError(
      "WEIGHTS_INCOMPLETE",
      `weights of the model "${this.model}": no ${type} "${name}" in the file; fetch the weights of this version again`,
    );
  }

  /** A list of strings stored by `encodeStrings`. */
  strings(name: string): string[] {
    const text = new TextDecoder().decode(this.array(name, "Uint8Array"));
    return text === "" ? [] : text.split("\n");
  }

  names(): string[] {
    return [...this.arrays.keys()];
  }

  entries(): Iterable<readonly [string, WeightArray]> {
    return this.arrays.entries();
  }
}

/** Strings without line breaks as an array for the container. */
export function encodeStrings(strings: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(strings.join("\n")) as Uint8Array<ArrayBuffer>;
}

/** The bytes of a weights file. */
export async function serialiseWeights(weights: Weights): Promise<Uint8Array<ArrayBuffer>> {
  const arrays = [...weights.entries()];
  let offset = 0;
  const places = arrays.map(([name, array]) => {
    const place = { name, type: array.constructor.name as WeightArrayType, offset, length: array.length };
    offset = aligned(offset + array.byteLength);
    return place;
  });
  const { model, version, meta } = weights;
  const header = new TextEncoder().encode(JSON.stringify({ model, version, meta, arrays: places } satisfies Header));
  const base = aligned(4 + header.length);
  const body = new Uint8Array(base + offset);
  new DataView(body.buffer).setUint32(0, header.length, true);
  body.set(header, 4);
  arrays.forEach(([, array], i) => {
    body.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), base + places[i].offset);
  });
  const packed = await throughStream(body, new CompressionStream("deflate-raw"));
  const file = new Uint8Array(PREAMBLE + packed.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, WEIGHTS_FORMAT, true);
  view.setUint32(8, crc32(packed), true);
  view.setUint32(12, packed.length, true);
  file.set(packed, PREAMBLE);
  return file;
}

/**
 * Reads a weights file.
 *
 * @param name what to call the file in errors.
 * @throws OnRecordError `WEIGHTS_NOT_WEIGHTS`, `WEIGHTS_FORMAT`, `WEIGHTS_DAMAGED`, `WEIGHTS_OTHER_MODEL` or
 * `WEIGHTS_VERSION`.
 */
export async function parseWeights(
  file: Uint8Array,
  expected: { readonly model: string; readonly version: number },
  name = `weights of the model "${expected.model}"`,
): Promise<Weights> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const refuse = (code: string, what: string) => new OnRecordError(code, `${name}: ${what}`);
  if (file.length < PREAMBLE || view.getUint32(0, true) !== MAGIC) {
    throw refuse("WEIGHTS_NOT_WEIGHTS", "not a weights file (it doesn't begin with ONRW); check what the server sends");
  }
  const format = view.getUint32(4, true);
  if (format !== WEIGHTS_FORMAT) {
    throw refuse(
      "WEIGHTS_FORMAT",
      `format ${format}, this version reads format ${WEIGHTS_FORMAT}; install both together`,
    );
  }
  const packed = file.subarray(PREAMBLE);
  if (packed.length !== view.getUint32(12, true) || crc32(packed) !== view.getUint32(8, true)) {
    throw refuse("WEIGHTS_DAMAGED", "damaged or cut short (the checksum differs); fetch it again");
  }
  const body = await throughStream(packed, new DecompressionStream("deflate-raw"));
  const headerLength = new DataView(body.buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(body.subarray(4, 4 + headerLength))) as Header;
  if (header.model !== expected.model) {
    throw refuse("WEIGHTS_OTHER_MODEL", `weights of the model "${header.model}", expected "${expected.model}"`);
  }
  if (header.version !== expected.version) {
    throw refuse(
      "WEIGHTS_VERSION",
      `version ${header.version}, this reader needs version ${expected.version}; install both together or train again (npm run train)`,
    );
  }
  const base = aligned(4 + headerLength);
  const arrays = header.arrays.map(({ name, type, offset, length }): [string, WeightArray] => [
    name,
    new ARRAY_TYPES[type](body.buffer, base + offset, length),
  ]);
  return new Weights(header.model, header.version, arrays, header.meta);
}

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

async function throughStream(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const source = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  return new Uint8Array(await new Response(source.pipeThrough(stream)).arrayBuffer());
}

/** CRC-32 as in RFC 1952, section 8. */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ crcTable()[(crc ^ bytes[i]) & 0xff];
  return (crc ^ -1) >>> 0;
}

let table: Int32Array | null = null;

function crcTable(): Int32Array {
  if (table !== null) return table;
  table = new Int32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    table[n] = c;
  }
  return table;
}
