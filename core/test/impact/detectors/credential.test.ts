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
    ['The password for your account: P0051 has been reset to: 1319ab', ['1319ab']],
    ['Password has been changed back to tide99', ['tide99']],
    ['I set the password for the file to tide, all lower case.', ['tide']],
    ['my password is bluebonnet in case you need my mail while I am out.', ['bluebonnet']],
    ['My password while I am gone is tide.', ['tide']],
    ['enter your user ID, bob, and your password, tide9, then click OK', ['tide9']],
    ['You requested your password. Here it is:\n\ntide88\n\nThe team', ['tide88']],
    ['It wants a password - its harbor', ['harbor']],
    ['The passowrd is tide9.', ['tide9']],
    ['pasword: giraffe', ['giraffe']],
    ['Type in tide for the password', ['tide']],
    ['Type in "bob" and "tide" as the user name and password.', ['tide']],
    ['I got into it with tide1 as the password so you might change that.', ['tide1']],
    ['The sheet is password protected. Use "curve" to open it.', ['curve']],
    ['The same password as before (derby).', ['derby']],
    ['What did you choose as password? Mine is set to Tide01 now.', ['Tide01']],
    ['Q: what is the password\nA: tide5', ['tide5']],
    ['> Do you know the password for the page?\n\nI think it is tide1.', ['tide1']],
    ['What is the login for the site?\n> harbor / tide\n', ['tide']],
    ['> user ids and passwords:\n\nbob / tide44\nann / tide55', ['tide44', 'tide55']],
    ['The userid and password are as follows:\nharbor\ntide2001', ['tide2001']],
    ['Site logons\n\nBob Sample    bob1    tide1\nAnn Sample    ann2    tide2', ['tide1', 'tide2']],
    ['user id  password volume A volume B\n\ntest1  user1  20000  0\ntest2  user2  20000  0', ['user1', 'user2']],
    ['User: curves\nPass: tide!', ['tide!']],
    ['Frequent flyer # 88213377, password skyhi', ['skyhi']],
    ['voice mail: 713-555-0173, password 4455#', ['4455#']],
    ['Password: "harbor light"', ['harbor light']],
    ['Network: Guest\nPassword: welcome to harbor', ['welcome to harbor']],
    ['password for Platts: gasdaily; for the other: weekly', ['gasdaily', 'weekly']],
    ['Password......tide44', ['tide44']],
    ['my login (bob/tide) is down', ['tide']],
    ['it is admin/tide99 if it asks for a login', ['tide99']],
    ['wifi "Seaside" / gulls1234', ['gulls1234']],
    ['with the user name of bob and password of cougar', ['cougar']],
    ['Das Kennwort habe ich auf Kranich8 gesetzt.', ['Kranich8']],
    ['The sign-on for the site is bob, password oilman. Call them.', ['oilman']],
    ['your old password was tide, the new one is ebb9', ['tide', 'ebb9']],
    ['I changed my password from heron to egret last week.', ['heron', 'egret']],
    ["Password's buzzard.", ['buzzard']],
    ["pw's for the week: mon11, tue22", ['mon11', 'tue22']],
    ['Passwords:\nJohn - jj1234\nMary - mm5678', ['jj1234', 'mm5678']],
    ["Here are everyone's passwords:\n\nJohn Sample: blue42\nMary Tester: green17", ['blue42', 'green17']],
    ['Mail: bob@site.example pw sparrow', ['sparrow']],
    ['The login is bob@site.example and popcorn77', ['popcorn77']],
    ["Use last month's password (november) until then.", ['november']],
    ['Go there, login analyst/analyst', ['analyst']],
    ['Visitor wifi is HarborNet, key summer2019!', ['summer2019!']],
    ['wifi pw correct-horse', ['correct-horse']],
    ['Bitte mit "gast" und Kennwort "amsel" anmelden.', ['amsel']],
    ['pls use password BIDS for the attached', ['BIDS']],
    ["To open it you'll need the password (auction).", ['auction']],
    ['The file is attached, password firstnotes.', ['firstnotes']],
    ['I tried summer99 as the password and it did not work.', ['summer99']],
    ["password? It's winter02", ['winter02']],
    ["What's the password?  spring02", ['spring02']],
    ['> what was the password again\n\nswordfish9', ['swordfish9']],
    ['user name and password are bob and oilers respectively', ['oilers']],
    ['u/p = bob/oilers3', ['oilers3']],
    ['log in as bob with gatorade.', ['gatorade']],
    ['the box is 192.0.2.40, root/Tr0ub4dor', ['Tr0ub4dor']],
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
    'When you reset your password in eHarbor, it changes in the other systems.',
    'Enter your new password twice',
    'Click here: http://www.site.example/pw?id=4411',
    'You need a password (alphanumeric).',
    'Log in as an administrator with care or with rights',
    'The passwords moved from Houston to Portland servers.',
    'All passwords:\nRegards - Bob\nThanks - Ann',
    'Enter a name and address2 on the login page: use Q and A.',
    'A login page and page2',
    'PW Eagle and PW Pipe rose 12 points.',
    'Your Password:  Date of Birth (Format YYYYMMDD)',
    'This page is password protected. Use caution.',
    'The login for the store (web/phone) has changed.',
    'M;Z0$8,:FM4Z9Y+?>6BQ!_!PW B@R85G0=(R/7/?7&4S!@K;F7LN`J>A>@RH8',
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

describe('reads the answer to a question', () => {
  const read = (text: string, subject = ''): readonly string[] =>
    detectFindings(text, { subject }).flatMap(({ kind, confidence, value }) =>
      confidence !== 'weak' && (kind === 'credential' || kind === 'access-code') ? [value] : [],
    );

  test.each([
    ['Re: password for the scanner?', 'Tide-lamp9\n\nBo\n', ['Tide-lamp9']],
    ['AW: Passwort fürs Archiv', 'Hallo Bo,\nes ist Anker77x\n', ['Anker77x']],
    ['RE: mot de passe du NAS', "c'est voile-blanche-nord\n", ['voile-blanche-nord']],
    ['Re: door code', "it's 4471#\n", ['4471#']],
    ['R: codice del portone', 'è 0417, poi spingi\n', ['0417']],
    [
      'Re: backup passphrase',
      'The words on the card: anchor lamp seldom tide. Keep it.\n',
      ['anchor lamp seldom tide'],
    ],
    ['second mail', 'Tide9lamp!\n', ['Tide9lamp!']],
    ['Re: lunch', 'Anker77x\nBo\n', []],
    ['Re: password for the scanner?', 'I do not know it either.\n', []],
    ['Re: zip code', '94105\n', []],
    ['Re: password policy', 'Thursday\n', []],
    ['Re: door code', '1200, as I said in the long report on last year\n', []],
    ['Re: password policy', 'tide7\nBo\n', []],
    ['Re: lunch', 'tide77\n', []],
    ['', 'Tide9lamp!\n', []],
  ])('in the subject: %s / %s', (subject, text, values) => expect(read(text, subject)).toEqual(values));

  test.each([
    ['[04/11/2026, 09:02] Bo: the password for the calendar?\n[04/11/2026, 09:03] Ada: tide_Lamp9\n', ['tide_Lamp9']],
    ['11/4/26, 7:14 PM - Bo: which door code is it\n11/4/26, 7:15 PM - Ada: #0613 still\n', ['#0613']],
    ['09:02 Bo: and the alarm\n09:03 Ada: 2214\n', ['2214']],
    ['09:02 Bo: and the bus\n09:03 Ada: 2214\n', []],
  ])('in a chat: %j', (text, values) => expect(read(text)).toEqual(values));
});

describe('knows a value by its shape', () => {
  test.each([
    ['school portal: bob / Harbor!Quay27', ['Harbor!Quay27']],
    ['Projector login\n  admin\n  lumen_9041\n', ['lumen_9041']],
    ['Shop portal\n  bo@harbor.example\n  stamp-tide77\n', ['stamp-tide77']],
    ['It says expired, I typed Meadow#Fall26 as in your mail, and my login is right.', ['Meadow#Fall26']],
    ['Your account: see you at Harbor2026!', []],
    ['Password reset, Ticket#HD00006500', []],
    ['log in to read C#Guide.pdf', []],
    ['bo@harbor.example\nRegards\n', []],
  ])('%j', (text, values) => expect(find(text).filter((value) => !value.endsWith('?'))).toEqual(values));
});

describe('reads other languages', () => {
  test.each([
    ['wachtwoord: Boot!42kaas', ['Boot!42kaas']],
    ['palavra-passe: Azul#Verde7', ['Azul#Verde7']],
    ['lösenord: Fjord77x', ['Fjord77x']],
    ['Zurückgesetzt, jetzt lautet es Anker-neu-44', ['Anker-neu-44']],
    ['Si cela ne fonctionne pas, essayez Voile-2026x', ['Voile-2026x']],
    ['Si no funciona, prueba con Vela_2026', ['Vela_2026']],
    ['AD password reset to Winter-Tide-88, change it', ['Winter-Tide-88']],
  ])('%s', (text, values) => expect(find(text)).toEqual(values));
});
