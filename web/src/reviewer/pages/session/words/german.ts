import type { SessionWords } from './session-words.ts';

export const german: SessionWords = {
  question: 'Ihre E-Mails mit {organization}',
  answers: {
    first: 'Melden Sie sich mit Ihrem Passkey an, um sie zu lesen.',
    'by-you': 'Sie sind abgemeldet. Die Schlüssel sind weggelegt.',
    idle: '15 Minuten lang war niemand hier, deshalb wurden die Schlüssel weggelegt.',
    ended: 'Das Portal hat die Sitzung beendet. Die Schlüssel wurden weggelegt.',
    'other-tab': 'Sie haben sich in einem anderen Tab abgemeldet. Auch hier wurden die Schlüssel weggelegt.',
    'other-person': 'In einem anderen Tab hat sich jemand anders angemeldet. Hier wurden die Schlüssel weggelegt.',
  },
  lead: {
    first: 'Entschlüsselt wird nur auf diesem Gerät. Das Portal hat nichts, was sie öffnet.',
    'by-you': 'In diesem Tab ist nichts von Ihrer Post übrig.',
    idle: 'Melden Sie sich an, und Sie sind, wo Sie waren. Nichts, was Sie gespeichert haben, ist verloren.',
    ended:
      'Das geschieht nach 8 Stunden, wenn das Portal neu startet, wenn ein anderer Passkey für Sie eingetragen wird oder wenn Ihnen der Zugang genommen wurde. Melden Sie sich an, und Sie sind, wo Sie waren.',
    'other-tab': 'Melden Sie sich wieder an, um weiterzumachen, wo Sie waren.',
    'other-person': 'Ein Browser hält eine Sitzung auf einmal. Für zwei Personen braucht es zwei Browser oder Profile.',
  },
  signIn: 'Mit Passkey anmelden',
  signingIn: 'Wartet auf Ihren Passkey …',
  firstTime: 'Zum ersten Mal hier? Sie brauchen den Code aus der Mitteilung.',
  enroll: 'Mit dem Code einer Mitteilung einschreiben',
  lostPasskey: 'Passkey verloren oder auf einem anderen Gerät?',
  recover: 'Mit dem Wiederherstellungsschlüssel einen anderen eintragen',
  keyFile: 'Eine Schlüsseldatei oder eine Freigabe auf der Platte?',
  openFiles: 'Dateien dieses Geräts öffnen',
  withoutBrowser:
    'Ohne Browser: candor enroll und candor open. Sie benutzen diese Seite nicht, also kann sie Ihnen niemand unterschieben.',
  privateMode:
    'Dieser Browser behält nichts (privates Fenster oder Speichern verboten): jeder Besuch lädt Ihre Post von neuem, und das Einschreiben muss in einem Zug geschehen.',
  locked: {
    question: 'Angemeldet, Schlüssel noch zu',
    title: 'Geben Sie Ihren Wiederherstellungsschlüssel ein, um Ihre Schlüssel zu öffnen.',
    lead: 'Ihr Passkey meldet Sie an, kann aber keine Schlüssel auspacken: seinem Gerät oder Programm fehlt die PRF-Erweiterung, oder sie fehlte, als er gemacht wurde. Deshalb wird der Wiederherstellungsschlüssel jedes Mal gebraucht. Tragen Sie einen anderen Passkey ein, den ein neueres Gerät oder Programm macht, um das loszuwerden.',
    label: 'Wiederherstellungsschlüssel',
    hint: '28 Zeichen (früher 27), wie Sie sie aufgeschrieben haben. Er wird auf diesem Gerät benutzt und nirgendwohin gesendet.',
    open: 'Meine Schlüssel öffnen',
    opening: 'Öffnet …',
  },
  portalFlaws: {
    malformed:
      'Das Portal nahm nicht an, was diese Seite sandte. Seite oder Portal sind von anderer Version; laden Sie die Seite neu.',
    'foreign-origin':
      'Das Portal kennt die Adresse dieser Seite nicht. Tippen Sie die Adresse aus Ihrer Mitteilung; ist sie dieselbe, sagen Sie es {organization}.',
    'not-found': 'Das Portal hat so etwas nicht, oder nicht für Sie.',
    conflict: 'Am Portal geschah inzwischen etwas anderes. Versuchen Sie es noch einmal.',
    'too-large': 'Das Portal nahm so viel auf einmal nicht an.',
    'wrong-type': 'Das Portal nahm nicht an, was diese Seite sandte. Laden Sie die Seite neu.',
    'too-many':
      'Das Portal bittet, langsamer zu sein. Versuchen Sie es in einigen Minuten wieder; nichts ist verloren.',
    fault:
      'Das Portal ist beim Antworten ausgefallen. Nichts ist verloren; versuchen Sie es in einigen Minuten wieder.',
    'lab-silent':
      'Das Portal wartet darauf, dass {organization} sagt, wer was lesen darf; bis dahin bedient es niemanden. Das dauert bis zum nächsten Aufruf, höchstens einen Tag.',
    'session-ended': 'Die Sitzung ist zu Ende. Melden Sie sich wieder an.',
    'not-known':
      'Das Portal kennt niemanden mit diesem Passkey oder Schlüssel. Entweder wartet Ihre Einschreibung noch auf Zustimmung, oder der Zugang wurde Ihnen genommen, oder der Passkey wurde ersetzt.',
    'portal-silent': 'Das Portal antwortet nicht. Das sagt nichts über Ihre Post. Versuchen Sie es in einigen Minuten.',
    offline: 'Dieses Gerät hat kein Netz.',
    'portal-broken':
      'Was antwortete, ist kein Portal dieser Version. Vielleicht hat unterwegs etwas an seiner Stelle geantwortet; versuchen Sie ein anderes Netz.',
  },
  passkeyFlaws: {
    cancelled:
      'Es wurde kein Passkey benutzt: abgebrochen, zu lange gewartet, oder auf diesem Gerät ist keiner für {domain}.',
    unsupported:
      'Dieser Browser oder dieses Gerät hat keine passenden Passkeys. Nehmen Sie einen anderen Browser oder einen Sicherheitsschlüssel.',
    'wrong-site':
      'Passkeys für {domain} lassen sich auf dieser Seite nicht benutzen. Vergleichen Sie die Adresse der Seite mit Ihrer Mitteilung.',
    'already-there': 'Dieses Gerät hat diesen Passkey schon.',
    fault: 'Der Passkey ging aus einem Grund nicht, den der Browser nicht nennt. Versuchen Sie es noch einmal.',
  },
  otherFault: 'Das ging aus einem Grund nicht, den diese Seite nicht kennt. Laden Sie sie neu.',
  account: {
    question: 'Sie und dieses Gerät',
    title: 'Schlüssel und Post sind nur auf diesem Gerät.',
    nobody: 'Niemand ist angemeldet.',
    party: 'Liest für',
    roles: { nominator: 'Benennende Person', reviewer: 'Lesende Person', representative: 'Vertretung' },
    role: 'Rolle',
    fingerprint: 'Ihr Fingerabdruck',
    fingerprintHint:
      'Er gilt für Ihre beiden Schlüssel. Lesen Sie ihn vor, wenn jemand sicher sein will, dass Sie es sind.',
    tabs: 'Jeder Tab hält eigene Schlüssel und fragt nach dem Passkey; Abmelden in einem schließt alle. Zwei Personen brauchen zwei Browser.',
    others: {
      title: 'Wo Sie sonst angemeldet sind',
      none: 'Nirgends sonst.',
      some: ['In einem weiteren Browser.', 'In {n} weiteren Browsern.'],
      one: 'Seit dem {begun}, zuletzt benutzt am {seen}',
      hint: 'Kennen Sie einen davon nicht, oder ist ein Gerät nicht mehr in Ihrer Hand? Melden Sie sich dort ab; der Passkey wird noch einmal verlangt.',
      end: 'Überall sonst abmelden',
      ended: 'Überall sonst abgemeldet.',
    },
    forgetTitle: 'Was dieser Browser behält',
    forgetHint:
      'Verschlüsselte Post, damit der nächste Besuch schnell ist, und eine begonnene Einschreibung. Entfernen Sie es auf einem Gerät, das nicht Ihres ist.',
    forget: 'Aus diesem Browser entfernen',
    forgotten: 'Entfernt. Der nächste Besuch lädt Ihre Post von neuem.',
  },
};
