import { readSecurityTxt } from '@candor/core/notice/contact';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const addresses = (text: string) => readSecurityTxt(text)?.contacts.map(({ contact }) => contact);

describe('security.txt', () => {
  it('lists email addresses by preference, with language and expiry', () => {
    const text = [
      '# our page',
      'Contact: mailto:security@northwind.example',
      'contact: MAILTO:Team@northwind.example',
      'Contact: https://northwind.example/report',
      'Contact: tel:+1-201-555-0123',
      'Expires: 2001-12-31T18:37:07z',
      'Preferred-Languages: de-CH, en',
    ].join('\r\n');
    expect(readSecurityTxt(text)).toEqual({
      contacts: [
        { contact: 'security@northwind.example', role: 'security', language: 'de' },
        { contact: 'Team@northwind.example', role: 'security', language: 'de' },
      ],
      expires: Date.UTC(2001, 11, 31, 18, 37, 7) / 1000,
    });
  });

  it('is read inside a signed message; text after the signature is ignored', () => {
    const text =
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nContact: mailto:a@northwind.example\n- Contact: mailto:b@northwind.example\n-----BEGIN PGP SIGNATURE-----\nContact: mailto:c@northwind.example\n';
    expect(addresses(text)).toEqual(['a@northwind.example', 'b@northwind.example']);
  });

  it('drops URI parameters, which could put text into our mail', () => {
    expect(addresses('Contact: mailto:a@northwind.example?subject=Pay&bcc=x@evil.example')).toEqual([
      'a@northwind.example',
    ]);
  });

  it.each([
    '',
    '<html>Contact: mailto:a@northwind.example</html>',
    'Contact: https://northwind.example/',
    'Contact: mailto:"a@b"@northwind.example',
    'Contact: mailto:a@[192.0.2.1]',
    'Contact: mailto:a%0d%0aRCPT%20TO:<x@evil.example>@northwind.example',
    'Contact: mailto:a%@northwind.example',
    'Contact: mailto:a@northwind.example,b@northwind.example',
    'Contact: mailto:',
    'Contactmailto:a@northwind.example',
  ])('has no contact in %j', (text) => expect(readSecurityTxt(text)).toBeNull());

  it('lists at most ten contacts, each once', () => {
    const many = Array.from({ length: 50 }, (_, at) => `Contact: mailto:a${at % 20}@northwind.example`).join('\n');
    expect(addresses(many)).toHaveLength(10);
  });

  it('never throws, and names only usable addresses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (noise) => {
        for (const address of addresses(`Contact: mailto:${noise}\n${noise}`) ?? [])
          expect(address).toMatch(/^[^\s<>,;"]+@[^\s<>@,;"]+$/);
      }),
    );
  });
});
