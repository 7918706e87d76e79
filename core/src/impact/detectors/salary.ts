import type { Detector, Finding, TextLine } from './finding.ts';

const CURRENCY = '(?:[€$£¥₹]|(?:EUR|USD|GBP|CHF|CAD|AUD|SEK|NOK|DKK|PLN|INR|JPY|BRL|MXN|R\\$)(?![A-Za-z]))';
const GROUPED =
  "(?:\\d{1,2}(?:,\\d{2}){1,3},\\d{3}|\\d{1,3}(?:[.,' ’\u202f\u00a0]\\d{3}){1,3})(?:[.,](?:\\d{2}|-{1,2}|–))?";
const AMOUNT = `(?:${CURRENCY}[ \\t]?(?:${GROUPED}|\\d{3,7}(?:[.,]\\d{2})?|\\d{2,3}(?:\\.\\d)?k)|(?:${GROUPED}|\\d{3,7}(?:[.,]\\d{2})?|\\d{2,3}(?:\\.\\d)?k)[ \\t]?(?:${CURRENCY}|euros?|dollars?|pounds)|${GROUPED}|\\d{2,3}(?:\\.\\d)?k)(?![\\p{L}\\p{N}%])`;
/** What people write between the word and the amount. */
const SALARY = new RegExp(
  `(?<!\\p{L})(?:salary|salaries|(?:base|gross|net|monthly|annual|take-home) (?:pay|wages?|compensation)|wages?|\\p{L}{0,12}gehalt|\\p{L}{0,8}lohn|salaire|rémunération|salario|sueldo|stipendio|retribuzione|ral|\\p{L}{0,10}salaris|lön|månadslön|løn|lønn|wynagrodzenie|salário|ordenado|vencimento|ctc|(?:earns?|earning|earned|verdien\\p{L}{1,2}|gagne|gana|cobra|guadagna|ganha|verdient)(?: (?:is|now|him|her|me))?)(?!\\p{L})([^\\d\\n.;?!€$£¥₹]{0,40}?)(${AMOUNT})(?!\\s?(?:to|-|–|bis|à|a)\\s?(?:${CURRENCY})?\\d)`,
  'giu',
);
/** These words speak of a position or of many people, not of one person. */
const OF_MANY =
  /(?<!\p{L})(?:ranges?|between|bands?|average|median|minimum|up to|at least|starting (?:at|from)|vacanc(?:y|ies)|we offer|wir bieten|nous offrons|ofrecemos|per day|a day|claims?|insured|survey|budget|spanne|zwischen|durchschnitt\p{L}{0,4}|mindest\p{L}{0,4}|entre|moyen|fourchette|promedio|rango)(?!\p{L})/iu;
const WHOLE_AMOUNT = new RegExp(`^(?:${AMOUNT}|\\d{4,7}(?:[.,]\\d{1,2})?)$`, 'iu');
const HAS_AMOUNT = /\d[\d.,' ’k]/;

/** Whether a cell below the heading of a salary is one. */
export function isSalary(cell: string): boolean {
  return WHOLE_AMOUNT.test(cell);
}

/** What a person earns, behind a word that says so. */
export const findSalaries: Detector = {
  hints: {
    words: [
      'salar',
      'base pay',
      'gross',
      'net ',
      'monthly',
      'annual',
      'take-home',
      'wage',
      'salaire',
      'rémunération',
      'sueldo',
      ...['stipendio', 'retribuzione', 'ral', 'lön', 'månadslön', 'løn', 'wynagrodzenie', 'ordenado', 'vencimento'],
      ...['ctc', 'verdien', 'gagne', 'gana', 'cobra', 'guadagna', 'ganha', 'earn'],
    ],
    parts: ['gehalt', 'lohn', 'salaris', 'salár'],
  },
  find: ({ lines }, at) => at.flatMap((each) => findInLine(lines[each] ?? { text: '', start: 0 })),
};

function findInLine(line: TextLine): readonly Finding[] {
  if (!HAS_AMOUNT.test(line.text) || OF_MANY.test(line.text)) return [];
  return [...line.text.matchAll(SALARY)].map((match) => {
    const value = match[2] ?? '';
    const start = line.start + match.index + match[0].length - value.length;
    return { kind: 'salary', detector: 'salary', confidence: 'likely', start, end: start + value.length, value };
  });
}
