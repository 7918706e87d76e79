import type { Detector, Finding, TextLine } from './finding.ts';

const CURRENCY =
  '(?:[€$£¥₹]|(?:EUR|USD|GBP|CHF|CAD|AUD|SEK|NOK|DKK|PLN|INR|JPY|BRL|MXN|CZK|HUF|R\\$|kr\\.?|zł|Kč|SFr\\.?|Fr\\.|Rs\\.?)(?![A-Za-z]))';
const GROUPED =
  "(?:\\d{1,2}(?:,\\d{2}){1,3},\\d{3}|\\d{1,3}(?:[.,' ’\u202f\u00a0]\\d{3}){1,3})(?:[.,](?:\\d{2}|-{1,2}|–))?";
const AMOUNT = `(?:${CURRENCY}[ \\t]?(?:${GROUPED}|\\d{3,7}(?:[.,]\\d{2})?|\\d{2,3}(?:\\.\\d)?k)|(?:${GROUPED}|\\d{3,7}(?:[.,]\\d{2})?|\\d{2,3}(?:\\.\\d)?k)[ \\t]?(?:${CURRENCY}|euros?|dollars?|pounds)|${GROUPED}|\\d{2,3}(?:\\.\\d)?k)(?![\\p{L}\\p{N}%]|[.,]\\d| ?(?:million|billion|mio|mrd|bn|lakh|crore)(?!\\p{L}))`;
/** From when, or for which year. */
const DAY =
  '(?:20\\d\\d|\\d{1,2}(?:st|nd|rd|th|\\.)? \\p{L}{3,9}(?: 20\\d\\d)?|\\d{1,2}[./]\\d{1,2}[./](?:20)?\\d\\d)(?![\\p{N}.,]\\d)';
/** What people write between the word and the amount. */
const SALARY = new RegExp(
  `(?<!\\p{L})(?:salary|salaries|(?:base|gross|net|monthly|annual|take-home) (?:pay|wages?|compensation)|wages?|(?:your|his|her|my|their|household|gross|verified) (?:annual |monthly )?income(?: verified)?|remuneration|hourly rate|(?:target|signing|annual|your|his|her|my) bonus|(?:your|his|her|my|new|current) pay|pay ?rise|(?:he|she|who|you|i|they) (?:is|are|am|was|were|gets?|got|will be) paid|\\p{L}{0,12}gehalt|\\p{L}{0,12}lohn|\\p{L}{0,8}einkommen|\\p{L}{0,8}loon|salaire|rémunération|salario|sueldo|stipendio|retribuzione|ral|\\p{L}{0,10}salaris|lön|månadslön|løn|lønn|wynagrodzenie|salário|ordenado|vencimento|ctc|(?:earns|earning|earned|(?<=(?:(?<!\\p{L})i|they) )earn|verdien\\p{L}{1,2}|gagne|gana|cobra(?= (?:[€$\\d]|un|unos|al|aprox|cerca|alrededor|ahora|actualmente)(?!\\p{L}))|guadagna|ganha|verdient)(?: (?:is|now|him|her|me))?)(?!\\p{L})((?:[^\\d\\n.;?!€$£¥₹]{1,30}(?:${DAY}))?[^\\d\\n.;?!€$£¥₹]{0,40}?)(${AMOUNT})(?!\\s?(?:to|-|–|bis|à|a)\\s?(?:${CURRENCY})?\\d)`,
  'giu',
);
/** `from £41,000 to £43,000`: the old and the new one. */
const RAISED = new RegExp(`(?<!\\p{L})(?:from|von|de|desde|da)[ ](${AMOUNT})[ ](?:to|auf|à|a|zu)[ ](${AMOUNT})`, 'giu');
/** `Gehalt: 4250`: behind a sign the digits may stand alone. */
const SIGNED =
  /(?<!\p{L})(?:salary|(?:base|gross|net|monthly|annual) pay|\p{L}{0,12}(?:gehalt|lohn)|salaire|sueldo|salario|stipendio|salaris)(?: (?:brut|net|bruto|neto|lordo|brutto|netto))?[ \t]{0,3}[:=\t][ \t]{0,4}(\d{4,6}(?:[.,]\d{2})?)(?![\p{N}\p{L}%.,])/giu;
/** `£61,250 a year`, where the line speaks of what a person earns. */
const A_YEAR = new RegExp(
  `(${AMOUNT})[ \\t]?(?:per annum|p\\.?a(?:\\.|(?!\\p{L}))|(?:a|per) (?:year|month|hour)|/ ?(?:yr|year|mo|month|hr)|p/?m(?!\\p{L})|(?:brutto|netto|brut|net|gross|bruto|neto|lordi)(?: (?:im|pro|par|al|per|a) (?:jahr|monat|an|mois|mes|año|mese|anno|year|month))?(?! (?:loss|income|earnings|profit|sales|revenue|assets))|(?:im|pro) (?:jahr|monat)|par (?:an|mois)|al (?:mes|año))(?!\\p{L})`,
  'giu',
);
const OF_EARNING =
  /(?<!\p{L})(?:salar\p{L}{1,4}|income|earn(?:s|ed|ing)?|pay|paid|wages?|\p{L}{0,12}gehalt|\p{L}{0,12}lohn|verdien\p{L}{1,3}|gagne|rémunération|salaire|sueldo|cobra|gana|stipendio|guadagna|loon|salaris)(?!\p{L})/iu;
const OF_COST =
  /(?<!\p{L})(?:rent|lease|subscription|mortgage|fees?|prices?|costs?|licen[cs]es?|plan|premium|invoice|miete|abo|loyer|alquiler|affitto|huur|tuition|you pay|we pay)(?!\p{L})/iu;

/** These words speak of a position or of many people, not of one person. */
const OF_MANY =
  /(?<!\p{L})(?:ranges?|between|bands?|average|median|minimum|maximum|limits?|up to|at least|or (?:below|above|less|more|under|over)|(?:greater|less|more|higher|lower) than|wage base|(?:you|we) (?:(?:can|could|will|would|still) ){0,2}earn(?:ed)?|from (?:your )?home|at home|cash bonus|per employee|pro mitarbeiter|par salarié|starting (?:at|from)|vacanc(?:y|ies)|we offer|wir bieten|nous offrons|ofrecemos|per day|a day|claims?|insured|survey|budget|spanne|zwischen|durchschnitt\p{L}{0,4}|mindest\p{L}{0,4}|entre|moyen|fourchette|promedio|rango)(?!\p{L})/iu;
const WHOLE_AMOUNT = new RegExp(
  `^(?:${AMOUNT}|\\d{4,7}(?:[.,]\\d{1,2})?|(?:₹ ?)?\\d{1,2}(?:\\.\\d{1,2})? ?(?:lpa|lakhs?|lacs?))(?: ?(?:p\\.? ?a\\.?|p\\.? ?m\\.?|per (?:annum|year|month|hour)|/ ?(?:yr|year|mo|month|h|hr|monat|jahr|mois|an|mes)|brutto|netto|brut|bruto|lordi))?$`,
  'iu',
);
/** A label alone in its line: the amount stands in the next one. */
const ALONE =
  /(?<!\p{L})(?:salary|(?:base|gross|net|monthly|annual) pay|\p{L}{0,12}gehalt|\p{L}{0,12}lohn|salaire(?: brut| net)?(?: annuel| mensuel)?|sueldo(?: bruto)?|salario(?: bruto)?|stipendio|retribuzione|salaris|wynagrodzenie|lön|løn|lønn)(?: \([^()\n]{0,20}\))?[ \t]{0,3}:?[ \t]{0,3}$/iu;
const MAX_AMOUNT_UNITS = 30;
const HAS_AMOUNT = /\d{3}|\d[ .]?\d?[k,lL]/;

/** Whether a cell below the heading of a salary is one. */
export function isSalary(cell: string): boolean {
  return WHOLE_AMOUNT.test(cell);
}

/** What a person earns, behind a word that says so. */
export const findSalaries: Detector = {
  hints: {
    words: [
      'salar',
      ...['income', 'remun', 'rémun', 'hourly', 'target b', 'signing b', 'bonus', 'pay', 'paid'],
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
    parts: ['gehalt', 'lohn', 'loon', 'einkommen', 'salaris', 'salár'],
  },
  find: ({ lines }, hinted) =>
    hinted.flatMap((at) => [
      ...findInLine(lines[at] ?? NO_LINE),
      ...findBelow(lines[at] ?? NO_LINE, lines[at + 1] ?? NO_LINE),
    ]),
};

const NO_LINE: TextLine = { text: '', start: 0 };

function findBelow(label: TextLine, { text, start: line }: TextLine): readonly Finding[] {
  const value = text.trim();
  if (value.length > MAX_AMOUNT_UNITS || !ALONE.test(label.text) || !isSalary(value)) return [];
  const start = line + text.indexOf(value);
  return [{ kind: 'salary', detector: 'salary', confidence: 'likely', start, end: start + value.length, value }];
}

function findInLine(line: TextLine): readonly Finding[] {
  if (!HAS_AMOUNT.test(line.text)) return [];
  const isEarned = OF_EARNING.test(line.text) && !OF_COST.test(line.text);
  const found = new Map<number, string>();
  for (const { index, 0: whole, 2: value = '' } of line.text.matchAll(SALARY))
    found.set(index + whole.length - value.length, value);
  for (const { index, 0: whole, 1: value = '' } of line.text.matchAll(SIGNED))
    found.set(index + whole.length - value.length, value);
  if (isEarned) {
    for (const { index, 1: value = '' } of line.text.matchAll(A_YEAR)) found.set(index, value);
    for (const { index, 0: whole, 1: former = '', 2: value = '' } of line.text.matchAll(RAISED)) {
      found.set(index + whole.indexOf(former), former);
      found.set(index + whole.length - value.length, value);
    }
  }
  if (found.size === 0 || OF_MANY.test(line.text)) return [];
  return [...found].map(([at, value]) => {
    const start = line.start + at;
    return { kind: 'salary', detector: 'salary', confidence: 'likely', start, end: start + value.length, value };
  });
}
