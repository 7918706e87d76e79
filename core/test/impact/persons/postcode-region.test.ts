import { readResidence } from '@candor/core/impact/persons';
import { expect, test } from 'vitest';

const where = (written: Parameters<typeof readResidence>[0]) => {
  const found = readResidence(written);
  return found === null ? null : (found.region ?? found.country);
};

// Postcodes of parliaments, town halls and ministries.
test.each([
  ['Austria', '1017', 'AT-9'],
  ['Austria', '8010', 'AT-6'],
  ['Austria', '9900', 'AT-7'],
  ['Australia', '4000', 'AU-QLD'],
  ['Australia', '2600', 'AU-ACT'],
  ['Belgium', '1008', 'BE-BRU'],
  ['Belgium', 'B-9000', 'BE-VLG'],
  ['Belgium', '5000', 'BE-WAL'],
  ['Brazil', '70160-900', 'BR-DF'],
  ['Brazil', '01310100', 'BR-SP'],
  ['Brazil', '69900-060', 'BR-AC'],
  ['Switzerland', '8001', 'CH-ZH'],
  ['Switzerland', 'CH-6900', 'CH-TI'],
  ['Czech Republic', '118 26', 'CZ-10'],
  ['Germany', '11011', 'DE-BE'],
  ['Germany', '20095', 'DE-HH'],
  ['Germany', '01067', 'DE-SN'],
  ['Germany', '70173', 'DE-BW'],
  ['Germany', '80331', 'DE-BY'],
  ['Denmark', '1218', 'DK-84'],
  ['Spain', '28014', 'ES-MD'],
  ['Spain', '48001', 'ES-PV'],
  ['Finland', '00102', 'FI-18'],
  ['France', '75007', 'FR-IDF'],
  ['France', '33000', 'FR-NAQ'],
  ['Greece', '100 21', 'GR-I'],
  ['Hungary', '1055', 'HU-BU'],
  ['India', '110001', 'IN-DL'],
  ['India', '400 032', 'IN-MH'],
  ['India', '560001', 'IN-KA'],
  ['Italy', '00186', 'IT-62'],
  ['Italy', '20121', 'IT-25'],
  ['Japan', '100-0014', 'JP-13'],
  ['Japan', '5300001', 'JP-27'],
  ['Latvia', 'LV-1050', 'LV-RIX'],
  ['Mexico', '06000', 'MX-CMX'],
  ['Mexico', '44100', 'MX-JAL'],
  ['Netherlands', '2513 AA', 'NL-ZH'],
  ['Norway', '0026', 'NO-03'],
  ['Poland', '00-902', 'PL-14'],
  ['Portugal', '9004-506', 'PT-30'],
  ['Romania', '050711', 'RO-B'],
  ['Sweden', '111 28', 'SE-AB'],
  ['Slovakia', '812 80', 'SK-BL'],
  ['United Kingdom', 'SW1A 0AA', 'GB-ENG'],
  ['United Kingdom', 'EH99 1SP', 'GB-SCT'],
  ['United Kingdom', 'CF99 1SN', 'GB-WLS'],
  ['United Kingdom', 'BT4 3XX', 'GB-NIR'],
])('%s %s is %s', (country, postcode, region) => {
  expect(where({ country, postcode })).toBe(region);
});

// In two regions, or in one of which it is not certain.
test.each([
  ['Germany', '59969', 'DE'],
  ['Germany', '14715', 'DE'],
  ['Germany', '37194', 'DE'],
  ['Austria', '2491', 'AT'],
  ['Switzerland', '6911', 'CH'],
  ['Japan', '618-0000', 'JP'],
  ['India', '160055', 'IN'],
  ['Australia', '0872', 'AU'],
  ['Australia', '3644', 'AU'],
  ['France', '01590', 'FR'],
  ['Portugal', '1249-068', 'PT'],
  ['United Kingdom', 'CH5 1AA', 'GB'],
  ['United Kingdom', 'SY21 7SP', 'GB'],
  // Not a postcode of its country.
  ['Germany', '1067', 'DE'],
  ['Germany', '200951', 'DE'],
  ['Brazil', '70160', 'BR'],
  ['Ireland', 'D02 AB12', 'IE'],
])('%s %s has no region', (country, postcode, expected) => {
  expect(where({ country, postcode })).toBe(expected);
});

test('reads a postcode in an address, where no other number can be it', () => {
  expect(where({ address: 'Rathausplatz 1, 20095 Hamburg, Germany' })).toBe('DE-HH');
  expect(where({ address: 'Hafenstr. 7, D-20457 Hamburg' })).toBe('DE-HH');
  expect(where({ address: 'Hauptplatz 1, 8010 Graz, Austria' })).toBe('AT-6');
  expect(where({ address: 'Wiener Str. 1010, Austria' })).toBe('AT');
  expect(where({ address: 'Hof 1010 A, 8010 Graz, Austria' })).toBe('AT');
  expect(where({ address: '1 Harbour St, Sydney NSW 2000, Australia' })).toBe('AU-NSW');
  expect(where({ address: '2000 Harbour St, Sydney, Australia' })).toBe('AU');
  expect(where({ address: 'Praça 1, 01310-100 São Paulo, Brazil' })).toBe('BR-SP');
  expect(where({ address: '1 High St, Leeds LS1 4AP' })).toBe('GB-ENG');
  expect(where({ address: '1 Strand St, Douglas IM1 1AA' })).toBe('IM');
  expect(where({ address: 'Hafenstr. 7, 20457 Hamburg' })).toBe(null);
});

test('a region that is named and another one by the postcode are none', () => {
  expect(where({ country: 'Germany', state: 'Hamburg', postcode: '20095' })).toBe('DE-HH');
  expect(where({ country: 'Germany', state: 'Bayern', postcode: '20095' })).toBe('DE');
  expect(where({ country: 'Germany', state: 'Bayern', postcode: '97896' })).toBe('DE-BY');
});
