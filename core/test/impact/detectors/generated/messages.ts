import type { LabelledValue } from '@candor/core/impact/detectors';
import { createNumbers, type NumberSource } from '../../../mutation.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { slots } from './slots.ts';
import { spanish } from './spanish.ts';
import { pick } from './values.ts';

const languages = { english, german, french, spanish };
export type Language = keyof typeof languages;
export const LANGUAGES = Object.keys(languages) as readonly Language[];

export interface GeneratedMessage {
  /** Its language stands in front. */
  readonly name: string;
  readonly text: string;
  readonly labels: readonly LabelledValue[];
}

/**
 * Around a value while a message is put together: `\u0002kind\u0003value\u0004`, with U+0001 for its spaces, so that no
 * wrapping parts it.
 */
const MARKED = /\u0002([a-z-]+)\u0003([^\u0004]+)\u0004/g;
const WIDTH = 72;

function fill(template: string, next: NumberSource): string {
  return template.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const slot = slots[name];
    if (slot === undefined) throw new Error(`No slot is called ${name}`);
    const value = slot.make(next);
    return slot.kind === undefined ? value : `\u0002${slot.kind}\u0003${value.replaceAll(' ', '\u0001')}\u0004`;
  });
}

/** As mail programs of 2000 wrapped a paragraph. */
function wrap(paragraph: string): string {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1) ?? '';
    const isFull = `${last} ${word}`.replace(MARKED, '$2').length > WIDTH;
    if (isFull || last === '') lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.slice(1).join('\n');
}

const isParagraph = (text: string): boolean => !text.includes('\n') && !text.includes('\t');

function join(parts: readonly string[], isOld: boolean, next: NumberSource): string {
  const wrapped = parts.map((part) => (isOld && isParagraph(part) ? wrap(part) : part));
  return wrapped.reduce((whole, part) => `${whole}${next(3) === 0 && !isOld ? '\n' : '\n\n'}${part}`);
}

function forwardedHead(next: NumberSource): string {
  const from = fill('{name}', next);
  return pick(next, [
    `-----Original Message-----\nFrom: ${from}\nSent: ${fill('{day} {time}', next)}\nSubject: Re: ${fill('{system}', next)}`,
    `---------------------- Forwarded by ${from} on ${fill('{day} {time}', next)} ---------------------------`,
    `On ${fill('{day}', next)}, ${from} <${fill('{mail}', next)}> wrote:`,
  ]);
}

function compose(language: Language, next: NumberSource): string {
  const words = languages[language];
  const isOld = next(2) === 0;
  const texts: string[] = [];
  // A half holds values: mostly one text with some, sometimes several.
  const holding = next(2) === 0 ? 0 : pick(next, [1, 1, 1, 2, 3]);
  for (let count = 0; count < holding; count += 1) texts.push(pick(next, words.holding));
  for (let count = 0; count < (holding === 0 ? 1 + next(3) : next(2)); count += 1) texts.push(pick(next, words.empty));
  for (let count = next(3); count > 0; count -= 1) texts.push(pick(next, words.fillers));
  const body = texts.sort(() => next(3) - 1).map((text) => fill(text, next));
  // Running text: sentences of one paragraph, wrapped in the middle of them.
  const sentences = body.filter((text) => isParagraph(text) && /[.?!]$/.test(text.replace(MARKED, '$2')));
  const others = body.filter((text) => !sentences.includes(text));
  const parts = next(2) === 0 && sentences.length > 1 ? [sentences.join(' '), ...others] : body;
  const letter = join(
    [fill(pick(next, words.greetings), next), ...parts, fill(pick(next, words.closings), next)],
    isOld,
    next,
  );
  if (next(4) !== 0) return letter;
  const head = forwardedHead(next);
  if (head.endsWith('Message-----') || next(2) === 0) return `FYI\n\n${head}\n\n${letter}`;
  return `${fill(pick(next, words.greetings), next)}\n\n${head}\n${letter.replaceAll(/^/gm, '> ')}`;
}

function read(marked: string, message: string): Pick<GeneratedMessage, 'text' | 'labels'> {
  const labels: LabelledValue[] = [];
  let text = '';
  let at = 0;
  for (const { index, 0: whole, 1: kind, 2: value } of marked.matchAll(MARKED)) {
    text += marked.slice(at, index);
    labels.push({ message, kind: kind!, offsets: [text.length], length: value!.length, settled: true });
    text += value!.replaceAll('\u0001', ' ');
    at = index + whole.length;
  }
  return { text: text + marked.slice(at), labels };
}

/**
 * Invented mail in four languages, half of it as people wrote in 2000 and half as today. The same seed makes the same
 * messages.
 */
export function generateMessages(count: number, seed: number): readonly GeneratedMessage[] {
  const next = createNumbers(seed);
  return Array.from({ length: count }, (_, at) => {
    const language = LANGUAGES[at % LANGUAGES.length]!;
    const name = `${language}-${String(at).padStart(5, '0')}`;
    return { name, ...read(compose(language, next), name) };
  });
}

/** Texts that each hold specially protected data of a person, among sentences that hold none. */
export function generateSensitive(count: number, seed: number): readonly string[] {
  const next = createNumbers(seed);
  return Array.from({ length: count }, (_, at) => {
    const words = languages[LANGUAGES[at % LANGUAGES.length]!];
    const parts = [pick(next, words.greetings), pick(next, words.sensitive), pick(next, words.fillers)];
    return read(parts.map((part) => fill(part, next)).join('\n\n'), '').text;
  });
}
