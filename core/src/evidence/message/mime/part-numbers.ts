import type { OpenMultipart } from './boundary-stack.ts';

/**
 * Numbers of parts as IMAP counts them (RFC 9051, section 6.4.5), in the order in which their headers come. A
 * multipart's own header is the last that was counted around it.
 */
export class PartNumbers {
  readonly #counts = new Map<OpenMultipart | null, number>();
  readonly #prefixes = new Map<OpenMultipart, string>();

  next(multipart: OpenMultipart | null): string {
    const prefix = this.#toPrefix(multipart);
    const count = (this.#counts.get(multipart) ?? 0) + 1;
    this.#counts.set(multipart, count);
    return `${prefix}${count}`;
  }

  #toPrefix(multipart: OpenMultipart | null): string {
    if (multipart === null || multipart.within === null) return '';
    const known = this.#prefixes.get(multipart);
    if (known !== undefined) return known;
    const prefix = `${this.#toPrefix(multipart.within)}${this.#counts.get(multipart.within) ?? 1}.`;
    this.#prefixes.set(multipart, prefix);
    return prefix;
  }
}
