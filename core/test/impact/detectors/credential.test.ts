import { detectFindings } from '@candor/core/impact/detectors';
import { describe, expect, test } from 'vitest';

/** What is found in a text, weak findings too. */
function find(text: string): readonly string[] {
  return detectFindings(text)
    .filter(({ kind }) => kind === 'credential')
    .map(({ value, confidence }) => (confidence === 'weak' ? `${value}?` : value));
}

describe('finds a password', () => {
  test.each([
    ['Password: harbor7', ['harbor7']],
    ['User ID: bob\nPassword:\tWELCOME!\n', ['WELCOME!']],
    ['password = slowjoe', ['slowjoe']],
    ['PW:  m5dem0   <---zero', ['m5dem0']],
    ['login bob pw tidewater', ['tidewater']],
    [' pw tidewater', ['tidewater']],
    ['Your user id is "bob" and your password is "FLOW56".', ['FLOW56']],
    ['The password is service.  Please let me know.', ['service']],
    ['the password is upper case HARBOR.  The system will guide you', ['HARBOR']],
    ['The admin password for this round is "AdamAnt2000"', ['AdamAnt2000']],
    ['Password (initial password is HARBOR1).', ['HARBOR1']],
    ['username= guest, password= dealbench) or email', ['dealbench']],
    ['Here is the password to get into the analysis tools: id bob, password: kctw1.', ['kctw1']],
    ["Login password:  p0rt8lan!  (it's a zero not an o)", ['p0rt8lan!']],
    ['I have reset your password to Tide#221.', ['Tide#221']],
    ['Login/Password = reader/reader9', ['reader9']],
    ['USER NAME AND PASSWORD:  bsmith, tidal5', ['tidal5']],
    ['Your user \nid and password are both "bob12".', ['bob12']],
    ['Use tidewater (lower case) as the User ID and Password.', ['tidewater']],
    ['enter "power" as your registration password', ['power']],
    ['The passwords are: tide11, tide12 and tide13.', ['tide11', 'tide12', 'tide13']],
    ['User ID:\nPassword:\n\nbob\nTide2001\n', ['Tide2001']],
    ['Password:\n\n  Tide2001\n', ['Tide2001']],
    ['> > Username: bob\n> > Password: 735999\n', ['735999']],
    ["If it asks for a password, type 'tide'.", ['tide']],
    ['You can get in with my password, which is tide88.', ['tide88']],
    ["Sorry, wrong password. It's tide8, not tide7.", ['tide8']],
    ['Use my login (bob) and password (tide).', ['tide']],
    ['login bob, password tide', ['tide']],
    ['"password": "tide77x",', ['tide77x']],
    ['export DB_PASSWORD=tide77x', ['tide77x']],
    ['Password.....: tide', ['tide']],
    ['User -- bob\nPassword -- tide', ['tide']],
    ['ID\t\tbob\nPassword\ttide', ['tide']],
    ['use "bob" for the user name and "tide" for the password', ['tide']],
    ['I think the password is either tide1 or tide2.', ['tide1', 'tide2']],
    ['the creds are bob / Tide#77', ['Tide#77']],
    ['curl -u bob:tide77x https://api.harbor.test/', ['tide77x']],
    ['sqlplus bob/tide@prod', ['tide']],
    ['SSID: harbor, key: anchorrope4', ['anchorrope4']],
    ['> what is the pw for the model?\n\ntide77', ['tide77']],
    // A program wrapped the line behind the verb.
    ['We have set up the account that you asked for; the password for it is\nTide2001 until Friday.', ['Tide2001']],
  ])('%j', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  test.each([
    ['Benutzername: anna\nKennwort: Hafen#12', ['Hafen#12']],
    ['Das Passwort lautet Hafen2001.', ['Hafen2001']],
    ['Ihr neues WLAN-Passwort: hafenlicht7', ['hafenlicht7']],
    ['Identifiant : anna\nMot de passe : Phare!77', ['Phare!77']],
    ['Le mot de passe est « Phare77 ».', ['Phare77']],
    ['mdp: phare77', ['phare77']],
    ['Usuario: ana\nContraseña: Faro#33', ['Faro#33']],
    ['La contraseña es Faro2001.', ['Faro2001']],
    ['La clave de acceso es Faro2001', ['Faro2001']],
  ])('in other languages: %j', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  test('in a table, when the heading says so', () => {
    const text =
      'company user id  password\n\nNorth  north  kyg4399g\nSouth south  sew2983u\nWest  west  bcy8736h\n\nRegards';
    expect(find(text)).toEqual(['kyg4399g', 'sew2983u', 'bcy8736h']);
    expect(find('name\tlogin\tpassword\tnote\nBob\tbsmith\ttide\tnew\nAnn\tajones\tebb\told\n')).toEqual([
      'tide',
      'ebb',
    ]);
  });
});

describe('does not take for a password', () => {
  test.each([
    'Your password is your last name.',
    'Your password has expired.',
    'Your password will expire in 10 days.',
    'Please remember that your password is case sensitive.',
    'The password is the same as the username.',
    'Password: ********',
    'Password: <your password>',
    'Password: [enter here]',
    'User name: Password:',
    'What is the password for the tools?',
    'I forgot my password again, sorry.',
    'Please change your password by going to https://home.harbor.test and choosing "Change".',
    'Changes to website passwords - as an added security measure, some new rules apply.',
    'A decrease in the number of days passwords are valid under our policy.',
    'Enter your birth date as the password in the following format: MMDDYYYY.',
    'Here is the password to get into the tools: I.D.: bob',
    'UserID and Password are provided below.',
    'Password reset\nClick the link below.',
    'Mot de passe oublié ?',
    'Ihr Passwort ist abgelaufen.',
    'La contraseña ha caducado.',
    'If you have lost your password: call 713-555-0199.',
    'Passwort: siehe unten',
    'The clave is a music pattern.',
    'He ran in (pass failed) from the line',
    'They are a pass-oriented team',
    'He also had a\npass reception for 36 yards.',
    'I have to pass "pci=bios,irq" to the kernel.',
    'For now I will use md5 for password checking.',
    'invalidate bad passphrase"]\nif [catch {exec sh -c "[format x]"}]',
    'password = request.getParameter("password")',
    'x\u0092Pw\u0092v\u00aeF5v]\u00e9\u0011X',
    'La clave del éxito es trabajar.',
    'The password is being reset.',
    'What is the password?\n\nThanks',
  ])('%s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

test('gives offsets of the value in the whole text', () => {
  const text = 'Hello\n> > the password is\n> > Tide2001.\n\nPassword: ebb2002\n';
  for (const { start, end, value } of detectFindings(text)) expect(text.slice(start, end)).toBe(value);
});

test('reads a long text of cues in linear time', () => {
  const count = (times: number): number => detectFindings('password is\n'.repeat(times)).length;
  expect(count(20_000)).toBe(0);
});
