import markdown from '../../../../docs/guide/reading-your-mail.de.md?raw';
import type { EnrollWords } from '../reviewer/enroll-words.ts';
import type { ErrorWords } from '../reviewer/error-words.ts';
import type { ExportWords } from '../reviewer/export-words.ts';
import type { FilesWords } from '../reviewer/files-words.ts';
import type { MessagesWords } from '../reviewer/messages-words.ts';
import type { OverviewWords } from '../reviewer/overview-words.ts';
import type { PackTemplates } from '../reviewer/pack-template.ts';
import type { PackWords } from '../reviewer/pack-words.ts';
import type { PeopleWords } from '../reviewer/people-words.ts';
import type { ReadingWords } from '../reviewer/reading-words.ts';
import type { ReviewerCatalogue } from '../reviewer/reviewer-catalogue.ts';
import type { SecretWords } from '../reviewer/secret-words.ts';
import type { SessionWords } from '../reviewer/session-words.ts';
import type { SharedWords } from '../reviewer/shared-words.ts';
import type { TrustWords } from '../reviewer/trust-words.ts';
import { codeWords, rules } from './basics.ts';

const shared: SharedWords = {
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
    absent: { sentence: 'kam an, als der Angreifer fort war', short: 'kam später' },
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
  goTo: { title: 'Gehe zu', short: 'gehe zu', label: 'Seite', none: 'So heißt nichts.' },
  keys: {
    title: 'Alle Tasten',
    short: 'alle Tasten',
    acts: {
      goTo: 'Zu einer Seite gehen',
      help: 'Diese Liste',
      search: 'Nachrichten durchsuchen',
      move: 'Nächste, vorige Nachricht',
      select: 'Nachricht auswählen',
      save: 'Gezeigtes sichern',
      leave: 'Zurück, schließen',
      table: 'Das Bild als Tabelle',
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

const session: SessionWords = {
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

const errors: ErrorWords = {
  locked: 'Ihre Schlüssel sind weggelegt. Melden Sie sich neu an.',
  'wrong-key': 'Damit lassen sich Ihre Schlüssel nicht öffnen.',
  mistyped: 'Die Eingabe enthält einen Fehler. Vergleichen Sie sie Gruppe für Gruppe mit dem Ausdruck.',
  'damaged-keys':
    'Ihre verpackten Schlüssel fehlen beim Portal oder sind nicht lesbar. Registrieren Sie mit Wiederherstellungsschlüssel oder Schlüsseldatei einen neuen Passkey.',
  'unknown-recovery':
    'Das Portal hat zu diesem Wiederherstellungsschlüssel keine Schlüssel. Vergleichen Sie ihn mit Ihrer Notiz; stimmt er, schreiben Sie sich neu ein.',
  'older-keys':
    'Das Portal gab eine ältere Fassung Ihrer Schlüssel, als dieser Browser gesehen hat. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'other-person':
    'Die Sitzung gehört jemand anderem als diese Schlüssel. Nichts wurde geöffnet. Melden Sie sich neu an.',
  'weak-passphrase': 'Die Passphrase hat weniger als 10 Zeichen. Nehmen Sie vier oder fünf zufällige Wörter.',
  'needs-recovery':
    'Dazu braucht es Ihren Wiederherstellungsschlüssel: Legen Sie die Schlüssel weg, öffnen Sie sie damit und versuchen Sie es als Erstes noch einmal.',
  'release-refused:manifest':
    'Abgelehnt: Was diese Freigabe enthält, steht nicht in der einzig zulässigen Form da. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'release-refused:keys':
    'Abgelehnt: Der Schlüsselsatz zu dieser Freigabe ist nicht lesbar. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'release-refused:approvals':
    'Abgelehnt: Genau diese Freigabe wurde nicht von zwei verschiedenen Personen von {organization} genehmigt. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'release-refused:fingerprint':
    'Abgelehnt: Diese Freigabe ist mit anderen Schlüsseln unterschrieben als denen Ihrer Mitteilung. Nichts wurde geöffnet. Vergleichen Sie den Fingerabdruck mit Mitteilung, DNS oder am Telefon.',
  'release-refused:log':
    'Abgelehnt: Das öffentliche Protokoll beweist diese Freigabe nicht. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'release-refused:scope':
    'Abgelehnt: Diese Freigabe gehört zu einem anderen Vorfall oder einer anderen Partei. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'release-refused:chain':
    'Abgelehnt: Diese Freigabe folgt nicht auf die vorige, oder es gibt zwei mit einer Nummer. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'release-withheld':
    'Das Portal nennt eine Freigabe und gibt sie nicht heraus. Nichts wurde geöffnet. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es {organization}.',
  'log-not-continued':
    'Nein: Dieses Protokoll setzt nicht fort, was in Ihrer Mitteilung steht oder was Sie zuletzt gesehen haben. Nichts wurde geöffnet. Rufen Sie {organization} an und heben Sie Ihre Mitteilung auf.',
  'log-silent':
    'Das Protokoll auf der Website von {organization} antwortet nicht oder ist im Rückstand. Ohne es ist nichts zu beweisen, darum wurde nichts geöffnet. Versuchen Sie es in ein paar Minuten wieder.',
  'rolled-back':
    'Nein: Das ist eine ältere Freigabe als die, die Sie zuletzt gesehen haben. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'no-grant':
    'Diese Freigabe enthält keinen Schlüssel für Sie. Entweder wurden Sie erst danach zugelassen, oder Ihr Zugang wurde zurückgenommen. Fragen Sie die Person, die bei Ihnen benennt, wer lesen darf.',
  'damaged-grant':
    'Ihr Schlüssel zu dieser Freigabe wurde unterwegs verändert. Nichts wurde geöffnet. Sagen Sie es {organization}.',
  'damaged-index':
    'Das Verzeichnis der Nachrichten wurde unterwegs verändert. Nichts wurde geöffnet. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es {organization}.',
  'unknown-message': 'Diese Freigabe hat keine solche Nachricht.',
  'missing-object': 'Diese Nachricht fehlt beim Portal. Die anderen lassen sich öffnen.',
  'damaged-object':
    'Diese Nachricht konnte nicht geöffnet werden: Ihre Prüfsumme weicht ab. Die anderen lassen sich öffnen.',
  'damaged-file': 'Diese Datei ist keine Freigabe, oder sie wurde abgeschnitten oder verändert. Nichts wurde geöffnet.',
  'no-vault': 'Es ist keine Freigabe geöffnet.',
  'note-refused': 'Das Portal nahm die Notiz nicht an. Sie ist nicht gespeichert; versuchen Sie es noch einmal.',
  'too-long': 'Die Notiz hat mehr als 4.000 Zeichen.',
  'session-ended': 'Die Sitzung ist beendet. Melden Sie sich neu an; Sie sind wieder, wo Sie waren.',
  'portal-silent':
    'Das Portal antwortet nicht. Über Ihre E-Mails sagt das nichts. Versuchen Sie es in ein paar Minuten wieder.',
  'portal-broken':
    'Das Portal ist gestört, oder etwas anderes antwortete an seiner Stelle. Versuchen Sie es in ein paar Minuten oder aus einem anderen Netz.',
  'lab-silent':
    'Das Portal wartet darauf, dass {organization} sagt, wer was lesen darf, und gibt bis dahin niemandem etwas. Das dauert höchstens einen Tag.',
  'too-many': 'Das Portal bittet um weniger Eile. Versuchen Sie es in ein paar Minuten wieder; nichts ist verloren.',
  denied: 'Das Portal lehnte ab. Laden Sie die Seite neu; bleibt es dabei, sagen Sie es {organization}.',
  cancelled: 'Angehalten.',
  'worker-ended': 'Der Teil dieser Seite, der die Schlüssel hält, ist stehen geblieben. Laden Sie die Seite neu.',
  fault: 'In dieser Seite ist etwas entzweigegangen. Laden Sie sie neu; nichts ist verloren.',
};

const enroll: EnrollWords = {
  question: 'Ihre E-Mails mit {organization} lesen',
  answers: {
    notice: 'Beginnen Sie mit dem Code in Ihrer Mitteilung.',
    person: 'Sagen Sie, wer Sie sind und wie Sie es nachweisen.',
    recovery: 'Schreiben Sie Ihren Wiederherstellungsschlüssel auf. Er wird einmal gezeigt.',
    passkey: 'Legen Sie auf diesem Gerät einen Passkey an.',
    proof: 'Zeigen Sie, dass Sie für {target} handeln.',
    waiting: 'Ihre Einschreibung wartet auf zwei Personen bei {organization}.',
    ready: 'Sie sind zugelassen. Melden Sie sich an, um zu lesen.',
    refused: '{organization} hat diese Einschreibung nicht zugelassen.',
    stopped: 'Jemand hat widersprochen. Diese Einschreibung ist angehalten.',
  },
  steps: {
    notice: 'Die Mitteilung',
    person: 'Sie',
    recovery: 'Wiederherstellungsschlüssel',
    passkey: 'Passkey',
    proof: 'Nachweis',
    waiting: 'Warten',
  },
  stepOf: 'Schritt {n} von {of}',
  done: 'erledigt',
  goOn: 'Weiter',
  working: 'Einen Augenblick …',
  startAgain: 'Aufgeben und neu beginnen',
  startAgainHint: 'Die gemachten Schlüssel werden vergessen. Was gesendet wurde, verfällt nach 30 Tagen von selbst.',
  otherTab:
    'In einem anderen Tab dieses Browsers läuft das Einschreiben schon. Machen Sie dort weiter, oder schließen Sie ihn und laden Sie diese Seite neu.',
  notKept:
    'Dieser Browser behält nichts. Lassen Sie diesen Tab offen, bis der Passkey angelegt ist; danach können Sie mit ihm wiederkommen.',
  silentSite:
    'Die Dateien von {page} laden nicht, deshalb ließ sich der Code nicht nachschlagen. Das sagt nichts über Ihre Mitteilung. Versuchen Sie es in einigen Minuten.',

  aside: {
    title: 'Was Sie brauchen',
    needs: [
      'die Mitteilung mit ihrem Code',
      'Papier oder einen Passwortspeicher für den Wiederherstellungsschlüssel',
      'jemanden, der einen Eintrag in Ihr DNS schreiben kann',
    ],
    time: 'Jetzt zehn Minuten, danach {hours} Warten.',
    without: 'Ohne diese Seite',
    why: 'Es stellt dieselben Fragen und macht dieselben Schlüssel; kein Webserver kann es Ihnen unterschieben.',
  },
  notice: {
    lead: 'Der Code sagt nur, welche Mitteilung Sie haben. Er wird auf diesem Gerät nachgeschlagen, nirgendwohin gesendet und beweist noch nichts über Sie.',
    code: 'Code in der Mitteilung',
    domain: 'Domain der Adresse, die sie bekam',
    domainHint: 'Der Teil hinter dem @. Bei Post an Sie als Privatperson: die Domain Ihres Postanbieters.',
    domainMissing: 'Geben Sie auch die Domain ein, zum Beispiel example.com.',
    lookUp: 'Mitteilung nachschlagen',
    noCode: 'Sie haben keine Mitteilung, aber jemand von Ihnen, der schon liest, wird Sie benennen?',
    byColleague: 'Ohne Code weiter',
    answers: {
      unknown:
        'Keine Mitteilung hat diesen Code. Vergleichen Sie ihn noch einmal; ist er derselbe, stammt die Nachricht, in der er steht, nicht von {organization}.',
      'other-domain':
        'Die Mitteilung mit diesem Code ging an eine andere Domain als {domain}. Prüfen Sie, was hinter dem @ steht.',
      withdrawn:
        '{organization} hat diese Mitteilung zurückgezogen, ihr Code öffnet nichts mehr. Suchen Sie eine spätere, oder rufen Sie an.',
      unproved:
        'Die Dateien von {page} widersprechen einander. Machen Sie nicht weiter: rufen Sie {organization} unter einer Nummer an, die Sie schon kennen.',
    },
    issued: 'Ausgestellt an {domain} am {time}.',
    superseded: 'Eine spätere Mitteilung hat sie am {time} ersetzt. Hier dient der Code weiterhin.',
    compare:
      'Vergleichen Sie dies mit dem Schlüssel, den Ihre Mitteilung nennt. Danach richtet sich, wem diese Seite von nun an glaubt:',
    compareColleague:
      'Vergleichen Sie dies mit dem, was Ihr Kollege oder Ihre Kollegin unter „Vertrauen“ sieht. Danach richtet sich, wem diese Seite von nun an glaubt:',
    otherKeySet:
      'Wer bei {organization} entscheidet, hat sich seit Ihrer Mitteilung geändert; dies ist deshalb nicht der Schlüssel, den sie nennt. Fragen Sie das DNS, bevor Sie weitermachen: dig TXT _candor.{ownDomain}',
    same: 'Er ist derselbe',
    isDifferent: 'Er ist ein anderer',
    different: 'Hören Sie hier auf, und rufen Sie {organization} unter einer Nummer an, die Sie schon kennen.',
  },
  person: {
    lead: '{organization} sieht dies, und alle bei Ihnen, denen es eine Mitteilung sandte: sie können widersprechen.',
    name: 'Ihr Name',
    nameHint: 'Wie man Sie in Ihrer Organisation kennt.',
    address: 'Ihre dienstliche Adresse',
    addressHint: 'Wohin {organization} Ihnen schreiben kann.',
    addressSlip: 'Das ist keine E-Mail-Adresse.',
    proofLegend: 'Wie Sie es nachweisen',
    proofs: {
      dns: {
        label: 'Ein Eintrag im DNS von {domain}',
        hint: 'Für Organisationen. Sie oder Ihre DNS-Leute schreiben einen TXT-Eintrag. Danach benennen Sie andere, die lesen dürfen.',
      },
      mailbox: {
        label: 'Das Postfach {address}',
        hint: 'Für Privatpersonen: die Mitteilung kam an genau diese Adresse. Sie lesen, was sie sandte und bekam.',
      },
      nomination: {
        label: 'Jemand von uns benennt mich',
        hint: 'Jemand von {domain} liest schon. Sie sagen dort Ihren Fingerabdruck, und man unterschreibt für Sie.',
      },
    },
    missing: 'Name und Adresse werden gebraucht.',
    makeKeys: 'Meine Schlüssel machen',
    making: 'Macht Schlüssel auf diesem Gerät …',
  },
  recovery: {
    lead: 'Ihre Schlüssel wurden auf diesem Gerät gemacht. Der Wiederherstellungsschlüssel öffnet sie, wenn der Passkey es nicht kann: auf einem neuen Gerät, oder wenn er verloren ist. Sonst hat ihn niemand, nicht {organization}, nicht das Portal.',
    label: 'Ihr Wiederherstellungsschlüssel',
    advice:
      'Schreiben Sie ihn auf Papier, oder heben Sie ihn in einem Passwortspeicher auf. Nicht in E-Mails: Ihre werden vielleicht gelesen.',
    written: 'Ich habe ihn aufgeschrieben',
    askLead:
      'Geben Sie nun zwei seiner Gruppen ein, damit ein Fehler heute auffällt und nicht an dem Tag, an dem Sie ihn brauchen.',
    group: 'Gruppe {n}',
    wrong: 'Das wurde nicht gezeigt. Vergleichen Sie es mit Ihrer Notiz.',
    showAgain: 'Noch einmal zeigen',
    send: 'Meine Einschreibung senden',
    sending: 'Unterschreibt und sendet …',
  },
  passkey: {
    lead: 'Er meldet Sie an und packt Ihre Schlüssel aus, mit Finger, Gesicht oder PIN dieses Geräts. Was er einpackt, ist alles, was das Portal behält.',
    make: 'Passkey anlegen',
    making: 'Wartet auf Ihr Gerät …',
    without:
      'Angelegt. Passkeys dieses Geräts können keine Schlüssel auspacken (keine PRF-Erweiterung); der Wiederherstellungsschlüssel wird deshalb bei jedem Besuch gebraucht. Ein neueres Gerät lässt sich später eintragen.',
    withPrf: 'Angelegt. Er meldet Sie an und packt Ihre Schlüssel aus.',
  },
  proof: {
    lead: 'Fügen Sie dem DNS von {domain} diesen Eintrag hinzu. Er enthält den Fingerabdruck Ihrer eigenen Schlüssel, die auf diesem Gerät gemacht wurden: wer sie unterwegs austauschte, fiele daran auf.',
    name: 'Name',
    type: 'Art',
    value: 'Text',
    lifetime: 'Lassen Sie ihn dort, bis Sie zugelassen sind, höchstens 30 Tage. Jede Lebensdauer (TTL) ist recht.',
    check: 'Nachsehen, ob er da ist',
    checkHint:
      'Es muss genau dieser Text erscheinen. Bis eine Änderung überall zu sehen ist, kann eine Stunde vergehen.',
    forDns: 'Für Ihre DNS-Leute',
    forDnsText:
      'Bitte fügt der KeyHolder von {domain} diesen TXT-Eintrag hinzu. Er zeigt {organization}, dass {name} die gestohlenen E-Mails unserer Organisation lesen darf. Er öffnet von selbst nichts und kann nach 30 Tagen weg.\n\nName: {recordName}\nArt: TXT\nText: {recordText}\n\nZum Prüfen: dig TXT {recordName}',
    copyAll: 'Diesen Text kopieren',
    mailbox: 'Nichts zu tun: der Code ging nur an {target}; wer ihn hat, liest dieses Postfach.',
    nomination:
      'Lesen Sie Ihren Fingerabdruck der Person vor, die schon liest, am Telefon und nicht per E-Mail. Sie findet Sie unter „Personen“ und unterschreibt für genau diesen:',
    fingerprint: 'Ihr Fingerabdruck',
    written: 'Der Eintrag ist geschrieben',
  },
  waiting: {
    lead: 'Das geschieht jetzt:',
    others:
      'Alle Kontakte Ihrer Organisation, die {organization} hat, erfahren, dass {name} lesen möchte, mit Ihrem Fingerabdruck. Ein Widerspruch hält es an.',
    when: 'Danach wartet es {hours}. Dann prüfen zwei Personen bei {organization} den Nachweis selbst und entscheiden.',
    sooner: 'Ein zweiter Kontakt Ihrer Organisation kann zustimmen und das Warten abkürzen.',
    close:
      'Sie können diese Seite schließen. Kommen Sie wieder und melden Sie sich mit dem Passkey an; bis Sie zugelassen sind, heißt es, dass man Sie noch nicht kennt.',
    asked: 'Das Portal am {time} gefragt: wartet noch.',
    ask: 'Das Portal jetzt fragen',
    unlockLead:
      'Die Seite wurde neu geladen, oder 15 Minuten lang war niemand hier; Ihre Schlüssel sind zu. Öffnen Sie sie, um weiterzumachen.',
    unlock: 'Mit dem Passkey öffnen',
    hours: ['eine Stunde', '{n} Stunden'],
  },
  ready: {
    lead: 'Zwei Personen bei {organization} haben dem Fingerabdruck {fingerprint} zugestimmt; es ist Ihrer.',
    signIn: 'Anmelden',
  },
  refused:
    'Das geschieht, wenn der Eintrag binnen 30 Tagen Ihren Fingerabdruck nicht zeigte, wenn der Code zurückgezogen wurde oder anderen gehört, oder wenn zwei Personen so entschieden. Rufen Sie {organization} unter einer Nummer an, die Sie schon kennen, oder beginnen Sie neu.',
  stopped:
    'Ein Kontakt Ihrer Organisation war nicht einverstanden, dass Sie lesen. Sprechen Sie miteinander; zwei Personen bei {organization} entscheiden, wie es weitergeht.',

  recover: {
    question: 'Ein anderer Passkey',
    title: 'Ihr Wiederherstellungsschlüssel öffnet Ihre Schlüssel, und ein neuer Passkey wird für sie angelegt.',
    lead: 'Der bisherige Passkey gilt nicht mehr, alle Ihre Sitzungen enden, und wer Sie benannt hat, sieht, dass es geschah.',
    label: 'Wiederherstellungsschlüssel',
    find: 'Meine Schlüssel finden',
    finding: 'Sucht …',
    foundTitle: 'Das sind Ihre Schlüssel.',
    found: 'Fingerabdruck {fingerprint}. Legen Sie nun auf diesem Gerät einen Passkey an.',
    make: 'Passkey anlegen',
    doneTitle: 'Der neue Passkey gilt. Melden Sie sich mit ihm an.',
    done: 'Der bisherige ist fort.',
    lost: 'Auch der Wiederherstellungsschlüssel ist verloren? Dann kann niemand Ihre Schlüssel öffnen. Schreiben Sie sich neu ein; wer von Ihnen schon liest, kann Sie benennen.',
    enroll: 'Neu einschreiben',
    signIn: 'Anmelden',
  },
};

const overview: OverviewWords = {
  real: {
    question: 'Ist das echt?',
    yes: 'Ja. {organization} hat es unterzeichnet, zwei Personen haben es freigegeben, und das öffentliche Protokoll enthält es.',
    partly: 'Was hier ist, ist echt, aber nicht alles ist hier.',
    signed: 'unterzeichnet von {people}',
    entry: 'Freigabe {release} ist Eintrag {position} von {size}',
    continues: 'dasselbe Protokoll, das Sie kannten ({size} Einträge)',
    firstLog: 'das Protokoll wird ab jetzt behalten',
    withheld: [
      'das Portal nennt 1 Freigabe, die es nicht herausgibt',
      'das Portal nennt {n} Freigaben, die es nicht herausgibt',
    ],
    checked: 'auf diesem Gerät geprüft, {at}',
    how: 'Woher wissen wir das?',
    without: 'Ohne diese App prüfen',
    again: 'Neu prüfen',
  },
  refusals: {
    forged: {
      title: 'Nein: Zwei Personen von {organization} haben das nicht freigegeben.',
      what: 'Das Portal gab eine Freigabe heraus, die nicht standhält ({flaw}). Keine Nachricht wurde geöffnet.',
      todo: 'Handeln Sie nicht danach. Rufen Sie {telephone} an und lesen Sie Ihren Fingerabdruck vor; Ihre Mitteilung gilt weiter.',
    },
    keys: {
      title: 'Nein: Das ist mit anderen Schlüsseln unterzeichnet als denen in Ihrer Mitteilung.',
      what: 'Der Fingerabdruck der Schlüssel ist nicht der, den Sie kannten. Keine Nachricht wurde geöffnet.',
      todo: 'Vergleichen Sie den Fingerabdruck in Ihrer Mitteilung mit DNS oder rufen Sie {telephone} an. Nehmen Sie erst dann unter Vertrauen andere Schlüssel an.',
    },
    log: {
      title: 'Nein: Dieses Protokoll setzt das in Ihrer Mitteilung nicht fort.',
      what: 'Einträge wurden geändert oder entfernt, seit Sie zuletzt nachsahen, oder jemand zeigt Ihnen ein anderes Protokoll. Keine Nachricht wurde geöffnet.',
      todo: 'Behalten Sie Ihre Mitteilung: Sie nennt den Stand des Protokolls. Rufen Sie {telephone} an und sagen Sie das.',
    },
    'rolled-back': {
      title: 'Nein: Das ist älter als das, was Sie gesehen haben.',
      what: 'Das Portal gab eine frühere Freigabe heraus oder keine, obwohl eine spätere da war. Keine Nachricht wurde geöffnet.',
      todo: 'Vielleicht wurde es auf eine Sicherung zurückgesetzt. Versuchen Sie es in einer Stunde wieder; bleibt es so, rufen Sie {telephone} an.',
    },
    withheld: {
      title: 'Nicht alles ist hier.',
      what: 'Das Portal nennt eine Freigabe und gibt ihre Papiere nicht heraus. Keine Nachricht wurde geöffnet.',
      todo: 'Versuchen Sie es noch einmal; bleibt es so, rufen Sie {telephone} an.',
    },
    'no-grant': {
      title: 'Es gibt Post für Ihre Organisation, aber noch nicht für diesen Schlüssel.',
      what: 'Die Freigabe ist echt und enthält keinen Schlüssel für Sie. Nichts ist kaputt.',
      todo: 'Wer Ihre Leserinnen und Leser benennt, kann es für Sie beantragen; stimmen zwei Personen bei {organization} zu, öffnet es sich.',
    },
    damaged: {
      title: 'Die Freigabe ist echt, kam aber beschädigt an.',
      what: 'Eine Datei, die die unterzeichneten Papiere nennen, ist nicht die, die das Portal gab ({flaw}). Nichts wurde geöffnet.',
      todo: 'Versuchen Sie es noch einmal; bleibt es so, sagen Sie es {organization}: Die Datei kann neu gesendet werden.',
    },
    'log-silent': {
      title: 'Das öffentliche Protokoll antwortet nicht. Das sagt nichts über Ihre Post.',
      what: 'Ohne das Protokoll ist nichts bewiesen, darum wurde nichts geöffnet. Was Sie vorher sahen, bleibt wahr.',
      todo: 'Versuchen Sie es noch einmal. Ohne diese Seite: candor open tut dasselbe mit einer Freigabedatei.',
    },
    'lab-silent': {
      title: 'Das Portal wartet auf {organization}. Das sagt nichts über Ihre Post.',
      what: 'Ihm wurde lange nicht gesagt, wer lesen darf, darum bedient es niemanden. Nichts ist verloren.',
      todo: 'Versuchen Sie es in einigen Minuten wieder.',
    },
    silent: {
      title: 'Keine Antwort. Das sagt nichts über Ihre Post.',
      what: 'Das Portal hat nicht geantwortet ({flaw}). Nichts ist verloren; Schlüssel und Notizen sind sicher.',
      todo: 'Versuchen Sie es in einigen Minuten wieder. Ohne das Portal: candor open tut dasselbe mit einer Freigabedatei.',
    },
    session: {
      title: 'Sie wurden abgemeldet.',
      what: 'Die Schlüssel wurden weggelegt. Nichts ist verloren.',
      todo: 'Melden Sie sich wieder an; Sie kommen auf diese Seite zurück.',
    },
    other: {
      title: 'Das ließ sich nicht öffnen.',
      what: 'Es scheiterte aus einem Grund, für den diese Seite kein besseres Wort hat: {flaw}. Nichts ist verloren.',
      todo: 'Laden Sie die Seite neu; bleibt es so, nennen Sie {organization} dieses Wort.',
    },
  },
  earlier: 'Die Zahlen unten sind vom {at}. Keine Nachricht öffnet sich.',
  much: {
    question: 'Wie viel von uns',
    opened: ['1 Nachricht geöffnet oder kopiert', '{n} Nachrichten geöffnet oder kopiert'],
    more: ['1 weitere muss als kopiert gelten', '{n} weitere müssen als kopiert gelten'],
    copied: ['1 Nachricht muss als kopiert gelten', '{n} Nachrichten müssen als kopiert gelten'],
    doubt: ['1 Nachricht ist im Zweifel', '{n} Nachrichten sind im Zweifel'],
    none: 'Keine Ihrer Nachrichten ist betroffen.',
    did: 'Was der Angreifer tat',
    messages: 'Nachrichten',
    secret: 'mit Zugangsdaten',
    share: 'Anteil',
    concerned: 'betroffen',
    readable: ['1 hier zu lesen', '{n} hier zu lesen'],
    bulk: ['1 aus Massenpost', '{n} aus Massenpost'],
    held: [
      '1 hält die Rechtsberatung von {organization} zurück',
      '{n} hält die Rechtsberatung von {organization} zurück',
    ],
    withheld: ['1 einbehalten', '{n} einbehalten'],
    differs: 'Angehängte Nachrichten von Ihnen stehen in der Liste für sich.',
    differsQuoted: 'Nachrichten von Ihnen, die andere zitieren oder als Anhang haben, stehen in der Liste für sich.',
    quoted: [
      'Getrennt gezählt: 1 Nachricht von Leuten bei {organization} zitiert Post von Ihnen. Was davon sicher Ihres ist, steht in der Liste.',
      'Getrennt gezählt: {n} Nachrichten von Leuten bei {organization} zitieren Post von Ihnen. Was davon sicher Ihres ist, steht in der Liste.',
    ],
    mentioned: [
      'Getrennt gezählt: In 1 Nachricht ist nur die Rede von Ihnen, wie {organization} feststellte ({kinds}).',
      'Getrennt gezählt: In {n} Nachrichten ist nur die Rede von Ihnen, wie {organization} feststellte ({kinds}).',
    ],
    kinds: {
      business: ['1 geschäftlich', '{n} geschäftlich'],
      personal: ['1 über Personen', '{n} über Personen'],
      secret: ['1 mit Zugangsdaten', '{n} mit Zugangsdaten'],
    },
    fresh: 'Freigabe {release} ist neu seit Ihrem letzten Besuch; Sie kannten Freigabe {before}.',
    same: 'Seit Ihrem letzten Besuch ist nichts neu.',
    behind: 'Jede Zahl führt zu ihren Nachrichten.',
  },
  time: {
    titles: {
      week: 'Wann sie geschrieben wurden, nach Wochen',
      month: 'Wann sie geschrieben wurden, nach Monaten',
      year: 'Wann sie geschrieben wurden, nach Jahren',
    },
    intruder: 'Angreifer in Postfächern von {organization}',
    span: '{first} – {last}.',
    asTable: 'Als Tabelle zeigen',
    asPicture: 'Als Bild zeigen',
    from: 'Ab',
    all: 'alle',
    description:
      '{title}: {first} bis {last}, höchstens {most} Nachrichten in einem von {bars} Balken. Die Tabelle hat jede Zahl.',
    outside: ['1 Nachricht liegt außerhalb dieser Zeit', '{n} Nachrichten liegen außerhalb dieser Zeit'],
    undated: ['1 hat kein Datum', '{n} haben kein Datum'],
    none: 'Keine Nachricht hat ein Datum.',
  },
  which: {
    question: 'Wer von uns',
    answer: ['1 Adresse', '{n} Adressen'],
    one: '{count}: {first}.',
    two: '{count}; zuerst {first} und {second}.',
    none: 'Keine Ihrer Adressen ist genannt.',
    address: 'Adresse',
    opened: 'geöffnet',
    copied: 'als kopiert',
    doubt: 'im Zweifel',
    secrets: 'Zugangsdaten',
    all: ['Die 1', 'Alle {n}'],
    fewer: 'Weniger zeigen',
    at: ['Bei {organization}, im Postfach von 1 Person:', 'Bei {organization}, in den Postfächern von {n} Personen:'],
    unnamed: 'In wessen Postfächern bei {organization} sie lagen, wird nur gesagt, wo die Nachricht selbst sie nennt.',
  },
  first: {
    question: 'Was zuerst',
    distrust: ['misstrauen Sie 1 Nachricht', 'misstrauen Sie {n} Nachrichten'],
    change: ['ändern Sie, was 1 Nachricht verrät', 'ändern Sie, was {n} Nachrichten verraten'],
    changeSecrets: ['ändern Sie 1 Geheimnis', 'ändern Sie {n} Geheimnisse'],
    warn: ['warnen Sie 1 Person', 'warnen Sie {n} Personen'],
    calm: 'Lesen Sie, was geöffnet wurde.',
    fraud: {
      title: ['1 Nachricht kam vom Angreifer', '{n} Nachrichten kamen vom Angreifer'],
      what: ', nicht von {organization}. Antworten und zahlen Sie nicht.',
      do: ['1 lesen', '{n} lesen'],
    },
    secrets: {
      title: ['Ändern Sie 1 Passwort oder Schlüssel.', 'Ändern Sie {n} Passwörter und Schlüssel.'],
      done: 'Von {all}: {rotated} geändert, {notOurs} nicht Ihre.',
      marked: [
        'Ändern Sie Passwörter und Schlüssel aus 1 Nachricht.',
        'Ändern Sie Passwörter und Schlüssel aus {n} Nachrichten.',
      ],
      what: ' Beginnen Sie mit den geöffneten.',
      do: ['1 öffnen', '{n} öffnen'],
    },
    personal: {
      title: [
        'Prüfen Sie die personenbezogenen Daten in 1 Nachricht.',
        'Prüfen Sie die personenbezogenen Daten in {n} Nachrichten.',
      ],
      what: ' Sind es Daten von Menschen, für die Sie verantwortlich sind, müssen diese vielleicht benachrichtigt werden.',
      do: ['1 öffnen', '{n} öffnen'],
    },
    report: {
      title: 'Ihre eigene Meldung:',
      what: ' Ihre eigene Meldepflicht kann mit der Mitteilung begonnen haben. Zahlen und Texte liegen bereit.',
      do: 'Vorbereiten',
    },
    tell: {
      title: ['Warnen Sie 1 Person.', 'Warnen Sie {n} Personen.'],
      what: ' Erwarten Sie Post, die diese Verläufe zitiert. Der Text liegt bereit.',
      text: 'Ein Angreifer hatte Zugriff auf Postfächer von {organization}. Betroffen sind E-Mails zwischen dieser Organisation und uns vom {first} bis zum {last}. Rechnen Sie mit Nachrichten, die diese Verläufe zitieren oder wie Antworten darauf aussehen. Folgen Sie ihren Links nicht, zahlen Sie nicht auf neue Konten, und fragen Sie telefonisch nach, bevor Sie handeln. Fragen beantwortet unser Sicherheitsteam.',
    },
  },
  unknown: {
    question: 'Was unbekannt ist',
    cannot: [
      '1 Nachricht, über die das Protokoll nichts sagt.',
      '{n} Nachrichten, über die das Protokoll nichts sagt.',
    ],
    possible: ['1 Nachricht, die nicht auszuschließen ist.', '{n} Nachrichten, die nicht auszuschließen sind.'],
    nothing: 'Nichts von dem, was gefunden wurde, ist im Zweifel.',
    undetermined: ['1 ist nicht zu beurteilen:', '{n} sind nicht zu beurteilen:'],
    doubt: ['1 ist nicht auszuschließen:', '{n} sind nicht auszuschließen:'],
    held: [
      '1 hält die Rechtsberatung von {organization} zurück.',
      '{n} hält die Rechtsberatung von {organization} zurück.',
    ],
    withheld: ['1 ist einbehalten; fragen Sie, warum.', '{n} sind einbehalten; fragen Sie, warum.'],
    quoted: [
      'Was in der Nachricht, die Sie zitiert, sonst steht, wird nicht gegeben: Leute von {organization} schrieben sie, und sie ging nicht an Sie.',
      'Was in den {n} Nachrichten, die Sie zitieren, sonst steht, wird nicht gegeben: Leute von {organization} schrieben sie, und sie gingen nicht an Sie.',
    ],
    mentioned: [
      'Der Text der Nachricht, in der nur die Rede von Ihnen ist, wird nicht gegeben: sie ging nicht an Sie.',
      'Der Text der {n} Nachrichten, in denen nur die Rede von Ihnen ist, wird nicht gegeben: sie gingen nicht an Sie.',
    ],
    said: '{organization} sagt:',
    show: 'Zeigen',
  },
  next: {
    question: 'Wann wir mehr hören',
    on: 'Am {day}, in jedem Fall.',
    even: 'Auch wenn sich nichts ändert; hier und an Ihre Kontakte.',
    past: 'Eine Nachricht war für den {day} versprochen.',
    pastWhat: 'Diese Freigabe ist älter. Ihre neueste Mitteilung sagt mehr; {page} sagt, ob sie echt ist.',
    none: 'In dieser Freigabe ist kein Tag genannt.',
    noneWhat: 'Ihre neueste Mitteilung nennt vielleicht einen; {page} sagt, ob sie echt ist.',
    telephone: 'Fragen: {telephone}.',
    page: 'Eine Mitteilung prüfen: {page}',
  },
  status: { release: 'Freigabe {release} vom {day}', exposure: 'Auswertung {n}', log: 'Protokollgröße {n}' },
  nothing: {
    title: 'Noch nichts zu lesen',
    gone: 'Nichts mehr zu lesen',
    yet: 'Sie sind zugelassen. {organization} hat für Ihre Organisation noch keine Post freigegeben; Ihre Mitteilung hat die Zahlen und sagt, wann. Nachgesehen am {at}.',
    anymore:
      'Freigabe {release} war da, als Sie zuletzt nachsahen, und gilt nicht mehr. Ihre Mitteilung sagt, was jetzt gilt. Nachgesehen am {at}.',
  },
  progress: {
    papers: 'Papiere werden geprüft: {n} von {of}',
    log: 'Das öffentliche Protokoll wird geprüft',
    index: 'Das Verzeichnis wird geöffnet: {n} von {of}',
  },
  checkAgain: 'Noch einmal nachsehen',
  counting: ['1 Nachricht wird gezählt', '{n} Nachrichten werden gezählt'],
};

const messages: MessagesWords = {
  title: 'Nachrichten',
  search: [
    '1 Nachricht und ihren Text durchsuchen, zum Beispiel  from:novak has:secret',
    '{n} Nachrichten und ihren Text durchsuchen, zum Beispiel  from:novak has:secret',
  ],
  searchShort: ['1 Nachricht durchsuchen', '{n} Nachrichten durchsuchen'],
  searchHelp:
    'Wörter, "genaue Wortfolgen", -ohne. Felder: from: to: cc: with: at: subject: body: file: has:attachment has:secret has:fraud has:bulk has:note verdict:accessed after:2001-09-10 before:2001-10',
  flaws: {
    date: '„{piece}“ ist kein Tag, Monat oder Jahr; schreiben Sie 2001-09-10, 2001-09 oder 2001. Es blieb außer Acht.',
    empty: '„{piece}“ nennt nichts, wonach zu suchen wäre. Es blieb außer Acht.',
    field:
      '„{piece}“ nennt kein Feld. Es gibt from, to, cc, with, at, subject, body, file, has, verdict, after, before. Es blieb außer Acht.',
    holds: '„{piece}“: Eine Nachricht hat attachment, secret, fraud, bulk oder note. Es blieb außer Acht.',
    'too-long': 'Das ist länger, als eine Suche sein darf (2.000 Zeichen). Alles blieb außer Acht.',
    unclosed: '„{piece}“ öffnet ein Anführungszeichen, das nicht schließt; alles dahinter gilt als die Wortfolge.',
    verdict:
      '„{piece}“ nennt kein Urteil. Es gibt accessed, presumed, partial, possible, undetermined. Es blieb außer Acht.',
  },
  all: 'Alle {n}',
  filters: {
    label: 'Filter',
    open: 'Filtern',
    verdict: 'Urteil',
    people: 'Unsere Leute',
    at: 'Bei {organization}',
    date: 'Datum',
    holds: 'Enthält',
    way: 'Richtung',
    threads: 'Nach Verlauf gruppieren',
    thread: 'Ein Verlauf',
    after: 'Von',
    before: 'Bis',
    find: 'Adresse finden',
    clear: 'Diesen Filter aufheben',
    apply: ['1 Nachricht zeigen', '{n} Nachrichten zeigen'],
    more: ['und 1 weitere; tippen Sie, um sie zu finden', 'und {n} weitere; tippen Sie, um sie zu finden'],
  },
  ways: { sent: 'von uns gesendet', received: 'von uns empfangen' },
  holds: {
    fraud: 'Betrug',
    secret: 'Zugangsdaten',
    attachment: 'Anhang',
    note: 'Notiz',
    bulk: 'Massenpost',
    personal: 'personenbezogene Daten',
    credential: 'Passwort',
    'access-code': 'Zugangscode',
    'secret-key': 'Schlüssel',
    'payment-card': 'Zahlungskarte',
    'bank-account': 'Bankkonto',
    'national-id': 'Personenkennzahl',
    passport: 'Pass',
    'driving-licence': 'Führerschein',
    'tax-id': 'Steuernummer',
    'birth-date': 'Geburtsdatum',
    'home-address': 'Privatanschrift',
    telephone: 'private Telefonnummer',
    'login-name': 'Benutzername',
    health: 'Gesundheit',
    'special-category': 'besonders geschützt',
  },
  marks: { fraud: 'Betrug', secret: 'Geheimnis', personal: 'Personendaten', bulk: 'Massenpost' },
  columns: {
    verdict: 'Angreifer',
    date: 'Datum (UTC)',
    with: 'Mit',
    subject: 'Betreff',
    holds: 'Enthält',
    choose: 'Spalten',
  },
  sortBy: { date: 'Datum', verdict: 'Urteil', with: 'Adresse', subject: 'Betreff', holds: 'Inhalt' },
  newest: 'Neueste zuerst',
  oldest: 'Älteste zuerst',
  noSubject: '(kein Betreff)',
  noDate: 'ohne Datum',
  nobody: '(niemand genannt)',
  toOther: 'an {other}',
  fromOther: 'von {other}',
  others: ['und 1 weitere', 'und {n} weitere'],
  files: ['1 Datei', '{n} Dateien'],
  inThread: ['1 Nachricht', '{n} Nachrichten'],
  notOpened: 'ließ sich nicht öffnen',
  listLabel: ['1 Nachricht', '{n} Nachrichten'],
  shown: '{n} von {of} gezeigt',
  shownThreads: 'Verläufe: {n}, Nachrichten: {messages} von {of}',
  bodies: {
    all: 'alle Texte durchsucht',
    some: '{n} von {of} Texten für die Suche gelesen',
    none: 'noch kein Text für die Suche gelesen',
    failed: ['1 ließ sich nicht öffnen', '{n} ließen sich nicht öffnen'],
    full: 'kein Platz für weitere Texte',
    read: ['Auch 1 Text lesen', 'Auch alle {n} Texte lesen'],
    readHint: 'Jeder wird abgerufen und steht in Ihrem Zugriffsverzeichnis.',
    stop: 'Lesen anhalten',
    again: 'Weiterlesen',
  },
  unsure: [
    '1 davon hat alle Wörter der Wortfolge im Text; ob nebeneinander, wurde nicht nachgesehen.',
    '{n} davon haben alle Wörter der Wortfolge im Text; ob nebeneinander, wurde nicht nachgesehen.',
  ],
  empty: ['Keine Nachricht passt. Ohne den Filter 1.', 'Keine Nachricht passt. Ohne den Filter {n}.'],
  emptyRelease: 'Diese Freigabe enthält keine Nachricht, die hier gelesen werden kann.',
  withoutFilter: 'Alle zeigen',
  selected: ['1 ausgewählt', '{n} ausgewählt'],
  selectAll: ['Die eine gezeigte auswählen', 'Alle {n} gezeigten auswählen'],
  unselect: 'Auswahl aufheben',
  exportAll: ['1 exportieren', '{n} exportieren'],
  mark: 'Geheimnis eintragen',
  notes: 'Notizen',
  position: '{n} von {of}',
  outside: 'nicht unter den gezeigten',
  previous: 'Vorige Nachricht',
  next: 'Nächste Nachricht',
  back: 'Zurück zur Liste',
  pick: 'Wählen Sie eine Nachricht, um sie hier zu lesen.',
  keys: { move: 'bewegen', select: 'auswählen', search: 'suchen', export: 'exportieren' },
  unreadNotes: 'Notizen ließen sich nicht lesen, also wird keine Nachricht nach ihnen gefunden: {flaw}',
  rowsFailed: 'Die Liste ließ sich nicht lesen: {why}',
};

const gap = (cause: string): string =>
  `Der Angreifer konnte das Postfach lesen, und zeitweise ${cause}: Ein Zugriff hätte keine Spur hinterlassen.`;

const reading: ReadingWords = {
  message: 'Nachricht',
  noSubject: 'Ohne Betreff',
  fields: {
    from: 'Von',
    sender: 'Gesendet durch',
    replyTo: 'Antwort an',
    to: 'An',
    cc: 'Kopie',
    bcc: 'Blindkopie',
    date: 'Datum',
  },
  noDate: 'ohne Datum',
  asWritten: 'wie geschrieben: {date}',
  unreadableAddress: 'keine lesbare Adresse',
  allAddresses: ['1 weitere zeigen', '{n} weitere zeigen'],
  fewerAddresses: 'Weniger zeigen',
  actions: {
    label: 'Mit dieser Nachricht',
    saveMessage: 'Als .eml sichern',
    raw: 'Rohansicht',
    closeRaw: 'Rohansicht schließen',
    asText: 'Als Text',
    asFormatted: 'Formatiert',
    why: 'Warum',
    backToMessage: 'Zurück zur Nachricht',
  },
  opening: 'Die Nachricht wird geöffnet',
  failed: 'Diese Nachricht konnte nicht geöffnet werden.',
  frameFlaws: {
    silent:
      'Der Teil dieser Seite, der Nachrichten zerlegt, wurde nicht geladen. Die Nachricht ist vollständig; sichern Sie sie, oder laden Sie die Seite neu.',
    hung: 'Das Zerlegen dieser Nachricht dauerte zu lange und wurde abgebrochen. Die Nachricht ist vollständig; öffnen Sie die Rohansicht, oder sichern Sie sie.',
    broken:
      'Diese Nachricht konnte nicht zerlegt werden. Sie ist vollständig; öffnen Sie die Rohansicht, oder sichern Sie sie.',
    malformed:
      'Etwas in dieser Nachricht hat den Teil, der sie zerlegt, antworten lassen, wie er es nie darf. Dieser Teil wurde verworfen; nichts hat ihn verlassen. Öffnen Sie die Rohansicht, oder sichern Sie die Nachricht.',
    moved:
      'Etwas in dieser Nachricht wollte den Teil, der sie zeigt, woandershin führen. Dieser Teil wurde verworfen; nichts wurde geladen. Öffnen Sie die Rohansicht, oder sichern Sie die Nachricht.',
    closed: 'Die Nachricht wurde geschlossen.',
    'too-large':
      'Diese Nachricht ist größer als 96 MB und wird hier nicht gezeigt. Sie ist vollständig; sichern Sie sie.',
  },
  openAgain: 'Erneut öffnen',
  fraud:
    'Der Angreifer hat diese Nachricht geschrieben. Sie stammt nicht von der Person, deren Namen sie trägt: Tun Sie nicht, was sie verlangt, und warnen Sie alle, die ihr geantwortet haben könnten.',
  bulk: 'Vom Absender als Listen- oder Massenpost gekennzeichnet; sie wird getrennt gezählt.',
  secretsShown: [
    '1 Passwort oder Schlüssel in dieser Nachricht, offen gezeigt',
    '{n} Passwörter oder Schlüssel in dieser Nachricht, offen gezeigt',
  ],
  secrets: [
    '1 Passwort oder Schlüssel in dieser Nachricht, verdeckt',
    '{n} Passwörter oder Schlüssel in dieser Nachricht, verdeckt',
  ],
  personal:
    '{organization} hat in dieser Nachricht personenbezogene Daten gefunden: {kinds}. Niemand hat geprüft, wessen Daten es sind.',
  secretMarked:
    'Diese Nachricht ist als eine mit Passwort oder Schlüssel gekennzeichnet. Im Text wurde keines erkannt; sehen Sie auch in die Anhänge.',
  showSecrets: 'Zeigen',
  maskSecrets: 'Wieder verdecken',
  differs:
    'Diese Nachricht hat eine einfache und eine formatierte Fassung, die Verschiedenes sagen. Programme zeigen die eine oder die andere; sehen Sie beide an.',
  protections: {
    'smime-encrypted':
      'Mit S/MIME verschlüsselt. Sie bleibt, wie sie ist: Nur der Schlüssel ihres Empfängers öffnet sie.',
    'smime-signed': 'Mit S/MIME signiert. Die Signatur bleibt, wie sie ist, und wird hier nicht geprüft.',
    'pgp-encrypted': 'Mit PGP verschlüsselt. Sie bleibt, wie sie ist: Nur der Schlüssel ihres Empfängers öffnet sie.',
    'pgp-signed': 'Mit PGP signiert. Die Signatur bleibt, wie sie ist, und wird hier nicht geprüft.',
    tnef: 'Enthält einen Teil in Outlooks eigenem Format (winmail.dat). Er bleibt, wie er ist, und wird hier nicht zerlegt.',
  },
  notes: {
    'repeated-fields':
      'Felder, die einmal stehen dürfen, stehen mehrfach darin; Programme sind uneins, welches gilt. Gezeigt wird das erste; die Rohansicht hat alle.',
    'too-many-parts': 'Sie hat mehr Teile, als hier aufgeführt sind. Die gesicherte Nachricht hat alle.',
    'too-deep': 'Ihre Teile sind tiefer geschachtelt, als hier gezeigt wird. Die gesicherte Nachricht hat alle.',
    'too-many-addresses': 'Sie hat mehr Adressen, als hier aufgeführt sind. Die Rohansicht hat alle.',
    'field-too-long': 'Eines ihrer Kopffelder ist länger, als gelesen wird. Die Rohansicht hat es ganz.',
    'nested-left-out':
      'Es hängen mehr oder tiefere Nachrichten an, als hier gezeigt werden. Die gesicherte Nachricht hat alle.',
    'text-cut': 'Ihr Text ist länger, als hier gezeigt wird. Die Rohansicht hat alles.',
    'formatted-too-large': 'Ihre formatierte Fassung ist zu groß; gezeigt wird ihr Text.',
  },
  noText: 'Diese Nachricht hat keinen Text.',
  quoted: ['1 zitierte Zeile', '{n} zitierte Zeilen'],
  moreLines: ['1 weitere Zeile zeigen', '{n} weitere Zeilen zeigen'],
  hiddenCharacter: 'verborgenes Zeichen {code}',
  formattedTitle: 'Nachricht, wie ihr Absender sie formatiert hat',
  remote: ['1 fremder Inhalt wurde nicht geladen', '{n} fremde Inhalte wurden nicht geladen'],
  remoteNone: 'Nichts Fremdes darin.',
  remoteKinds: {
    picture: ['1 Bild', '{n} Bilder'],
    style: ['1 Formatvorlage', '{n} Formatvorlagen'],
    font: ['1 Schrift', '{n} Schriften'],
    frame: ['1 Seite in der Seite', '{n} Seiten in der Seite'],
    media: ['1 Ton oder Film', '{n} Töne oder Filme'],
    other: ['1 anderer', '{n} andere'],
  },
  hosts: 'Von',
  furtherHosts: ['und 1 weiterer Rechner', 'und {n} weitere Rechner'],
  leftOut: 'Weggelassen',
  leftOutKinds: {
    script: ['1 Skript', '{n} Skripte'],
    form: ['1 Formularfeld', '{n} Formularfelder'],
    frame: ['1 Rahmen oder Objekt', '{n} Rahmen oder Objekte'],
    drawing: ['1 Zeichnung', '{n} Zeichnungen'],
    media: ['1 Abspieler', '{n} Abspieler'],
    refresh: ['1 Weiterleitung', '{n} Weiterleitungen'],
    overlay: ['1 über anderem Inhalt', '{n} über anderem Inhalt'],
    picture: ['1 eingebettetes Bild unsicherer Art', '{n} eingebettete Bilder unsicherer Art'],
  },
  links: ['1 Verweis', '{n} Verweise'],
  linksInert: 'Adressen sind hier Text: Nichts öffnet sie.',
  furtherLinks: ['und 1 weiterer Verweis', 'und {n} weitere Verweise'],
  attachments: ['1 Anhang', '{n} Anhänge'],
  noAttachment: 'Kein Anhang.',
  attachment: {
    unnamed: 'ohne Namen',
    save: 'Sichern',
    saved: 'Gesichert',
    declared: 'bezeichnet als {declared}',
    digest: 'SHA-256',
    inText: 'im Text gezeigt',
    savedAs: 'gesichert als {name}',
    failed: 'konnte nicht gesichert werden: Was herauskam, weicht von seinem Prüfwert ab',
    bytes: ['1 Byte', '{n} Byte'],
    large: '{n} kB',
  },
  warnings: {
    program: 'ein Programm: Es zu starten ist, was ein Angreifer will',
    active: 'kann beim Öffnen etwas tun',
    macros: 'kann Makros enthalten, also Programme',
    archive: 'ein Archiv; in den Inhalt wurde nicht gesehen',
    mismatch: 'der Inhalt ist nicht, was Name oder Absender sagen',
    'hidden-name': 'der Name enthält Zeichen, die verbergen, was es ist',
    'two-endings': 'der Name täuscht eine andere Art von Datei vor',
  },
  furtherParts: ['und 1 weiterer Teil', 'und {n} weitere Teile'],
  types: {
    'application/pdf': 'PDF-Dokument',
    'application/zip': 'zip-Archiv oder Office-Dokument',
    'application/x-ole-storage': 'älteres Office-Dokument',
    'image/png': 'PNG-Bild',
    'image/jpeg': 'JPEG-Bild',
    'image/gif': 'GIF-Bild',
    'image/tiff': 'TIFF-Bild',
    'application/x-msdownload': 'Windows-Programm',
    'application/x-elf': 'Unix-Programm',
    'application/gzip': 'gzip-Archiv',
    'application/x-7z-compressed': '7z-Archiv',
    'application/vnd.rar': 'RAR-Archiv',
    'application/rtf': 'RTF-Dokument',
    'application/ms-tnef': 'Outlooks winmail.dat',
    'text/calendar': 'Kalendereintrag',
    'application/pgp': 'PGP-Text',
    'text/html': 'HTML- oder XML-Text',
    'text/plain': 'Text',
    'application/octet-stream': 'unbekannter Inhalt',
  },
  calendar: {
    title: 'Kalendereintrag',
    cancelled: 'Abgesagter Kalendereintrag',
    what: 'Was',
    start: 'Beginn',
    end: 'Ende',
    place: 'Wo',
    organizer: 'Veranstalter',
    attendees: 'Eingeladen',
    repeats: 'Wiederholung',
    description: 'Text',
    notActed: 'Nichts wurde beantwortet oder eingetragen.',
  },
  nested: 'Angehängte Nachricht: {subject}',
  nestedFiles: 'Daran hängen: {names}',
  raw: {
    label: 'Die Nachricht, wie sie in der Freigabe liegt, Zeile für Zeile',
    lines: ['1 Zeile', '{n} Zeilen'],
    cut: 'Gezeigt werden die ersten 8 MB; die gesicherte Nachricht hat alles.',
  },
  why: {
    title: 'Warum',
    times: ['1 Eintrag', '{n} Einträge'],
    moreTimes: ['und 1 weiterer', 'und {n} weitere'],
    rule: 'Regel {code}',
    copyTitle: 'Sie sehen die Kopie, die Ihr eigenes Postfach hatte.',
    copy: 'Weggelassen: Spuren der Server, und was die Organisation für sich hinzugefügt hat.',
    heldBy: 'Lag bei {people}.',
    howWeKnow: 'Woher wissen wir das?',
  },
  reasons: {
    bind: 'Das Zugriffsprotokoll nennt diese Nachricht als vom Programm des Angreifers geöffnet.',
    'bind-same-content':
      'Das Zugriffsprotokoll nennt eine gleiche Nachricht im selben Postfach als vom Programm des Angreifers geöffnet.',
    'bind-ambiguous':
      'Das Zugriffsprotokoll nennt eine Kennung, die diese Nachricht mit anderen teilt, als vom Angreifer geöffnet; welche davon, lässt sich nicht sagen.',
    'bind-unattributed':
      'Das Zugriffsprotokoll nennt diese Nachricht als geöffnet; ob vom Inhaber des Postfachs oder vom Angreifer, lässt sich nicht sagen.',
    'bind-same-id':
      'Der Angreifer hat eine Nachricht mit derselben Nummer in einem anderen Ordner geöffnet; soweit das Protokoll sagt, war es nicht diese.',
    'lossy-record':
      'Das Zugriffsprotokoll sagt, dass der Angreifer Nachrichten in dem Ordner öffnete, in dem diese lag, und seine Liste davon ist nicht vollständig.',
    'folder-listed':
      'Der Angreifer hat den Ordner aufgelistet, in dem diese Nachricht lag; das zeigt Betreffe, Personen und Zeiten.',
    'folder-listed-unattributed':
      'Der Ordner, in dem diese Nachricht lag, wurde aufgelistet; ob vom Inhaber des Postfachs oder vom Angreifer, lässt sich nicht sagen.',
    export: 'Der Angreifer hat Post des Postfachs ausgeleitet oder angesehen, in dem diese Nachricht lag.',
    'export-unattributed':
      'Post des Postfachs, in dem diese Nachricht lag, wurde ausgeleitet oder angesehen; ob vom Angreifer, lässt sich nicht sagen.',
    'sync-folder': 'Das Programm des Angreifers hat den Ordner kopiert, in dem diese Nachricht lag.',
    'sync-hour':
      'Diese Nachricht kam in der Stunde an, nachdem der Angreifer ihren Ordner kopiert hatte; wiederholtes Kopieren innerhalb einer Stunde wird nicht protokolliert.',
    'sync-folder-unknown':
      'Der Angreifer hat einen Ordner kopiert; ob es der war, in dem diese Nachricht lag, lässt sich nicht sagen.',
    'sync-mailbox':
      'Der Angreifer hat einen anderen Ordner des Postfachs kopiert, in dem diese Nachricht lag; das ganze gilt als kopiert.',
    'sync-other-folder': 'Der Angreifer hat einen anderen Ordner des Postfachs kopiert, in dem diese Nachricht lag.',
    'sync-unattributed':
      'Der Ordner, in dem diese Nachricht lag, wurde kopiert; ob vom Inhaber des Postfachs oder vom Angreifer, lässt sich nicht sagen.',
    throttled:
      'Der Angreifer war im Postfach tätig, während so viele Nachrichten geöffnet wurden, dass das Protokoll sie einen Tag lang nicht mehr nannte.',
    'gap-unlicensed': gap('war das Postfach nicht vom Protokoll erfasst'),
    'gap-audit-off': gap('war die Protokollierung abgeschaltet'),
    'gap-ingestion-off': gap('wurde gar kein Zugriffsprotokoll geführt'),
    'gap-before-retention': gap('war das Protokoll jener Zeit nicht mehr aufbewahrt'),
    'gap-unsupported': gap('kann das Protokoll diese Art von Zugriff nicht zeigen'),
    'gap-bypassed': gap('war ein Konto von der Protokollierung ausgenommen'),
    'gap-lossy': gap('ist das Protokoll beschädigt oder nicht vollständig'),
    'gap-truncated': gap('war die Kopie des Protokolls, die zu haben war, abgeschnitten'),
    'gap-unasserted': gap('bestätigt niemand, dass das Protokoll geführt wurde'),
    'gap-not-recorded': gap('wurde das Postfach benutzt, aber kein Zugriff aufgezeichnet'),
    'app-reach-used':
      'Zeitweise wurde nichts protokolliert, und ein benutztes Programm des Angreifers konnte das Postfach lesen.',
    'app-reach': 'Zeitweise wurde nichts protokolliert, und ein Programm des Angreifers konnte das Postfach lesen.',
    'delegate-reach': 'Zeitweise wurde nichts protokolliert, und der Angreifer hatte Rechte an dem Postfach erhalten.',
    forwarding: 'Diese Nachricht kam an, während eine Regel des Angreifers Post aus dem Postfach hinaus sandte.',
    'forwarding-unattributed':
      'Diese Nachricht kam an, während eine Regel Post aus dem Postfach hinaus sandte; ob der Angreifer sie angelegt hat, lässt sich nicht sagen.',
    'forwarding-unreadable':
      'Diese Nachricht kam an, während eine Regel des Angreifers galt; was sie tat, sagt das Protokoll nicht.',
    'search-hit':
      'Der Angreifer hat gesucht, und diese Nachricht war unter den Treffern, die Betreff, Personen und erste Wörter zeigen.',
    handled: 'Der Angreifer hat diese Nachricht verschoben, gelöscht oder geändert.',
    'copied-out': 'Der Angreifer hat diese Nachricht in ein anderes Postfach kopiert oder verschoben.',
    'quoted-out': 'Der Angreifer hat eine Nachricht gesendet, die auf diese antwortet.',
    'intruder-sent':
      'Der Angreifer hat diese Nachricht gesendet; sie stammt nicht von der Person, deren Namen sie trägt.',
    'after-containment': 'Diese Nachricht wurde zugestellt, nachdem der Angreifer ausgesperrt war.',
    'complete-coverage': 'Das Zugriffsprotokoll ist vollständig, und nichts darin weist auf diese Nachricht.',
    'coverage-incomplete':
      'Nichts im Zugriffsprotokoll weist auf diese Nachricht, aber das Protokoll ist nicht vollständig.',
    attached: 'Sie hing an einer Nachricht innerhalb der Organisation, von der sonst nichts gegeben wird.',
    quoted: 'Sie wird in einer Nachricht der Organisation zitiert, von der sonst nichts gegeben wird.',
  },
};

const secrets: SecretWords = {
  question: 'Was zu ändern ist',
  open: [
    '{n} von {total} Passwörtern und Schlüsseln ist noch offen.',
    '{n} von {total} Passwörtern und Schlüsseln sind noch offen.',
  ],
  allDone: [
    'Das eine Passwort oder der eine Schlüssel der Liste ist erledigt.',
    'Alle {n} Passwörter und Schlüssel der Liste sind erledigt.',
  ],
  none: 'Noch steht kein Passwort oder Schlüssel auf der Liste.',
  noneHint:
    'Finden Sie beim Lesen eines, markieren Sie seine Nachricht, oder fügen Sie es hier hinzu. Sagen Sie, was es öffnet, niemals das Geheimnis selbst.',
  progress: '{rotated} geändert, {notOurs} nicht unsere, {open} offen',
  filter: 'Zeigen',
  all: 'Alle',
  statuses: { open: 'Offen', rotated: 'Geändert', 'not-ours': 'Nicht unseres' },
  noMatch: 'Keines der {n} auf der Liste hat diesen Stand.',
  kinds: { password: 'Passwort', key: 'Schlüssel', token: 'Token', code: 'Code', account: 'Konto', other: 'Anderes' },
  columns: {
    status: 'Stand',
    secret: 'Passwort oder Schlüssel',
    used: 'Gebraucht bei',
    owner: 'Wer es ändert',
    act: 'Handlung',
  },
  marked: 'von {organization} gefunden',
  foundIn: ['von {organization} in 1 Nachricht gefunden', 'von {organization} in {n} Nachrichten gefunden'],
  noLabel: '(ohne Namen)',
  message: 'Nachricht öffnen',
  by: '{author}, {time}',
  you: 'Sie',
  acts: {
    rotated: 'Ist geändert',
    'not-ours': 'Nicht unseres',
    open: 'Wieder offen',
    edit: 'Bearbeiten …',
    add: 'Passwort oder Schlüssel hinzufügen …',
  },
  changed: {
    rotated: '„{label}“ ist als geändert markiert.',
    'not-ours': '„{label}“ ist als nicht unseres markiert.',
    open: '„{label}“ ist wieder offen.',
  },
  undo: 'Rückgängig',
  dispute:
    '{n} Personen haben zugleich darüber geschrieben. Beides steht da; es bleibt offen, solange jemand das sagt.',
  disputeOne: '{author}, {time}: {status}, {label}',
  settle: 'Klären …',
  form: {
    addTitle: 'Passwort oder Schlüssel hinzufügen',
    editTitle: 'Ändern, was darüber gesagt ist',
    never: 'Schreiben Sie nie das Geheimnis selbst: Alle Lesenden sehen dies.',
    kind: 'Art',
    label: 'Was es ist',
    labelHint: 'zum Beispiel: SFTP-Passwort des Abrechnungsservers',
    used: 'Wo es gebraucht wird',
    usedHint: 'System, Adresse, Programme, die es enthalten',
    owner: 'Wer es ändert',
    ownerHint: 'eine Person oder Gruppe bei Ihnen',
    remark: 'Bemerkung',
    save: 'Für alle Lesenden sichern',
    saving: 'Wird gesichert …',
    labelMissing: 'Sagen Sie zuerst, was es ist.',
  },
  shared: 'Geteilt mit den Lesenden von {party}, versiegelt: Weder {organization} noch das Portal kann es lesen.',
  unread: [
    '{n} Notiz lässt sich nicht lesen: vor Ihrer Zeit geschrieben oder von jemandem ohne Schlüssel zu dieser Freigabe.',
    '{n} Notizen lassen sich nicht lesen: vor Ihrer Zeit geschrieben oder von jemandem ohne Schlüssel zu dieser Freigabe.',
  ],
  more: ['1 weiteren zeigen', '{n} weitere zeigen'],
  unreadable: 'Ihre Liste der Passwörter und Schlüssel war nicht zu lesen: {flaw}',
  failed: 'Nicht gesichert: {flaw}',
  kept: 'Was Sie geschrieben haben, ist noch hier.',
  loading: 'Notizen werden geöffnet',
  lookAgain: 'Nach Notizen anderer sehen',
  notes: {
    title: 'Notizen',
    none: 'Zu dieser Nachricht hat niemand etwas geschrieben.',
    unreadable: 'Notizen ließen sich nicht lesen: {flaw}',
    own: 'Ihre Notiz',
    ownHint: 'Jede Person hat ihre eigene Notiz: Niemand überschreibt die eines anderen.',
    save: 'Notiz sichern',
    saved: 'Gesichert.',
    remove: 'Zurücknehmen',
    meanwhile: '{author} hat inzwischen geschrieben.',
  },
};

const people: PeopleWords = {
  question: 'Wer unsere Post lesen darf',
  readers: ['{n} Person.', '{n} Personen.'],
  readersWaiting: ['{readers} {n} weitere wartet.', '{readers} {n} weitere warten.'],
  columns: {
    person: 'Person',
    role: 'Rolle',
    fingerprint: 'Fingerabdruck der Schlüssel',
    opened: 'geöffnet',
    standing: 'Stand',
    act: 'Handlung',
  },
  roles: { nominator: 'Benennend', reviewer: 'Lesend', representative: 'In Vertretung' },
  roleHints: {
    nominator: 'liest, benennt und widerruft',
    reviewer: 'liest',
    representative: 'liest; von außerhalb Ihrer Organisation',
  },
  noRole: 'liest nichts',
  you: 'Sie',
  noAddress: 'keine Adresse verzeichnet',
  standings: {
    'being-revoked': 'wird widerrufen',
    leaving: 'scheidet aus',
    'becoming-nominator': 'soll benennen, {organization} entscheidet',
    unnamed: 'wartet auf Ihre Zustimmung',
    named: 'benannt; allen Ihren Kontakten bekanntgegeben',
    waiting: 'hat die Domain nachgewiesen; allen Ihren Kontakten bekanntgegeben',
    objected: 'Widerspruch; zwei Personen bei {organization} entscheiden',
    contested: 'strittig: zwei Personen beanspruchen die Domain zugleich',
    refused: 'von {organization} abgelehnt',
    stopped: 'durch Widerspruch gestoppt',
    revoked: 'liest nicht mehr',
  },
  reads: {
    dns: 'durch DNS nachgewiesen',
    mailbox: 'durch Postfach nachgewiesen',
    nomination: 'von einer benennenden Person benannt',
    unknown: 'von {organization} bestätigt',
  },
  since: 'gefragt am {date}',
  acts: {
    nominate: {
      button: 'Benennen …',
      title: '{name} zum Lesen benennen',
      happens: [
        'Sie signieren, dass diese Person mit genau diesem Schlüssel für {party} lesen darf.',
        '{organization} teilt den Fingerabdruck allen Kontakten von {party} mit und wartet {hours} h; jeder Kontakt kann widersprechen, ein zweiter kann bestätigen und das Warten beenden.',
        'Dann bestätigen zwei Personen bei {organization}. Von da an liest diese Person alles, was für {party} freigegeben ist.',
        'Bis zur Bestätigung können Sie es zurückziehen, danach jederzeit widerrufen.',
      ],
      sure: '{name} benennen, Fingerabdruck {fingerprint}.',
      press: 'Signieren und {name} benennen',
      done: '{name} ist benannt. {organization} nimmt es beim nächsten Abruf auf; bis zur Bestätigung können Sie es zurückziehen.',
    },
    withdraw: {
      button: 'Zurückziehen …',
      title: 'Benennung von {name} zurückziehen',
      happens: [
        'Sie signieren, dass diese Person nicht für {party} lesen soll.',
        'Haben zwei Personen bei {organization} inzwischen bestätigt, gilt es als Widerruf.',
        'Sie können die Person wieder benennen.',
      ],
      sure: 'Benennung von {name} zurückziehen, Fingerabdruck {fingerprint}.',
      press: 'Signieren und {name} zurückziehen',
      done: 'Die Benennung von {name} ist zurückgezogen.',
    },
    object: {
      button: 'Widersprechen …',
      title: '{name} widersprechen',
      happens: [
        'Sie signieren, dass diese Person nicht für {party} lesen soll.',
        'Die Einschreibung stoppt, und Ihr Widerspruch kommt ins Protokoll. Sie geht nur weiter, wenn zwei Personen bei {organization} das über genau diesen Widerspruch signieren.',
        'Ein Widerspruch lässt sich hier nicht zurücknehmen; sagen Sie es {organization}, wenn Sie sich geirrt haben.',
      ],
      sure: '{name} widersprechen, Fingerabdruck {fingerprint}.',
      press: 'Signieren und {name} widersprechen',
      done: 'Der Widerspruch gegen {name} ist gesendet. Die Einschreibung ruht, bis zwei Personen bei {organization} entschieden haben.',
    },
    revoke: {
      button: 'Widerrufen …',
      title: '{name} widerrufen',
      happens: [
        '{organization} führt es beim nächsten Abruf aus, ohne jemanden zu fragen: Das Portal gibt {name} von da an nichts mehr und beendet jede Sitzung.',
        'Spätere Freigaben werden für einen neuen Tresor versiegelt, zu dem {name} keinen Schlüssel hat.',
        'Was {name} geöffnet oder gesichert hat, bleibt bei {name}: {opened}.',
        'Um es rückgängig zu machen, schreibt sich die Person neu ein, und Sie benennen sie wieder.',
      ],
      sure: '{name} widerrufen, Fingerabdruck {fingerprint}.',
      press: 'Signieren und {name} widerrufen',
      done: '{name} wird widerrufen. Es gilt, sobald {organization} das Portal wieder abruft.',
    },
    transfer: {
      button: 'Übergeben an …',
      title: 'Das Benennen an {name} übergeben',
      happens: [
        'Zwei Personen bei {organization} entscheiden.',
        'Dann benennt und widerruft {name}, und Sie lesen nur noch.',
        'Nur {name} kann die Rolle zurückgeben.',
      ],
      sure: 'Die Rolle an {name} übergeben, Fingerabdruck {fingerprint}.',
      press: 'Signieren und an {name} übergeben',
      done: 'Die Übergabe an {name} ist beantragt. Bis {organization} entschieden hat, behalten Sie die Rolle.',
    },
    leave: {
      button: 'Ausscheiden …',
      title: 'Nicht mehr lesen',
      happens: [
        'Sie signieren, dass Sie für {party} nicht mehr lesen.',
        '{organization} führt es beim nächsten Abruf aus; das Portal gibt Ihnen von da an nichts mehr.',
        'Nur Sie können es rückgängig machen: durch eine neue Einschreibung. Benennt außer Ihnen niemand, übergeben Sie zuerst die Rolle.',
      ],
      sure: 'Bei {party} ausscheiden, Fingerabdruck {fingerprint}.',
      press: 'Signieren und ausscheiden',
      done: 'Sie scheiden aus. Es gilt, sobald {organization} das Portal wieder abruft.',
    },
  },
  name: 'Jemanden benennen …',
  nameHint:
    'Nötig sind das Wort einer benennenden Person, {hours} h, in denen Ihre Kontakte widersprechen können, und zwei Personen bei {organization}.',
  typed: {
    label: 'Fingerabdruck, wie die Person ihn Ihnen am Telefon vorliest',
    hint: 'Acht Gruppen zu vier Zeichen. Die Person findet ihn auf ihrem eigenen Bildschirm. Rufen Sie unter einer Nummer an, die Sie schon haben.',
    entered: '{entered} von 32 Zeichen',
    slip: 'Gruppe {group} enthält ein Zeichen, das in keinem Fingerabdruck vorkommt.',
    tooLong: 'Das ist länger als ein Fingerabdruck.',
    asking: 'Das Portal wird gefragt, wer diesen Schlüssel hat …',
    unknown:
      'Niemand, der wartet, hat diesen Schlüssel. Entweder hat sich die Person noch nicht eingeschrieben, oder jemand hat den Schlüssel zwischen Ihnen ausgetauscht: Vergleichen Sie noch einmal.',
    alreadyReads: '{name} hat diesen Schlüssel und liest bereits.',
    notWaiting: '{name} hat diesen Schlüssel und wartet nicht mehr.',
    itIs: 'Es ist der Schlüssel von {name}, {address}.',
  },
  relation: {
    label: 'Diese Person gehört zu',
    own: 'unserer Organisation',
    representative: 'jemandem, der für uns handelt: externe Kanzlei, Dienstleister',
  },
  goOn: 'Weiter',
  back: 'Zurück',
  signing: 'Wird signiert …',
  nobodyToName:
    'Niemand wartet darauf, benannt zu werden. Wer lesen soll, öffnet diese Seite auf einem eigenen Gerät, schreibt sich ein und liest Ihnen den Fingerabdruck vor.',
  contested:
    'Zwei Personen beanspruchen {party} zugleich durch DNS. {organization} bestätigt eine davon nur, wenn zwei ihrer Personen einen Grund nennen. Kennen Sie eine davon nicht, widersprechen Sie.',
  unsigned: [
    '{n} Dokument, das das Portal aufführt, trägt keine gültige Signatur; es wird nicht gezeigt. Sagen Sie es {organization}.',
    '{n} Dokumente, die das Portal aufführt, tragen keine gültigen Signaturen; sie werden nicht gezeigt. Sagen Sie es {organization}.',
  ],
  trail: {
    question: 'Wer was geöffnet hat',
    answer: [
      '{n} Zugriff seit dem {date}; aufgezeichnet, bevor er bedient wurde.',
      '{n} Zugriffe seit dem {date}; jeder aufgezeichnet, bevor er bedient wurde.',
    ],
    none: 'Noch wurde nichts geöffnet.',
    broken: 'Das Verzeichnis der Zugriffe ist nicht schlüssig: Nach Eintrag {n} fehlen Einträge oder wurden verändert.',
    lost: 'Das Verzeichnis der Zugriffe ist nicht das, das Sie zuvor sahen: Eintrag {n} ist ein anderer oder fehlt.',
    brokenDo:
      'Das Portal wurde auf einen älteren Tag zurückgesetzt, oder es lügt. Rufen Sie {organization} an. Unten steht, was noch folgt.',
    reading: '{n} Einträge geprüft',
    time: 'Zeit (UTC)',
    person: 'Person',
    did: 'Tat',
    what: 'Was',
    acts: {
      session: 'meldete sich an',
      passkey: 'registrierte einen Passkey',
      paper: 'rief Beweise ab',
      index: 'rief das Verzeichnis ab',
      grant: 'rief den eigenen Schlüssel ab',
      object: 'öffnete',
      request: 'signierte einen Antrag',
      note: 'hinterließ eine Notiz',
    },
    messages: ['{n} Nachricht', '{n} Nachrichten'],
    papers: ['{n} Beleg', '{n} Belege'],
    unnamed: 'eine Nachricht einer anderen Freigabe',
    all: '{n} zeigen',
    fewer: 'Weniger zeigen',
    kept: 'Jeder Eintrag enthält die Prüfsumme des vorigen. Der letzte, den Sie sahen, ist {n}, {hash}; dieses Gerät merkt ihn sich.',
    keptNone:
      'Dieser Browser merkt sich nichts: Das Verzeichnis der Zugriffe lässt sich nicht mit Ihrem letzten Besuch vergleichen.',
  },
  reviewer: {
    answer: ['{n} Schlüssel kann diese Freigabe öffnen.', '{n} Schlüssel können diese Freigabe öffnen.'],
    lead: 'Aus dem Verzeichnis, das zwei Personen signiert haben. Namen, und wer was geöffnet hat, sieht Ihre benennende Person.',
    fingerprint: 'Fingerabdruck der Schlüssel',
    leaveTitle: 'Sie',
  },
  loading: 'Es wird gelesen, wer lesen darf',
  failed: 'Wer lesen darf, war nicht abzurufen: {flaw}',
  kept: 'Nichts wurde verändert.',
};

const trust: TrustWords = {
  question: 'Warum wir dem trauen können',
  passed: ['{n} Prüfung bestanden', '{n} Prüfungen bestanden'],
  passedOf: '{passed}, {time}',
  refused: 'Eine Prüfung ist gescheitert. Nichts von dieser Freigabe wurde geöffnet.',
  failed: [
    '{n} Prüfung ist gescheitert. Rufen Sie an, bevor Sie weitermachen.',
    '{n} Prüfungen sind gescheitert. Rufen Sie an, bevor Sie weitermachen.',
  ],
  unanswered: 'Nicht geprüft: {flaw}',
  checking: 'Wird geprüft',
  checkedHere: 'Auf diesem Gerät geprüft, bevor etwas entschlüsselt wurde.',
  checks: {
    keys: {
      passed: 'Die Schlüssel sind die aus Ihrer Mitteilung',
      open: 'Die Schlüssel der Organisation',
      refused: 'Die Schlüssel sind nicht die aus Ihrer Mitteilung',
      fact: '{keySet}',
      facts: { '*': 'Noch nicht beurteilt.' },
      act: 'Vergleichen Sie den Fingerabdruck mit Ihrer Mitteilung und mit dem DNS. Weichen sie ab, hat jemand anderes signiert: Machen Sie nicht weiter, und rufen Sie an.',
    },
    approvals: {
      passed: 'Zwei Personen bei {organization} haben bestätigt',
      open: 'Die Bestätigungen zweier Personen',
      refused: 'Zwei verschiedene Personen haben nicht genau dies bestätigt',
      fact: '{names}; beide Signaturen gelten',
      facts: { '*': 'Noch nicht beurteilt.' },
      act: 'Was das Portal gab, ist nicht, was bestätigt wurde. Rufen Sie {organization} an und nennen Sie die Freigabe.',
    },
    release: {
      passed: 'Die Freigabe steht im öffentlichen Protokoll',
      open: 'Die Freigabe im öffentlichen Protokoll',
      refused: 'Das Protokoll beweist diese Freigabe nicht',
      fact: 'Freigabe {release} ist Eintrag {entry} von {size} in {origin}, Einschlussbeweis gültig',
      facts: { '*': 'Noch nicht beurteilt.' },
      act: 'Die Papiere der Freigabe sind verändert, oder sie wurde nie protokolliert. Rufen Sie {organization} an; öffnen Sie nichts davon.',
    },
    log: {
      passed: 'Das Protokoll ging nie zurück',
      open: 'Ob das Protokoll fortsetzt',
      refused: 'Dieses Protokoll setzt das aus Ihrer Mitteilung nicht fort',
      fact: '{from} (Ihnen bekannt) → {to} (jetzt), Konsistenzbeweis gültig',
      facts: {
        first:
          '{size} Einträge. Es gibt kein früheres zum Vergleichen: Größe und Wurzel aus Ihrer Mitteilung wurden bei der Einschreibung nicht eingegeben. Von jetzt an kennt dieses Gerät dieses.',
        '*': 'Noch nicht beurteilt.',
      },
      act: 'Jemand zeigt Ihnen eine andere Geschichte als Ihre Mitteilung. Bewahren Sie die Mitteilung auf, machen Sie nicht weiter, und rufen Sie an.',
    },
    app: {
      passed: 'Diese App ist die veröffentlichte',
      open: 'Ob diese App die veröffentlichte ist',
      refused: 'Die Dateien dieser App sind nicht die veröffentlichten',
      fact: 'Prüfsumme {digest}, {files} Dateien, Eintrag {entry} des Protokolls',
      facts: {
        checking: 'Die Dateien werden verglichen.',
        'not-logged':
          'Prüfsumme {digest}. Die Dateien stimmen mit ihrer Liste überein; der Beweis des Protokolls ist noch nicht da, oder nichts ist offen, das den Schlüssel des Protokolls nennt.',
        silent: 'Die Website gab die Dateien zum Vergleichen nicht heraus.',
        '*': 'Noch nicht beurteilt.',
      },
      act: '{what} weicht ab. Melden Sie sich ab, benutzen Sie candor open, und sagen Sie es {organization}.',
    },
    whole: {
      passed: 'Nichts wird Ihnen vorenthalten',
      open: 'Ob das Portal alles gibt',
      refused: 'Das Portal gibt nicht alles',
      fact: 'Freigabe {release} ist die neueste, die genannt ist, und nicht älter als die zuletzt gesehene; alle {messages} Nachrichten stehen darin',
      facts: { '*': 'Noch nicht beurteilt.' },
      act: 'Eine genannte Freigabe fehlt, ist älter als das, was Sie gesehen haben, oder folgt nicht auf die vorige. Rufen Sie {organization} an.',
    },
  },
  checkAgain: 'Noch einmal prüfen',
  saveProofs: 'Beweise sichern',
  proofsHint: 'Verzeichnis, Bestätigungen, Schlüssel und Protokollbeweis: Damit kann jeder dies ohne uns prüfen.',
  more: 'Prüfen ohne diese Seite',
  fingerprint: {
    title: 'Ihr Fingerabdruck',
    hint: 'Lesen Sie ihn jemandem am Telefon vor. Er umfasst Ihre beiden Schlüssel.',
  },
  otherKeys: {
    title: 'Haben sich die Schlüssel der Organisation geändert?',
    lead: 'Dann sagt {organization} es in einer neueren Mitteilung und im DNS. Geben Sie den Fingerabdruck ein, der dort steht oder der Ihnen unter einer Nummer genannt wird, die Sie schon hatten. Er wird hier nicht angezeigt, damit niemand dazwischen ihn vorschlagen kann. Was Sie vom Protokoll gesehen haben, bleibt: Die neuen Schlüssel müssen es fortsetzen.',
    label: 'Fingerabdruck der Schlüssel der Organisation',
    entered: '{entered} von 32 Zeichen',
    slip: 'Gruppe {group} enthält ein Zeichen, das kein Fingerabdruck hat.',
    tooLong: 'Mehr als 32 Zeichen.',
    accept: 'Diesen Schlüsseln von jetzt an vertrauen',
  },
  compare: {
    title: 'Auf anderen Wegen vergleichen',
    lead: 'Jeder davon muss denselben Fingerabdruck zeigen, {keySet}.',
    leadUnopened: 'Jeder davon muss denselben Fingerabdruck zeigen.',
    dns: 'Fragen Sie das DNS:',
    telephone:
      'Rufen Sie {organization} unter einer Nummer an, die Sie schon haben. Angegeben ist {telephone}; vergleichen Sie mit einer eigenen Quelle.',
    noTelephone: 'Rufen Sie {organization} unter einer Nummer an, die Sie schon haben.',
    notice: 'Sehen Sie in Ihre Mitteilung, und prüfen Sie sie unter {page}.',
  },
  offline: {
    title: 'Trauen Sie nicht dieser Seite allein',
    lead: 'Ein gekaperter Webserver könnte Ihnen eine falsche App zeigen. Das Öffnen ohne Netz braucht keinen Server und keine Seite: Es prüft dasselbe, bevor es etwas öffnet.',
    steps: [
      'Sichern Sie Ihre Schlüsseldatei. Sie ist mit einer Passphrase von Ihnen versiegelt.',
      'Sichern Sie die versiegelte Freigabe. Sie ist, was das Portal hält; ohne Schlüssel öffnet sich nichts darin.',
      'Holen Sie Candor aus einer eigenen Quelle, nicht von dieser Seite, auf einen Rechner ohne Netz.',
      'Öffnen Sie sie mit dem Fingerabdruck, der in Ihrer Mitteilung steht:',
    ],
    passphrase: 'Passphrase für die Schlüsseldatei',
    passphraseHint:
      'Sieben Wörter oder mehr, die niemand errät. Sie wird beim Öffnen der Datei gefragt und nirgends behalten.',
    saveKey: 'Schlüsseldatei sichern',
    keySaved: 'Die Schlüsseldatei ist gesichert. Bewahren Sie sie nicht bei der Passphrase auf.',
    saveRelease: 'Versiegelte Freigabe sichern',
    byHand: 'Von Hand, allein mit tar, sha256sum und age:',
  },
  ask: {
    title: 'Eine Frage stellen oder eine Zahl bestreiten',
    lead: 'Eine bestrittene Zahl wird festgehalten und beantwortet und kann zu einer Berichtigung führen. Nennen Sie die Zahl, Ihre eigene Zählung und worauf sie beruht.',
    ways: [
      'Antworten Sie auf die Mitteilung: Ihre Antwortadresse erreicht die, die sie geschrieben haben.',
      'Oder rufen Sie an, und nennen Sie den Code der Mitteilung.',
      'Senden Sie keinen Inhalt von E-Mails und kein Passwort.',
    ],
    dispute: {
      label: 'Welche Zahl, was Sie zählen, und worauf es beruht',
      hint: 'Ein Absatz. {organization} liest ihn, hält ihn im Protokoll fest, wie Sie ihn schrieben, und antwortet. Er ändert von sich aus keine Zahl.',
      send: 'Signieren und an {organization} senden',
      done: 'Gesendet. {organization} ruft es beim nächsten Mal ab und antwortet über die Adresse der Mitteilung oder am Telefon.',
      tooLong: 'Höchstens {n} Zeichen; sagen Sie das Übrige am Telefon.',
    },
    telephone: 'Telefon: {telephone}',
    report: 'Gefälschte Mitteilungen: {report}',
  },
  guide: { show: 'Den Leitfaden lesen: zwei Seiten', hide: 'Leitfaden schließen' },
};

const report: PackWords = {
  question: 'Ihre eigene Meldung',
  answer: 'Was {party} angeben kann, mit dem Beleg hinter jeder Zahl.',
  lead: 'Texte für Ihre eigenen Pflichten, gefüllt mit den Zahlen dieser Freigabe. Sie nennen Tatsachen; wem Sie wann melden, entscheiden Sie. Nichts davon wird irgendwohin gesendet.',
  regimes: {
    neutral: 'Tatsachen, ohne Formular',
    'gdpr-33': 'DSGVO, Artikel 33: Aufsichtsbehörde',
    'gdpr-34': 'DSGVO, Artikel 34: betroffene Personen',
    nis2: 'NIS2, Artikel 23',
  },
  chooseText: 'Text für',
  toldLabel: 'Wann hat die Mitteilung Sie erreicht? (UTC)',
  toldHint: 'Das steht in Ihrem Postfach, nicht in der Freigabe. Ohne Angabe bleibt im Text eine Lücke.',
  textTitle: 'Text zum Übernehmen',
  gapHint: 'Was in Klammern steht, wissen nur Sie. Jede Zahl führt zu ihren Nachrichten.',
  copyText: 'Text kopieren',
  copied: 'Kopiert',
  download: 'Mappe sichern (.zip)',
  downloading: 'Die Mappe entsteht',
  downloadHint:
    'Alle vier Texte als Seiten ohne Skripte, die Tabellen als CSV und JSON, das signierte Verzeichnis und seine Beweise.',
  print: 'Drucken',
  unknown: 'hier nicht bekannt',
  figuresTitle: 'Jede Zahl, und woher sie kommt',
  figureColumns: ['Angabe', 'Wert', 'Nachrichten dahinter'],
  figures: {
    organization: 'Organisation, in die eingedrungen wurde (signiertes Verzeichnis)',
    incident: 'Ihr Name für den Vorfall (signiertes Verzeichnis)',
    party: 'Partei (signiertes Verzeichnis)',
    domains: 'Domains, die Sie nachgewiesen haben (signiertes Verzeichnis)',
    concerned:
      'Betroffene Nachrichten: lesbare + Massenpost + zurückgestellte + zurückgehaltene (signiertes Verzeichnis)',
    readable: 'Nachrichten, die Sie lesen können (signiertes Verzeichnis)',
    bulk: 'Listen- oder Massenpost, getrennt gezählt (signiertes Verzeichnis)',
    held: 'Zurückgestellt durch den Rechtsbeistand oder aus technischem Grund (signiertes Verzeichnis)',
    withheld: 'Auf Dauer zurückgehalten (signiertes Verzeichnis)',
    quoted:
      'Nachrichten von Leuten der Organisation, die Post von Ihnen zitieren, getrennt gezählt; ihr eigener Text wird nicht gegeben (signiertes Verzeichnis)',
    mentioned:
      'Nachrichten, in denen nur die Rede von Ihnen ist, wie Leute der Organisation feststellten, getrennt gezählt; ihr Text wird nicht gegeben (signiertes Verzeichnis)',
    mentionedBusiness: 'Davon: geschäftlich (signiertes Verzeichnis)',
    mentionedPersonal: 'Davon: über Personen (signiertes Verzeichnis)',
    mentionedSecret: 'Davon: mit einem Geheimnis (signiertes Verzeichnis)',
    objects: 'Nachrichten in dieser Freigabe, auf diesem Gerät gezählt',
    accessed: 'Vom Programm des Angreifers geöffnet oder kopiert, auf diesem Gerät gezählt',
    presumed: 'Müssen als kopiert gelten, auf diesem Gerät gezählt',
    partial: 'Ein Teil wurde gesehen, auf diesem Gerät gezählt',
    possible: 'Nicht auszuschließen, auf diesem Gerät gezählt',
    undetermined: 'Das Protokoll sagt es nicht, auf diesem Gerät gezählt',
    fraud: 'Vom Angreifer gesendet, auf diesem Gerät gezählt',
    secret: 'Von der Organisation als Träger eines Geheimnisses markiert, auf diesem Gerät gezählt',
    personal: 'Von der Organisation als Nachricht mit personenbezogenen Daten gekennzeichnet, auf diesem Gerät gezählt',
    attached: 'Mit mindestens einem Anhang, auf diesem Gerät gezählt',
    files: 'Anhänge, auf diesem Gerät gezählt',
    people: 'Adressen Ihrer Domains in Von, An oder Kopie, jede einmal, auf diesem Gerät gezählt',
    custodians: 'Adressen der Organisation, in deren Postfächern sie lagen, soweit die Nachrichten sie nennen',
    writtenFirst: 'Datum der ältesten Nachricht (aus ihrem Kopf)',
    writtenLast: 'Datum der neuesten Nachricht (aus ihrem Kopf)',
    windowFrom: 'Wann der Angreifer in den Postfächern der Organisation war: erster Zeitpunkt, wie sie ihn angibt',
    windowTo: 'Wann der Angreifer in den Postfächern der Organisation war: letzter Zeitpunkt, wie sie ihn angibt',
    recordedFirst: 'Erste Aufzeichnung hinter einem Urteil',
    recordedLast: 'Letzte Aufzeichnung hinter einem Urteil',
    secretsOpen: 'Geheimnisse auf Ihrer Liste, die offen sind',
    secretsRotated: 'Geheimnisse auf Ihrer Liste, die geändert sind',
    secretsNotOurs: 'Geheimnisse auf Ihrer Liste, die nicht Ihre sind',
    unknownSaid: 'Was die Organisation nach eigener Angabe nicht weiß',
    told: 'Wann die Mitteilung kam, nach Ihrer Angabe',
    release: 'Nummer der Freigabe (signiertes Verzeichnis)',
    releasedAt: 'Zeit der Freigabe (signiertes Verzeichnis)',
    exposure: 'Version der Feststellungen der Organisation (signiertes Verzeichnis)',
    approvers: 'Personen der Organisation, deren Signaturen gelten, auf diesem Gerät geprüft',
    keySet: 'Fingerabdruck der Schlüssel der Organisation: der in Ihrer Mitteilung',
    logOrigin: 'Öffentliches Protokoll',
    logPosition: 'Eintrag der Freigabe darin, auf diesem Gerät bewiesen',
    logSize: 'Einträge darin, als das bewiesen wurde',
    manifest: 'SHA-256 des signierten Verzeichnisses',
  },
  showMessages: 'zeigen',
  peopleTitle: 'Wer von uns',
  custodiansTitle: 'In wessen Postfächern bei {organization}',
  addressColumns: ['Adresse', 'Nachrichten'],
  typesTitle: 'Anhänge nach Inhalt',
  typeColumns: ['Art', 'Dateien'],
  foundTitle: 'Was eine Suche der Organisation darin fand',
  foundColumns: ['Art', 'Nachrichten', 'verschiedene Werte', 'davon sicher', 'von Menschen bestätigt'],
  doubtsTitle: 'Warum manche in Zweifel stehen',
  doubtColumns: ['Grund', 'Nachrichten'],
  noDoubts: 'Keine Nachricht steht in Zweifel.',
  further: ['und {n} weitere', 'und {n} weitere'],
  tellingsTitle: 'Was uns wann mitgeteilt wurde',
  tellingColumns: ['Was', 'Wann', 'Beleg'],
  toldNotice: 'Mitteilung',
  toldRelease: 'Freigabe {release}, Nachrichten zu lesen: {n}',
  madeAt: 'Erstellt am {time} aus Freigabe {release}.',
  madeFrom: 'Auf dem eigenen Gerät gezählt, aus Nachrichten, die {organization} freigegeben und signiert hat.',
  filesTitle: 'Dateien',
};

const HAPPENED =
  'Zwischen dem {windowFrom} und dem {windowTo} hatte ein Angreifer Zugang zu Postfächern von {organization} und zu den E-Mails darin. Was das Zugriffsprotokoll von {organization} über unsere E-Mails zeigt, wurde zwischen dem {recordedFirst} und dem {recordedLast} aufgezeichnet.';

const FIGURES = [
  'Betroffene E-Mails zwischen {domains} und {organization}: {concerned}. Geschrieben wurden sie zwischen dem {writtenFirst} und dem {writtenLast}. Von denen, die wir selbst lesen können:',
  '- vom Programm des Angreifers geöffnet oder kopiert: {accessed}',
  '- müssen als kopiert gelten: {presumed}',
  '- ein Teil wurde gesehen: {partial}',
  '- nicht auszuschließen: {possible}',
  '- das Protokoll sagt es nicht: {undetermined}',
];

const UNKNOWN = [
  'Nachrichten, über die das Protokoll nichts sagt: {undetermined}. Nachrichten, bei denen ein Zugriff nicht auszuschließen ist: {possible}.',
  'Nachrichten, die der Rechtsbeistand von {organization} zurückhält: {held}; auf Dauer zurückgehalten: {withheld}. Was mit ihnen geschah, ist uns nicht bekannt.',
  '? In den Zahlen oben nicht enthalten, Nachrichten von Leuten bei {organization}, die E-Mails von uns zitieren: {quoted}. Was sonst darin steht, wird uns nicht gegeben, weil sie nicht an uns gingen.',
  '? In den Zahlen oben nicht enthalten, Nachrichten, in denen nur die Rede von uns ist, wie {organization} feststellte: {mentioned} (geschäftlich {mentionedBusiness}, über Personen {mentionedPersonal}, mit einem Geheimnis {mentionedSecret}). Ihr Text wird uns nicht gegeben, weil sie nicht an uns gingen.',
  'Mit den Worten von {organization}: {unknownSaid}',
  'Ob Kopien weitergegeben wurden, ist nicht bekannt.',
];

const PROOF =
  'Freigabe {release} vom {releasedAt} (Stand {exposure} der Auswertung) wurde von {approvers} bei {organization} bestätigt. Sie ist Eintrag {logPosition} von {logSize} im Protokoll {logOrigin}; SHA-256 ihres Verzeichnisses: {manifest}. Fingerabdruck der Schlüssel der Organisation: {keySet}.';

const reportTexts: PackTemplates = {
  neutral: {
    title: 'E-Mails von uns, die bei {organization} gestohlen wurden',
    source: 'Tatsachen ohne Formular: für Leitung, Versicherung, Kundschaft, Prüfung',
    parts: [
      { heading: 'Was geschah', paragraphs: [HAPPENED, '{organization} hat es uns am {told} mitgeteilt.'] },
      { heading: 'Wie viel von uns', paragraphs: FIGURES },
      {
        heading: 'Wer und was darin steht',
        paragraphs: [
          'Adressen von uns, die darin stehen: {people}. Adressen von {organization}, in deren Postfächern sie lagen: {custodians}.',
          'Nachrichten mit Anhängen: {attached}; Dateien darin: {files}. Nachrichten, die als Träger eines Geheimnisses markiert sind: {secret}. Nachrichten mit personenbezogenen Daten: {personal}. Nachrichten, die der Angreifer selbst gesendet hat: {fraud}. Listen- oder Massenpost: {bulk}.',
          'Arten personenbezogener Daten darin: [was Sie beim Lesen gefunden haben].',
        ],
      },
      {
        heading: 'Was getan wurde',
        paragraphs: [
          'Darin gefundene Passwörter und Schlüssel, die geändert sind: {secretsRotated}; noch nicht geändert: {secretsOpen}; nicht unsere: {secretsNotOurs}.',
          '[was Sie sonst getan haben, mit Datum]',
        ],
      },
      { heading: 'Was nicht bekannt ist', paragraphs: UNKNOWN },
      { heading: 'Worauf sich das stützt', paragraphs: [PROOF] },
    ],
  },
  'gdpr-33': {
    title: 'Verletzung des Schutzes personenbezogener Daten: E-Mails von uns bei {organization}',
    source: 'Punkte des Artikels 33 Absatz 3 der Verordnung (EU) 2016/679',
    parts: [
      {
        heading: 'Art der Verletzung, Artikel 33 Absatz 3 Buchstabe a',
        paragraphs: [
          'Vertraulichkeit. Die Verletzung geschah bei {organization}. In unseren eigenen Systemen: [was Sie geprüft und gefunden haben].',
          HAPPENED,
          ...FIGURES,
          'Kategorien betroffener Personen: [zum Beispiel Beschäftigte, Kundschaft, Bewerbende]. Ungefähre Zahl der Personen: [Zahl]; Adressen von uns in den Nachrichten: {people}.',
          'Kategorien von Daten: [zum Beispiel Kontaktdaten, Verträge, Bankverbindungen, besondere Kategorien]. Nachrichten mit Anhängen: {attached}; Dateien darin: {files}. Nachrichten, die als Träger eines Geheimnisses markiert sind: {secret}. Nachrichten mit personenbezogenen Daten: {personal}.',
        ],
      },
      {
        heading: 'Anlaufstelle, Artikel 33 Absatz 3 Buchstabe b',
        paragraphs: ['[Name der oder des Datenschutzbeauftragten oder einer anderen Anlaufstelle, Anschrift, Telefon]'],
      },
      {
        heading: 'Wahrscheinliche Folgen, Artikel 33 Absatz 3 Buchstabe c',
        paragraphs: [
          'Nachrichten, die echten Schriftwechsel zitieren und Zahlungen oder Passwörter verlangen; Gebrauch von Passwörtern und Schlüsseln, die in den Nachrichten stehen: {secretsOpen} noch nicht geändert. Nachrichten, die der Angreifer im Namen anderer gesendet hat: {fraud}.',
          '[was der Inhalt der Nachrichten dem hinzufügt]',
        ],
      },
      {
        heading: 'Maßnahmen, Artikel 33 Absatz 3 Buchstabe d',
        paragraphs: [
          'Passwörter und Schlüssel geändert: {secretsRotated}; nicht unsere: {secretsNotOurs}; noch nicht geändert: {secretsOpen}.',
          '[Warnung der betroffenen Personen, weitere Maßnahmen, mit Datum]',
        ],
      },
      {
        heading: 'Wann wir davon erfuhren und was noch nicht bekannt ist, Artikel 33 Absätze 1 und 4',
        paragraphs: [
          '{organization} hat es uns am {told} mitgeteilt.',
          ...UNKNOWN,
          'Weitere Informationen folgen, sobald {organization} sie liefert.',
        ],
      },
      { heading: 'Dokumentation, Artikel 33 Absatz 5', paragraphs: [PROOF] },
    ],
  },
  'gdpr-34': {
    title: 'Ihre Daten in E-Mails, die bei {organization} gestohlen wurden',
    source:
      'Punkte des Artikels 34 Absatz 2 der Verordnung (EU) 2016/679, in klarer Sprache für die betroffenen Personen',
    parts: [
      {
        heading: 'Was geschah',
        paragraphs: [
          'Jemand ist in Postfächer von {organization} eingedrungen, mit der wir E-Mails austauschen. E-Mails zwischen uns und {organization}, geschrieben zwischen dem {writtenFirst} und dem {writtenLast}, lagen in diesen Postfächern. [Welche davon Sie betreffen.]',
          'E-Mails, die geöffnet oder kopiert wurden: {accessed}. E-Mails, die als kopiert gelten müssen: {presumed}. E-Mails, von denen ein Teil gesehen wurde: {partial}. E-Mails, bei denen ein Zugriff nicht auszuschließen ist: {possible}; bei denen es niemand sagen kann: {undetermined}.',
        ],
      },
      {
        heading: 'Was das für Sie bedeutet',
        paragraphs: [
          'Wer diese E-Mails hat, kann Ihnen schreiben, als gehörte er zu uns, und zitieren, was wirklich geschrieben wurde. [Was von Ihnen darin steht.]',
        ],
      },
      {
        heading: 'Was wir getan haben',
        paragraphs: [
          'Passwörter und Schlüssel, die in den E-Mails standen und geändert sind: {secretsRotated}. [Weitere Maßnahmen.]',
        ],
      },
      {
        heading: 'Was Sie tun können',
        paragraphs: [
          'Antworten Sie auf keine Nachricht, die eine Zahlung, ein Passwort oder eine neue Bankverbindung verlangt, auch wenn sie eine frühere zitiert. Rufen Sie uns unter einer Nummer an, die Sie schon haben.',
          'Wenn Sie uns ein Passwort per E-Mail gesendet haben: Ändern Sie es überall, wo Sie es benutzen.',
        ],
      },
      {
        heading: 'Wen Sie fragen können',
        paragraphs: ['[Name der oder des Datenschutzbeauftragten oder einer anderen Anlaufstelle, Anschrift, Telefon]'],
      },
    ],
  },
  nis2: {
    title: 'Vorfall bei {organization}, der uns betrifft',
    source: 'Punkte des Artikels 23 Absatz 4 der Richtlinie (EU) 2022/2555',
    parts: [
      {
        heading: 'Frühwarnung, Artikel 23 Absatz 4 Buchstabe a',
        paragraphs: [
          HAPPENED,
          'Verdacht auf rechtswidrige oder böswillige Handlungen: ja. Grenzüberschreitende Auswirkungen: [ja oder nein, und welche Staaten].',
          'Wir erfuhren davon am {told}.',
        ],
      },
      {
        heading: 'Meldung des Vorfalls, Artikel 23 Absatz 4 Buchstabe b',
        paragraphs: [
          ...FIGURES,
          'Schwere und Auswirkungen auf unsere Dienste: [Ihre Bewertung]. Passwörter und Schlüssel zu unseren Systemen in den Nachrichten: {secretsOpen} noch nicht geändert, {secretsRotated} geändert, {secretsNotOurs} nicht unsere.',
          'Kompromittierungsindikatoren: Nachrichten, die der Angreifer gesendet hat: {fraud}; [Zugriffe auf Ihre Systeme mit Passwörtern aus den Nachrichten].',
        ],
      },
      {
        heading: 'Abschlussbericht, Artikel 23 Absatz 4 Buchstabe d',
        paragraphs: [
          'Art der Bedrohung und Ursache: Zugang zu Postfächern eines Geschäftspartners, nach Angabe von {organization}. [Was Sie selbst herausgefunden haben.]',
          'Getroffene und laufende Maßnahmen: [Maßnahmen, mit Datum].',
          ...UNKNOWN,
          PROOF,
        ],
      },
    ],
  },
};

const exports: ExportWords = {
  title: ['{n} Nachricht sichern', '{n} Nachrichten sichern'],
  lead: 'Die Bytes jeder Nachricht sind die, die candor open schreibt.',
  chooseKind: 'Als',
  kinds: {
    mbox: { name: 'mbox', hint: 'eine Datei, die Mailprogramme einlesen' },
    'eml-zip': { name: 'EML in einem zip', hint: 'eine Datei je Nachricht, mit einer Tabelle' },
    csv: { name: 'CSV', hint: 'nur die Tabelle, für ein Rechenblatt; kein Text von Nachrichten' },
    json: { name: 'JSON', hint: 'nur die Tabelle, für ein Programm; kein Text von Nachrichten' },
  },
  recorded:
    'Jede Nachricht, die dafür abgerufen wird, steht im Verzeichnis der Zugriffe, das Ihre benennende Person liest.',
  unsealed:
    'Die Datei ist nicht verschlüsselt. Bewahren Sie sie auf, wie Sie die Post selbst aufbewahren würden. Passwörter und Schlüssel stehen unverdeckt darin.',
  save: ['{n} Nachricht sichern', '{n} Nachrichten sichern'],
  saving: '{done} von {n}',
  cancel: 'Anhalten',
  cancelled: 'Angehalten. Keine Datei blieb zurück.',
  failed: 'Nicht gesichert: {flaw} Keine Datei blieb zurück; versuchen Sie es noch einmal.',
  done: ['{n} Nachricht gesichert, {bytes} Bytes.', '{n} Nachrichten gesichert, {bytes} Bytes.'],
  digest: 'SHA-256 der Datei',
  missing: [
    '{n} Nachricht ließ sich nicht öffnen und fehlt darin: am Portal beschädigt oder nicht vorhanden. Ihre Kennung steht unten.',
    '{n} Nachrichten ließen sich nicht öffnen und fehlen darin: am Portal beschädigt oder nicht vorhanden. Ihre Kennungen stehen unten.',
  ],
  nothing: 'Keine Nachricht passt: Es gibt nichts zu sichern.',
  open: 'Sichern …',
  diskFull: 'Die Festplatte oder der Browser wollte die Datei nicht behalten.',
};

const files: FilesWords = {
  question: 'Dateien dieses Geräts',
  title: 'Öffnen Sie eine Schlüsseldatei, um ohne Portal zu lesen oder einen Passkey dafür anzulegen.',
  lead: 'Beide Dateien werden auf diesem Gerät gelesen und nirgendwohin gesendet.',
  keyFile: 'Ihre Schlüsseldatei',
  passphrase: 'Ihre Passphrase',
  passphraseHint: 'Lassen Sie das Feld leer, wenn die Datei keine hat.',
  keySet: 'Fingerabdruck der Schlüssel der Organisation',
  keySetHint: 'Wie Ihre Mitteilung ihn druckt: {entered} von 32 Zeichen',
  keySetSlip: 'Gruppe {group} enthält ein Zeichen, das kein Fingerabdruck hat.',
  read: 'Eine Freigabe von der Platte lesen',
  readLead:
    'Dieselben Prüfungen wie mit Portal, bis auf zwei: Niemand kann sagen, ob das öffentliche Protokoll seither fortgesetzt wurde und ob es eine neuere Freigabe gibt.',
  release: 'Die Freigabe (release.candor)',
  open: 'Prüfen und öffnen',
  opening: 'Wird geprüft …',
  passkey: 'Einen Passkey für diese Schlüssel anlegen',
  passkeyLead:
    'Für Schlüssel, die ein Programm gemacht hat, oder wenn Passkey und Wiederherstellungsschlüssel beide verloren sind. Die Organisation muss sie vorher zugelassen haben.',
  take: 'Mit diesen Schlüsseln weiter',
  taking: 'Einen Augenblick …',
  missing: 'Wählen Sie erst die Schlüsseldatei und geben Sie den ganzen Fingerabdruck ein.',
  recovery: 'Ihr neuer Wiederherstellungsschlüssel',
  recoveryLead:
    'Er wird einmal gezeigt. Er öffnet Ihre Schlüssel, wenn der Passkey es nicht kann. Schreiben Sie ihn auf Papier und geben Sie ihn dann hier ein.',
  typeBack: 'Der Wiederherstellungsschlüssel, wie Sie ihn aufgeschrieben haben',
  wrong: 'Das ist nicht, was gezeigt wurde. Vergleichen Sie es mit Ihrer Notiz.',
  make: 'Passkey anlegen',
  done: 'Der Passkey ist registriert. Alle früheren Sitzungen sind beendet.',
  signIn: 'Anmelden',
  needsPortal:
    'Diese Freigabe wurde von der Platte geöffnet. Was Menschen Ihrer Organisation gemeinsam tun, liegt beim Portal.',
  leave: 'Schlüssel weglegen und anmelden',
};

export const reviewer: ReviewerCatalogue = {
  rules,
  codeWords,
  shared,
  session,
  errors,
  enroll,
  overview,
  messages,
  reading,
  secrets,
  people,
  trust,
  report,
  reportTexts,
  exports,
  files,
  guide: { markdown },
};
