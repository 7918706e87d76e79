import { detectFindings } from '@candor/core/impact/detectors';
import { describe, expect, test } from 'vitest';

function find(text: string): readonly string[] {
  return detectFindings(text).map(({ detector, value }) => `${detector} ${value}`);
}

// Made by joining, so that no scanner of repositories takes them for real ones.
const join = (...parts: readonly string[]): string => parts.join('');
const letters = (count: number): string => 'aB3dE5fG7hJ9kL1mN0pQ2rS4tU6vW8xY'.repeat(20).slice(0, count);

describe('keys and tokens', () => {
  test.each([
    ['secret-key-aws-access-key-id', join('AK', 'IA', 'IOSFODNN7HARBORQ')],
    ['secret-key-github-token', join('gh', 'p_', letters(36))],
    ['secret-key-slack-token', join('xo', 'xb-', '123456789012-1234567890123-', letters(24))],
    ['secret-key-stripe-key', join('sk', '_live_', letters(24))],
    ['secret-key-google-api-key', join('AI', 'za', letters(35))],
    ['secret-key-npm-token', join('np', 'm_', letters(36))],
    ['secret-key-sendgrid-key', join('S', 'G.', letters(66))],
    ['secret-key-json-web-token', join('ey', letters(30), '.ey', letters(40), '.', letters(40))],
  ])('%s', (detector, value) => {
    expect(find(`The key is ${value}, keep it.`)).toContain(`${detector} ${value}`);
  });

  test('a complete private key', () => {
    const key = join('-----BEGIN RSA PRIV', 'ATE KEY-----\n', letters(64), '\n-----END RSA PRIV', 'ATE KEY-----');
    expect(find(`Here:\n${key}\n`)).toEqual([`secret-key-private-key ${key}`]);
  });

  test('a link with a login, and one with user and password', () => {
    const link = 'http://files.harbor.test/login.cfm?uid=guest&password=tide';
    expect(find(`Visit ${link}.`)).toContain(`secret-key-link ${link}`);
    expect(find('postgres://app:Tide2001@db.harbor.test/orders')).toEqual([
      'secret-key-connection postgres://app:Tide2001@db.harbor.test/orders',
    ]);
  });

  test('a value after a name that says secret', () => {
    expect(find('api_key = "aB3dE5fG7hJ9kL1m"')).toEqual(['secret-key-assigned aB3dE5fG7hJ9kL1m']);
    expect(find('License key: AB12C-DE34F-GH56I-JK78L')).toEqual(['secret-key-assigned AB12C-DE34F-GH56I-JK78L']);
  });
});

test.each([
  'http://shop.example.com/quotes?siteid=mktw&sid=1643&ticker=D',
  'http://news.example.com/article.pl?sid=02/08/31/1744247&mode=flat',
  'adobe:docid:photoshop:e254d4fe-6903-11e5-8e2c-8db52ebaef70',
  'The key question is whether-we-should-go on.',
  'token: your-token-here-please-now',
  'https://www.example.com/a/very/long/path/to/nothing/in/particular.html',
])('not: %s', (text) => {
  expect(find(text)).toEqual([]);
});
