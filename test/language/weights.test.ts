import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { encodeStrings, parseWeights, readWeightsFile, serialiseWeights, Weights } from "../../src/language/index.ts";

const EXPECTED = { model: "test", version: 3 };

function example(): Promise<Uint8Array<ArrayBuffer>> {
  return serialiseWeights(
    new Weights(
      "test",
      3,
      [
        ["bytes", Int8Array.of(-128, 0, 127)],
        ["numbers", Float64Array.of(Math.PI, -0, Number.MAX_VALUE)],
        ["nothing", new Uint16Array(0)],
        ["words", encodeStrings(["größer", "", "a b"])],
      ],
      { trainedOn: "nothing" },
    ),
  );
}

const refusal = (code: string) => expect.objectContaining({ name: "OnRecordError", code });

describe("weights", () => {
  it("come back as they were", async () => {
    const weights = await parseWeights(await example(), EXPECTED);
    expect(weights.array("bytes", "Int8Array")).toEqual(Int8Array.of(-128, 0, 127));
    expect(weights.array("numbers", "Float64Array")).toEqual(Float64Array.of(Math.PI, -0, Number.MAX_VALUE));
    expect(weights.array("nothing", "Uint16Array")).toHaveLength(0);
    expect(weights.strings("words")).toEqual(["größer", "", "a b"]);
    expect(weights.meta).toEqual({ trainedOn: "nothing" });
    expect(weights.names()).toEqual(["bytes", "numbers", "nothing", "words"]);
  });

  it("are read from the middle of a larger buffer", async () => {
    const file = await example();
    const larger = new Uint8Array(file.length + 5);
    larger.set(file, 5);
    const weights = await parseWeights(larger.subarray(5), EXPECTED);
    expect(weights.array("bytes", "Int8Array")[2]).toBe(127);
  });

  it("are the same bytes each time", async () => {
    expect(await example()).toEqual(await example());
  });

  it("are refused when another version was trained", async () => {
    await expect(parseWeights(await example(), { model: "test", version: 4 })).rejects.toEqual(
      refusal("WEIGHTS_VERSION"),
    );
  });

  it("are refused when they belong to another model", async () => {
    await expect(parseWeights(await example(), { model: "other", version: 3 })).rejects.toEqual(
      refusal("WEIGHTS_OTHER_MODEL"),
    );
  });

  it("are refused when they are of another format", async () => {
    const file = await example();
    file[4] = 99;
    await expect(parseWeights(file, EXPECTED)).rejects.toEqual(refusal("WEIGHTS_FORMAT"));
  });

  it("are refused when a bit has changed anywhere", async () => {
    const file = await example();
    for (let i = 8; i < file.length; i++) {
      const damaged = file.slice();
      damaged[i] ^= 4;
      await expect(parseWeights(damaged, EXPECTED), `byte ${i}`).rejects.toEqual(refusal("WEIGHTS_DAMAGED"));
    }
  });

  it("are refused when the file is cut short or something else", async () => {
    await expect(parseWeights((await example()).subarray(0, -1), EXPECTED)).rejects.toEqual(refusal("WEIGHTS_DAMAGED"));
    const page = new TextEncoder().encode("<!doctype html><title>Not found</title>");
    await expect(parseWeights(page, EXPECTED)).rejects.toEqual(refusal("WEIGHTS_NOT_WEIGHTS"));
    await expect(parseWeights(new Uint8Array(0), EXPECTED)).rejects.toEqual(refusal("WEIGHTS_NOT_WEIGHTS"));
  });

  it("say which array is missing or of another type", async () => {
    const weights = await parseWeights(await example(), EXPECTED);
    expect(() => weights.array("absent", "Int8Array")).toThrow(refusal("WEIGHTS_INCOMPLETE"));
    expect(() => weights.array("bytes", "Int32Array")).toThrow(/"bytes"/);
  });

  it("that aren't there are named", async () => {
    const address = new URL("./no-such-weights.bin", import.meta.url);
    await expect(readWeightsFile(address)).rejects.toEqual(refusal("WEIGHTS_MISSING"));
    await expect(readWeightsFile(address)).rejects.toThrow(fileURLToPath(address).split("/").at(-1));
  });
});
