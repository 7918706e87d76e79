import { describe, expect, it } from 'vitest';
import { createAddressClassifier } from '../../../src/impact/counterparty/counterparty.ts';
import { REFERENCE } from '../fictional-reference.ts';

const classify = createAddressClassifier(['harbor.example', 'lan', 'own.tenants.example'], REFERENCE.suffixRules);
const read = (address: string) => classify({ address, unreadable: null });

describe('createAddressClassifier', () => {
  it("treats the organization's domains and everything below them as internal, whatever the suffix list says", () => {
    for (const address of [
      'a@harbor.example',
      'a@HARBOR.example',
      'a@x.y.harbor.example',
      'a@desk.lan',
      'a@own.tenants.example',
    ]) {
      expect(read(address)).toEqual({ state: 'internal' });
    }
  });

  it('does not treat a name that merely ends alike as internal', () => {
    expect(read('a@myharbor.example')).toMatchObject({ state: 'counterparty', registrableDomain: 'myharbor.example' });
  });

  it('returns address and domain in lower case, without folding dots or plus signs', () => {
    expect(read('Jo.Doe+x@Mail.Acme.EXAMPLE')).toEqual({
      state: 'counterparty',
      address: 'jo.doe+x@mail.acme.example',
      domain: 'mail.acme.example',
      registrableDomain: 'acme.example',
    });
  });

  it('compares domains as A-labels', () => {
    expect(read('a@Bücher.example')).toMatchObject({ address: 'a@xn--bcher-kva.example' });
  });

  it('finds the domain after the last @ outside quotes and keeps odd local parts and labels', () => {
    expect(read('"a@b"@acme.example')).toMatchObject({ address: '"a@b"@acme.example', domain: 'acme.example' });
    expect(read('..a..@my_host.acme.example')).toMatchObject({ address: '..a..@my_host.acme.example' });
  });

  it.each([
    ['Ops@[192.0.2.200]', 'ops@[192.0.2.200]', 'ip-literal'],
    ['ops@[IPv6:2001:db8::1]', 'ops@[ipv6:2001:db8::1]', 'ip-literal'],
    ['Clerk@Mainframe', 'clerk@mainframe', 'no-registrable-domain'],
    ['help@desk.internal', 'help@desk.internal', 'no-registrable-domain'],
    ['c@tenants.example', 'c@tenants.example', 'no-registrable-domain'],
    ['ops@192.0.2.1', 'ops@192.0.2.1', 'no-registrable-domain'],
    ['Clerk', 'clerk', 'no-domain'],
    ['clerk@', 'clerk@', 'no-domain'],
    ['"a@b"', '"a@b"', 'no-domain'],
  ])('lists %s as unresolved', (address, value, reason) => {
    expect(read(address)).toEqual({ state: 'unresolved', value, reason });
  });

  it('keeps the raw text of an unreadable address', () => {
    expect(classify({ address: '<<Broken', unreadable: 'unparsable' })).toEqual({
      state: 'unresolved',
      value: '<<Broken',
      reason: 'unparsable',
    });
    expect(classify({ address: 'Clerk', unreadable: 'no-domain' })).toMatchObject({
      value: 'clerk',
      reason: 'no-domain',
    });
  });
});
