import { conditions } from './condition.ts';
import type { Detector, Finding, Hints, SearchedText, SensitiveKind } from './finding.ts';

/** Data of Art. 9 of the General Data Protection Regulation, as people write it about persons. */
interface SensitiveRule {
  readonly kind: SensitiveKind;
  readonly hints: Hints;
  /** With the flags `giu`. */
  readonly phrase: RegExp;
}

const HEALTH: SensitiveRule = {
  kind: 'health',
  hints: {
    words: [
      'diagnos',
      'surgery',
      'cancer',
      'tumor',
      'tumour',
      'chemo',
      'pregnan',
      'hiv',
      'depress',
      'sick leave',
      'medical leave',
      'maternity',
      'disab',
      'fmla',
      'hospital',
      'biopsy',
      'krank',
      'schwanger',
      'arbeitsunfähig',
      'schwerbehind',
      'operiert',
      'mutterschutz',
      'arrêt maladie',
      'enceinte',
      'grossesse',
      'congé mat',
      'hospitalis',
      'opéré',
      'baja m',
      'baja por',
      'embaraz',
      'cirug',
      'cáncer',
      'operad',
      'rehab',
      'miscarr',
      'stroke',
      'heart attack',
      'au-besch',
      'reha',
    ],
    parts: ['krebs', 'handicap'],
  },
  phrase:
    /(?<!\p{L})(?:(?:was|were|been|is|am|are|being) (?:just |recently |first )?diagnosed (?:with|as having)|diagnos(?:is|e)[ \t]?:[ \t]?\p{L}{3}|(?:my|his|her|their|dad['’]s|mom['’]s|(?:wife|husband|son|daughter|mother|father|brother|sister)['’]s) (?:\p{L}{1,12} ){0,3}(?:surgery|cancer|tumou?r|chemo(?:therapy)?|pregnancy|depression|biopsy|miscarriage|disability|heart attack|stroke)|(?:has|have|had|having|undergo(?:ing)?) (?:a |an |the )?(?:\p{L}{1,12} ){0,2}(?:surgery|cancer|tumou?r|chemo(?:therapy)?|biopsy|miscarriage|heart attack|stroke)(?! ?(?:center|research|society|fund|walk))|(?:i['’]?m|i am|she is|she['’]s|wife is|he is|he['’]s) (?:pregnant|hiv[- ]positive|in (?:the )?hospital|in rehab)|on (?:sick|medical|maternity|disability) leave|(?:ist|bin|war|sind) (?:\p{L}{1,12} ){0,2}(?:krankgeschrieben|schwanger|operiert|arbeitsunfähig|schwerbehindert|an krebs erkrankt)|(?:meine|seine|ihre|deine) (?:\p{L}{1,12} ){0,2}(?:schwangerschaft|krankschreibung|krebserkrankung|diagnose)|im mutterschutz|an \p{L}{0,12}krebs (?:erkrankt|gestorben)|(?:en|un) arrêt maladie|(?:est|suis) (?:enceinte|hospitalisée?|opérée?)|(?:ma|sa) grossesse|cong[ée] maternité|(?:un|son|mon) cancer|de baja (?:médica|por)|est(?:oy|á) (?:embarazada|hospitalizad[oa])|(?:mi|su) (?:cirugía|embarazo|cáncer)|tiene cáncer)(?!\p{L})/giu,
};

const SPECIAL: SensitiveRule = {
  kind: 'special-category',
  hints: {
    words: [
      'religio',
      'konfession',
      'ethnic',
      'race',
      'sexual',
      'gender ident',
      'trade union',
      'member of',
      'union memb',
      'political',
      'gewerkschaft',
      'partei',
      'kirchen',
      'confession',
      'orientation',
      'syndicat',
      'appartenance',
      'origine ethnique',
      'religión',
      'orientación',
      'afiliación',
      'origen étnico',
      'sindicat',
      'biometric',
      'genetic',
      'sexuelle',
      'ethnisch',
    ],
  },
  phrase:
    /(?<!\p{L})(?:(?:religion|religious (?:affiliation|belief)|konfession|religionszugehörigkeit|confession|religión|ethnicity|ethnic origin|race(?:\/ethnicity)?|ethnische herkunft|origine ethnique|origen étnico|sexual orientation|sexuelle orientierung|orientation sexuelle|orientación sexual|gender identity|political (?:affiliation|opinion|party)|parteizugehörigkeit|gewerkschaftsmitglied(?:schaft)?|kirchensteuermerkmal|(?:trade )?union membership|affiliation syndicale|appartenance syndicale|afiliación (?:sindical|política))[ \t]?[:=][ \t]?(?!_|\.\.|\[|\()\p{L}{2}|(?:is|am|are|was) (?:a )?(?:\p{L}{1,12} )?member of (?:the |a )?(?:\p{L}{1,14} ){0,2}(?:trade |labou?r )?union|ist (?:\p{L}{1,12} ){0,2}(?:gewerkschaftsmitglied|mitglied (?:der|in der|einer) (?:gewerkschaft|partei))|est (?:membre|adhérente?) (?:du|d[’']un) (?:syndicat|parti)|est[áa] afiliad[oa] (?:al|a un) (?:sindicato|partido)|(?:his|her|my) (?:sexual orientation|genetic test|union membership|religious beliefs?) )/giu,
};

function toDetector(rule: SensitiveRule): Detector {
  return { hints: rule.hints, find: (text, lines) => lines.flatMap((at) => findInLine(text, at, rule)) };
}

function findInLine({ lines }: SearchedText, at: number, { kind, phrase }: SensitiveRule): readonly Finding[] {
  const line = lines[at] ?? { text: '', start: 0 };
  return [...line.text.matchAll(phrase)].map(({ index, 0: value }) => {
    const start = line.start + index;
    return { kind, detector: kind, confidence: 'likely', start, end: start + value.length, value };
  });
}

/** Asked for apart (`findings.sensitive: true`): what they find is counted per message and never shown. */
export const sensitiveData: readonly Detector[] = [...[HEALTH, SPECIAL].map(toDetector), ...conditions];
