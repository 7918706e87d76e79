/** What somebody else wrote, as cells, tabs and titles get it. */
export const HOSTILE = [
  'x'.repeat(300),
  'شركة الطاقة \u202egnp.exe',
  `<img src=x onerror="document.title='run'"><b>bold</b>`,
  `Ze\u0301${'\u0335\u0336\u0337'.repeat(40)}ro`,
  `line one\nline two\u2028line three\u0000`,
  'a'.repeat(200_000),
  'עברית then English, then עוד',
] as const;

export const SECTIONS = [
  ['incident', 'Incident'],
  ['evidence', 'Evidence'],
  ['exposure', 'Exposure'],
  ['leads', 'Leads'],
  ['findings', 'Findings'],
  ['parties', 'Parties'],
  ['notices', 'Notices'],
  ['review', 'Review'],
  ['reports', 'Reports'],
  ['log', 'Log'],
] as const;
