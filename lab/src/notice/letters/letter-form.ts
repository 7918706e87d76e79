/** Paper and window of a letter. `din-b`: DIN 5008 form B for DL windows; `us-10`: US Letter for a #10 window. */
export type LetterForm = 'din-b' | 'us-10';

export const LETTER_FORMS: readonly LetterForm[] = ['din-b', 'us-10'];

/** A rectangle on the first page, in millimetres from its upper left corner. */
export interface PaperBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What a form says about where things stand, in millimetres. */
export interface FormMeasures {
  readonly paper: 'a4' | 'us-letter';
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** It is visible through the window in any position of the folded sheet. */
  readonly window: PaperBox;
  /** Alignment of the address inside it. `bottom`: the last line is at the lower edge. */
  readonly address: PaperBox & { readonly align: 'top' | 'bottom' };
  /** It is used if the address has too many lines for `address`. */
  readonly longAddress: PaperBox;
  /** The sender in small letters above the address, so that mail that cannot be delivered comes back. */
  readonly hasReturnLine: boolean;
  readonly bodyTop: number;
  readonly marks: readonly number[];
}

const INCH = 25.4;

export const FORM_MEASURES: Readonly<Record<LetterForm, FormMeasures>> = {
  // DIN 5008:2020, form B: address field of 85 by 45 mm, 20 mm from the left and 45 mm from above; its last 27.3 mm are
  // the address. Folds at 105 and 210 mm, punch mark at 148.5 mm.
  'din-b': {
    paper: 'a4',
    margin: { left: 25, right: 20, top: 18, bottom: 20 },
    window: { left: 20, top: 45, width: 85, height: 45 },
    address: { left: 25, top: 62.7, width: 76, height: 26.5, align: 'top' },
    longAddress: { left: 25, top: 51, width: 76, height: 38.2 },
    hasReturnLine: true,
    bodyTop: 98.5,
    marks: [105, 148.5, 210],
  },
  // A #10 envelope (9.5 by 4.125 in) has a window of 4.5 by 1.125 in, 0.875 in from the left and 0.5 in from below. The
  // sheet is folded at 3.667 in and may move by an inch sideways.
  'us-10': {
    paper: 'us-letter',
    margin: { left: 25.4, right: 19, top: 16, bottom: 18 },
    window: { left: 0.875 * INCH, top: 2.042 * INCH, width: 3.5 * INCH, height: 1.125 * INCH },
    address: { left: 1 * INCH, top: 2.09 * INCH, width: 3.3 * INCH, height: 1.03 * INCH, align: 'bottom' },
    longAddress: { left: 1 * INCH, top: 2.09 * INCH, width: 3.3 * INCH, height: 1.03 * INCH },
    hasReturnLine: false,
    bodyTop: 3.4 * INCH,
    marks: [],
  },
};

/** The form of the country that the sender writes from: its envelopes lie there. */
export function chooseForm(senderPostal: string | null): LetterForm {
  const last = senderPostal?.trim().replace(/(?<![.\s])[.\s]+$/, '') ?? '';
  return /(?:^|[\s,])(?:USA|U\.S\.A|United States(?: of America)?)$/i.test(last) ? 'us-10' : 'din-b';
}
