import { SearchedText } from './finding.ts';
import { createHintScan } from './hint-scan.ts';

export interface PrivilegeMark {
  /** In UTF-16 units of the text that was searched. */
  readonly start: number;
  readonly end: number;
  readonly mark: 'attorney-client' | 'work-product' | 'privileged' | 'legal-advice';
  /**
   * The line that holds it, in lower case and without what is no letter: a sender's footer has the same one in most of
   * their mail.
   */
  readonly passage: string;
}

const MARKS: readonly (readonly [PrivilegeMark['mark'], RegExp])[] = [
  [
    'attorney-client',
    /(?<!\p{L})(?:(?:attorney|lawyer|solicitor)[ \t]?[-/–][ \t]?client(?: (?:privileged?|communications?|confidential))*|anwaltsgeheimnis|anwaltskorrespondenz|anwaltliche verschwiegenheit|mandatsgeheimnis|correspondance avocat[ -]client|secret professionnel de l[’']avocat|confidentiel avocat|abogado[ -]cliente|secreto profesional (?:del )?abogado)(?!\p{L})/giu,
  ],
  [
    'work-product',
    /(?<!\p{L})(?:attorney(?:['’]s)?[ \t]work[ \t-]?product|work[ \t-]product (?:doctrine|privilege|protected))(?!\p{L})/giu,
  ],
  [
    'privileged',
    /(?<!\p{L})(?:privileged (?:and|&) confidential|confidential (?:and|&) privileged|legally privileged|legal(?:ly)? (?:professional )?privileged?|(?:subject to|protected by) (?:\p{L}{1,12} ){0,3}privilege|privileged (?:communication|information|material|document)s?)(?!\p{L})/giu,
  ],
  [
    'legal-advice',
    /(?<!\p{L})(?:prepared (?:at the (?:request|direction) of counsel|in anticipation of litigation)|request for legal advice|for the purpose of (?:obtaining|giving|providing) legal advice|anfrage (?:zur|auf) rechtsberatung|demande de conseil juridique|solicitud de asesoramiento jurídico)(?!\p{L})/giu,
  ],
];

const scan = createHintScan([
  {
    words: [
      'attorney',
      'lawyer',
      'solicitor',
      'privilege',
      'confidential',
      'legal',
      'work product',
      'work-product',
      'subject to',
      'protected by',
      'prepared ',
      'request for legal',
      'for the purpose',
      'anwalt',
      'mandatsgeheim',
      'anfrage',
      'correspondance avocat',
      'secret professionnel',
      'confidentiel avocat',
      'abogado',
      'secreto profesional',
      'demande de conseil',
      'solicitud de ases',
    ],
  },
]);

/** Finds marks of privilege in a text with LF line ends, in order of their start. Pure, never throws, linear. */
export function findPrivilegeMarks(text: string): readonly PrivilegeMark[] {
  const searched = new SearchedText(text);
  const found = (scan(searched)[0] ?? []).flatMap((at) => {
    const line = searched.lines[at] ?? { text: '', start: 0 };
    return MARKS.flatMap(([mark, pattern]) =>
      [...line.text.matchAll(pattern)].map(({ index, 0: value }): PrivilegeMark => {
        const start = line.start + index;
        return {
          start,
          end: start + value.length,
          mark,
          passage: line.text
            .toLowerCase()
            .replace(/\P{L}+/gu, ' ')
            .trim(),
        };
      }),
    );
  });
  return found.sort((a, b) => a.start - b.start);
}
