/** A file part of a multipart request. */
export interface Upload {
  /** The `n` of `files[n]`. */
  readonly key: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}
