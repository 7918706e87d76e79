/** Where a document is signed on the approver's own machine. A code leads to one document, once, for some minutes. */
export const signingPaths = {
  /** A page asks for a code. */
  toCode: (incident: string): string => `/incidents/${incident}/signing`,
  toDocument: (code: string): string => `/sign/${code}/document`,
  toSignature: (code: string): string => `/sign/${code}/signature`,
} as const;

/** Letters and digits of a code. */
export const SIGN_CODE = /^[\w-]{24}$/;

/** A page's request for a code: one wave as it was shown, and who will sign. */
export interface CodeOrder {
  readonly wave: number;
  readonly operator: string;
  /** Hex, of the manifest. */
  readonly digest: string;
}

export interface CodeAnswer {
  readonly code: string;
  /** How long it leads to the document. */
  readonly seconds: number;
}

/** The bytes that are signed, in base64; nothing else in it is shown to the signer as theirs. */
export interface DocumentAnswer {
  /** Goes back with the signature: whoever sees the code later cannot give one. */
  readonly ticket: string;
  readonly operator: { readonly name: string; readonly key: string };
  readonly document: string;
  readonly selection: { readonly salt: string; readonly document: string } | null;
}

export interface SignatureOrder {
  readonly ticket: string;
  readonly approval: { readonly operator: string; readonly key: string; readonly signature: string };
  /** What decisions take out, as the signer typed it; null: nothing had to be. */
  readonly confirm: number | null;
}

export interface SignatureAnswer {
  readonly wave: number;
  readonly approvedBy: readonly string[];
  /** Position in the log; null: another person must still approve. */
  readonly entry: number | null;
}
