/** What a proof for `claimed` shows by a code that was issued to the party of `own`. */
export interface ScopeRow {
  readonly claimed: string;
  readonly own: string;
  /** `form`: no reader takes the document. */
  readonly wanted: 'proved' | 'scope' | 'other-domain' | 'form';
}

const rows = (
  wanted: ScopeRow['wanted'],
  pairs: readonly (string | readonly [claimed: string, own: string])[],
): readonly ScopeRow[] =>
  pairs.map((pair) =>
    typeof pair === 'string' ? { claimed: pair, own: pair, wanted } : { claimed: pair[0], own: pair[1], wanted },
  );

/** Names that many have parts of: refused even where a party is known by exactly that name. */
const suffixes = [
  ...['co.uk', 'org.uk', 'ac.uk', 'gov.uk', 'me.uk', 'ltd.uk', 'plc.uk', 'nhs.uk', 'police.uk', 'northwind.sch.uk'],
  ...['com.au', 'net.au', 'org.au', 'gov.au', 'co.jp', 'ac.jp', 'ne.jp', 'com.br', 'gov.br', 'co.nz', 'co.za'],
  ...['com.cn', 'com.tw', 'com.mx', 'com.ar', 'gob.ar', 'co.in', 'gov.in', 'com.sg', 'com.hk', 'com.tr', 'co.kr'],
  ...['com.pl', 'co.il', 'com.ua', 'co.th', 'com.my', 'com.ph', 'com.vn', 'k12.ca.us', 'northwind.ck', 'northwind.bd'],
  ...['github.io', 'gitlab.io', 'readthedocs.io', 'bitbucket.io', 'blogspot.com', 'herokuapp.com', 'netlify.app'],
  ...['vercel.app', 'pages.dev', 'workers.dev', 'web.app', 'firebaseapp.com', 'appspot.com', 'azurewebsites.net'],
  ...['cloudfront.net', 's3.amazonaws.com', 'fly.dev', 'myshopify.com', 'cloudapp.net', 'blob.core.windows.net'],
  ...['trafficmanager.net', 'dyndns.org', 'duckdns.org', 'ddns.net', 'us.com', 'uk.com', 'eu.com', 'de.com'],
  ...['onmicrosoft.com', 'onmicrosoft.de', 'onmicrosoft.us', 'mail.onmicrosoft.com', 'sharepoint.com', 'zendesk.com'],
  ...['atlassian.net', 'my.salesforce.com', 'service-now.com', 'freshdesk.com', 'mailgun.org', 'pphosted.com'],
  ...['xn--55qx5d.cn', 'northwind.kawasaki.jp', 'kawasaki.jp', 'sch.uk', 'r.appspot.com'],
];

const own = 'northwind.example';

export const scopeTable: readonly ScopeRow[] = [
  ...rows('scope', suffixes),
  ...rows('proved', [
    ...[
      own,
      'northwind.test',
      'northwind.invalid',
      'north-wind.example',
      '1northwind.example',
      'xn--nrdwind-90a.example',
    ],
    ...['northwind.co.uk', 'northwind.com.au', 'northwind.co.jp', 'a.northwind.ck', 'www.ck', 'city.kawasaki.jp'],
    ...[
      'a.northwind.sch.uk',
      'a.northwind.kawasaki.jp',
      'a.github.io',
      'northwind.onmicrosoft.com',
      'northwind.zendesk.com',
    ],
    ...['northwind.herokuapp.com', 'northwind.blogspot.com', 'northwind.my.salesforce.com', 'northwind.us.com'],
  ]),
  // Several controllers share these; and mail of a tenant is routed there, whose own domain is the party.
  ...rows('scope', ['state.tx.us', 'europa.eu', 'nhs.net', 'northwind.mail.onmicrosoft.com']),
  // What lies below a registered domain is covered by its owner's proof, never the other way round.
  ...rows('scope', [
    ...['mail', 'www', '_dmarc', '_candor-challenge', 'a.b', 'northwind', 'xn--bcher-kva'].map(
      (label) => [`${label}.${own}`, own] as const,
    ),
    ...['mail', 'github.io', 'northwind.example'].map((label) => [`${label}.evil.example`, own] as const),
    ['x.a.github.io', 'a.github.io'],
    ['x.northwind.co.uk', 'northwind.co.uk'],
    ['x.northwind.onmicrosoft.com', 'northwind.onmicrosoft.com'],
    ['192.0.2.10', own],
    ['10.0.0.10', own],
    ['localhost.localdomain', own],
    ['northwind.internal', own],
    ['northwind.local', own],
    ['example.example.example', own],
    ['github.io', 'a.github.io'],
    ['co.uk', 'northwind.co.uk'],
    ['onmicrosoft.com', 'northwind.onmicrosoft.com'],
  ]),
  // Somebody else's, however alike.
  ...rows('other-domain', [
    ...['evilnorthwind', 'northwind-example', 'northwnd', 'nortwhind', 'northvvind', 'n0rthwind', 'northwlnd'].map(
      (label) => [`${label}.example`, own] as const,
    ),
    // Cyrillic o, Cyrillic i, Greek omicron, dotless i, w with a dot, full-width letters folded by no reader.
    ...['xn--nrthwind-cog', 'xn--northwnd-gxf', 'xn--nrthwind-6bg', 'xn--northwnd-s4a', 'xn--northind-6id'].map(
      (label) => [`${label}.example`, own] as const,
    ),
    ['nordwind.example', 'xn--nrdwind-90a.example'],
    ['xn--nrdwind-90a.test', 'xn--nrdwind-90a.example'],
    ['northwind.test', own],
    ['northwind.invalid', own],
    ['northwind.co.uk', own],
    ['northwind.com.au', 'northwind.co.uk'],
    ['b.github.io', 'a.github.io'],
    ['a.gitlab.io', 'a.github.io'],
    ['contoso.onmicrosoft.com', 'northwind.onmicrosoft.com'],
    ['northwind.onmicrosoft.us', 'northwind.onmicrosoft.com'],
    ['contoso.zendesk.com', 'northwind.zendesk.com'],
    ['evil.example', own],
    ['example.test', own],
  ]),
  // Nothing but one form of a name: no reader folds, trims or corrects.
  ...rows('form', [
    ...[
      ...['example', 'com', 'uk', 'io', 'localhost', '', '.', '..', '*', 'Northwind.example'],
      ...['NORTHWIND.EXAMPLE', 'northwind.EXAMPLE', `${own}.`, `.${own}`, 'northwind..example', ` ${own}`, `${own} `],
      ...[
        `${own}\n`,
        `${own}\u0000`,
        `\u200b${own}`,
        `${own}\u202e`,
        `*.${own}`,
        `${own}/`,
        `${own}:53`,
        `http://${own}`,
      ],
      ...[`user@${own}`, `[${own}]`, `${own},evil.example`, `${own};evil.example`, `${own}|evil.example`, `${own}%00`],
      ...['northwind\u3002example', 'northwind\uff0eexample', 'n\u00f6rdwind.example', 'n\u043erthwind.example'],
      ...['\uff4e\uff4f\uff52\uff54\uff48wind.example', 'xn--n\u00f6rdwind.example', '-northwind.example'],
      ...['northwind-.example', `${'a'.repeat(64)}.example`, `${'a.'.repeat(126)}example`, '2001:db8::1', '192.0.2.1'],
      ...[
        '0x7f.1',
        'northwind.e',
        'north wind.example',
        'north\twind.example',
        'north"wind.example',
        'north\\wind.example',
      ],
    ].map((claimed) => [claimed, own] as const),
  ]),
];
