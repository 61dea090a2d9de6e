/** This browser gives no WebGL 2, or no more of it. */
export class NoWebglError extends Error {
  constructor() {
    super("this browser gives no WebGL 2");
    this.name = "NoWebglError";
  }
}
