import type { SharedWords } from './shared-words.ts';

export const german: SharedWords = {
  pageTitle: 'Ihre E-Mails mit {organization}',
  sections: {
    overview: 'Überblick',
    messages: 'Nachrichten',
    secrets: 'Zugangsdaten',
    people: 'Personen',
    trust: 'Vertrauen',
    report: 'Ihre Meldung',
  },
  sectionsLabel: 'Bereiche',
  more: 'Mehr',
  emailsWith: 'E-Mails mit {organization}',
  skip: 'Zum Inhalt springen',
  account: 'Sie und dieses Gerät',
  signOut: 'Abmelden',
  language: 'Sprache',
  theme: 'Farben',
  themes: { system: 'Wie das Gerät', light: 'Hell', dark: 'Dunkel' },
  verdicts: {
    accessed: { sentence: 'geöffnet oder kopiert', short: 'geöffnet' },
    presumed: { sentence: 'muss als kopiert gelten', short: 'gilt als kopiert' },
    partial: { sentence: 'ein Teil wurde gesehen', short: 'teils gesehen' },
    possible: { sentence: 'nicht auszuschließen', short: 'nicht auszuschließen' },
    undetermined: { sentence: 'das Protokoll sagt es nicht', short: 'Protokoll sagt nichts' },
    'no-evidence': { sentence: 'vollständiges Protokoll, kein Zugriff', short: 'kein Zugriff' },
    absent: { sentence: 'kam an, als der Eindringling fort war', short: 'kam später' },
  },
  status: {
    keysHere: 'Schlüssel und Post nur auf diesem Gerät',
    nobody: 'niemand ist angemeldet',
    idleSoon:
      'Seit 14 Minuten hat niemand diese Seite berührt. In einer Minute werden die Schlüssel weggelegt und Sie abgemeldet; drücken Sie eine Taste, um zu bleiben.',
    clock: {
      ahead: 'Die Uhr dieses Geräts geht {minutes} min vor; Zeiten hier sind die des Portals.',
      behind: 'Die Uhr dieses Geräts geht {minutes} min nach; Zeiten hier sind die des Portals.',
    },
    keeping: {
      full: 'Der Speicher dieses Browsers ist voll: Post, die Sie öffnen, wird beim nächsten Mal neu geholt. Lesen geht weiter.',
      none: 'Dieser Browser behält nichts (privates Fenster): Post, die Sie öffnen, wird beim nächsten Mal neu geholt. Lesen geht weiter.',
      unkept:
        'Das Portal hat nicht aufbewahrt, was Sie gesehen haben. Dieser Tab weiß es; ein anderes Gerät merkt womöglich nicht, wenn man ihm Älteres zeigt. Bei der nächsten Prüfung wird es noch einmal versucht.',
    },
  },
  loading: 'Lädt',
  tryAgain: 'Noch einmal versuchen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  close: 'Schließen',
  cancel: 'Abbrechen',
  fault: {
    title: 'Diese Seite ist abgebrochen.',
    what: 'Was sie gerade tat, ist verloren; Ihre Post und Ihre Schlüssel sind es nicht. Sie meldete: {fault}',
    kept: 'Niemandem wurde etwas gesendet.',
    reload: 'Seite neu laden',
  },
  settingsMissing: {
    title: 'Die Website sagt nicht, wo ihr Portal ist.',
    what: 'Die Datei settings.json neben dieser Seite lädt nicht oder ist von anderer Version. Nichts ist verloren.',
    other: 'Ohne diese Seite: candor enroll und candor open tun dasselbe.',
  },
  notFound: { title: 'Diese Seite gibt es nicht.', back: 'Zum Überblick' },
};
