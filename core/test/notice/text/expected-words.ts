import { LANGUAGES, type Language } from '@candor/core/base';

/** What one way of writing numbers and dates gives, for the numbers and the day that the tests ask for. */
export interface WrittenNumbers {
  /** 999, 1,000, 14,699 and, in notices, 1,234,567. */
  readonly digits: readonly string[];
  /** In notices 1 September 2001 at 08:05, in full, short, and with its time; in pages 1 April 2001. */
  readonly dates: readonly string[];
}

/**
 * What the tests expect of the texts in one language: one file a language, beside this one, in `languages/<tag>.ts`.
 * A new language has its words here, and no test changes.
 */
export interface ExpectedWords {
  /** Flesch's formula, as it was adapted to the language. */
  readonly readingEase: (wordsASentence: number, syllablesAWord: number) => number;
  readonly notices: WrittenNumbers;
  readonly pages: WrittenNumbers;
  /** What stands between two parts of a sentence, in pages. */
  readonly semicolon: string;
  /** The form that goes with 0. */
  readonly zero: 'one' | 'other';
  /** What was done, as a person writes it into the incident file. */
  readonly measures: string;
  /** In front of the details. */
  readonly detailsHeading: string;
  readonly and: string;
  readonly happened: string;
  readonly discovered: string;
  readonly delayed: string;
  /** 3 June 1999 to 9 October 2001. */
  readonly dates: string;
  readonly follows: string;
  readonly firstAction: string;
  readonly readableFrom: string;
  readonly notReadable: string;
  /** The law that duties are named by. */
  readonly law: string;
  readonly duties: Readonly<Record<'controller' | 'processor' | 'independent', string>>;
  readonly nextUpdate: string;
  /** Words that only stronger evidence allows, and those that no evidence does. */
  readonly opened: RegExp;
  readonly presumed: RegExp;
  readonly stolen: RegExp;
  /** Fraud is confirmed by telephone before anybody pays. */
  readonly paymentRequest: string;
  /** Whose access a subject speaks of. */
  readonly intruder: string;
  readonly apology: RegExp;
  /** Found data are never said to be the reader's own. */
  readonly yours: RegExp;
  /** On the telephone: asks for the code, says what was not compared, asks again. */
  readonly callScript: readonly [string, string, string];
  /** The heading of the page for notices. */
  readonly isItGenuine: string;
  /** In the reading pane of the reviewer app. */
  readonly logNamesMessage: string;
  /** Articles that do not go with a figure 1. */
  readonly articles: RegExp;
  /** What the law calls who decides on the mail, and who handles it for others. */
  readonly roles: { readonly controller: RegExp; readonly processor: RegExp };
  /** Words for which notices, pages and guide have another one. */
  readonly otherWords: RegExp;
  /** What does not go before a moment or inside a figure, in pages. */
  readonly oddInPages: readonly RegExp[];
}

const load = async (language: Language): Promise<readonly [Language, ExpectedWords]> => {
  const { expected } = (await import(`./languages/${language}.ts`)) as { readonly expected: ExpectedWords };
  return [language, expected];
};

export const EXPECTED = Object.fromEntries(await Promise.all(LANGUAGES.map(load))) as Readonly<
  Record<Language, ExpectedWords>
>;

/** `notice.measures` of an incident file, in every language. */
export const MEASURES_LINE = `  measures: { ${LANGUAGES.map((language) => `${language}: "${EXPECTED[language].measures}"`).join(', ')} }\n`;
