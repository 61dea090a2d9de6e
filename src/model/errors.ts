/**
 * Something a person can mend: the message names the thing, the place and the way out in one line. Anything else that is
 * thrown is a defect of ours.
 */
export class OnRecordError extends Error {
  /** Stable name of the kind of error, `NOT_TEXT`. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}
