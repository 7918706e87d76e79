import { type Reference, readReference } from '@candor/core/impact/reference';

/** Small lists with reserved names only; every kind of rule occurs. */
export const REFERENCE: Reference = readReference({
  publicSuffixList: [
    '// ===BEGIN ICANN DOMAINS===',
    'com',
    'uk',
    'co.uk',
    '*.ck',
    '!www.ck',
    'gov.test',
    '*.city.test',
    '!hall.city.test',
    '公司.test  // trailing words do not count',
    '// ===BEGIN PRIVATE DOMAINS===',
    'pages.example',
    '',
  ].join('\n'),
  sharedHosts: '# comment\ntenants.example\tcloud tenants\nrouting.tenants.example\n',
  listHosts: 'groups.example\tmail groups\ndeep.groups.example\nlists.campus.example\nexample\n',
  sharedDomains: 'union.example\tinstitutions\nstate.gov.test\n',
  consumerDomains: '# consumer\nfreemail.example\nmail.provider.example\nregion.isp.example\n',
});
