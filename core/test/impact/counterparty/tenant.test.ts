import { isOwnTenant, toKnownForm } from '@candor/core/impact/counterparty';
import { readReference } from '@candor/core/impact/reference';
import { describe, expect, test } from 'vitest';
import { createAddressClassifier } from '../../../src/impact/counterparty/counterparty.ts';
import { toTenantDomain } from '../../../src/impact/counterparty/tenant.ts';

const { suffixRules } = readReference({
  publicSuffixList: 'com\ncn\nonmschina.cn\n',
  sharedHosts: 'onmicrosoft.com\npartner.onmschina.cn\n',
  sharedDomains: '',
  listHosts: '',
  consumerDomains: '',
});

describe('toTenantDomain', () => {
  test.each([
    ['fabrikam.mail.onmicrosoft.com', 'fabrikam.onmicrosoft.com'],
    ['fabrikam.mail.onmicrosoft.us', 'fabrikam.onmicrosoft.us'],
    ['fabrikam.mail.onmicrosoft.de', 'fabrikam.onmicrosoft.de'],
    ['fabrikam.mail.partner.onmschina.cn', 'fabrikam.partner.onmschina.cn'],
    ['fabrikam.onmicrosoft.com', 'fabrikam.onmicrosoft.com'],
    ['mail.onmicrosoft.com', 'mail.onmicrosoft.com'],
    ['fabrikam.mail.example.com', 'fabrikam.mail.example.com'],
    ['fabrikam.mail.x.onmicrosoft.com', 'fabrikam.mail.x.onmicrosoft.com'],
    ['fabrikam.xmail.onmicrosoft.com', 'fabrikam.xmail.onmicrosoft.com'],
  ])('%s is %s', (domain, tenant) => {
    expect(toTenantDomain(domain)).toBe(tenant);
  });
});

test('an address at the routing domain is one of the tenant', () => {
  const classify = createAddressClassifier(['harbor.example'], suffixRules);
  const found = { state: 'counterparty', address: 'a@fabrikam.onmicrosoft.com', domain: 'fabrikam.onmicrosoft.com' };
  for (const address of ['A@Fabrikam.Mail.OnMicrosoft.com', 'a@fabrikam.onmicrosoft.com']) {
    expect(classify({ address, unreadable: null })).toEqual({ ...found, registrableDomain: found.domain });
    expect(toKnownForm(address)).toBe(found.address);
  }
});

test('the organization’s own tenant is internal by either domain, and no other', () => {
  for (const own of ['harbor.onmicrosoft.com', 'harbor.mail.onmicrosoft.com']) {
    const classify = createAddressClassifier([own], suffixRules);
    const state = (address: string) => classify({ address, unreadable: null }).state;
    expect(state('a@harbor.mail.onmicrosoft.com')).toBe('internal');
    expect(state('a@fabrikam.mail.onmicrosoft.com')).toBe('counterparty');
  }
});

describe('isOwnTenant', () => {
  test.each([
    ['harbor.onmicrosoft.com', true],
    ['harbor.partner.onmschina.cn', true],
    ['harbor-trading.onmicrosoft.us', true],
    ['harborx.onmicrosoft.com', false],
    ['trading.onmicrosoft.com', false],
    ['harbor.com', false],
    ['harbor.sharepoint.com', false],
  ])('%s: %s', (domain, expected) => {
    expect(isOwnTenant(domain, ['harbor.example', 'harbor-trading.example'])).toBe(expected);
  });
});
