import { detectFindings, findPrivilegeMarks, maskValue, normalizeValue } from '@candor/core/impact/detectors';
import { describe, expect, test } from 'vitest';

function find(text: string, sensitive = false): readonly string[] {
  return detectFindings(text, { sensitive }).map(({ kind, value, confidence }) => `${kind} ${confidence} ${value}`);
}

describe('document and tax numbers', () => {
  test.each([
    ['Passport number: C01234567', 'passport likely C01234567'],
    ['Reisepass Nr. F12K34567', 'passport likely F12K34567'],
    ['Passeport n° 12AB34567', 'passport likely 12AB34567'],
    ['Número de pasaporte:\n  123456789', 'passport likely 123456789'],
    ["Driver's license number: D1234567", 'driving-licence likely D1234567'],
    ['Führerschein: B072RRE2I55', 'driving-licence likely B072RRE2I55'],
    ['Permis de conduire n° 880613200456', 'driving-licence likely 880613200456'],
    ['ITIN: 912-71-1234', 'tax-id likely 912-71-1234'],
    ['Meine Steuernummer ist 21/815/08150', 'tax-id likely 21/815/08150'],
    ['Numéro fiscal : 1234567890123', 'tax-id likely 1234567890123'],
  ])('%j', (text, expected) => {
    expect(find(text)).toEqual([expected]);
  });

  test.each([
    'Use your .NET Passport to sign in to 12345 sites.',
    'Passport photos: 555 Main',
    'Please bring your passport and 2 photos.',
    'The driver license office moved in 1999.',
    'Our company tax number is 12-3456789.',
    'Passport 4510 renewal appointment at the office of 12 people',
  ])('not: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('addresses and telephone numbers of private persons', () => {
  test.each([
    [
      'Home address: 12 Harbor Street, Exampletown, TX 77002',
      'home-address likely 12 Harbor Street, Exampletown, TX 77002',
    ],
    [
      'My home address is:\n12 Harbor Street\nExampletown, TX 77002',
      'home-address likely 12 Harbor Street, Exampletown, TX 77002',
    ],
    ['Privatanschrift: Hafenstraße 12, 20459 Hamburg', 'home-address likely Hafenstraße 12, 20459 Hamburg'],
    ['Adresse personnelle : 12 bis rue du Phare, 29200 Brest', 'home-address likely 12 bis rue du Phare, 29200 Brest'],
    ['Vive en calle del Faro 12, 28013 Madrid.', 'home-address likely calle del Faro 12, 28013 Madrid'],
    ['Home phone: (713) 555-0110', 'telephone likely (713) 555-0110'],
    ['Call me at home 713-555-0110', 'telephone likely 713-555-0110'],
    ['My cell is 713-555-0110.', 'telephone likely 713-555-0110'],
    ['Telefon (privat): 040 5550110', 'telephone likely 040 5550110'],
    ['Cell: 713-555-0110', 'telephone weak 713-555-0110'],
  ])('%j', (text, expected) => {
    expect(find(text)).toEqual([expected]);
  });

  test.each([
    'Phone: 713-555-0110\nFax: 713-555-0111',
    'The home page had 12000 visitors in 1999.',
    'The residence permits of 12 people',
    'He lives at the harbor.',
    'Office address: 1400 Smith Street, Houston, TX 77002',
  ])('not: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('login names', () => {
  test.each([
    ['User ID: bsmith', ['login-name likely bsmith']],
    ['Your user name is bsmith.', ['login-name likely bsmith']],
    ['Benutzername: anna.muster', ['login-name likely anna.muster']],
    ['login bsmith, password tide77x', ['login-name likely bsmith', 'credential likely tide77x']],
    ['Username: bob@harbor.test', ['login-name likely bob@harbor.test']],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  test.each(['User ID: your SAP user ID', 'Login: ', 'The user is happy.', 'User name is required'])(
    'not: %s',
    (text) => {
      expect(find(text)).toEqual([]);
    },
  );
});

describe('specially protected data', () => {
  test.each([
    ['He was diagnosed with diabetes.', 'health'],
    ['My wife had surgery on Monday.', 'health'],
    ['Sie ist seit Montag krankgeschrieben.', 'health'],
    ['Elle est en arrêt maladie.', 'health'],
    ['Está de baja médica.', 'health'],
    ['Religion: Quaker', 'special-category'],
    ['He is a member of the union.', 'special-category'],
    ['Konfession: keine', 'special-category'],
  ])('%s', (text, kind) => {
    expect(find(text)).toEqual([]);
    expect(detectFindings(text, { sensitive: true }).map((finding) => finding.kind)).toEqual([kind]);
  });

  test.each([
    'The cancer center opened.',
    'A surgery of the budget',
    'The race: 5 miles',
    'Religious holidays are listed.',
  ])('not: %s', (text) => {
    expect(find(text, true)).toEqual([]);
  });

  test('reports nothing of the value', () => {
    for (const kind of ['health', 'special-category'] as const) {
      expect(maskValue({ kind, value: 'diagnosed with diabetes' })).toBe('…');
      expect(normalizeValue({ kind, value: 'diagnosed with diabetes' })).toBe('');
    }
  });
});

describe('privilege marks', () => {
  test.each([
    ['ATTORNEY-CLIENT PRIVILEGED COMMUNICATION', 'attorney-client'],
    ['Privileged & Confidential', 'privileged'],
    ['This is attorney work product.', 'work-product'],
    ['Prepared in anticipation of litigation', 'legal-advice'],
    ['Vertraulich: Anwaltsgeheimnis', 'attorney-client'],
    ['Correspondance avocat-client', 'attorney-client'],
  ])('%s', (text, mark) => {
    expect(findPrivilegeMarks(`Hello\n> ${text}\n`).map((each) => each.mark)).toContain(mark);
  });

  test.each(['It is a privilege to work here.', 'The attorney called the client.', 'Confidential'])(
    'not: %s',
    (text) => {
      expect(findPrivilegeMarks(text)).toEqual([]);
    },
  );

  test('gives the same passage for each mail with one footer, whatever surrounds it', () => {
    const [first] = findPrivilegeMarks('This e-mail is PRIVILEGED and confidential.');
    const [second] = findPrivilegeMarks('Bye\n>> This e-mail  is privileged and confidential!');
    expect(first?.passage).toBe('this e mail is privileged and confidential');
    expect(second?.passage).toBe(first?.passage);
  });
});
