import type { Hints } from '../finding.ts';

/**
 * Words that announce a password, in the languages of Candor's notices. Longer ones first: the first that fits is
 * taken.
 */
const PASSWORD_WORDS = [
  // English
  'pass ?phrases?',
  "pass-?words?(?:['’]s(?= (?:for|are|below)))?",
  'pass words?',
  'pass[- ]?code',
  'pass',
  '(?:wi-?fi|wlan|wpa2?|network)[ -](?:key|code|passcode)',
  'pswrds?',
  'psswrds?',
  // As they are mistyped.
  'passwo?rds?',
  'passow?rds?',
  'passwor(?:ds?|s)',
  'passwro?ds?',
  'passwards?',
  'paswo?rds?',
  'pasw?ds?',
  'passwds?',
  'passwd',
  'pswds?',
  'psw',
  'pwords?',
  'p/w',
  'pwds?',
  "pws?(?:['’]s)?",
  // German
  '[a-zäöüß]{0,20}passw(?:ö|oe)rter',
  '[a-zäöüß]{0,20}passwort',
  '[a-zäöüß]{0,20}kennw(?:ö|oe)rter',
  '[a-zäöüß]{0,20}kennwort',
  'losung(?:swort)?',
  '(?:wi-?fi|wlan|netzwerk)[ -]?(?:schlüssel|code)',
  // French
  'mots? de passe',
  'mdp',
  'phrase secr[eè]te',
  '(?:cl[eé]|code) (?:(?:du|de) )?(?:wi-?fi|wlan|wpa2?)',
  // Spanish
  'contrase(?:ñ|n|ni)as?',
  'clave(?:s)? (?:de acceso|(?:(?:de|del) )?(?:la )?wi-?fi)',
  'clave(?:s)?',
  // Other languages stand in the same mailboxes.
  'senhas?',
  'palavras?[- ]passe',
  "parola (?:d’ordine|d'ordine|chiave)",
  'wachtwoord(?:en)?',
  'l(?:ö|o)senord(?:et)?',
  'adgangskode[nr]?',
  'passord(?:et)?',
  'has(?:ł|l)o',
  'heslo',
  'salasana',
  // Where a network is named before.
  'key',
  'schlüssel',
  'clé',
];

/** Every cue holds one of these. */
export const PASSWORD_HINTS: Hints = {
  words: [
    'pass',
    'pasw',
    'pw',
    'psw',
    'pss',
    'p/w',
    'losung',
    'mdp',
    'contrase',
    'clave',
    'senha',
    'palavra',
    'parola ',
    'wachtwoord',
    'lösenord',
    'losenord',
    'adgangskod',
    'hasło',
    'haslo',
    'heslo',
    'salasana',
    'wifi',
    'wi-fi',
    'wlan',
    'wireless',
    'wpa',
    'network key',
    'network-key',
    'network code',
    'network pass',
    'phrase secr',
    'netzwerk',
    'ssid',
  ],
  parts: ['passw', 'kennw'],
};

export const USER_WORDS =
  "user ?-?(?:id|name)s?|screen ?names?|member(?:ship)?[ -](?:name|id|number)|customer[ -](?:id|number)|log-?in[ -]?names?|users?|log ?-?(?:in|on)(?: ?-?(?:id|name))?s?|sign[ -]?(?:on|in)(?: id| name)?|ids?|i\\.d\\.|account(?: name)?|username|benutzer(?:name|kennung)?|kennung|anmeldename|identifiants?|utilisateur|nom d[’']utilisateur|usuario|nombre de usuario|gebruikersnaam|utilizador|utente|nome utente|användarnamn|brugernavn|brukernavn|e-?mail";

/** In settings `_` parts words: `DB_PASSWORD=x`. */
export const PASSWORD_CUE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<!_(?!pass|pw))(?:${PASSWORD_WORDS.join('|')})(?![\\p{L}\\p{N}_])`,
  'giu',
);

export const USER_CUE = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${USER_WORDS})(?![\\p{L}\\p{N}_])`, 'iu');

/** Cues that people use beside a value without any sign between: `pw synergi`. */
export const SHORT_CUE = /^(?:pass|p\/w|pws?|pwds?|pswds?|pswrds?|passwds?|mdp)$/i;

/** Cues that announce several words. */
export const PHRASE_CUE = /(?:phrase|phrase secr[eè]te|frase de contrase(?:ñ|n)a)$/i;
