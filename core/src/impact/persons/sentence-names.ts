import { isGivenName, readName } from './name.ts';

/** A full name in a sentence, with its place. */
export interface NameInText {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const CAPITALISED =
  /(?<![\p{L}\p{N}@._-])\p{Lu}[\p{Lu}\p{Lt}\p{Lm}\p{Lo}'’-]*\p{Ll}[\p{L}'’-]*(?: (?:\p{Lu}\.|(?:van|von|de|der|den|del|della|di|da|dos|la|le|ter|zu) ?(?:der |den |la )?(?=\p{Lu})|\p{Lu}[\p{Lu}\p{Lt}\p{Lm}\p{Lo}'’-]*\p{Ll}[\p{L}'’-]*)){1,5}/gu;
/** Words with a capital that are of no name: they end one. */
const NO_NAME = new Set(
  `account address aged and annual bank birth birthdate born card code date dear december department employee employees
    february friday from hello hi home house iban id identity insurance january july june licence license login march
    mobile monday mr mrs ms my name national nino november number october of on our passport password patient pay payroll
    phone please policy regards reference salary saturday security september social sort sunday tax telephone the this
    thursday to tuesday user username wednesday with your street road avenue lane drive
    konto kontonummer frau herr herrn geburtsdatum geburtstag geboren gehalt lohn reisepass steuer steuernummer telefon
    adresse anschrift liebe lieber sehr guten hallo personalausweis versicherung versicherungsnummer
    monsieur madame né née compte salaire passeport bonjour cher chère
    señor señora cuenta nacido nacida salario pasaporte hola`.split(/\s+/),
);

/**
 * Full names in a sentence: two to four words with capitals, the first of them a given name that is known. Everything
 * else with capitals may be a firm, a place or a product.
 */
export function findNames(text: string): readonly NameInText[] {
  return [...text.matchAll(CAPITALISED)].flatMap(({ index, 0: run }) => {
    const words = [...run.matchAll(/\S+/g)].map((match) => ({ word: match[0], at: match.index }));
    const first = words.findIndex(({ word }) => !isOther(word) && isGivenName(word));
    if (first < 0) return [];
    const rest = words.slice(first);
    const ends = rest.findIndex(({ word }) => isOther(word));
    const own = (ends < 0 ? rest : rest.slice(0, ends)).slice(0, MAX_WORDS);
    const [from, last] = [own[0], own.at(-1)];
    if (from === undefined || last === undefined || own.length < 2) return [];
    const written = run.slice(from.at, last.at + last.word.length);
    const name = written.replace(/['’]s$/u, '');
    const start = index + from.at;
    return readName(name) === null ? [] : [{ name, start, end: start + written.length }];
  });
}

const MAX_WORDS = 4;

function isOther(word: string): boolean {
  return NO_NAME.has(
    word
      .toLowerCase()
      .replace(/['’]s$/u, '')
      .replace(/[^\p{L}]/gu, ''),
  );
}
