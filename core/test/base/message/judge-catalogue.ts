import type { Message } from '@candor/core/base/message';
import { compileMessage } from '@candor/core/base/message/compiler';
import * as categories from 'make-plural/pluralCategories';

/** What a message takes, and the forms of each of its plurals. */
interface Shape {
  readonly names: ReadonlySet<string>;
  readonly plurals: readonly (readonly string[])[];
}

/**
 * What is wrong with a catalogue, one line a fault: a message does not parse or has other arguments than the English
 * one, keys are missing or left over, or a plural has other forms than its language's CLDR categories.
 * @param particles as `de` in `{de_organization}`, which names the argument `organization`
 */
export function judgeCatalogue(
  language: string,
  catalogue: object,
  english: object,
  particles: readonly string[] = [],
): readonly string[] {
  const [own, wanted] = [new Map(listTexts(catalogue, '')), new Map(listTexts(english, ''))];
  const forms = Object.entries(categories).find(([tag]) => tag === language)?.[1].cardinal ?? [];
  const missing = [...wanted.keys()].filter((path) => !own.has(path)).map((path) => `${path} is missing`);
  const faults = [...own].flatMap(([path, text]) => {
    const model = wanted.get(path);
    if (model === undefined) return [`${path} is not English's`];
    return judgeText(text, model, [...forms].sort(), particles).map((fault) => `${path} ${fault}: ${text}`);
  });
  return [...missing, ...faults].map((fault) => `${language}${fault}`);
}

function judgeText(text: string, model: string, forms: readonly string[], particles: readonly string[]) {
  try {
    const [own, wanted] = [toShape(text, particles), toShape(model, particles)];
    const isSame = own.names.size === wanted.names.size && [...own.names].every((name) => wanted.names.has(name));
    const odd = own.plurals.filter((keys) => keys.filter((key) => !key.startsWith('=')).join() !== forms.join());
    return [...(isSame ? [] : ['takes other values than in English']), ...odd.map((keys) => `has the forms ${keys}`)];
  } catch (cause) {
    return [`is no message (${String(cause)})`];
  }
}

function toShape(text: string, particles: readonly string[]): Shape {
  const names = new Set<string>();
  const plurals: (readonly string[])[] = [];
  const add = (name: string) => {
    const [particle = '', behind] = name.split('_');
    names.add(behind !== undefined && particles.includes(particle) ? behind : name);
  };
  const visit = (message: Message): void => {
    if (typeof message === 'string') for (const [, name = ''] of message.matchAll(/\{(\w+)\}/g)) add(name);
    else if (!('kind' in message)) message.forEach(visit);
    else {
      add(message.by);
      if (message.kind === 'plural') plurals.push(Object.keys(message.forms).sort());
      Object.values(message.forms).forEach(visit);
    }
  };
  visit(compileMessage(text));
  return { names, plurals };
}

/** Every text of a catalogue with its path. */
export function listTexts(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listTexts(inner, `${path}.${key}`));
}
