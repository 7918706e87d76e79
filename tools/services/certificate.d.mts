/** A certificate that signs itself, for these names and this machine's own address; made once, for ten years. */
export declare function makeCertificate(
  files: { readonly certificate: string; readonly key: string },
  subject: string,
  names: readonly string[],
): void;
