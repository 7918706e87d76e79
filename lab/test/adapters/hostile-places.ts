/**
 * Forms of one place inside: loopback at the canary's port. Each is tried as the first address, as a redirect and,
 * where it fits, as a domain. `{p}` is the port.
 */
export const hostileAddresses: readonly string[] = [
  ...['http://127.0.0.1:{p}/', 'https://127.0.0.1:{p}/', 'HTTP://127.0.0.1:{p}/', 'hTTpS://127.0.0.1:{p}/'],
  ...['http://localhost:{p}/', 'https://localhost:{p}/', 'http://LOCALHOST:{p}/', 'http://localhost.:{p}/'],
  ...['http://[::1]:{p}/', 'https://[::1]:{p}/', 'http://[0:0:0:0:0:0:0:1]:{p}/', 'http://[::]:{p}/'],
  ...['http://[::ffff:127.0.0.1]:{p}/', 'http://[::ffff:7f00:1]:{p}/', 'https://[::ffff:127.0.0.1]:{p}/'],
  ...['http://[::127.0.0.1]:{p}/', 'http://[64:ff9b::7f00:1]:{p}/', 'http://[2002:7f00:1::]:{p}/'],
  ...['http://2130706433:{p}/', 'http://0x7f000001:{p}/', 'http://017700000001:{p}/', 'http://0177.0.0.1:{p}/'],
  ...['http://127.1:{p}/', 'http://127.0.1:{p}/', 'http://0x7f.1:{p}/', 'http://0x7f.0x0.0x0.0x1:{p}/'],
  ...['http://127.000.000.001:{p}/', 'http://127.0.0.1.:{p}/', 'http://0:{p}/', 'http://0.0.0.0:{p}/'],
  ...['http://127.0.0.2:{p}/', 'https://2130706433:{p}/', 'https://0x7f.1:{p}/', 'https://127.1:{p}/'],
  // Full stops, digits and letters of other scripts, which a reader of addresses folds.
  ...[
    'http://127\u30020\u30020\u30021:{p}/',
    'http://127\uff0e0\uff0e0\uff0e1:{p}/',
    'http://\u2460\u2461\u2466.0.0.1:{p}/',
  ],
  ...[
    'http://\uff11\uff12\uff17.0.0.1:{p}/',
    'http://\uff4cocalhost:{p}/',
    'http://\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3:{p}/',
  ],
  // Percent signs, users, and what stands before and behind them.
  ...['http://%31%32%37.0.0.1:{p}/', 'http://127.0.0.1%2f@a.example:{p}/', 'http://a.example@127.0.0.1:{p}/'],
  ...['https://a.example:443@127.0.0.1:{p}/', 'https://a.example%40127.0.0.1:{p}/', 'http://127.0.0.1:{p}#@a.example/'],
  ...['http://127.0.0.1:{p}?@a.example/', 'http://a.example\\@127.0.0.1:{p}/', 'http://127.0.0.1:{p}\\@a.example/'],
  ...['https://user:word@127.0.0.1:{p}/', 'https://@127.0.0.1:{p}/', 'https://:@localhost:{p}/'],
  // Slashes that are too many, too few or the other way, and white space that is dropped.
  ...['https:127.0.0.1:{p}/', 'http:127.0.0.1:{p}/', 'http:/127.0.0.1:{p}/', 'http:///127.0.0.1:{p}/'],
  ...['http:\\\\127.0.0.1:{p}\\', '//127.0.0.1:{p}/', '\\\\127.0.0.1:{p}\\', '/\\127.0.0.1:{p}/', '///127.0.0.1:{p}/'],
  ...['\thttp://127.0.0.1:{p}/', 'ht\ttp://127.0.0.1:{p}/', 'http://127.0.\t0.1:{p}/', ' http://127.0.0.1:{p}/'],
  // Other schemes.
  ...['ftp://127.0.0.1:{p}/', 'ws://127.0.0.1:{p}/', 'wss://127.0.0.1:{p}/', 'gopher://127.0.0.1:{p}/_x'],
  ...['dict://127.0.0.1:{p}/x', 'ldap://127.0.0.1:{p}/x', 'file:///etc/passwd', 'data:text/plain,x', 'javascript:x'],
  ...[
    'blob:http://127.0.0.1:{p}/x',
    'view-source:http://127.0.0.1:{p}/',
    'jar:http://127.0.0.1:{p}/!/x',
    'about:blank',
  ],
];

/** What somebody may have as a "domain", where one is put into an address. */
export const hostileDomains: readonly string[] = [
  ...['127.0.0.1:{p}', 'localhost:{p}', '[::1]:{p}', '2130706433:{p}', '0x7f.1:{p}', 'a.example@127.0.0.1:{p}'],
  ...['127.0.0.1:{p}/x?', '127.0.0.1:{p}#', '127.0.0.1:{p}\\', 'a.example:443@localhost:{p}', '\t127.0.0.1:{p}'],
  ...[
    '127\u30020\u30020\u30021:{p}',
    '/127.0.0.1:{p}',
    '/../127.0.0.1:{p}',
    '127.0.0.1:{p}/../..',
    '0:{p}',
    '0.0.0.0:{p}',
  ],
  ...['%31%32%37.0.0.1:{p}', '[::ffff:127.0.0.1]:{p}', 'user:word@127.0.0.1:{p}'],
];
