const LITERAL = 0;
/** What a character of a form stands for; every other one stands for itself. */
const KINDS = new Map([
  ['0', 1],
  ['_', 2],
  ['A', 3],
  ['a', 4],
  ['?', 5],
  ['±', 6],
]);

/**
 * A text in which every character has its place, as most programs write their times: `0` is a digit, `_` a digit or a
 * space, `A` a capital, `a` a small letter, `?` any letter, `±` a sign. Read in one loop without a pattern, since a
 * mailbox has several for each message.
 */
export class FixedForm {
  readonly length: number;
  readonly #kinds: Uint8Array;
  readonly #literals: Uint8Array;
  /** The digits of the text that was read last; a space is 0. */
  readonly #digits: Uint8Array;

  constructor(form: string) {
    this.length = form.length;
    this.#kinds = Uint8Array.from(form, (character) => KINDS.get(character) ?? LITERAL);
    this.#literals = Uint8Array.from(form, (character) => character.charCodeAt(0));
    this.#digits = new Uint8Array(form.length);
  }

  /** Whether the text has this form from `start` on, which leaves room for all of it. */
  read(text: string, start: number): boolean {
    for (let at = 0; at < this.length; at += 1) {
      const unit = text.charCodeAt(start + at);
      const digit = unit - 0x30;
      switch (this.#kinds[at]) {
        case 1:
        case 2:
          if (digit >= 0 && digit <= 9) this.#digits[at] = digit;
          else if (this.#kinds[at] === 2 && unit === 0x20) this.#digits[at] = 0;
          else return false;
          break;
        case 3:
          if (unit < 0x41 || unit > 0x5a) return false;
          break;
        case 4:
          if (unit < 0x61 || unit > 0x7a) return false;
          break;
        case 5:
          if ((unit | 0x20) < 0x61 || (unit | 0x20) > 0x7a) return false;
          break;
        case 6:
          if (unit !== 0x2b && unit !== 0x2d) return false;
          break;
        default:
          if (unit !== this.#literals[at]) return false;
      }
    }
    return true;
  }

  /** The number of the two digits at a place of the text that was read last. */
  twoDigits(at: number): number {
    return (this.#digits[at] as number) * 10 + (this.#digits[at + 1] as number);
  }
}
