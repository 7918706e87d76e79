import {
  composeNotice,
  LANGUAGES,
  listBoundDomains,
  type NoticeFacts,
  type NoticeKind,
  writeCallScript,
} from '@candor/core/notice/text';
import { describe, expect, test } from 'vitest';
import { at, NORTHWIND_FIGURES, toFacts, toFigures } from './fictional-facts.ts';

const previous = {
  issued: at(2001, 10, 7),
  figures: toFigures({ ...NORTHWIND_FIGURES, accessed: 300, presumed: 400 }),
};
const { party, organization } = toFacts();
const announced = {
  name: 'Jo Berg, Northwind Inc.',
  address: 'jo.berg@northwind.example',
  proved: ['northwind.example'],
  by: 'dns',
  namedBy: null,
  isRepresentative: false,
  fingerprint: '0011-2233-4455-6677-8899-aabb-ccdd-eeff',
  waitHours: 72,
} as const;
const KINDS: readonly NoticeKind[] = ['first', 'supplement', 'correction', 'update', 'reminder', 'announcement'];

/** Every kind of notice with these facts, and corrections that leave nothing; all forms in one text each. */
function composeAll(parts: Partial<NoticeFacts>): readonly string[] {
  return LANGUAGES.flatMap((language) => {
    const kinds = KINDS.map(
      (kind): Partial<NoticeFacts> => ({
        kind,
        previous: kind === 'first' || kind === 'announcement' ? null : previous,
        ...(kind === 'announcement' ? { announced } : {}),
      }),
    );
    const nothing = { kind: 'correction', previous, figures: toFigures({}) } as const;
    const all: readonly Partial<NoticeFacts>[] = [
      ...kinds,
      ...kinds.map((kind) => ({ ...kind, party: { ...party, ...parts.party, relation: 'processor' as const } })),
      nothing,
      { ...nothing, isGone: true },
    ];
    return all.map((one) => {
      const { subject, text, html } = composeNotice(toFacts({ ...parts, language, ...one }));
      return [subject, text.replaceAll(/\s+/g, ' '), html].join('\n');
    });
  });
}

describe('a contact at another domain', () => {
  const elsewhere = { ...party, contactDomains: ['msp.test', 'counsel.test'] };

  test('is no affected party in any word, in any language', () => {
    for (const words of composeAll({ party: elsewhere })) expect(words).not.toMatch(/msp\.test|counsel\.test/);
    const alone = composeAll({});
    expect(composeAll({ party: elsewhere })).toEqual(alone);
  });

  test('can type the code with its own domain', () => {
    expect(listBoundDomains(elsewhere)).toEqual(['counsel.test', 'msp.test', 'northwind.example']);
  });
});

describe('a name that ends in a full stop', () => {
  const corporation = {
    party: { ...party, name: 'Northwind Inc.' },
    organization: {
      ...organization,
      name: 'Harbor Corp.',
      ...(organization.signature === undefined
        ? {}
        : { signature: { ...organization.signature, name: 'Harbor Corp.', dpo: 'Dr. Data Ltd.' } }),
    },
  };

  test('takes the full stop of the sentence', () => {
    for (const words of composeAll(corporation)) {
      expect(words).not.toMatch(/\.\.(?!\.)/);
      expect(words).toContain('Harbor Corp.');
    }
  });

  test('does so in the call script', () => {
    const names = {
      organization: 'Harbor Corp.',
      reply: 'a@harbor.example',
      page: 'harbor.example/n',
      domain: 'harbor.example',
    };
    for (const language of LANGUAGES) {
      const script = writeCallScript(language, names);
      expect(script).not.toMatch(/\.\./);
      expect(script).not.toMatch(/\{[a-z]+\}/);
    }
  });
});
