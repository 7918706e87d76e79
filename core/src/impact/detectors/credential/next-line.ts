import type { Finding, TextLine } from '../finding.ts';
import { readValue } from './after-cue.ts';
import { USER_WORDS } from './cue-words.ts';
import { toFinding, toUnwrapped } from './to-finding.ts';
import { isShouted, looksSecret, mayBeValue } from './value-shape.ts';

const ANSWER =
  /^[ \t]*(?:(?:i think|i believe|pretty sure|a:|yes,?)[ \t]){0,2}(?:it(?:['’]?s| is)|a:|the (?:password|pw) is|es ist|es lautet|c[’']est|es)[ \t]+(?=\S{3})/iu;

/** `what's the password?  x7` */
const BESIDE =
  /^[^?]{0,60}\?[ \t]{1,4}(?:it['’]?s |it is )?(?=["“']?(?:\p{L}{1,40}\d|\d{1,40}\p{L})\S{0,40}[ \t]{0,4}$)/u;
const ASKING =
  /(?<!\p{L})(?:what(?:['’]?s| is| was)|(?:do|can|could) you (?:know|have|remember|send|tell|give)|send me)(?: \p{L}{1,12}){0,4} $/iu;

/** `what is the password?`, and in the next lines `it is x`, or a line that is nothing but a made-up word. */
export function findAnswer(lines: readonly TextLine[], at: number, cueStart: number): readonly Finding[] {
  const question = lines[at]?.text ?? '';
  const isAsked = /\?[ \t]*$/.test(question) || /^[ \t]*q:/i.test(question) || ASKING.test(question.slice(0, cueStart));
  const beside = BESIDE.exec(question.slice(cueStart, cueStart + 160));
  const said = beside === null ? null : readValue(question, cueStart + beside[0].length);
  const asking = lines[at];
  if (said !== null && asking !== undefined && mayBeValue(said.value))
    return [toFinding('credential-labelled', 'likely', toUnwrapped(asking), said)];
  if (!isAsked || question.slice(cueStart).slice(0, -1).includes('?')) return [];
  const line = lines.slice(at + 1, at + 4).find(({ text }) => text.trim() !== '');
  if (line === undefined) return [];
  const answerStart = ANSWER.exec(line.text)?.[0].length ?? null;
  const value = readValue(line.text, answerStart ?? line.text.search(/\S/));
  if (value === null || !mayBeValue(value.value) || !looksSecret(value.value) || !/\p{L}/u.test(value.value)) return [];
  if (answerStart === null && !ONE_TOKEN.test(line.text)) return [];
  return [toFinding('credential-next-line', 'likely', toUnwrapped(line), value)];
}

const BARE_LABEL = new RegExp(`^[ \\t*•-]{0,12}(?:${USER_WORDS})[ \\t]{0,8}[:=]?[ \\t]{0,8}$`, 'iu');
const ONE_TOKEN =
  /^[ \t\u00a0]{0,40}["“'‘>*•-]{0,3}[ \t\u00a0]{0,8}([^\s"”’]{1,80})["”’]?[ \t\u00a0]{0,8}(?:\([^()]{0,60}\)[ \t]{0,8})?$/u;

/**
 * The value alone on one of the next two lines that hold anything; behind two labels one below the other, the second.
 */
export function findOnNextLine(lines: readonly TextLine[], at: number, isPaired: boolean): readonly Finding[] {
  const isBelowUser = at > 0 && BARE_LABEL.test(lines[at - 1]?.text ?? '');
  const following = lines.slice(at + 1, at + 5).filter(({ text }) => text.trim() !== '');
  const isSecond = isBelowUser || (isPaired && ONE_TOKEN.test(following[0]?.text ?? '') && following.length > 1);
  const line = following[isSecond ? 1 : 0];
  const token = ONE_TOKEN.exec(line?.text ?? '')?.[1];
  if (line === undefined || token === undefined || /[:=]$/.test(token)) return [];
  const value = readValue(line.text, line.text.indexOf(token));
  if (value === null || !mayBeValue(value.value)) return [];
  const isAlone = /^\p{Ll}{5,}$/u.test(value.value) && isEmptyAround(lines, line);
  const confidence = looksSecret(value.value) || isShouted(value.value) || isAlone ? 'likely' : 'weak';
  return [toFinding('credential-next-line', confidence, toUnwrapped(line), value)];
}

/** Whether a line is followed by nothing, or by an empty one. */
function isEmptyAround(lines: readonly TextLine[], line: TextLine): boolean {
  return (lines[lines.indexOf(line) + 1]?.text.trim() ?? '') === '';
}
