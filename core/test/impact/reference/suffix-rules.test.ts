import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findRegistrableDomain, readSuffixRules } from '../../../src/impact/reference/suffix-rules.ts';
import { REFERENCE } from '../fictional-reference.ts';

const cut = (domain: string) => findRegistrableDomain(domain, REFERENCE.suffixRules);

describe('findRegistrableDomain', () => {
  it.each([
    ['a.com', 'a.com'],
    ['x.y.a.com', 'a.com'],
    ['a.co.uk', 'a.co.uk'],
    ['b.uk', 'b.uk'],
    ['mail.b.uk', 'b.uk'],
    ['a.x.ck', 'a.x.ck'],
    ['b.a.x.ck', 'a.x.ck'],
    ['www.ck', 'www.ck'],
    ['mail.www.ck', 'www.ck'],
    ['city.test', 'city.test'],
    ['a.b.city.test', 'a.b.city.test'],
    ['hall.city.test', 'hall.city.test'],
    ['x.hall.city.test', 'hall.city.test'],
    ['shop.xn--55qx5d.test', 'shop.xn--55qx5d.test'],
  ])('cuts %s to %s', (domain, registrable) => {
    expect(cut(domain)).toBe(registrable);
  });

  it('uses the PRIVATE section', () => {
    expect(cut('www.shop.pages.example')).toBe('shop.pages.example');
    expect(cut('pages.example')).toBeNull();
  });

  it('treats example, test and invalid as public suffixes', () => {
    expect(cut('mail.harbor.example')).toBe('harbor.example');
    expect(cut('mail.harbor.invalid')).toBe('harbor.invalid');
    expect(cut('mail.harbor.test')).toBe('harbor.test');
    expect(cut('example')).toBeNull();
  });

  it('treats shared hosts as public suffixes', () => {
    expect(cut('mail.contoso.tenants.example')).toBe('contoso.tenants.example');
    expect(cut('contoso.routing.tenants.example')).toBe('contoso.routing.tenants.example');
    expect(cut('tenants.example')).toBeNull();
  });

  it('cuts below shared domains as below a suffix, and right at one to itself', () => {
    expect(cut('mail.court.union.example')).toBe('court.union.example');
    expect(cut('union.example')).toBe('union.example');
  });

  it('has no default rule: an unlisted top-level name has no registrable domain', () => {
    expect(cut('mail.desk.internal')).toBeNull();
    expect(cut('mainframe')).toBeNull();
    expect(cut('x.ck')).toBeNull();
    expect(cut('ck')).toBeNull();
  });

  it('refuses empty labels', () => {
    for (const domain of ['', '.', '.a.com', 'a..com', 'a.com.']) expect(cut(domain)).toBeNull();
  });
});

describe('the list in reference/', () => {
  const bytes = readFileSync(new URL('../../../../reference/public_suffix_list.dat', import.meta.url));
  const rules = readSuffixRules(bytes.toString('utf8'), []);

  it('is the edition that reference/README.md names', () => {
    const readme = readFileSync(new URL('../../../../reference/README.md', import.meta.url), 'utf8');
    expect(readme).toContain(createHash('sha256').update(bytes).digest('hex'));
  });

  it('cuts as published', () => {
    expect(findRegistrableDomain('a.b.kobe.jp', rules)).toBe('a.b.kobe.jp');
    expect(findRegistrableDomain('b.city.kobe.jp', rules)).toBe('city.kobe.jp');
    expect(findRegistrableDomain('a.github.io', rules)).toBe('a.github.io');
    expect(findRegistrableDomain('xn--55qx5d.cn', rules)).toBeNull();
    expect(findRegistrableDomain('www.xn--85x722f.xn--55qx5d.cn', rules)).toBe('xn--85x722f.xn--55qx5d.cn');
  });
});
