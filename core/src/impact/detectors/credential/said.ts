import type { Detector, Finding, SearchedText, TextLine } from '../finding.ts';
import { readValue } from './after-cue.ts';
import { toFinding, toUnwrapped } from './to-finding.ts';
import { isMadeUp, mayBeValue } from './value-shape.ts';

interface Saying {
  /** With the flags `giu`. The value begins where it ends. */
  readonly says: RegExp;
  /** What must stand within the lines around; null: nothing. */
  readonly near: RegExp | null;
  /** Whether a value without letters, or without digits, will do. */
  readonly isPlainEnough: boolean;
}

const PASSWORD =
  /(?<!\p{L})(?:pass-?(?:word|code|phrase)s?|passwd|pwd?s?|log-?(?:in|on)s?|log (?:in|on)|cred(?:ential)?s|locked out|account|unlock\p{L}{0,3}|encrypted|zip|kennwort|passwort|zurückgesetzt|zugang\p{L}{0,6}|anmeld\p{L}{1,6}|mot de passe|mdp|compte|identifiants?|contraseña|clave|cuenta|acceso)(?!\p{L})/iu;
const FILE =
  /(?<!\p{L})(?:file|zip|archive|spreadsheet|workbook|document|pdf|attach\p{L}{1,6}|laptop|phone|vault|safe|account|datei|anhang|archiv|fichier|pièce jointe|archivo|adjunto)(?!\p{L})/iu;
const LINES_AROUND = 4;

/** What people say without a word for a password beside the value. */
const SAYINGS: readonly Saying[] = [
  {
    says: /(?<!\p{L})(?:open(?:s|ed)?|unlock(?:s|ed)?|decrypt(?:s|ed)?|extract(?:s|ed)?|öffne\p{L}{0,3}|entsperr\p{L}{0,3}|s[’']ouvre|se abre|ouvrir|abrir|öffnen)(?: (?:it|them|this|that|the \p{L}{1,14}|sich|es|la|le|lo))? (?:with|using|mit|avec|con)[ :]{1,2}(?=["“'„«]?\S{4})/giu,
    near: FILE,
    isPlainEnough: false,
  },
  {
    says: /(?<!\p{L})(?:log|sign)(?:ged|ed)?[ -]?(?:on|in)(?: \p{L}{1,12}){0,3} (?:with|using)[ :]{1,2}(?=["“'„«]?\S{4})/giu,
    near: null,
    isPlainEnough: false,
  },
  {
    says: /(?<!\p{L})(?:chang|re-?set|set|updat|switch)\p{L}{0,4} (?:it|them|this|that|yours|mine)(?: \p{L}{1,10})? to[ :]{1,2}(?=["“'„«]?\S{4})/giu,
    near: PASSWORD,
    isPlainEnough: false,
  },
  {
    says: /(?<!\p{L})if (?:that|it|this|the first one)(?: one)? (?:does ?n[’']?[o]?t|won[’']t|fails?|is refused)(?: work)?,? (?:then |please )?(?:try|use)[ :]{1,2}(?=["“'„«]?\S{4})/giu,
    near: PASSWORD,
    isPlainEnough: false,
  },
  {
    says: /(?<!\p{L})(?:(?:wenn|falls) (?:das|es|dies)(?: nicht (?:geht|klappt|funktioniert))?,? (?:dann )?(?:nimm|versuch\p{L}{0,2}|probier\p{L}{0,2}|nehmen sie|versuchen sie)(?: es)?(?: mit)?|si (?:cela|ça|celui-ci) ne (?:fonctionne|marche) pas,? (?:essaye[rz]?|essaie|utilise[rz]?)|si (?:no|eso no|esa no) (?:funciona|va|entra),? (?:prueb[ae]|usa|use|intenta)(?: con)?|als (?:dat|het) niet werkt,? (?:probeer|gebruik)|se non funziona,? (?:prova|usa)(?: con)?)[ :]{1,2}(?=["“'„«]?\S{4})/giu,
    near: null,
    isPlainEnough: false,
  },
  {
    says: /(?<!\p{L})(?:(?:jetzt |nun )?lautet (?:es|er|sie|das)|(?:es|das neue|das aktuelle|er) lautet)(?: jetzt| nun)?[ :]{1,2}(?=["“'„«]?\S{4})/giu,
    near: PASSWORD,
    isPlainEnough: false,
  },
  {
    says: /(?<!\p{L})(?:here (?:it is|they are|you go|you are)|there you go|hier ist es|hier bitte|le voici|la voici|le voilà|aquí (?:está|lo tienes|la tienes))[ \t]{0,2}[:,-][ \t]{1,3}(?=["“'„«]?\S{4})/giu,
    near: PASSWORD,
    isPlainEnough: false,
  },
  {
    says: /(?<!\p{L})(?:i|we)(?:['’]ve| have)? (?:just )?(?:re-?set|changed) (?:your|the|his|her) (?:account|login|log-in|access|user)[ \p{L}]{0,24} to[ :]{1,2}(?=["“'„«]?\S{4})/giu,
    near: null,
    isPlainEnough: false,
  },
  {
    says: /(?<!\p{L})(?:pass|pw) ?#[ \t]{0,2}:?[ \t]{0,4}(?=\d{3,10}(?![\p{L}\p{N}]))/giu,
    near: null,
    isPlainEnough: true,
  },
  {
    says: /(?<![\p{L}\p{N}.+-])[\p{L}\p{N}._+-]{2,40}@[\p{L}\p{N}.-]{3,60}\.\p{L}{2,12}[ \t]{1,3}[/|–-][ \t]{1,3}(?=[^\s/@]{6,64}(?:[ \t,;)]|$))/giu,
    near: PASSWORD,
    isPlainEnough: false,
  },
];

/** Four groups of four small letters or digits, as providers of mail show a password for one program. */
const APP_PASSWORD = /(?<![\p{L}\p{N}])(?:[a-z0-9]{4} ){3}[a-z0-9]{4}(?![\p{L}\p{N}])/gu;
const OF_PROGRAM =
  /(?<!\p{L})(?:app(?:lication)?[- ](?:specific )?password|app-?(?:passwort|kennwort)|mot de passe d['’]application|contraseña de (?:la )?aplicación|password per (?:le |l['’])?app|app-wachtwoord|applösenord)(?!\p{L})/iu;

export const findSaid: Detector = {
  hints: {
    words: [
      'open',
      'unlock',
      'decrypt',
      'extract',
      'öffne',
      'entsperr',
      'ouvr',
      "s'ouvre",
      's’ouvre',
      'abr',
      'log',
      'sign',
      'chang',
      'reset',
      're-set',
      'set ',
      'updated',
      'switched',
      'wenn ',
      'falls ',
      'si ',
      'als dat',
      'als het',
      'se non',
      'lautet',
      'if that',
      'if it',
      'if this',
      'if the first',
      'here it',
      'here they',
      'here you',
      'there you',
      'hier',
      'le voi',
      'la voi',
      'aquí',
      'pass#',
      'pass #',
      'pw#',
    ],
    parts: [' / ', ' | ', ' - ', ' – ', 'app password', 'app-pass', 'app-kenn', 'application pass', 'specific pass'],
  },
  find: (text, lines) => lines.flatMap((at) => findInLine(text, at)),
};

function findAppPasswords(lines: readonly TextLine[], at: number): readonly Finding[] {
  if (!OF_PROGRAM.test(lines[at]?.text ?? '')) return [];
  return lines
    .slice(at, at + LINES_AROUND)
    .flatMap((line) =>
      [...line.text.matchAll(APP_PASSWORD)]
        .filter(({ 0: value }) => !/^\d[\d ]+$/.test(value))
        .map(({ index, 0: value }) =>
          toFinding('credential-said', 'likely', toUnwrapped(line), { value, start: index, end: index + value.length }),
        ),
    );
}

function findInLine({ lines, subject }: SearchedText, at: number): readonly Finding[] {
  const line = lines[at] ?? { text: '', start: 0 };
  const ofProgram = findAppPasswords(lines, at);
  if (ofProgram.length > 0) return ofProgram;
  return SAYINGS.flatMap(({ says, near, isPlainEnough }) =>
    [...line.text.matchAll(says)].flatMap((match): readonly Finding[] => {
      const value = readValue(line.text, match.index + match[0].length);
      if (value === null || !mayBeValue(value.value)) return [];
      if (!isPlainEnough && !isMadeUp(value.value)) return [];
      const around = lines.slice(Math.max(0, at - LINES_AROUND), at + LINES_AROUND + 1);
      if (near !== null && !near.test(subject) && !around.some(({ text }) => near.test(text))) return [];
      return [toFinding('credential-said', 'likely', toUnwrapped(line), value)];
    }),
  );
}
