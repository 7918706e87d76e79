import { isValidIBAN } from 'ibantools';
import type { Detector, Finding } from './finding.ts';
import { withNeighbours } from './hint-scan.ts';
import { type NumberRule, toNumberDetector } from './labelled-number.ts';

const IBAN_LABEL =
  /(?<!\p{L})(?:iban|bic|swift|konto|bank(?:verbindung|ing)?|account|compte|cuenta|rib|transfer|überweis\p{L}*|virement|transferencia|beneficiary|wire)(?!\p{L})/iu;

/** The example of each country that the SWIFT registry of IBAN and the guides of banks print. */
const EXAMPLE_IBANS: ReadonlySet<string> = new Set([
  ...['GB82WEST12345698765432', 'GB29NWBK60161331926819', 'GB33BUKB20201555555555', 'DE89370400440532013000'],
  ...['FR1420041010050500013M02606', 'ES9121000418450200051332', 'IT60X0542811101000000123456'],
  ...['NL91ABNA0417164300', 'BE68539007547034', 'AT611904300234573201', 'CH9300762011623852957'],
  ...['PL61109010140000071219812874', 'SE4550000000058398257466', 'IE29AIBK93115212345678'],
]);

function isIban(value: string): boolean {
  const packed = value.replaceAll(' ', '');
  return !EXAMPLE_IBANS.has(packed) && isValidIBAN(packed);
}

export const ibanRule: NumberRule = {
  kind: 'bank-account',
  detector: 'bank-account-iban',
  shape: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/gu,
  hints: { shapes: ['iban'] },
  label: IBAN_LABEL,
  passes: isIban,
  labelled: 'certain',
  bare: 'likely',
};

/**
 * The checksum of the American Bankers Association's routing numbers: weights 3, 7, 1; the first two digits name a
 * district.
 */
function isRoutingNumber(digits: string): boolean {
  if (!/^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/.test(digits)) return false;
  return [...digits].reduce((sum, digit, at) => sum + Number(digit) * ([3, 7, 1][at % 3] ?? 0), 0) % 10 === 0;
}

const routingNumbers = toNumberDetector({
  kind: 'bank-account',
  detector: 'bank-account-routing',
  shape: /(?<![\p{L}\p{N}.,-])\d{9}(?![\p{L}\p{N}-])/gu,
  hints: { words: ['aba', 'routi', 'rtn', 'transit'] },
  label: /(?<!\p{L})(?:aba|routii?ng|rtn|transit)(?!\p{L})/iu,
  passes: isRoutingNumber,
  labelled: 'likely',
  bare: null,
});

const ACCOUNT =
  /(?<![\p{L}\p{N}])(?:acc(?:oun)?t|a\/c|konto(?:nummer|nr)?|compte|cuenta|conto|conta(?: corrente)?|rekening(?:nummer)?|clabe|rib|checking|savings|blz|bankleitzahl)(?:[ -]?(?:numbers?|no\.?|nr\.?|nummer|#|n°|n[uú]m(?:ero)?\.?|bancaria|bancaire)){0,2}[ \t]{0,8}(?:is|ist|est|es)?[ \t]{0,4}[:=#-]{0,2}[ \t]{0,8}(\d(?:[ -]?\d){5,16})(?![\p{L}\p{N}]|[-.,/]\d)/giu;
const LISTED = /(?:[:#–—-]|[ \t]{2})[ \t]{0,8}(\d(?:[ -]?\d){5,16})[ \t.,;]{0,8}$/u;
const HEADING =
  /(?<!\p{L})(?:account numbers?|acct\.? (?:numbers?|nos?|#)|kontonummern?|num[eé]ros? de compte|n[uú]meros? de cuenta)(?!\p{L})/iu;
const BANK =
  /(?<!\p{L})(?:banks?|bancorp|credit union|savings|checking|wire|aba|routing|swift|deposit|sparkasse|volksbank|banque|banco|caja|beneficiary|giro|überweis\p{L}*|virement|transferencia|direct deposit|bic|sort(?: ?code)?|bsb|clabe|agência|agencia|clearing(?:nummer)?|bonifico|payroll|salary|refund|rückzahlung|remboursement|überweis)(?!\p{L})/iu;
const LINES_AROUND = 4;

/** Numbers of accounts where a bank is spoken of: no country's account number alone has a checksum that would do. */
const NUMBER = /\d(?:[ -]?\d){5}/;

/** A British sort code, an Australian BSB or a German bank code, and the account behind it. */
const BEHIND_BANK_CODE =
  /(?<!\p{L})(?:sort(?:[ -]?code)?|bsb|blz|bankleitzahl)[ \t]{0,3}[:#]?[ \t]{0,3}\d(?:[ -]?\d){5,7}(?!\d)[^\n\d]{0,40}?(\d(?:[ -]?\d){4,9})(?![\p{L}\p{N}]|[-.,/]\d)/giu;

const labelledAccounts: Detector = {
  hints: {
    words: [
      'acc',
      'a/c',
      'konto',
      'compte',
      'cuenta',
      'checking',
      'savings',
      'sort code',
      'blz',
      ...['sort', 'bsb', 'clabe', 'rib', 'conto', 'conta', 'rekening'],
      'bankleit',
      'num',
      'núm',
    ],
  },
  find: ({ lines }, hinted) =>
    withNeighbours(hinted, LINES_AROUND, lines).flatMap((at) => {
      const line = lines[at];
      if (line === undefined || !NUMBER.test(line.text)) return [];
      const around = lines.slice(Math.max(0, at - LINES_AROUND), at + LINES_AROUND + 1);
      const found: Finding[] = [];
      const add = (value: string, start: number): void => {
        if (/^(?:1[ -]?)?\d{3}[ -]\d{3}[ -]\d{4}$/.test(value)) return;
        found.push({
          kind: 'bank-account',
          detector: 'bank-account-labelled',
          confidence: 'likely',
          start: line.start + start,
          end: line.start + start + value.length,
          value,
        });
      };
      const labelled = [...line.text.matchAll(ACCOUNT)];
      if (labelled.length > 0 && around.some(({ text }) => BANK.test(text)))
        for (const match of labelled) add(match[1] ?? '', match.index + match[0].length - (match[1] ?? '').length);
      for (const match of line.text.matchAll(BEHIND_BANK_CODE)) {
        const start = match.index + match[0].length - (match[1] ?? '').length;
        if (!found.some((other) => other.start === line.start + start)) add(match[1] ?? '', start);
      }
      const listed = LISTED.exec(line.text);
      const isBelowHeading = around.slice(0, LINES_AROUND).some(({ text }) => HEADING.test(text));
      if (listed !== null && labelled.length === 0 && isBelowHeading && BANK.test(line.text))
        add(listed[1] ?? '', line.text.lastIndexOf(listed[1] ?? ''));
      return found;
    }),
};

export const bankAccounts: readonly Detector[] = [toNumberDetector(ibanRule), routingNumbers, labelledAccounts];
