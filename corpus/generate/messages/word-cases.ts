import { fields, type MessageCase, message } from './message-case.ts';

const BODY = '\nTwo barrels.\n';

function subject(file: string, reason: string, value: string): MessageCase {
  return message(`word-${file}`, reason, fields({ Subject: value }) + BODY);
}

/** Encoded words of every kind, RFC 2047 and what is written instead of it. */
export const WORD_CASES: readonly MessageCase[] = [
  subject('q', 'Q with underscores', '=?iso-8859-1?Q?Caf=E9_am_Hafen?='),
  subject('b', 'B', '=?utf-8?B?Q2Fmw6k=?='),
  subject('lower-case', 'lower-case letters of charset and encoding', '=?UTF-8?b?Q2Fmw6k=?= =?Iso-8859-1?q?=e9?='),
  subject('neighbours', 'white space between adjacent words is removed', '=?utf-8?Q?a?= =?utf-8?Q?b?=\n =?utf-8?Q?c?='),
  subject(
    'split-character',
    'one character split over two words of one charset',
    '=?utf-8?B?w4M=?= =?utf-8?Q?=C3?= =?utf-8?Q?=A9?=',
  ),
  subject(
    'split-escape',
    'ISO-2022-JP over two words',
    '=?iso-2022-jp?B?GyRCRXRCZhsoQg==?= =?iso-2022-jp?B?GyRCTHcbKEI=?=',
  ),
  subject('charsets-mixed', 'adjacent words in two charsets', '=?utf-8?Q?=C3=A9?= =?iso-8859-1?Q?=E9?='),
  subject('language', 'a language tag (RFC 2231)', '=?utf-8*fr?Q?caf=C3=A9?='),
  subject('unknown-charset', 'an unknown charset', '=?x-lighthouse?Q?caf=E9?='),
  subject('unknown-encoding', 'an encoding that does not exist', '=?utf-8?X?abc?='),
  subject(
    'broken-base64',
    'base64 without its padding, and with a stray character',
    '=?utf-8?B?Q2Fmw6k?= =?utf-8?B?Q2Fm*w6k=?=',
  ),
  subject('broken-q', 'an invalid escape', '=?utf-8?Q?50=_=GG=4?='),
  subject('unclosed', 'an unterminated word', '=?utf-8?Q?caf=C3=A9'),
  subject('no-space', 'words glued to text', 'a=?utf-8?Q?b?=c'),
  subject('spaces-inside', 'raw spaces inside a word', '=?utf-8?Q?two words here?='),
  subject('empty', 'an empty word', '=?utf-8?Q??= =?utf-8?B??='),
  subject('question-marks', 'question marks inside Q', '=?utf-8?Q?why??='),
  subject('line-end-inside', 'an encoded line end', '=?utf-8?Q?a=0D=0Ab?='),
  subject('nul-inside', 'an encoded NUL', '=?utf-8?Q?a=00b?='),
  subject('gb18030', 'a Chinese charset', '=?gb18030?B?tcbLvg==?='),
  subject('koi8', 'Cyrillic', '=?koi8-r?B?7cHRyw==?='),
  subject('utf-7', 'UTF-7 is not decoded: the standard has replaced it', '=?utf-7?Q?Caf+AOk-?='),
  subject('utf-16', 'UTF-16 in a word', '=?utf-16be?B?AGMAYQBm?='),
  subject('many', '500 words in a row', Array.from({ length: 500 }, () => '=?utf-8?Q?=C3=A9?=').join('\n ')),
  subject('long', 'one word of 40,000 characters', `=?utf-8?Q?${'=C3=A9'.repeat(6600)}?=`),
];
