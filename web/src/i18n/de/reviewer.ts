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
    partial: { sentence: 'teilweise gesehen', short: 'teils gesehen' },
    possible: { sentence: 'nicht auszuschließen', short: 'nicht auszuschließen' },
    undetermined: { sentence: 'das Protokoll sagt nichts aus', short: 'Protokoll sagt nichts' },
    'no-evidence': { sentence: 'vollständiges Protokoll, kein Zugriff', short: 'kein Zugriff' },
    absent: { sentence: 'erst nach Ausschluss des Angreifers eingegangen', short: 'später eingegangen' },
  },
  status: {
    keysHere: 'Schlüssel und E-Mails nur auf diesem Gerät',
    nobody: 'niemand ist angemeldet',
    idleSoon:
      'Sie waren 14 Minuten lang nicht aktiv. In einer Minute werden die Schlüssel gesperrt und Sie werden abgemeldet. Drücken Sie eine Taste, um angemeldet zu bleiben.',
    clock: {
      ahead: 'Die Uhr dieses Geräts geht {minutes} min vor. Hier gelten die Zeiten des Portals.',
      behind: 'Die Uhr dieses Geräts geht {minutes} min nach. Hier gelten die Zeiten des Portals.',
    },
    keeping: {
      full: 'Der Speicher dieses Browsers ist voll: Geöffnete E-Mails werden beim nächsten Mal neu geladen. Sie können weiterlesen.',
      none: 'Dieser Browser speichert nichts (privates Fenster): Geöffnete E-Mails werden beim nächsten Mal neu geladen. Sie können weiterlesen.',
      unkept:
        'Das Portal hat nicht gespeichert, was Sie gesehen haben. Nur dieser Tab kennt diesen Stand. Ein anderes Gerät merkt womöglich nicht, wenn ihm ein älterer Stand gezeigt wird. Bei der nächsten Prüfung wird es erneut versucht.',
    },
  },
  goTo: { title: 'Gehe zu', short: 'gehe zu', label: 'Seite', none: 'Keine Seite mit diesem Namen.' },
  keys: {
    title: 'Alle Tasten',
    short: 'alle Tasten',
    acts: {
      goTo: 'Seite öffnen',
      help: 'Diese Liste',
      search: 'Nachrichten durchsuchen',
      move: 'Nächste, vorige Nachricht',
      select: 'Nachricht auswählen',
      save: 'Angezeigte Nachricht speichern',
      leave: 'Zurück, schließen',
      table: 'Diagramm als Tabelle',
    },
  },
  loading: 'Wird geladen',
  tryAgain: 'Erneut versuchen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  close: 'Schließen',
  cancel: 'Abbrechen',
  fault: {
    title: 'Auf dieser Seite ist ein Fehler aufgetreten.',
    what: 'Die laufende Aktion ist verloren, Ihre E-Mails und Ihre Schlüssel sind es nicht. Der Fehler: {fault}',
    kept: 'Es wurde nichts gesendet.',
    reload: 'Seite neu laden',
  },
  settingsMissing: {
    title: 'Die Adresse des Portals fehlt.',
    what: 'Die Datei settings.json neben dieser Seite wurde nicht geladen oder gehört zu einer anderen Version. Es ist nichts verloren.',
    other: 'Ohne diese Seite: Mit candor enroll und candor open geht dasselbe.',
  },
  notFound: { title: 'Diese Seite gibt es nicht.', back: 'Zum Überblick' },
};

const session: SessionWords = {
  question: 'Ihre E-Mails mit {organization}',
  answers: {
    first: 'Melden Sie sich mit Ihrem Passkey an, um sie zu lesen.',
    'by-you': 'Sie sind abgemeldet. Die Schlüssel sind gesperrt.',
    idle: 'Sie waren 15 Minuten lang nicht aktiv, deshalb wurden die Schlüssel gesperrt.',
    ended: 'Das Portal hat die Sitzung beendet. Die Schlüssel wurden gesperrt.',
    'other-tab': 'Sie haben sich in einem anderen Tab abgemeldet. Auch hier wurden die Schlüssel gesperrt.',
    'other-person': 'In einem anderen Tab hat sich eine andere Person angemeldet. Hier wurden die Schlüssel gesperrt.',
  },
  lead: {
    first: 'Entschlüsselt wird nur auf diesem Gerät. Das Portal kann sie nicht öffnen.',
    'by-you': 'In diesem Tab ist nichts von Ihren E-Mails geblieben.',
    idle: 'Nach der Anmeldung sind Sie wieder an derselben Stelle. Nichts, was Sie gespeichert haben, ist verloren.',
    ended:
      'Das geschieht nach 8 Stunden, wenn das Portal neu startet, wenn für Sie ein anderer Passkey angelegt wird oder wenn Ihnen der Zugang entzogen wurde. Nach der Anmeldung sind Sie wieder an derselben Stelle.',
    'other-tab': 'Melden Sie sich wieder an, um an derselben Stelle weiterzumachen.',
    'other-person': 'Ein Browser führt nur eine Sitzung zugleich. Zwei Personen brauchen zwei Browser oder Profile.',
  },
  signIn: 'Mit Passkey anmelden',
  signingIn: 'Warten auf Ihren Passkey …',
  firstTime: 'Zum ersten Mal hier? Sie brauchen den Code aus der Mitteilung.',
  enroll: 'Mit dem Code einer Mitteilung registrieren',
  lostPasskey: 'Passkey verloren oder auf einem anderen Gerät?',
  recover: 'Mit dem Wiederherstellungsschlüssel einen neuen anlegen',
  keyFile: 'Eine Schlüsseldatei oder eine Freigabe auf der Festplatte?',
  openFiles: 'Dateien dieses Geräts öffnen',
  withoutBrowser:
    'Ohne Browser: candor enroll und candor open. Sie brauchen diese Seite nicht, also kann niemand sie Ihnen unbemerkt verändern.',
  privateMode:
    'Dieser Browser speichert nichts (privates Fenster oder Speichern nicht erlaubt): Jeder Besuch lädt Ihre E-Mails neu, und Sie müssen die Registrierung ohne Unterbrechung abschließen.',
  locked: {
    question: 'Angemeldet, Schlüssel noch gesperrt',
    title: 'Geben Sie Ihren Wiederherstellungsschlüssel ein, um Ihre Schlüssel zu entsperren.',
    lead: 'Ihr Passkey meldet Sie an, kann aber Ihre Schlüssel nicht entsperren: Seinem Gerät oder Programm fehlt die PRF-Erweiterung, oder sie fehlte beim Anlegen. Deshalb wird jedes Mal der Wiederherstellungsschlüssel verlangt. Um das zu vermeiden, legen Sie mit einem neueren Gerät oder Programm einen anderen Passkey an.',
    label: 'Wiederherstellungsschlüssel',
    hint: '28 Zeichen (ältere: 27), wie Sie sie aufgeschrieben haben. Er wird nur auf diesem Gerät benutzt und nirgendwohin gesendet.',
    open: 'Meine Schlüssel entsperren',
    opening: 'Wird entsperrt …',
  },
  portalFlaws: {
    malformed:
      'Das Portal hat die Anfrage dieser Seite nicht angenommen. Seite und Portal haben verschiedene Versionen; laden Sie die Seite neu.',
    'foreign-origin':
      'Das Portal kennt die Adresse dieser Seite nicht. Geben Sie die Adresse aus Ihrer Mitteilung ein. Ist es dieselbe, informieren Sie {organization}.',
    'not-found': 'Das Portal hat hier nichts, oder nichts für Sie.',
    conflict: 'Am Portal hat sich inzwischen etwas geändert. Versuchen Sie es erneut.',
    'too-large': 'Das war zu viel auf einmal; das Portal hat es nicht angenommen.',
    'wrong-host': 'Das Portal beantwortet diese Adresse nicht. Bitte melden Sie das dem Absender Ihrer Mitteilung.',
    'wrong-type': 'Das Portal hat die Anfrage dieser Seite nicht angenommen. Laden Sie die Seite neu.',
    'too-many': 'Zu viele Anfragen. Versuchen Sie es in einigen Minuten erneut; es ist nichts verloren.',
    fault: 'Im Portal ist ein Fehler aufgetreten. Es ist nichts verloren; versuchen Sie es in einigen Minuten erneut.',
    'lab-silent':
      'Das Portal wartet auf die Angabe von {organization}, wer was lesen darf. Bis dahin gibt es nichts heraus. Das dauert bis zum nächsten Abruf, höchstens einen Tag.',
    'session-ended': 'Die Sitzung ist beendet. Melden Sie sich wieder an.',
    'not-known':
      'Das Portal kennt diesen Passkey oder Schlüssel nicht. Entweder ist Ihre Registrierung noch nicht genehmigt, oder Ihnen wurde der Zugang entzogen, oder der Passkey wurde ersetzt.',
    'portal-silent':
      'Das Portal antwortet nicht. Das sagt nichts über Ihre E-Mails. Versuchen Sie es in einigen Minuten erneut.',
    offline: 'Dieses Gerät ist nicht mit dem Netz verbunden.',
    'portal-broken':
      'Geantwortet hat kein Portal dieser Version. Vielleicht hat unterwegs etwas anderes geantwortet; versuchen Sie ein anderes Netz.',
  },
  passkeyFlaws: {
    cancelled:
      'Es wurde kein Passkey benutzt: Der Vorgang wurde abgebrochen, dauerte zu lange, oder auf diesem Gerät gibt es keinen für {domain}.',
    unsupported:
      'Dieser Browser oder dieses Gerät unterstützt keine passenden Passkeys. Nehmen Sie einen anderen Browser oder einen Sicherheitsschlüssel.',
    'wrong-site':
      'Passkeys für {domain} lassen sich auf dieser Seite nicht benutzen. Vergleichen Sie die Adresse der Seite mit Ihrer Mitteilung.',
    'already-there': 'Dieses Gerät hat diesen Passkey schon.',
    fault: 'Der Passkey ist fehlgeschlagen; der Browser nennt keinen Grund. Versuchen Sie es erneut.',
  },
  otherFault: 'Der Vorgang ist aus einem unbekannten Grund fehlgeschlagen. Laden Sie die Seite neu.',
  account: {
    question: 'Sie und dieses Gerät',
    title: 'Schlüssel und E-Mails sind nur auf diesem Gerät.',
    nobody: 'Niemand ist angemeldet.',
    party: 'Liest für',
    roles: { nominator: 'Benennende Person', reviewer: 'Leseberechtigte Person', representative: 'Vertretung' },
    role: 'Rolle',
    fingerprint: 'Ihr Fingerabdruck',
    fingerprintHint: 'Er gilt für Ihre beiden Schlüssel. Lesen Sie ihn vor, wenn jemand prüfen will, dass Sie es sind.',
    tabs: 'Jeder Tab hat eigene Schlüssel und verlangt den Passkey. Wer sich in einem abmeldet, schließt alle. Zwei Personen brauchen zwei Browser.',
    others: {
      title: 'Wo Sie sonst angemeldet sind',
      none: 'In keinem anderen Browser.',
      some: ['In einem weiteren Browser.', 'In {n} weiteren Browsern.'],
      one: 'Seit dem {begun}, zuletzt benutzt am {seen}',
      hint: 'Kennen Sie einen davon nicht, oder ist ein Gerät nicht mehr in Ihrer Hand? Melden Sie sich dort ab; der Passkey wird noch einmal verlangt.',
      end: 'Überall sonst abmelden',
      ended: 'Überall sonst abgemeldet.',
    },
    forgetTitle: 'Was dieser Browser speichert',
    forgetHint:
      'Verschlüsselte E-Mails, damit der nächste Besuch schneller ist, und eine begonnene Registrierung. Entfernen Sie beides auf einem Gerät, das nicht Ihnen gehört.',
    forget: 'Aus diesem Browser entfernen',
    forgotten: 'Entfernt. Der nächste Besuch lädt Ihre E-Mails neu.',
  },
};

const errors: ErrorWords = {
  locked: 'Ihre Schlüssel sind gesperrt. Melden Sie sich neu an.',
  'wrong-key': 'Damit lassen sich Ihre Schlüssel nicht entsperren.',
  mistyped: 'Die Eingabe enthält einen Fehler. Vergleichen Sie sie Gruppe für Gruppe mit dem Ausdruck.',
  'damaged-keys':
    'Ihre verschlüsselten Schlüssel fehlen im Portal oder sind nicht lesbar. Legen Sie mit Wiederherstellungsschlüssel oder Schlüsseldatei einen neuen Passkey an.',
  'unknown-recovery':
    'Im Portal gibt es zu diesem Wiederherstellungsschlüssel keine Schlüssel. Vergleichen Sie ihn mit Ihrer Aufzeichnung. Stimmt er, registrieren Sie sich neu.',
  'older-keys':
    'Das Portal hat eine ältere Fassung Ihrer Schlüssel geliefert, als dieser Browser schon gesehen hat. Nichts wurde geöffnet. Informieren Sie {organization}.',
  'other-person':
    'Die Sitzung gehört einer anderen Person als diese Schlüssel. Nichts wurde geöffnet. Melden Sie sich neu an.',
  'weak-passphrase': 'Die Passphrase hat weniger als 10 Zeichen. Nehmen Sie vier oder fünf zufällige Wörter.',
  'needs-recovery':
    'Dazu ist Ihr Wiederherstellungsschlüssel nötig: Sperren Sie die Schlüssel, entsperren Sie sie damit und versuchen Sie es dann sofort erneut.',
  'release-refused:manifest':
    'Abgelehnt: Das Manifest dieser Freigabe hat nicht die vorgeschriebene Form. Nichts wurde geöffnet. Informieren Sie {organization}.',
  'release-refused:keys':
    'Abgelehnt: Der Schlüsselsatz zu dieser Freigabe ist nicht lesbar. Nichts wurde geöffnet. Informieren Sie {organization}.',
  'release-refused:approvals':
    'Abgelehnt: Genau diese Freigabe wurde nicht von zwei verschiedenen Personen von {organization} genehmigt. Nichts wurde geöffnet. Informieren Sie {organization}.',
  'release-refused:fingerprint':
    'Abgelehnt: Diese Freigabe ist mit anderen Schlüsseln signiert als denen in Ihrer Mitteilung. Nichts wurde geöffnet. Vergleichen Sie den Fingerabdruck mit Ihrer Mitteilung, mit dem DNS oder am Telefon.',
  'release-refused:log':
    'Abgelehnt: Das öffentliche Protokoll belegt diese Freigabe nicht. Nichts wurde geöffnet. Informieren Sie {organization}.',
  'release-refused:scope':
    'Abgelehnt: Diese Freigabe gehört zu einem anderen Vorfall oder ist nicht für Sie bestimmt. Nichts wurde geöffnet. Informieren Sie {organization}.',
  'release-refused:chain':
    'Abgelehnt: Diese Freigabe schließt nicht an die vorige an, oder es gibt zwei mit derselben Nummer. Nichts wurde geöffnet. Informieren Sie {organization}.',
  'release-withheld':
    'Das Portal nennt eine Freigabe, liefert sie aber nicht. Nichts wurde geöffnet. Versuchen Sie es erneut; bleibt es dabei, informieren Sie {organization}.',
  'log-not-continued':
    'Nein: Dieses Protokoll setzt nicht das Protokoll aus Ihrer Mitteilung oder das zuletzt gesehene fort. Nichts wurde geöffnet. Rufen Sie {organization} an und bewahren Sie Ihre Mitteilung auf.',
  'log-silent':
    'Das Protokoll auf der Website von {organization} antwortet nicht oder ist nicht aktuell. Ohne das Protokoll lässt sich nichts belegen, darum wurde nichts geöffnet. Versuchen Sie es in einigen Minuten erneut.',
  'rolled-back':
    'Nein: Diese Freigabe ist älter als die zuletzt gesehene. Nichts wurde geöffnet. Informieren Sie {organization}.',
  'no-grant':
    'Diese Freigabe enthält keinen Schlüssel für Sie. Entweder wurden Sie erst danach genehmigt, oder Ihnen wurde der Zugang entzogen. Fragen Sie die benennende Person in Ihrer Organisation.',
  'damaged-grant':
    'Ihr Schlüssel zu dieser Freigabe wurde unterwegs verändert. Nichts wurde geöffnet. Informieren Sie {organization}.',
  'damaged-index':
    'Die Liste der Nachrichten wurde unterwegs verändert. Nichts wurde geöffnet. Versuchen Sie es erneut; bleibt es dabei, informieren Sie {organization}.',
  'unknown-message': 'Diese Nachricht gehört nicht zu dieser Freigabe.',
  'missing-object': 'Diese Nachricht fehlt im Portal. Die anderen lassen sich öffnen.',
  'damaged-object':
    'Diese Nachricht konnte nicht geöffnet werden: Ihre Prüfsumme weicht ab. Die anderen lassen sich öffnen.',
  'damaged-file': 'Diese Datei ist keine Freigabe, oder sie ist unvollständig oder verändert. Nichts wurde geöffnet.',
  'no-vault': 'Es ist keine Freigabe geöffnet.',
  'note-refused': 'Das Portal hat die Notiz nicht angenommen. Sie ist nicht gespeichert; versuchen Sie es erneut.',
  'too-long': 'Die Notiz hat mehr als 4.000 Zeichen.',
  'session-ended': 'Die Sitzung ist beendet. Melden Sie sich neu an; Sie sind dann wieder an derselben Stelle.',
  'portal-silent':
    'Das Portal antwortet nicht. Das sagt nichts über Ihre E-Mails. Versuchen Sie es in einigen Minuten erneut.',
  'portal-broken':
    'Das Portal ist gestört, oder etwas anderes hat an seiner Stelle geantwortet. Versuchen Sie es in einigen Minuten oder aus einem anderen Netz erneut.',
  'lab-silent':
    'Das Portal wartet auf die Angabe von {organization}, wer was lesen darf, und gibt bis dahin nichts heraus. Das dauert höchstens einen Tag.',
  'too-many': 'Zu viele Anfragen. Versuchen Sie es in einigen Minuten erneut; es ist nichts verloren.',
  denied: 'Das Portal hat abgelehnt. Laden Sie die Seite neu; bleibt es dabei, informieren Sie {organization}.',
  cancelled: 'Abgebrochen.',
  'worker-ended': 'Der Teil dieser Seite, der die Schlüssel verwaltet, läuft nicht mehr. Laden Sie die Seite neu.',
  fault: 'Auf dieser Seite ist ein Fehler aufgetreten. Laden Sie sie neu; es ist nichts verloren.',
};

const enroll: EnrollWords = {
  question: 'Ihre E-Mails mit {organization} lesen',
  answers: {
    notice: 'Beginnen Sie mit dem Code in Ihrer Mitteilung.',
    person: 'Sagen Sie, wer Sie sind und wie Sie es nachweisen.',
    recovery: 'Schreiben Sie Ihren Wiederherstellungsschlüssel auf. Er wird nur einmal angezeigt.',
    passkey: 'Legen Sie auf diesem Gerät einen Passkey an.',
    proof: 'Weisen Sie nach, dass Sie für {target} handeln.',
    waiting: 'Zwei Personen bei {organization} müssen Ihre Registrierung noch genehmigen.',
    ready: 'Ihre Registrierung ist genehmigt. Melden Sie sich an, um zu lesen.',
    refused: '{organization} hat diese Registrierung abgelehnt.',
    stopped: 'Jemand hat widersprochen. Diese Registrierung ist gestoppt.',
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
  startAgain: 'Abbrechen und neu beginnen',
  startAgainHint:
    'Die erzeugten Schlüssel werden verworfen. Was gesendet wurde, wird nach 30 Tagen automatisch abgelehnt.',
  otherTab:
    'Die Registrierung läuft schon in einem anderen Tab dieses Browsers. Machen Sie dort weiter, oder schließen Sie ihn und laden Sie diese Seite neu.',
  notKept:
    'Dieser Browser speichert nichts. Lassen Sie diesen Tab offen, bis der Passkey angelegt ist; danach können Sie sich mit ihm wieder anmelden.',
  silentSite:
    'Die Dateien von {page} wurden nicht geladen, deshalb ließ sich der Code nicht nachschlagen. Das sagt nichts über Ihre Mitteilung. Versuchen Sie es in einigen Minuten erneut.',

  aside: {
    title: 'Was Sie brauchen',
    needs: [
      'die Mitteilung mit ihrem Code',
      'Papier oder einen Passwortmanager für den Wiederherstellungsschlüssel',
      'jemanden, der einen Eintrag in Ihrem DNS anlegen kann',
    ],
    time: 'Jetzt zehn Minuten, danach {hours} Wartezeit.',
    without: 'Ohne diese Seite',
    why: 'Dort werden dieselben Fragen gestellt und dieselben Schlüssel erzeugt; kein Webserver kann das unbemerkt verändern.',
  },
  notice: {
    lead: 'Der Code sagt nur, welche Mitteilung Sie haben. Er wird auf diesem Gerät nachgeschlagen, nirgendwohin gesendet und beweist noch nichts über Sie.',
    code: 'Code in der Mitteilung',
    domain: 'Domain oder Adresse, an die sie ging',
    domainHint: 'Der Teil nach dem @. Bei E-Mails an Sie als Privatperson: die ganze Adresse.',
    domainMissing: 'Geben Sie auch die Domain ein, zum Beispiel example.com.',
    lookUp: 'Mitteilung nachschlagen',
    noCode: 'Sie haben keine Mitteilung, aber jemand aus Ihrer Organisation liest schon und wird Sie benennen?',
    byColleague: 'Ohne Code weiter',
    answers: {
      unknown:
        'Keine Mitteilung hat diesen Code. Vergleichen Sie ihn noch einmal. Stimmt er, stammt die Nachricht nicht von {organization}.',
      'other-domain':
        'Die Mitteilung mit diesem Code ging an jemand anderen, nicht an {domain}. Prüfen Sie Ihre Eingabe.',
      'address-asked':
        'Die Mitteilung mit diesem Code ging an eine Person. Geben Sie die ganze Adresse ein, an die sie gesandt wurde.',
      withdrawn:
        '{organization} hat diese Mitteilung zurückgezogen; ihr Code gilt nicht mehr. Suchen Sie eine spätere Mitteilung, oder rufen Sie an.',
      unproved:
        'Die Dateien von {page} widersprechen sich. Machen Sie nicht weiter, und rufen Sie {organization} unter einer Nummer an, die Sie schon kennen.',
    },
    issued: 'Ausgestellt für {domain} am {time}.',
    superseded: 'Eine spätere Mitteilung hat sie am {time} ersetzt. Der Code gilt hier weiterhin.',
    compare:
      'Vergleichen Sie dies mit dem Schlüssel in Ihrer Mitteilung. Er legt fest, wessen Signaturen diese Seite von nun an akzeptiert:',
    compareColleague:
      'Vergleichen Sie dies mit dem, was Ihr Kollege oder Ihre Kollegin unter „Vertrauen“ sieht. Es legt fest, wessen Signaturen diese Seite von nun an akzeptiert:',
    otherKeySet:
      'Die entscheidenden Personen bei {organization} haben seit Ihrer Mitteilung gewechselt; deshalb ist dies nicht der Schlüssel, der darin steht. Fragen Sie das DNS, bevor Sie weitermachen: dig TXT _candor.{ownDomain}',
    same: 'Er ist derselbe',
    isDifferent: 'Er ist ein anderer',
    different: 'Hören Sie hier auf, und rufen Sie {organization} unter einer Nummer an, die Sie schon kennen.',
  },
  person: {
    lead: '{organization} sieht dies, ebenso alle in Ihrer Organisation, die eine Mitteilung erhalten haben. Sie können widersprechen.',
    name: 'Ihr Name',
    nameHint: 'Unter dem Ihre Kolleginnen und Kollegen Sie kennen.',
    address: 'Ihre dienstliche Adresse',
    addressHint: 'Unter der {organization} Sie erreicht.',
    addressSlip: 'Das ist keine E-Mail-Adresse.',
    proofLegend: 'Wie Sie es nachweisen',
    proofs: {
      dns: {
        label: 'Ein Eintrag im DNS von {domain}',
        hint: 'Für Organisationen. Sie oder Ihre DNS-Administration legen einen TXT-Eintrag an. Danach benennen Sie andere, die lesen dürfen.',
      },
      mailbox: {
        label: 'Das Postfach {address}',
        hint: 'Für Privatpersonen: Die Mitteilung ging an genau diese Adresse. Sie lesen, was von dort gesendet und dort empfangen wurde.',
      },
      nomination: {
        label: 'Jemand aus meiner Organisation benennt mich',
        hint: 'Jemand von {domain} liest schon. Sie nennen dieser Person Ihren Fingerabdruck, und sie signiert für Sie.',
      },
    },
    missing: 'Geben Sie Name und Adresse ein.',
    makeKeys: 'Meine Schlüssel erzeugen',
    making: 'Schlüssel werden auf diesem Gerät erzeugt …',
  },
  recovery: {
    lead: 'Ihre Schlüssel wurden auf diesem Gerät erzeugt. Der Wiederherstellungsschlüssel entsperrt sie, wenn der Passkey es nicht kann: auf einem neuen Gerät oder nach Verlust des Passkeys. Sonst hat ihn niemand, weder {organization} noch das Portal.',
    label: 'Ihr Wiederherstellungsschlüssel',
    advice:
      'Schreiben Sie ihn auf Papier, oder speichern Sie ihn in einem Passwortmanager. Nicht in einer E-Mail: Ihre E-Mails werden möglicherweise mitgelesen.',
    written: 'Ich habe ihn aufgeschrieben',
    askLead:
      'Geben Sie nun zwei seiner Gruppen ein, damit ein Fehler heute auffällt und nicht an dem Tag, an dem Sie ihn brauchen.',
    group: 'Gruppe {n}',
    wrong: 'Das stimmt nicht mit dem angezeigten Schlüssel überein. Vergleichen Sie es mit Ihrer Aufzeichnung.',
    showAgain: 'Noch einmal anzeigen',
    send: 'Meine Registrierung senden',
    sending: 'Wird signiert und gesendet …',
  },
  passkey: {
    lead: 'Er meldet Sie an und entsperrt Ihre Schlüssel, per Fingerabdruck, Gesicht oder PIN dieses Geräts. Das Portal speichert Ihre Schlüssel nur in der Form, in der der Passkey sie verschlüsselt.',
    make: 'Passkey anlegen',
    making: 'Warten auf Ihr Gerät …',
    without:
      'Angelegt. Passkeys dieses Geräts können Ihre Schlüssel nicht entsperren (keine PRF-Erweiterung); deshalb wird bei jedem Besuch der Wiederherstellungsschlüssel verlangt. Sie können später einen Passkey auf einem neueren Gerät anlegen.',
    withPrf: 'Angelegt. Er meldet Sie an und entsperrt Ihre Schlüssel.',
  },
  proof: {
    lead: 'Fügen Sie dem DNS von {domain} diesen Eintrag hinzu. Er enthält den Fingerabdruck Ihrer Schlüssel, die auf diesem Gerät erzeugt wurden. So fällt auf, wenn jemand sie unterwegs austauscht.',
    name: 'Name',
    type: 'Typ',
    value: 'Text',
    lifetime:
      'Lassen Sie ihn stehen, bis Ihre Registrierung genehmigt ist, höchstens 30 Tage. Die Gültigkeitsdauer (TTL) ist beliebig.',
    check: 'Eintrag prüfen',
    checkHint:
      'Angezeigt werden muss genau dieser Text. Es kann eine Stunde dauern, bis eine Änderung überall sichtbar ist.',
    forDns: 'Für Ihre DNS-Administration',
    forDnsText:
      'Bitte fügen Sie der Zone von {domain} diesen TXT-Eintrag hinzu. Er zeigt {organization}, dass {name} die gestohlenen E-Mails unserer Organisation lesen darf. Für sich allein gibt er keinen Zugang. Nach 30 Tagen kann er entfernt werden.\n\nName: {recordName}\nTyp: TXT\nText: {recordText}\n\nZum Prüfen: dig TXT {recordName}',
    copyAll: 'Diesen Text kopieren',
    mailbox: 'Hier ist nichts zu tun: Der Code ging nur an {target}. Wer ihn hat, liest dieses Postfach.',
    nomination:
      'Lesen Sie Ihren Fingerabdruck am Telefon, nicht per E-Mail, der Person vor, die schon liest. Sie findet Sie unter „Personen“ und signiert für genau diesen:',
    fingerprint: 'Ihr Fingerabdruck',
    written: 'Der Eintrag ist angelegt',
  },
  waiting: {
    lead: 'So geht es weiter:',
    others:
      'Alle Kontakte Ihrer Organisation, die {organization} kennt, erfahren mit Ihrem Fingerabdruck, dass {name} lesen möchte. Ein einziger Widerspruch stoppt die Registrierung.',
    when: 'Danach folgt eine Wartezeit von {hours}. Dann prüfen zwei Personen bei {organization} den Nachweis selbst und entscheiden.',
    sooner: 'Ein zweiter Kontakt Ihrer Organisation kann die Registrierung bestätigen und die Wartezeit verkürzen.',
    close:
      'Sie können diese Seite schließen. Kommen Sie später zurück und melden Sie sich mit dem Passkey an. Bis zur Genehmigung heißt es, dass das Portal Sie noch nicht kennt.',
    asked: 'Abfrage des Portals am {time}: noch nicht entschieden.',
    ask: 'Portal jetzt abfragen',
    unlockLead:
      'Die Seite wurde neu geladen, oder Sie waren 15 Minuten lang nicht aktiv; Ihre Schlüssel sind gesperrt. Entsperren Sie sie, um weiterzumachen.',
    unlock: 'Mit dem Passkey entsperren',
    hours: ['eine Stunde', '{n} Stunden'],
  },
  ready: {
    lead: 'Zwei Personen bei {organization} haben den Fingerabdruck {fingerprint} genehmigt; es ist Ihrer.',
    signIn: 'Anmelden',
  },
  refused:
    'Das geschieht, wenn der Eintrag nicht innerhalb von 30 Tagen Ihren Fingerabdruck zeigte, wenn der Code zurückgezogen wurde oder einer anderen Person gehört oder wenn zwei Personen so entschieden haben. Rufen Sie {organization} unter einer Nummer an, die Sie schon kennen, oder beginnen Sie neu.',
  stopped:
    'Ein Kontakt Ihrer Organisation hat widersprochen. Klären Sie das in Ihrer Organisation; zwei Personen bei {organization} entscheiden, wie es weitergeht.',

  recover: {
    question: 'Ein anderer Passkey',
    title: 'Ihr Wiederherstellungsschlüssel entsperrt Ihre Schlüssel, und ein neuer Passkey wird für sie angelegt.',
    lead: 'Der bisherige Passkey wird ungültig, alle Ihre Sitzungen enden, und Ihre benennende Person sieht den Wechsel.',
    label: 'Wiederherstellungsschlüssel',
    find: 'Meine Schlüssel finden',
    finding: 'Wird gesucht …',
    foundTitle: 'Das sind Ihre Schlüssel.',
    found: 'Fingerabdruck {fingerprint}. Legen Sie nun auf diesem Gerät einen Passkey an.',
    make: 'Passkey anlegen',
    doneTitle: 'Der neue Passkey gilt. Melden Sie sich mit ihm an.',
    done: 'Der bisherige ist ungültig.',
    lost: 'Auch der Wiederherstellungsschlüssel ist verloren? Dann kann niemand Ihre Schlüssel entsperren. Registrieren Sie sich neu; jemand aus Ihrer Organisation, der schon liest, kann Sie benennen.',
    enroll: 'Neu registrieren',
    signIn: 'Anmelden',
  },
};

const overview: OverviewWords = {
  real: {
    question: 'Ist das echt?',
    yes: 'Ja. {organization} hat es signiert, zwei Personen haben es genehmigt, und das öffentliche Protokoll enthält es.',
    partly: 'Was hier vorliegt, ist echt, aber unvollständig.',
    signed: 'signiert von {people}',
    entry: 'Freigabe {release} ist Eintrag {position} von {size}',
    continues: 'setzt das Ihnen bekannte Protokoll fort ({size} Einträge)',
    firstLog: 'das Protokoll wird ab jetzt gemerkt',
    withheld: [
      'das Portal nennt 1 Freigabe, liefert sie aber nicht',
      'das Portal nennt {n} Freigaben, liefert sie aber nicht',
    ],
    checked: 'auf diesem Gerät geprüft, {at}',
    how: 'Woher wissen wir das?',
    without: 'Ohne diese App prüfen',
    again: 'Neu prüfen',
  },
  refusals: {
    forged: {
      title: 'Nein: Zwei Personen von {organization} haben das nicht genehmigt.',
      what: 'Das Portal hat eine ungültige Freigabe geliefert ({flaw}). Keine Nachricht wurde geöffnet.',
      todo: 'Handeln Sie nicht danach. Rufen Sie {telephone} an und lesen Sie Ihren Fingerabdruck vor; Ihre Mitteilung gilt weiter.',
    },
    keys: {
      title: 'Nein: Das ist mit anderen Schlüsseln signiert als denen in Ihrer Mitteilung.',
      what: 'Der Fingerabdruck der Schlüssel der Organisation ist nicht der Ihnen bekannte. Keine Nachricht wurde geöffnet.',
      todo: 'Vergleichen Sie den Fingerabdruck in Ihrer Mitteilung mit dem DNS, oder rufen Sie {telephone} an. Akzeptieren Sie erst danach andere Schlüssel unter „Vertrauen“.',
    },
    log: {
      title: 'Nein: Dieses Protokoll setzt das in Ihrer Mitteilung nicht fort.',
      what: 'Einträge wurden seit Ihrem letzten Besuch geändert oder entfernt, oder jemand zeigt Ihnen ein anderes Protokoll. Keine Nachricht wurde geöffnet.',
      todo: 'Bewahren Sie Ihre Mitteilung auf: Darin steht der Stand des Protokolls. Rufen Sie {telephone} an und berichten Sie davon.',
    },
    'rolled-back': {
      title: 'Nein: Das ist älter als das, was Sie schon gesehen haben.',
      what: 'Das Portal hat eine frühere oder keine Freigabe geliefert, obwohl es eine spätere gab. Keine Nachricht wurde geöffnet.',
      todo: 'Vielleicht wurde das Portal aus einer Sicherung wiederhergestellt. Versuchen Sie es in einer Stunde erneut; bleibt es so, rufen Sie {telephone} an.',
    },
    withheld: {
      title: 'Die Freigabe ist unvollständig.',
      what: 'Das Portal nennt eine Freigabe, liefert aber ihre Unterlagen nicht. Keine Nachricht wurde geöffnet.',
      todo: 'Versuchen Sie es erneut; bleibt es so, rufen Sie {telephone} an.',
    },
    'no-grant': {
      title: 'Es gibt E-Mails für Ihre Organisation, aber noch nicht für diesen Schlüssel.',
      what: 'Die Freigabe ist echt, enthält aber keinen Schlüssel für Sie. Es liegt kein Fehler vor.',
      todo: 'Ihre benennende Person kann den Zugang für Sie beantragen. Sobald zwei Personen bei {organization} zugestimmt haben, lässt sich die Freigabe öffnen.',
    },
    damaged: {
      title: 'Die Freigabe ist echt, kam aber beschädigt an.',
      what: 'Eine Datei des Portals stimmt nicht mit den signierten Unterlagen überein ({flaw}). Nichts wurde geöffnet.',
      todo: 'Versuchen Sie es erneut; bleibt es so, informieren Sie {organization}: Dort kann die Datei neu gesendet werden.',
    },
    'log-silent': {
      title: 'Das öffentliche Protokoll antwortet nicht. Das sagt nichts über Ihre E-Mails.',
      what: 'Ohne das Protokoll ist nichts belegt, darum wurde nichts geöffnet. Was Sie bereits gesehen haben, bleibt gültig.',
      todo: 'Versuchen Sie es erneut. Ohne diese Seite: candor open öffnet eine Freigabedatei auf dieselbe Weise.',
    },
    'lab-silent': {
      title: 'Das Portal wartet auf {organization}. Das sagt nichts über Ihre E-Mails.',
      what: 'Dem Portal fehlt eine aktuelle Angabe, wer lesen darf; darum gibt es nichts heraus. Es ist nichts verloren.',
      todo: 'Versuchen Sie es in einigen Minuten erneut.',
    },
    silent: {
      title: 'Keine Antwort. Das sagt nichts über Ihre E-Mails.',
      what: 'Das Portal hat nicht geantwortet ({flaw}). Es ist nichts verloren; Ihre Schlüssel und Notizen sind sicher.',
      todo: 'Versuchen Sie es in einigen Minuten erneut. Ohne das Portal: candor open öffnet eine Freigabedatei auf dieselbe Weise.',
    },
    session: {
      title: 'Sie wurden abgemeldet.',
      what: 'Die Schlüssel wurden gesperrt. Es ist nichts verloren.',
      todo: 'Melden Sie sich wieder an; Sie kommen auf diese Seite zurück.',
    },
    other: {
      title: 'Das ließ sich nicht öffnen.',
      what: 'Der Vorgang ist mit diesem Fehler gescheitert: {flaw}. Es ist nichts verloren.',
      todo: 'Laden Sie die Seite neu; bleibt es so, melden Sie {organization} diesen Fehler.',
    },
  },
  earlier: 'Die Zahlen unten sind vom {at}. Nachrichten lassen sich derzeit nicht öffnen.',
  much: {
    question: 'Wie viel von uns',
    opened: ['1 Nachricht geöffnet oder kopiert', '{n} Nachrichten geöffnet oder kopiert'],
    more: ['1 weitere muss als kopiert gelten', '{n} weitere müssen als kopiert gelten'],
    copied: ['1 Nachricht muss als kopiert gelten', '{n} Nachrichten müssen als kopiert gelten'],
    doubt: ['1 Nachricht ist ungeklärt', '{n} Nachrichten sind ungeklärt'],
    none: 'Diese Freigabe enthält keine Ihrer Nachrichten.',
    did: 'Was der Angreifer tat',
    messages: 'Nachrichten',
    secret: 'mit Zugangsdaten',
    share: 'Anteil',
    concerned: 'betroffen',
    readable: ['1 hier zu lesen', '{n} hier zu lesen'],
    bulk: ['1 als Massenpost', '{n} als Massenpost'],
    held: [
      '1 von {organization} zur rechtlichen Prüfung zurückgehalten',
      '{n} von {organization} zur rechtlichen Prüfung zurückgehalten',
    ],
    withheld: ['1 nicht freigegeben', '{n} nicht freigegeben'],
    differs: 'Ihre angehängten Nachrichten stehen einzeln in der Liste.',
    differsQuoted: 'Ihre zitierten oder angehängten Nachrichten stehen einzeln in der Liste.',
    quoted: [
      'Getrennt gezählt: 1 Nachricht, die bei {organization} geschrieben wurde, zitiert Ihre E-Mails. Was davon sicher von Ihnen stammt, steht in der Liste.',
      'Getrennt gezählt: {n} Nachrichten, die bei {organization} geschrieben wurden, zitieren Ihre E-Mails. Was davon sicher von Ihnen stammt, steht in der Liste.',
    ],
    mentioned: [
      'Getrennt gezählt: 1 Nachricht erwähnt Sie nur, wie {organization} festgestellt hat ({kinds}).',
      'Getrennt gezählt: {n} Nachrichten erwähnen Sie nur, wie {organization} festgestellt hat ({kinds}).',
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
    asTable: 'Als Tabelle anzeigen',
    asPicture: 'Als Diagramm anzeigen',
    from: 'Ab',
    all: 'alle',
    description:
      '{title}: {first} bis {last}, höchstens {most} Nachrichten in einem von {bars} Balken. Die Tabelle enthält alle Zahlen.',
    outside: ['1 Nachricht liegt außerhalb dieses Zeitraums', '{n} Nachrichten liegen außerhalb dieses Zeitraums'],
    undated: ['1 hat kein Datum', '{n} haben kein Datum'],
    none: 'Keine dieser Nachrichten hat ein Datum.',
  },
  which: {
    question: 'Wer von uns',
    answer: ['1 Adresse', '{n} Adressen'],
    one: '{count}: {first}.',
    two: '{count}; zuerst {first} und {second}.',
    none: 'Keine Ihrer Adressen kommt in diesen Nachrichten vor.',
    address: 'Adresse',
    opened: 'geöffnet',
    copied: 'als kopiert',
    doubt: 'ungeklärt',
    secrets: 'mit Zugangsdaten',
    all: ['Die eine', 'Alle {n}'],
    fewer: 'Weniger anzeigen',
    at: ['Bei {organization}, im Postfach von 1 Person:', 'Bei {organization}, in den Postfächern von {n} Personen:'],
    unnamed: 'Die Postfächer bei {organization} werden nur genannt, wo die Nachricht selbst sie nennt.',
  },
  first: {
    question: 'Was zuerst',
    distrust: ['misstrauen Sie 1 Nachricht', 'misstrauen Sie {n} Nachrichten'],
    change: ['ändern Sie, was 1 Nachricht verrät', 'ändern Sie, was {n} Nachrichten verraten'],
    changeSecrets: ['ändern Sie 1 Passwort oder Schlüssel', 'ändern Sie {n} Passwörter oder Schlüssel'],
    warn: ['warnen Sie 1 Person', 'warnen Sie {n} Personen'],
    calm: 'Lesen Sie, was geöffnet wurde.',
    fraud: {
      title: ['1 Nachricht kam vom Angreifer', '{n} Nachrichten kamen vom Angreifer'],
      what: ', nicht von {organization}. Antworten und zahlen Sie nicht.',
      do: ['1 lesen', '{n} lesen'],
    },
    secrets: {
      title: ['Ändern Sie 1 Passwort oder Schlüssel.', 'Ändern Sie {n} Passwörter und Schlüssel.'],
      inMessages: [' 1 Nachricht ist damit markiert.', ' {n} Nachrichten sind damit markiert.'],
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
      what: ' Sind Sie für diese Daten verantwortlich, müssen Sie die betroffenen Personen möglicherweise benachrichtigen.',
      do: ['1 öffnen', '{n} öffnen'],
    },
    report: {
      title: 'Ihre eigene Meldung:',
      what: ' Ihre eigene Meldefrist kann mit der Mitteilung begonnen haben. Zahlen und Texte liegen bereit.',
      do: 'Vorbereiten',
    },
    tell: {
      title: ['Warnen Sie 1 Person.', 'Warnen Sie {n} Personen.'],
      what: ' Rechnen Sie mit E-Mails, die diese Verläufe zitieren. Der Text liegt bereit.',
      text: 'Ein Angreifer hatte Zugriff auf Postfächer von {organization}. Betroffen sind E-Mails zwischen dieser Organisation und uns vom {first} bis zum {last}. Rechnen Sie mit Nachrichten, die diese Verläufe zitieren oder wie Antworten darauf aussehen. Folgen Sie ihren Links nicht, zahlen Sie nicht auf neue Konten, und fragen Sie telefonisch nach, bevor Sie handeln. Fragen beantwortet unser Sicherheitsteam.',
    },
  },
  unknown: {
    question: 'Was unbekannt ist',
    cannot: [
      '1 Nachricht, über die das Protokoll nichts aussagt.',
      '{n} Nachrichten, über die das Protokoll nichts aussagt.',
    ],
    possible: [
      '1 Nachricht, bei der ein Zugriff nicht auszuschließen ist.',
      '{n} Nachrichten, bei denen ein Zugriff nicht auszuschließen ist.',
    ],
    nothing: 'Keine Nachricht dieser Freigabe ist ungeklärt.',
    undetermined: ['1 ist nicht zu beurteilen:', '{n} sind nicht zu beurteilen:'],
    doubt: ['1, bei der ein Zugriff nicht auszuschließen ist:', '{n}, bei denen ein Zugriff nicht auszuschließen ist:'],
    held: [
      '1 hält {organization} zur rechtlichen Prüfung zurück.',
      '{n} hält {organization} zur rechtlichen Prüfung zurück.',
    ],
    withheld: [
      '1 ist nicht freigegeben; fragen Sie nach dem Grund.',
      '{n} sind nicht freigegeben; fragen Sie nach dem Grund.',
    ],
    quoted: [
      'Der übrige Inhalt der Nachricht, die Sie zitiert, wird nicht bereitgestellt: Sie wurde bei {organization} geschrieben und ging nicht an Sie.',
      'Der übrige Inhalt der {n} Nachrichten, die Sie zitieren, wird nicht bereitgestellt: Sie wurden bei {organization} geschrieben und gingen nicht an Sie.',
    ],
    mentioned: [
      'Der Text der Nachricht, die Sie nur erwähnt, wird nicht bereitgestellt: Sie ging nicht an Sie.',
      'Der Text der {n} Nachrichten, die Sie nur erwähnen, wird nicht bereitgestellt: Sie gingen nicht an Sie.',
    ],
    said: '{organization} sagt:',
    show: 'Anzeigen',
  },
  next: {
    question: 'Wann wir mehr hören',
    on: 'Am {day}, in jedem Fall.',
    even: 'Auch wenn sich nichts ändert: hier und an Ihre Kontakte.',
    past: 'Ein neuer Stand war für den {day} angekündigt.',
    pastWhat: 'Diese Freigabe ist älter. Mehr steht in Ihrer neuesten Mitteilung; {page} zeigt, ob sie echt ist.',
    none: 'In dieser Freigabe ist kein Tag genannt.',
    noneWhat: 'Vielleicht nennt ihn Ihre neueste Mitteilung; {page} zeigt, ob sie echt ist.',
    telephone: 'Fragen: {telephone}.',
    page: 'Eine Mitteilung prüfen: {page}',
  },
  status: { release: 'Freigabe {release} vom {day}', exposure: 'Auswertung {n}', log: 'Protokollgröße {n}' },
  nothing: {
    title: 'Noch nichts zu lesen',
    gone: 'Nichts mehr zu lesen',
    yet: 'Ihre Registrierung ist genehmigt. {organization} hat für Ihre Organisation noch keine E-Mails freigegeben; Zahlen und Zeitpunkt stehen in Ihrer Mitteilung. Stand: {at}.',
    anymore:
      'Freigabe {release} lag bei Ihrem letzten Besuch vor und gilt nicht mehr. Was jetzt gilt, steht in Ihrer Mitteilung. Stand: {at}.',
  },
  progress: {
    papers: 'Unterlagen werden geprüft: {n} von {of}',
    log: 'Das öffentliche Protokoll wird geprüft',
    index: 'Die Nachrichtenliste wird geöffnet: {n} von {of}',
  },
  checkAgain: 'Erneut abfragen',
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
    'Wörter, "genaue Wortfolgen", -ohne. Felder: from: to: cc: with: at: subject: body: file: has:attachment has:secret has:fraud has:bulk has:note has:unopened verdict:accessed after:2001-09-10 before:2001-10',
  flaws: {
    date: '„{piece}“ ist kein Tag, Monat oder Jahr; schreiben Sie 2001-09-10, 2001-09 oder 2001. Die Angabe wurde ignoriert.',
    empty: '„{piece}“ enthält keinen Suchbegriff. Die Angabe wurde ignoriert.',
    field:
      '„{piece}“ ist kein Feld. Möglich sind from, to, cc, with, at, subject, body, file, has, verdict, after, before. Die Angabe wurde ignoriert.',
    holds: '„{piece}“: Möglich sind attachment, secret, fraud, bulk, note oder unopened. Die Angabe wurde ignoriert.',
    'too-long': 'Die Suche ist zu lang (höchstens 2.000 Zeichen). Sie wurde ignoriert.',
    unclosed: '„{piece}“: Das schließende Anführungszeichen fehlt; alles danach gilt als Wortfolge.',
    verdict:
      '„{piece}“ ist keine Einstufung. Möglich sind accessed, presumed, partial, possible, undetermined. Die Angabe wurde ignoriert.',
    operator:
      '„{piece}“ wird nicht unterstützt: Alle Wörter müssen vorkommen, und -Wort schließt eines aus. Die Angabe wurde ignoriert.',
    repeated:
      '„{piece}“: Eine Nachricht hat einen Absender, ein Datum und eine Einstufung; dieses Feld ist nur einmal möglich. Die Angabe wurde ignoriert.',
    wildcard:
      '„{piece}“: * wird nicht unterstützt. Ein Wort findet auch längere Wörter, die es enthalten. Die Angabe wurde ignoriert.',
    wordless: '„{piece}“ enthält weder Buchstaben noch Ziffern. Die Angabe wurde ignoriert.',
  },
  all: 'Alle {n}',
  filters: {
    label: 'Filter',
    open: 'Filtern',
    verdict: 'Einstufung',
    people: 'Bei uns',
    at: 'Bei {organization}',
    date: 'Datum',
    holds: 'Enthält',
    way: 'Richtung',
    threads: 'Nach Verlauf gruppieren',
    thread: 'Ein Verlauf',
    after: 'Von',
    before: 'Bis',
    find: 'Adresse suchen',
    clear: 'Diesen Filter aufheben',
    apply: ['1 Nachricht anzeigen', '{n} Nachrichten anzeigen'],
    more: ['und 1 weitere; tippen Sie, um sie zu finden', 'und {n} weitere; tippen Sie, um sie zu finden'],
  },
  ways: { sent: 'von uns gesendet', received: 'von uns empfangen' },
  holds: {
    fraud: 'Betrug',
    secret: 'Zugangsdaten',
    attachment: 'Anhang',
    note: 'Notiz',
    unopened: 'ließ sich nicht öffnen',
    bulk: 'Massenpost',
    corrected: 'berichtigt',
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
    'special-category': 'besondere Kategorie',
  },
  marks: {
    fraud: 'Betrug',
    secret: 'Zugangsdaten',
    personal: 'Personendaten',
    bulk: 'Massenpost',
    corrected: 'berichtigt',
  },
  columns: {
    verdict: 'Angreifer',
    date: 'Datum (UTC)',
    with: 'Mit',
    subject: 'Betreff',
    holds: 'Enthält',
    choose: 'Spalten',
  },
  sortBy: { date: 'Datum', verdict: 'Einstufung', with: 'Adresse', subject: 'Betreff', holds: 'Inhalt' },
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
  notOpenedShort: 'nicht lesbar',
  listLabel: ['1 Nachricht', '{n} Nachrichten'],
  printed: [
    'Ein Auszug aus 1 Nachricht: die Zeile auf dem Bildschirm.',
    'Ein Auszug aus {n} Nachrichten: die Zeilen auf dem Bildschirm. Exportieren Sie die Liste, um sie zu drucken.',
  ],
  shown: '{n} von {of} angezeigt',
  shownThreads: 'Verläufe: {n}, Nachrichten: {messages} von {of}',
  coverage: {
    everyText: ['1 Text durchsucht', 'alle {n} Texte durchsucht'],
    someTexts: ['{searched} von 1 Text durchsucht', '{searched} von {n} Texten durchsucht'],
    failed: ['1 ließ sich nicht öffnen', '{n} ließen sich nicht öffnen'],
    inPart: ['1 nur teilweise durchsucht', '{n} nur teilweise durchsucht'],
    unread: ['1 noch nicht gelesen', '{n} noch nicht gelesen'],
  },
  noMatch: {
    index: ['Keine Nachricht gefunden. Ohne Filter: 1.', 'Keine Nachricht gefunden. Ohne Filter: {n}.'],
    everyText: [
      'Keine Nachricht gefunden: 1 Text wurde durchsucht.',
      'Keine Nachricht gefunden: Alle {n} Texte wurden durchsucht.',
    ],
    someTexts: ['0 Treffer in {searched} von 1 Text', '0 Treffer in {searched} von {n} Texten'],
    noText: [
      '0 Treffer in Adressen, Betreffzeilen und Dateinamen. 1 Text wurde noch nicht durchsucht.',
      '0 Treffer in Adressen, Betreffzeilen und Dateinamen. {n} Texte wurden noch nicht durchsucht.',
    ],
    unreadNotes: 'Ihre Notizen wurden nicht gelesen; deshalb ist nicht bekannt, welche Nachrichten eine haben.',
    attachments: 'Die Suche umfasst die Namen der Anhänge, nicht ihren Inhalt.',
  },
  bodies: {
    full: 'kein Platz für weitere Texte',
    read: ['1 Text lesen', '{n} Texte lesen'],
    readHint: 'Jeder Abruf wird in Ihrem Abrufprotokoll festgehalten.',
    stop: 'Lesen anhalten',
    again: 'Weiterlesen',
    retry: ['1 Text erneut versuchen', '{n} Texte erneut versuchen'],
    showFailed: [
      'Die Nachricht zeigen, die sich nicht öffnen ließ',
      'Die {n} Nachrichten zeigen, die sich nicht öffnen ließen',
    ],
    stopped: 'Das Lesen wurde unterbrochen. {why}',
    resumes: 'Es geht weiter, sobald die Verbindung wieder steht.',
  },
  unsure: [
    '1 davon enthält alle Wörter der Wortfolge; ob sie nebeneinander stehen, wurde nicht geprüft.',
    '{n} davon enthalten alle Wörter der Wortfolge; ob sie nebeneinander stehen, wurde nicht geprüft.',
  ],
  emptyRelease: 'Diese Freigabe enthält keine Nachricht, die hier gelesen werden kann.',
  withoutFilter: 'Alle anzeigen',
  selected: ['1 ausgewählt', '{n} ausgewählt'],
  selectAll: ['Die eine angezeigte auswählen', 'Alle {n} angezeigten auswählen'],
  unselect: 'Auswahl aufheben',
  exportAll: ['1 exportieren', '{n} exportieren'],
  mark: 'Zugangsdaten melden',
  notes: 'Notizen',
  position: '{n} von {of}',
  outside: 'nicht unter den angezeigten',
  previous: 'Vorige Nachricht',
  next: 'Nächste Nachricht',
  back: 'Zurück zur Liste',
  pick: 'Wählen Sie eine Nachricht, um sie hier zu lesen.',
  keys: { move: 'bewegen', select: 'auswählen', search: 'suchen', export: 'exportieren' },
  unreadNotes: 'Die Notizen ließen sich nicht lesen und werden nicht durchsucht: {flaw}',
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
  allAddresses: ['1 weitere anzeigen', '{n} weitere anzeigen'],
  fewerAddresses: 'Weniger anzeigen',
  actions: {
    label: 'Mit dieser Nachricht',
    saveMessage: 'Als .eml speichern',
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
      'Der Teil dieser Seite, der Nachrichten auswertet, wurde nicht geladen. Die Nachricht ist vollständig; speichern Sie sie, oder laden Sie die Seite neu.',
    hung: 'Die Auswertung dieser Nachricht dauerte zu lange und wurde abgebrochen. Die Nachricht ist vollständig; öffnen Sie die Rohansicht, oder speichern Sie sie.',
    broken:
      'Diese Nachricht konnte nicht ausgewertet werden. Sie ist vollständig; öffnen Sie die Rohansicht, oder speichern Sie sie.',
    malformed:
      'Diese Nachricht hat in dem Teil der Seite, der sie auswertet, eine unzulässige Antwort ausgelöst. Dieser Teil wurde beendet; er hat nichts nach außen gegeben. Öffnen Sie die Rohansicht, oder speichern Sie die Nachricht.',
    moved:
      'Diese Nachricht wollte den Teil der Seite, der sie anzeigt, auf eine andere Adresse leiten. Dieser Teil wurde beendet; nichts wurde geladen. Öffnen Sie die Rohansicht, oder speichern Sie die Nachricht.',
    closed: 'Die Nachricht wurde geschlossen.',
    'too-large':
      'Diese Nachricht ist größer als 96 MB und wird hier nicht angezeigt. Sie ist vollständig; speichern Sie sie.',
  },
  openAgain: 'Erneut öffnen',
  fraud:
    'Der Angreifer hat diese Nachricht geschrieben. Sie stammt nicht von der Person, deren Namen sie trägt: Tun Sie nicht, was sie verlangt, und warnen Sie alle, die ihr geantwortet haben könnten.',
  corrected:
    'Eine frühere Freigabe enthielt diese Nachricht beschädigt. Hier ist sie vollständig: Verlassen Sie sich nicht auf das, was Sie vorher gelesen oder gespeichert haben.',
  bulk: 'Vom Absender als Listen- oder Massenpost gekennzeichnet; sie wird getrennt gezählt.',
  secretsShown: [
    '1 Passwort oder Schlüssel erkannt und angezeigt; weitere sind möglich',
    '{n} Passwörter oder Schlüssel erkannt und angezeigt; weitere sind möglich',
  ],
  secrets: [
    '1 Passwort oder Schlüssel verdeckt; weitere sind möglich',
    '{n} Passwörter oder Schlüssel verdeckt; weitere sind möglich',
  ],
  personal:
    '{organization} hat in dieser Nachricht personenbezogene Daten gefunden: {kinds}. Niemand hat geprüft, wessen Daten es sind.',
  secretMarked:
    'Nach der Kennzeichnung enthält diese Nachricht ein Passwort oder einen Schlüssel. Im Text wurde keines erkannt; prüfen Sie auch die Anhänge.',
  showSecrets: 'Anzeigen',
  maskSecrets: 'Wieder verdecken',
  differs:
    'Die reine Textfassung und die formatierte Fassung dieser Nachricht unterscheiden sich. Programme zeigen die eine oder die andere; sehen Sie beide an.',
  protections: {
    'smime-encrypted':
      'Mit S/MIME verschlüsselt. Sie bleibt, wie sie ist: Nur der Schlüssel ihres Empfängers öffnet sie.',
    'smime-signed': 'Mit S/MIME signiert. Die Signatur bleibt, wie sie ist, und wird hier nicht geprüft.',
    'pgp-encrypted': 'Mit PGP verschlüsselt. Sie bleibt, wie sie ist: Nur der Schlüssel ihres Empfängers öffnet sie.',
    'pgp-signed': 'Mit PGP signiert. Die Signatur bleibt, wie sie ist, und wird hier nicht geprüft.',
    tnef: 'Enthält einen Teil in Outlooks eigenem Format (winmail.dat). Er bleibt unverändert und wird hier nicht ausgewertet.',
  },
  notes: {
    'repeated-fields':
      'Felder, die nur einmal vorkommen dürfen, kommen mehrfach vor; welches gilt, beurteilen Programme verschieden. Angezeigt wird das erste; die Rohansicht enthält alle.',
    'too-many-parts': 'Sie hat mehr Teile, als hier aufgeführt sind. Die gespeicherte Nachricht enthält alle.',
    'too-deep':
      'Ihre Teile sind tiefer verschachtelt, als hier angezeigt wird. Die gespeicherte Nachricht enthält alle.',
    'too-many-addresses': 'Sie hat mehr Adressen, als hier aufgeführt sind. Die Rohansicht enthält alle.',
    'field-too-long': 'Eines ihrer Kopffelder ist zu lang für diese Anzeige. Die Rohansicht enthält es vollständig.',
    'nested-left-out':
      'Sie enthält mehr oder tiefer verschachtelte Nachrichten, als hier angezeigt werden. Die gespeicherte Nachricht enthält alle.',
    'text-cut': 'Ihr Text ist länger als hier angezeigt. Die Rohansicht enthält ihn vollständig.',
    'formatted-too-large': 'Ihre formatierte Fassung ist zu groß für die Anzeige; angezeigt wird ihr Text.',
  },
  noText: 'Diese Nachricht hat keinen Text, der angezeigt werden kann.',
  quoted: ['1 zitierte Zeile', '{n} zitierte Zeilen'],
  moreLines: ['1 weitere Zeile anzeigen', '{n} weitere Zeilen anzeigen'],
  hiddenCharacter: 'verborgenes Zeichen {code}',
  formattedTitle: 'Nachricht, wie ihr Absender sie formatiert hat',
  remote: ['1 externer Inhalt wurde nicht geladen', '{n} externe Inhalte wurden nicht geladen'],
  remoteNone: 'Keine externen Inhalte.',
  remoteKinds: {
    picture: ['1 Bild', '{n} Bilder'],
    style: ['1 Formatvorlage', '{n} Formatvorlagen'],
    font: ['1 Schrift', '{n} Schriften'],
    frame: ['1 eingebettete Seite', '{n} eingebettete Seiten'],
    media: ['1 Audio- oder Videodatei', '{n} Audio- oder Videodateien'],
    other: ['1 anderer', '{n} andere'],
  },
  hosts: 'Von',
  furtherHosts: ['und 1 weiterer Server', 'und {n} weitere Server'],
  leftOut: 'Weggelassen',
  leftOutKinds: {
    script: ['1 Skript', '{n} Skripte'],
    form: ['1 Formularfeld', '{n} Formularfelder'],
    frame: ['1 Rahmen oder Objekt', '{n} Rahmen oder Objekte'],
    drawing: ['1 Zeichnung', '{n} Zeichnungen'],
    media: ['1 Mediaplayer', '{n} Mediaplayer'],
    refresh: ['1 Weiterleitung', '{n} Weiterleitungen'],
    overlay: ['1 über anderem Inhalt', '{n} über anderem Inhalt'],
    picture: ['1 eingebettetes Bild unsicherer Art', '{n} eingebettete Bilder unsicherer Art'],
  },
  links: ['1 Link', '{n} Links'],
  linksInert: 'Adressen stehen hier als Text und lassen sich nicht öffnen.',
  furtherLinks: ['und 1 weiterer Link', 'und {n} weitere Links'],
  attachments: ['1 Anhang', '{n} Anhänge'],
  noAttachment: 'Kein Anhang aufgeführt.',
  attachment: {
    unnamed: 'ohne Namen',
    save: 'Speichern',
    saved: 'Gespeichert',
    declared: 'bezeichnet als {declared}',
    digest: 'SHA-256',
    inText: 'im Text angezeigt',
    savedAs: 'gespeichert als {name}',
    failed: 'konnte nicht gespeichert werden: Die Prüfsumme stimmt nicht',
    bytes: ['1 Byte', '{n} Byte'],
    large: '{n} kB',
  },
  warnings: {
    program: 'ein Programm: Starten Sie es nicht',
    active: 'kann beim Öffnen Aktionen ausführen',
    macros: 'kann Makros enthalten, also Programme',
    archive: 'ein Archiv; sein Inhalt wurde nicht geprüft',
    mismatch: 'der Inhalt entspricht nicht dem Namen oder der Angabe des Absenders',
    'hidden-name': 'der Name enthält Zeichen, die den Dateityp verbergen',
    'two-endings': 'der Name täuscht einen anderen Dateityp vor',
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
    notActed: 'Es wurde weder geantwortet noch etwas eingetragen.',
  },
  nested: 'Angehängte Nachricht: {subject}',
  nestedFiles: 'Anhänge dazu: {names}',
  raw: {
    label: 'Die Nachricht, wie sie in der Freigabe steht, Zeile für Zeile',
    lines: ['1 Zeile', '{n} Zeilen'],
    cut: 'Angezeigt werden die ersten 8 MB; die gespeicherte Nachricht ist vollständig.',
  },
  why: {
    title: 'Warum',
    times: ['1 Eintrag', '{n} Einträge'],
    moreTimes: ['und 1 weiterer', 'und {n} weitere'],
    rule: 'Regel {code}',
    copyTitle: 'Sie sehen die Kopie aus Sicht Ihres eigenen Postfachs.',
    copy: 'Weggelassen: Übertragungsvermerke der Server und interne Zusätze der Organisation.',
    heldBy: 'Im Postfach von {people}.',
    howWeKnow: 'Woher wissen wir das?',
  },
  reasons: {
    bind: 'Nach dem Zugriffsprotokoll hat das Programm des Angreifers diese Nachricht geöffnet.',
    'bind-same-content':
      'Nach dem Zugriffsprotokoll hat das Programm des Angreifers eine identische Nachricht im selben Postfach geöffnet.',
    'bind-ambiguous':
      'Nach dem Zugriffsprotokoll hat der Angreifer eine von mehreren Nachrichten mit derselben Kennung geöffnet; ob es diese war, lässt sich nicht feststellen.',
    'bind-unattributed':
      'Nach dem Zugriffsprotokoll wurde diese Nachricht geöffnet; ob vom Inhaber des Postfachs oder vom Angreifer, lässt sich nicht feststellen.',
    'bind-same-id':
      'Der Angreifer hat eine Nachricht mit derselben Nummer in einem anderen Ordner geöffnet; nach dem Protokoll war es nicht diese.',
    'bind-elsewhere':
      'Das Zugriffsprotokoll nennt eine Kopie dieser Nachricht in einem Postfach, das sie nicht mehr enthält, als vom Programm des Angreifers geöffnet.',
    'handled-elsewhere':
      'Der Angreifer hat eine Kopie dieser Nachricht in einem Postfach, das sie nicht mehr enthält, verschoben, gelöscht oder geändert.',
    'lossy-record':
      'Nach dem Zugriffsprotokoll hat der Angreifer Nachrichten in dem Ordner geöffnet, in dem diese lag; die Liste davon ist nicht vollständig.',
    'folder-listed':
      'Der Angreifer hat den Ordner aufgelistet, in dem diese Nachricht lag; dabei sind Betreff, Personen und Datum sichtbar.',
    'folder-listed-unattributed':
      'Der Ordner, in dem diese Nachricht lag, wurde aufgelistet; ob vom Inhaber des Postfachs oder vom Angreifer, lässt sich nicht feststellen.',
    export: 'Der Angreifer hat E-Mails aus dem Postfach exportiert oder angesehen, in dem diese Nachricht lag.',
    'export-unattributed':
      'E-Mails aus dem Postfach, in dem diese Nachricht lag, wurden exportiert oder angesehen; ob vom Angreifer, lässt sich nicht feststellen.',
    'sync-folder': 'Das Programm des Angreifers hat den Ordner kopiert, in dem diese Nachricht lag.',
    'sync-hour':
      'Diese Nachricht ging in der Stunde ein, nachdem der Angreifer ihren Ordner kopiert hatte; wiederholtes Kopieren innerhalb einer Stunde wird nicht protokolliert.',
    'sync-folder-unknown':
      'Der Angreifer hat einen Ordner kopiert; ob es der Ordner dieser Nachricht war, lässt sich nicht feststellen.',
    'sync-mailbox':
      'Der Angreifer hat einen anderen Ordner des Postfachs kopiert, in dem diese Nachricht lag; das ganze Postfach gilt als kopiert.',
    'sync-other-folder': 'Der Angreifer hat einen anderen Ordner des Postfachs kopiert, in dem diese Nachricht lag.',
    'sync-unattributed':
      'Der Ordner, in dem diese Nachricht lag, wurde kopiert; ob vom Inhaber des Postfachs oder vom Angreifer, lässt sich nicht feststellen.',
    throttled:
      'Der Angreifer war im Postfach aktiv, während so viele Nachrichten geöffnet wurden, dass das Protokoll sie einen Tag lang nicht mehr aufzeichnete.',
    'gap-unlicensed': gap('war das Postfach nicht vom Protokoll erfasst'),
    'gap-audit-off': gap('war die Protokollierung abgeschaltet'),
    'gap-ingestion-off': gap('wurde gar kein Zugriffsprotokoll geführt'),
    'gap-before-retention': gap('waren die Protokolle aus dieser Zeit nicht mehr vorhanden'),
    'gap-unsupported': gap('kann das Protokoll diese Art von Zugriff nicht zeigen'),
    'gap-bypassed': gap('war ein Konto von der Protokollierung ausgenommen'),
    'gap-lossy': gap('ist das Protokoll beschädigt oder nicht vollständig'),
    'gap-truncated': gap('war nur eine unvollständige Kopie des Protokolls verfügbar'),
    'gap-late': gap('war das Protokoll ausgegeben, bevor alle Einträge da sein mussten'),
    'gap-unasserted': gap('bestätigt niemand, dass das Protokoll geführt wurde'),
    'gap-not-recorded': gap('wurde das Postfach benutzt, aber kein Zugriff aufgezeichnet'),
    'app-reach-used':
      'Zeitweise wurde nichts protokolliert, und ein verwendetes Programm des Angreifers konnte das Postfach lesen.',
    'app-reach': 'Zeitweise wurde nichts protokolliert, und ein Programm des Angreifers konnte das Postfach lesen.',
    'delegate-reach': 'Zeitweise wurde nichts protokolliert, und der Angreifer hatte Rechte auf das Postfach.',
    forwarding: 'Diese Nachricht ging ein, während eine Regel des Angreifers E-Mails aus dem Postfach weiterleitete.',
    'forwarding-unattributed':
      'Diese Nachricht ging ein, während eine Regel E-Mails aus dem Postfach weiterleitete; ob der Angreifer sie angelegt hat, lässt sich nicht feststellen.',
    'forwarding-unreadable':
      'Diese Nachricht ging ein, während eine Regel aktiv war, die der Angreifer angelegt hat oder haben kann; was sie tat, zeigt das Protokoll nicht.',
    'search-hit':
      'Der Angreifer hat gesucht, und diese Nachricht war unter den Treffern, die Betreff, Personen und erste Wörter zeigen.',
    'search-hit-unattributed':
      'Diese Nachricht war unter den Treffern einer Suche; ob der Inhaber des Postfachs oder der Angreifer gesucht hat, lässt sich nicht feststellen.',
    'search-unread': 'Das Postfach mit dieser Nachricht wurde durchsucht; wonach, lässt sich im Protokoll nicht lesen.',
    handled: 'Der Angreifer hat diese Nachricht verschoben, gelöscht oder geändert.',
    'copied-out': 'Der Angreifer hat diese Nachricht in ein anderes Postfach kopiert oder verschoben.',
    'copied-out-unattributed':
      'Diese Nachricht wurde in ein anderes Postfach kopiert oder verschoben; ob vom Inhaber des Postfachs oder vom Angreifer, lässt sich nicht feststellen.',
    'quoted-out': 'Der Angreifer hat eine Nachricht gesendet, die auf diese antwortet.',
    'quoted-out-unattributed':
      'Eine Nachricht, die auf diese antwortet, wurde gesendet; ob vom Inhaber des Postfachs oder vom Angreifer, lässt sich nicht feststellen.',
    'intruder-sent':
      'Der Angreifer hat diese Nachricht gesendet; sie stammt nicht von der Person, deren Namen sie trägt.',
    'after-containment': 'Diese Nachricht wurde zugestellt, nachdem der Angreifer ausgesperrt war.',
    'complete-coverage': 'Das Zugriffsprotokoll ist vollständig und enthält keinen Hinweis auf diese Nachricht.',
    'coverage-incomplete':
      'Das Zugriffsprotokoll enthält keinen Hinweis auf diese Nachricht, ist aber nicht vollständig.',
    'contained-in':
      'Sie war an eine andere Nachricht angehängt, die der Angreifer gesendet, geöffnet oder vielleicht gesehen hat.',
    'no-control':
      'Das Zugriffsprotokoll enthält keinen Hinweis auf diese Nachricht; nichts zeigt aber, dass es Zugriffe auf dieses Postfach aufzeichnet.',
    'ids-unresolved':
      'Das Zugriffsprotokoll enthält keinen Hinweis auf diese Nachricht; die meisten Nachrichten, die es nennt, sind aber im Postfach nicht zu finden.',
    'date-alone':
      'Nur das Datum, das diese Nachricht selbst nennt, schließt einen Zugriff aus, und ein solches Datum allein beweist nichts.',
    'carrier-undetermined':
      'Sie war an eine andere Nachricht angehängt; ob der Angreifer diese erreicht hat, lässt sich nicht feststellen.',
    'linked-after':
      'Spätere Zugriffe könnten diese Nachricht erreicht haben; ob sie vom Angreifer stammen, lässt sich nicht feststellen.',
    'grant-open':
      'Diese Nachricht wurde zugestellt, nachdem der Angreifer ausgesperrt war; dass ihm eine Berechtigung wieder entzogen wurde, zeigt aber nichts.',
    attached: 'Sie war an eine interne Nachricht der Organisation angehängt, die sonst nicht bereitgestellt wird.',
    quoted: 'Sie wird in einer Nachricht der Organisation zitiert, die sonst nicht bereitgestellt wird.',
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
    'Wenn Sie beim Lesen eines finden, markieren Sie die Nachricht, oder fügen Sie es hier hinzu. Geben Sie an, wofür es gilt, niemals das Passwort oder den Schlüssel selbst.',
  progress: '{rotated} geändert, {notOurs} nicht unsere, {open} offen',
  filter: 'Anzeigen',
  all: 'Alle',
  statuses: { open: 'Offen', rotated: 'Geändert', 'not-ours': 'Nicht unseres' },
  noMatch: 'Keines der {n} auf der Liste hat diesen Stand.',
  kinds: { password: 'Passwort', key: 'Schlüssel', token: 'Token', code: 'Code', account: 'Konto', other: 'Anderes' },
  columns: {
    status: 'Status',
    secret: 'Passwort oder Schlüssel',
    used: 'Verwendet für',
    owner: 'Wer es ändert',
    act: 'Aktion',
  },
  marked: 'von {organization} gefunden',
  foundIn: ['von {organization} in 1 Nachricht gefunden', 'von {organization} in {n} Nachrichten gefunden'],
  noLabel: '(ohne Namen)',
  message: 'Nachricht öffnen',
  by: '{author}, {time}',
  you: 'Sie',
  acts: {
    rotated: 'Als geändert markieren',
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
    '{n} Personen haben gleichzeitig etwas dazu eingetragen. Beide Einträge bleiben; der Punkt bleibt offen, solange einer davon „offen“ lautet.',
  disputeOne: '{author}, {time}: {status}, {label}',
  settle: 'Klären …',
  form: {
    addTitle: 'Passwort oder Schlüssel hinzufügen',
    editTitle: 'Angaben ändern',
    never: 'Geben Sie niemals das Passwort oder den Schlüssel selbst ein: Alle Leseberechtigten sehen dies.',
    kind: 'Typ',
    label: 'Was es ist',
    labelHint: 'zum Beispiel: SFTP-Passwort des Abrechnungsservers',
    used: 'Wo es verwendet wird',
    usedHint: 'System, Adresse, Programme, die es speichern',
    owner: 'Wer es ändert',
    ownerHint: 'eine Person oder ein Team bei Ihnen',
    remark: 'Bemerkung',
    save: 'Für alle Leseberechtigten speichern',
    saving: 'Wird gespeichert …',
    labelMissing: 'Geben Sie zuerst an, was es ist.',
  },
  shared:
    'Geteilt mit den Leseberechtigten von {party}, versiegelt: Weder {organization} noch das Portal kann es lesen.',
  unread: [
    '{n} Notiz lässt sich nicht lesen: vor Ihrer Genehmigung geschrieben oder von jemandem ohne Schlüssel zu dieser Freigabe.',
    '{n} Notizen lassen sich nicht lesen: vor Ihrer Genehmigung geschrieben oder von jemandem ohne Schlüssel zu dieser Freigabe.',
  ],
  more: ['1 weiteres anzeigen', '{n} weitere anzeigen'],
  unreadable: 'Ihre Liste der Passwörter und Schlüssel war nicht zu lesen: {flaw}',
  failed: 'Nicht gespeichert: {flaw}',
  kept: 'Was Sie geschrieben haben, ist noch hier.',
  loading: 'Notizen werden geöffnet',
  lookAgain: 'Notizen anderer abrufen',
  notes: {
    title: 'Notizen',
    none: 'Zu dieser Nachricht hat niemand etwas geschrieben.',
    unreadable: 'Notizen ließen sich nicht lesen: {flaw}',
    own: 'Ihre Notiz',
    ownHint: 'Jede Person hat eine eigene Notiz; niemand überschreibt die einer anderen.',
    save: 'Notiz speichern',
    saved: 'Gespeichert.',
    remove: 'Zurücknehmen',
    meanwhile: '{author} hat inzwischen geschrieben.',
  },
};

const people: PeopleWords = {
  question: 'Wer unsere E-Mails lesen darf',
  readers: ['{n} Person.', '{n} Personen.'],
  readersWaiting: ['{readers} {n} weitere wartet.', '{readers} {n} weitere warten.'],
  columns: {
    person: 'Person',
    role: 'Rolle',
    fingerprint: 'Fingerabdruck der Schlüssel',
    opened: 'geöffnet',
    standing: 'Status',
    act: 'Aktion',
  },
  roles: { nominator: 'Benennt', reviewer: 'Liest', representative: 'Vertretung' },
  roleHints: {
    nominator: 'liest, benennt und entzieht Zugänge',
    reviewer: 'liest',
    representative: 'liest; von außerhalb Ihrer Organisation',
  },
  noRole: 'liest nichts',
  you: 'Sie',
  noAddress: 'keine Adresse verzeichnet',
  standings: {
    'being-revoked': 'Zugang wird entzogen',
    leaving: 'scheidet aus',
    'becoming-nominator': 'Rolle beantragt, {organization} entscheidet',
    unnamed: 'wartet auf Ihre Benennung',
    named: 'benannt; allen Ihren Kontakten bekanntgegeben',
    waiting: 'hat die Domain nachgewiesen; allen Ihren Kontakten bekanntgegeben',
    objected: 'Widerspruch; zwei Personen bei {organization} entscheiden',
    contested: 'strittig: Zwei Personen beanspruchen die Domain gleichzeitig',
    refused: 'von {organization} abgelehnt',
    stopped: 'durch Widerspruch gestoppt',
    revoked: 'liest nicht mehr',
  },
  reads: {
    dns: 'durch DNS nachgewiesen',
    mailbox: 'durch Postfach nachgewiesen',
    nomination: 'von einer benennenden Person benannt',
    unknown: 'von {organization} genehmigt',
  },
  since: 'angefragt am {date}',
  acts: {
    nominate: {
      button: 'Benennen …',
      title: '{name} zum Lesen benennen',
      happens: [
        'Sie signieren, dass diese Person mit genau diesem Schlüssel für {party} lesen darf.',
        '{organization} teilt allen Kontakten von {party} den Fingerabdruck mit und wartet {hours} h. Jeder Kontakt kann widersprechen; ein zweiter kann bestätigen und so die Wartezeit beenden.',
        'Dann genehmigen zwei Personen bei {organization}. Von da an liest diese Person alles, was für {party} freigegeben ist.',
        'Bis zur Genehmigung können Sie die Benennung zurückziehen, danach jederzeit den Zugang entziehen.',
      ],
      sure: '{name} benennen, Fingerabdruck {fingerprint}.',
      press: 'Signieren und {name} benennen',
      done: '{name} ist benannt. {organization} erhält die Benennung beim nächsten Abruf; bis zur Genehmigung können Sie sie zurückziehen.',
    },
    withdraw: {
      button: 'Zurückziehen …',
      title: 'Benennung von {name} zurückziehen',
      happens: [
        'Sie signieren, dass diese Person nicht für {party} lesen soll.',
        'Haben zwei Personen bei {organization} inzwischen genehmigt, wird der Zugang entzogen.',
        'Sie können die Person erneut benennen.',
      ],
      sure: 'Benennung von {name} zurückziehen, Fingerabdruck {fingerprint}.',
      press: 'Signieren und Benennung von {name} zurückziehen',
      done: 'Die Benennung von {name} ist zurückgezogen.',
    },
    object: {
      button: 'Widersprechen …',
      title: '{name} widersprechen',
      happens: [
        'Sie signieren, dass diese Person nicht für {party} lesen soll.',
        'Die Registrierung wird gestoppt, und Ihr Widerspruch kommt ins Protokoll. Sie geht nur weiter, wenn zwei Personen bei {organization} über genau diesen Widerspruch entscheiden und signieren.',
        'Ein Widerspruch lässt sich hier nicht zurücknehmen. Informieren Sie {organization}, wenn Sie sich geirrt haben.',
      ],
      sure: '{name} widersprechen, Fingerabdruck {fingerprint}.',
      press: 'Signieren und {name} widersprechen',
      done: 'Der Widerspruch gegen {name} ist gesendet. Die Registrierung ist gestoppt, bis zwei Personen bei {organization} entschieden haben.',
    },
    revoke: {
      button: 'Zugang entziehen …',
      title: '{name} den Zugang entziehen',
      happens: [
        '{organization} führt es beim nächsten Abruf ohne Rückfrage aus: Das Portal gibt {name} dann nichts mehr heraus und beendet alle Sitzungen.',
        'Spätere Freigaben werden für einen neuen Tresor versiegelt, zu dem {name} keinen Schlüssel hat.',
        'Was {name} geöffnet oder gespeichert hat, bleibt dort: {opened}.',
        'Um es rückgängig zu machen, muss die Person sich neu registrieren und von Ihnen erneut benannt werden.',
      ],
      sure: '{name} den Zugang entziehen, Fingerabdruck {fingerprint}.',
      press: 'Signieren und {name} den Zugang entziehen',
      done: '{name} wird der Zugang entzogen. Das wird wirksam, sobald {organization} das Portal wieder abruft.',
    },
    transfer: {
      button: 'Übergeben an …',
      title: 'Die Rolle der benennenden Person an {name} übergeben',
      happens: [
        'Zwei Personen bei {organization} entscheiden.',
        'Dann benennt {name} und entzieht Zugänge, und Sie lesen nur noch.',
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
        '{organization} führt es beim nächsten Abruf aus; das Portal gibt Ihnen dann nichts mehr heraus.',
        'Nur Sie können es rückgängig machen, indem Sie sich neu registrieren. Sind Sie die einzige benennende Person, übergeben Sie zuerst die Rolle.',
      ],
      sure: 'Bei {party} ausscheiden, Fingerabdruck {fingerprint}.',
      press: 'Signieren und ausscheiden',
      done: 'Sie scheiden aus. Das wird wirksam, sobald {organization} das Portal wieder abruft.',
    },
  },
  name: 'Jemanden benennen …',
  nameHint:
    'Nötig sind eine benennende Person, {hours} h, in denen Ihre Kontakte widersprechen können, und zwei Personen bei {organization}.',
  typed: {
    label: 'Fingerabdruck, wie die Person ihn Ihnen am Telefon vorliest',
    hint: 'Acht Gruppen zu vier Zeichen. Die Person findet ihn auf ihrem eigenen Bildschirm. Rufen Sie unter einer Nummer an, die Sie schon haben.',
    entered: '{entered} von 32 Zeichen',
    slip: 'Gruppe {group} enthält ein Zeichen, das in keinem Fingerabdruck vorkommt.',
    tooLong: 'Das ist länger als ein Fingerabdruck.',
    asking: 'Das Portal wird gefragt, wer diesen Schlüssel hat …',
    unknown:
      'Keine wartende Person hat diesen Schlüssel. Entweder hat sich die Person noch nicht registriert, oder jemand hat den Schlüssel zwischen Ihnen ausgetauscht. Vergleichen Sie noch einmal.',
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
    'Zurzeit wartet niemand auf eine Benennung. Wer lesen soll, öffnet diese Seite auf einem eigenen Gerät, registriert sich und liest Ihnen den Fingerabdruck vor.',
  contested:
    'Zwei Personen beanspruchen {party} gleichzeitig durch DNS. {organization} genehmigt eine davon nur, wenn zwei Personen dort einen Grund angeben. Kennen Sie eine davon nicht, widersprechen Sie.',
  unsigned: [
    '{n} vom Portal aufgeführtes Dokument hat keine gültige Signatur und wird nicht angezeigt. Informieren Sie {organization}.',
    '{n} vom Portal aufgeführte Dokumente haben keine gültige Signatur und werden nicht angezeigt. Informieren Sie {organization}.',
  ],
  trail: {
    question: 'Wer was geöffnet hat',
    answer: [
      '{n} Abruf seit dem {date}; vor der Auslieferung aufgezeichnet.',
      '{n} Abrufe seit dem {date}; jeder vor der Auslieferung aufgezeichnet.',
    ],
    none: 'Das Portal hat noch keinen Abruf verzeichnet.',
    broken: 'Das Abrufprotokoll ist nicht konsistent: Nach Eintrag {n} fehlen Einträge oder wurden verändert.',
    lost: 'Das Abrufprotokoll stimmt nicht mit dem früher gesehenen überein: Eintrag {n} ist ein anderer oder fehlt.',
    brokenDo:
      'Das Portal wurde auf einen früheren Stand zurückgesetzt, oder es liefert falsche Einträge. Rufen Sie {organization} an. Unten steht, was sich noch belegen lässt.',
    reading: '{n} Einträge geprüft',
    time: 'Zeit (UTC)',
    person: 'Person',
    did: 'Aktion',
    what: 'Was',
    acts: {
      session: 'hat sich angemeldet',
      passkey: 'hat einen Passkey angelegt',
      paper: 'hat Nachweise abgerufen',
      index: 'hat die Nachrichtenliste abgerufen',
      grant: 'hat den eigenen Schlüssel abgerufen',
      object: 'hat geöffnet',
      request: 'hat einen Antrag signiert',
      note: 'hat eine Notiz geschrieben',
    },
    messages: ['{n} Nachricht', '{n} Nachrichten'],
    papers: ['{n} Dokument', '{n} Dokumente'],
    unnamed: 'eine Nachricht einer anderen Freigabe',
    all: '{n} anzeigen',
    fewer: 'Weniger anzeigen',
    kept: 'Jeder Eintrag enthält die Prüfsumme des vorigen. Der letzte, den Sie gesehen haben, ist {n}, {hash}; dieses Gerät speichert ihn für den nächsten Vergleich.',
    keptNone:
      'Dieser Browser speichert nichts; deshalb lässt sich das Abrufprotokoll nicht mit Ihrem letzten Besuch vergleichen.',
  },
  reviewer: {
    answer: ['{n} Schlüssel kann diese Freigabe öffnen.', '{n} Schlüssel können diese Freigabe öffnen.'],
    lead: 'Aus dem Manifest, das zwei Personen signiert haben. Ihre benennende Person sieht Namen und wer was geöffnet hat.',
    fingerprint: 'Fingerabdruck der Schlüssel',
    leaveTitle: 'Sie',
  },
  loading: 'Leseberechtigungen werden geladen',
  failed: 'Die Leseberechtigungen ließen sich nicht abrufen: {flaw}',
  kept: 'Nichts wurde verändert.',
};

const trust: TrustWords = {
  question: 'Warum wir dem vertrauen können',
  passed: ['{passed} von 1 Prüfung bestanden', '{passed} von {n} Prüfungen bestanden'],
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
      passed: 'Zwei Personen bei {organization} haben genehmigt',
      open: 'Die Genehmigungen zweier Personen',
      refused: 'Zwei verschiedene Personen haben nicht genau dies genehmigt',
      fact: '{names}; beide Signaturen gültig',
      facts: { '*': 'Noch nicht beurteilt.' },
      act: 'Das Portal hat etwas anderes geliefert, als genehmigt wurde. Rufen Sie {organization} an und nennen Sie die Freigabe.',
    },
    release: {
      passed: 'Die Freigabe steht im öffentlichen Protokoll',
      open: 'Die Freigabe im öffentlichen Protokoll',
      refused: 'Das Protokoll belegt diese Freigabe nicht',
      fact: 'Freigabe {release} ist Eintrag {entry} von {size} in {origin}, Einschlussbeweis gültig',
      facts: { '*': 'Noch nicht beurteilt.' },
      act: 'Die Unterlagen der Freigabe sind verändert, oder sie wurde nie protokolliert. Rufen Sie {organization} an; öffnen Sie nichts davon.',
    },
    log: {
      passed: 'Das Protokoll wurde nie umgeschrieben',
      open: 'Ob das Protokoll fortgesetzt wird',
      refused: 'Dieses Protokoll setzt das aus Ihrer Mitteilung nicht fort',
      fact: '{from} (Ihnen bekannt) → {to} (jetzt), Konsistenzbeweis gültig',
      facts: {
        first:
          '{size} Einträge. Ein früherer Stand zum Vergleich fehlt: Größe und Wurzelwert aus Ihrer Mitteilung wurden bei der Registrierung nicht eingegeben. Ab jetzt kennt dieses Gerät diesen Stand.',
        '*': 'Noch nicht beurteilt.',
      },
      act: 'Jemand zeigt Ihnen ein anderes Protokoll als Ihre Mitteilung. Bewahren Sie die Mitteilung auf, machen Sie nicht weiter, und rufen Sie an.',
    },
    app: {
      passed: 'Diese App ist die veröffentlichte',
      open: 'Ob diese App die veröffentlichte ist',
      refused: 'Die Dateien dieser App sind nicht die veröffentlichten',
      fact: 'Prüfsumme {digest}, {files} Dateien, Eintrag {entry} des Protokolls',
      facts: {
        checking: 'Die Dateien werden verglichen.',
        'not-logged':
          'Prüfsumme {digest}. Die Dateien stimmen mit ihrer Liste überein. Der Nachweis aus dem Protokoll fehlt noch, oder es ist keine Freigabe geöffnet, die den Schlüssel des Protokolls nennt.',
        silent: 'Die Website hat die Dateien für den Vergleich nicht geliefert.',
        '*': 'Noch nicht beurteilt.',
      },
      act: '{what} weicht ab. Melden Sie sich ab, benutzen Sie candor open, und informieren Sie {organization}.',
    },
    whole: {
      passed: 'Nichts wird Ihnen vorenthalten',
      open: 'Ob das Portal alles liefert',
      refused: 'Das Portal liefert nicht alles',
      fact: 'Freigabe {release} ist die neueste genannte und nicht älter als die zuletzt gesehene; alle {messages} Nachrichten sind darin aufgeführt',
      facts: { '*': 'Noch nicht beurteilt.' },
      act: 'Eine genannte Freigabe fehlt, ist älter als eine bereits gesehene oder schließt nicht an die vorige an. Rufen Sie {organization} an.',
    },
  },
  checkAgain: 'Erneut prüfen',
  saveProofs: 'Nachweise speichern',
  proofsHint:
    'Manifest, Genehmigungen, Schlüssel und Nachweis aus dem Protokoll: Damit können andere dies ohne uns prüfen.',
  more: 'Prüfen ohne diese Seite',
  fingerprint: {
    title: 'Ihr Fingerabdruck',
    hint: 'Lesen Sie ihn jemandem am Telefon vor. Er umfasst Ihre beiden Schlüssel.',
  },
  otherKeys: {
    title: 'Haben sich die Schlüssel der Organisation geändert?',
    lead: 'Dann teilt {organization} es in einer neueren Mitteilung und im DNS mit. Geben Sie den Fingerabdruck ein, der dort steht oder der Ihnen unter einer schon bekannten Nummer genannt wird. Er wird hier nicht angezeigt, damit niemand unterwegs ihn vorgeben kann. Der Ihnen bekannte Stand des Protokolls bleibt: Die neuen Schlüssel müssen es fortsetzen.',
    label: 'Fingerabdruck der Schlüssel der Organisation',
    entered: '{entered} von 32 Zeichen',
    slip: 'Gruppe {group} enthält ein Zeichen, das kein Fingerabdruck hat.',
    tooLong: 'Mehr als 32 Zeichen.',
    accept: 'Diesen Schlüsseln ab jetzt vertrauen',
  },
  compare: {
    title: 'Auf anderen Wegen vergleichen',
    lead: 'Jeder dieser Wege muss denselben Fingerabdruck zeigen: {keySet}.',
    leadUnopened: 'Jeder dieser Wege muss denselben Fingerabdruck zeigen.',
    dns: 'Fragen Sie das DNS:',
    telephone:
      'Rufen Sie {organization} unter einer Nummer an, die Sie schon haben. Angegeben ist {telephone}; vergleichen Sie mit einer eigenen Quelle.',
    noTelephone: 'Rufen Sie {organization} unter einer Nummer an, die Sie schon haben.',
    notice: 'Sehen Sie in Ihrer Mitteilung nach, und prüfen Sie sie unter {page}.',
  },
  offline: {
    title: 'Verlassen Sie sich nicht nur auf diese Seite',
    lead: 'Ein übernommener Webserver könnte Ihnen eine gefälschte App zeigen. Das Öffnen ohne Netz braucht weder Server noch Seite und führt dieselben Prüfungen aus, bevor es etwas öffnet.',
    steps: [
      'Speichern Sie Ihre Schlüsseldatei. Sie ist mit einer von Ihnen gewählten Passphrase verschlüsselt.',
      'Speichern Sie die versiegelte Freigabe. Mehr hat auch das Portal nicht; ohne Schlüssel lässt sie sich nicht öffnen.',
      'Beziehen Sie Candor aus einer eigenen Quelle, nicht von dieser Seite, und bringen Sie es auf einen Rechner ohne Netz.',
      'Öffnen Sie die Freigabe mit dem Fingerabdruck aus Ihrer Mitteilung:',
    ],
    passphrase: 'Passphrase für die Schlüsseldatei',
    passphraseHint:
      'Mindestens sieben Wörter, die niemand errät. Sie wird beim Öffnen der Datei verlangt und nirgends gespeichert.',
    saveKey: 'Schlüsseldatei speichern',
    keySaved: 'Die Schlüsseldatei ist gespeichert. Bewahren Sie sie nicht bei der Passphrase auf.',
    saveRelease: 'Versiegelte Freigabe speichern',
    byHand: 'Von Hand, nur mit tar, sha256sum und age:',
  },
  ask: {
    title: 'Eine Frage stellen oder eine Zahl bestreiten',
    lead: 'Eine bestrittene Zahl wird festgehalten und beantwortet und kann zu einer Berichtigung führen. Nennen Sie die Zahl, Ihre eigene Zählung und deren Grundlage.',
    ways: [
      'Antworten Sie auf die Mitteilung: Die Antwort geht an die Personen, die sie verfasst haben.',
      'Oder rufen Sie an, und nennen Sie den Code der Mitteilung.',
      'Senden Sie keine Inhalte von E-Mails und keine Passwörter.',
    ],
    dispute: {
      label: 'Welche Zahl, Ihre Zählung und deren Grundlage',
      hint: 'Ein Absatz. {organization} liest ihn, hält ihn im Wortlaut im Protokoll fest und antwortet. Für sich allein ändert er keine Zahl.',
      send: 'Signieren und an {organization} senden',
      done: 'Gesendet. {organization} erhält es beim nächsten Abruf und antwortet über die Adresse der Mitteilung oder am Telefon.',
      tooLong: 'Höchstens {n} Zeichen; den Rest bitte am Telefon.',
    },
    telephone: 'Telefon: {telephone}',
    report: 'Gefälschte Mitteilungen: {report}',
  },
  guide: { show: 'Den Leitfaden lesen: zwei Seiten', hide: 'Leitfaden schließen' },
};

const report: PackWords = {
  question: 'Ihre eigene Meldung',
  answer: 'Was {party} angeben kann, mit dem Beleg hinter jeder Zahl.',
  lead: 'Texte für Ihre eigenen Pflichten, gefüllt mit den Zahlen dieser Freigabe. Sie nennen Tatsachen; ob, wem und wann Sie melden, entscheiden Sie. Es wird nichts gesendet.',
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
  download: 'Paket speichern (.zip)',
  downloading: 'Paket wird erstellt',
  downloadHint:
    'Alle vier Texte als Seiten ohne Skripte, die Tabellen als CSV und JSON, das signierte Manifest und seine Nachweise.',
  print: 'Drucken',
  unknown: 'hier nicht bekannt',
  figuresTitle: 'Alle Zahlen und ihre Herkunft',
  figureColumns: ['Angabe', 'Wert', 'Zugrunde liegende Nachrichten'],
  figures: {
    organization: 'Angegriffene Organisation (signiertes Manifest)',
    incident: 'Deren Bezeichnung des Vorfalls (signiertes Manifest)',
    party: 'Betroffene Organisation oder Person (signiertes Manifest)',
    domains: 'Domains, die Sie nachgewiesen haben (signiertes Manifest)',
    concerned: 'Betroffene Nachrichten: lesbar + Massenpost + zurückgehalten + nicht freigegeben (signiertes Manifest)',
    readable: 'Nachrichten, die Sie lesen können (signiertes Manifest)',
    bulk: 'Listen- oder Massenpost, getrennt gezählt (signiertes Manifest)',
    held: 'Zur rechtlichen Prüfung oder aus technischem Grund zurückgehalten (signiertes Manifest)',
    withheld: 'Dauerhaft nicht freigegeben (signiertes Manifest)',
    quoted:
      'In der Organisation geschriebene Nachrichten, die Ihre E-Mails zitieren, getrennt gezählt; ihr eigener Text wird nicht bereitgestellt (signiertes Manifest)',
    mentioned:
      'Nachrichten, die Sie nach Feststellung der Organisation nur erwähnen, getrennt gezählt; ihr Text wird nicht bereitgestellt (signiertes Manifest)',
    mentionedBusiness: 'Davon: geschäftlich (signiertes Manifest)',
    mentionedPersonal: 'Davon: über Personen (signiertes Manifest)',
    mentionedSecret: 'Davon: mit Zugangsdaten (signiertes Manifest)',
    objects: 'Nachrichten in dieser Freigabe, auf diesem Gerät gezählt',
    accessed: 'Vom Programm des Angreifers geöffnet oder kopiert, auf diesem Gerät gezählt',
    presumed: 'Müssen als kopiert gelten, auf diesem Gerät gezählt',
    partial: 'Teilweise gesehen, auf diesem Gerät gezählt',
    possible: 'Nicht auszuschließen, auf diesem Gerät gezählt',
    undetermined: 'Das Protokoll sagt nichts aus, auf diesem Gerät gezählt',
    fraud: 'Vom Angreifer gesendet, auf diesem Gerät gezählt',
    secret: 'Von der Organisation als Nachricht mit Zugangsdaten gekennzeichnet, auf diesem Gerät gezählt',
    personal: 'Von der Organisation als Nachricht mit personenbezogenen Daten gekennzeichnet, auf diesem Gerät gezählt',
    attached: 'Mit mindestens einem Anhang, auf diesem Gerät gezählt',
    files: 'Anhänge, auf diesem Gerät gezählt',
    people: 'Adressen Ihrer Domains in Von, An oder Kopie, jede einmal, auf diesem Gerät gezählt',
    custodians: 'Adressen der Organisation, in deren Postfächern sie lagen, soweit die Nachrichten sie nennen',
    writtenFirst: 'Datum der ältesten Nachricht (aus ihrem Kopf)',
    writtenLast: 'Datum der neuesten Nachricht (aus ihrem Kopf)',
    windowFrom: 'Zeitraum des Zugriffs auf Postfächer der Organisation, nach deren Angabe: Beginn',
    windowTo: 'Zeitraum des Zugriffs auf Postfächer der Organisation, nach deren Angabe: Ende',
    recordedFirst: 'Erster Protokolleintrag, auf dem eine Einstufung beruht',
    recordedLast: 'Letzter Protokolleintrag, auf dem eine Einstufung beruht',
    secretsOpen: 'Passwörter und Schlüssel auf Ihrer Liste, noch offen',
    secretsRotated: 'Passwörter und Schlüssel auf Ihrer Liste, geändert',
    secretsNotOurs: 'Passwörter und Schlüssel auf Ihrer Liste, nicht Ihre',
    unknownSaid: 'Was die Organisation nach eigener Angabe nicht weiß',
    told: 'Wann die Mitteilung kam, nach Ihrer Angabe',
    release: 'Nummer der Freigabe (signiertes Manifest)',
    releasedAt: 'Zeit der Freigabe (signiertes Manifest)',
    exposure: 'Version der Feststellungen der Organisation (signiertes Manifest)',
    approvers: 'Personen der Organisation, deren Signaturen gelten, auf diesem Gerät geprüft',
    keySet: 'Fingerabdruck der Schlüssel der Organisation: der in Ihrer Mitteilung',
    logOrigin: 'Öffentliches Protokoll',
    logPosition: 'Eintrag der Freigabe darin, auf diesem Gerät nachgewiesen',
    logSize: 'Anzahl der Einträge bei diesem Nachweis',
    manifest: 'SHA-256 des signierten Manifests',
  },
  showMessages: 'anzeigen',
  peopleTitle: 'Wer von uns',
  custodiansTitle: 'In wessen Postfächern bei {organization}',
  addressColumns: ['Adresse', 'Nachrichten'],
  typesTitle: 'Anhänge nach Inhalt',
  typeColumns: ['Typ', 'Dateien'],
  foundTitle: 'Was eine Suche der Organisation darin fand',
  foundColumns: ['Typ', 'Nachrichten', 'verschiedene Werte', 'davon sicher', 'von einer Person bestätigt'],
  doubtsTitle: 'Warum einige ungeklärt sind',
  doubtColumns: ['Grund', 'Nachrichten'],
  noDoubts: 'Keine Nachricht dieser Freigabe ist ungeklärt.',
  further: ['und {n} weitere', 'und {n} weitere'],
  tellingsTitle: 'Was uns wann mitgeteilt wurde',
  tellingColumns: ['Was', 'Wann', 'Beleg'],
  toldNotice: 'Mitteilung',
  toldRelease: 'Freigabe {release}, lesbare Nachrichten: {n}',
  madeAt: 'Erstellt am {time} aus Freigabe {release}.',
  madeFrom:
    'Auf dem Gerät der leseberechtigten Person gezählt, aus Nachrichten, die {organization} freigegeben und signiert hat.',
  filesTitle: 'Dateien',
};

const HAPPENED =
  'Zwischen dem {windowFrom} und dem {windowTo} hatte ein Angreifer Zugriff auf Postfächer von {organization} und auf die E-Mails darin. Die Einträge im Zugriffsprotokoll von {organization} zu unseren E-Mails stammen aus der Zeit zwischen dem {recordedFirst} und dem {recordedLast}.';

const FIGURES = [
  'Betroffene E-Mails zwischen {domains} und {organization}: {concerned}. Sie wurden zwischen dem {writtenFirst} und dem {writtenLast} geschrieben. Davon können wir selbst lesen:',
  '- vom Programm des Angreifers geöffnet oder kopiert: {accessed}',
  '- müssen als kopiert gelten: {presumed}',
  '- teilweise gesehen: {partial}',
  '- Zugriff nicht auszuschließen: {possible}',
  '- das Protokoll sagt nichts aus: {undetermined}',
];

const UNKNOWN = [
  'Nachrichten, über die das Protokoll nichts aussagt: {undetermined}. Nachrichten, bei denen ein Zugriff nicht auszuschließen ist: {possible}.',
  'Nachrichten, die {organization} zur rechtlichen Prüfung zurückhält: {held}; dauerhaft nicht freigegeben: {withheld}. Was mit ihnen geschah, ist uns nicht bekannt.',
  '? In den Zahlen oben nicht enthalten: bei {organization} geschriebene Nachrichten, die unsere E-Mails zitieren: {quoted}. Ihr übriger Inhalt wird uns nicht bereitgestellt, weil sie nicht an uns gingen.',
  '? In den Zahlen oben nicht enthalten: Nachrichten, die uns nach Feststellung von {organization} nur erwähnen: {mentioned} (geschäftlich {mentionedBusiness}, über Personen {mentionedPersonal}, mit Zugangsdaten {mentionedSecret}). Ihr Text wird uns nicht bereitgestellt, weil sie nicht an uns gingen.',
  'Angabe von {organization}: {unknownSaid}',
  'Ob Kopien weitergegeben wurden, ist nicht bekannt.',
];

const PROOF =
  'Freigabe {release} vom {releasedAt} (Fassung {exposure} der Auswertung) wurde von {approvers} bei {organization} genehmigt. Sie ist Eintrag {logPosition} von {logSize} im Protokoll {logOrigin}; SHA-256 ihres Manifests: {manifest}. Fingerabdruck der Schlüssel der Organisation: {keySet}.';

const reportTexts: PackTemplates = {
  neutral: {
    title: 'Bei {organization} gestohlene E-Mails von uns',
    source: 'Tatsachen ohne Formular: für Geschäftsleitung, Versicherer, Kunden und Prüfer',
    parts: [
      { heading: 'Was geschah', paragraphs: [HAPPENED, '{organization} hat es uns am {told} mitgeteilt.'] },
      { heading: 'Wie viel von uns', paragraphs: FIGURES },
      {
        heading: 'Wer und was darin steht',
        paragraphs: [
          'Unsere Adressen darin: {people}. Adressen von {organization}, in deren Postfächern sie lagen: {custodians}.',
          'Nachrichten mit Anhängen: {attached}; Dateien darin: {files}. Als Nachrichten mit Zugangsdaten gekennzeichnet: {secret}. Als Nachrichten mit personenbezogenen Daten gekennzeichnet: {personal}. Vom Angreifer selbst gesendete Nachrichten: {fraud}. Listen- oder Massenpost: {bulk}.',
          'Arten personenbezogener Daten darin: [was Sie beim Lesen gefunden haben].',
        ],
      },
      {
        heading: 'Was getan wurde',
        paragraphs: [
          'Darin gefundene Passwörter und Schlüssel, geändert: {secretsRotated}; noch nicht geändert: {secretsOpen}; nicht unsere: {secretsNotOurs}.',
          '[weitere Maßnahmen, mit Datum]',
        ],
      },
      { heading: 'Was nicht bekannt ist', paragraphs: UNKNOWN },
      { heading: 'Grundlage dieser Angaben', paragraphs: [PROOF] },
    ],
  },
  'gdpr-33': {
    title: 'Verletzung des Schutzes personenbezogener Daten: unsere E-Mails bei {organization}',
    source: 'Punkte des Artikels 33 Absatz 3 der Verordnung (EU) 2016/679',
    parts: [
      {
        heading: 'Art der Verletzung, Artikel 33 Absatz 3 Buchstabe a',
        paragraphs: [
          'Verletzung der Vertraulichkeit. Sie ereignete sich bei {organization}. In unseren eigenen Systemen: [was Sie geprüft und gefunden haben].',
          HAPPENED,
          ...FIGURES,
          'Kategorien betroffener Personen: [zum Beispiel Beschäftigte, Kunden, Bewerber]. Ungefähre Zahl der betroffenen Personen: [Zahl]; unsere Adressen in den Nachrichten: {people}.',
          'Kategorien personenbezogener Daten: [zum Beispiel Kontaktdaten, Verträge, Bankverbindungen, besondere Kategorien]. Nachrichten mit Anhängen: {attached}; Dateien darin: {files}. Als Nachrichten mit Zugangsdaten gekennzeichnet: {secret}. Als Nachrichten mit personenbezogenen Daten gekennzeichnet: {personal}.',
        ],
      },
      {
        heading: 'Anlaufstelle, Artikel 33 Absatz 3 Buchstabe b',
        paragraphs: ['[Name der oder des Datenschutzbeauftragten oder einer anderen Anlaufstelle, Anschrift, Telefon]'],
      },
      {
        heading: 'Wahrscheinliche Folgen, Artikel 33 Absatz 3 Buchstabe c',
        paragraphs: [
          'Nachrichten, die echten Schriftwechsel zitieren und Zahlungen oder Passwörter verlangen; Missbrauch von Passwörtern und Schlüsseln aus den Nachrichten: {secretsOpen} noch nicht geändert. Nachrichten, die der Angreifer im Namen anderer gesendet hat: {fraud}.',
          '[weitere Folgen aus dem Inhalt der Nachrichten]',
        ],
      },
      {
        heading: 'Maßnahmen, Artikel 33 Absatz 3 Buchstabe d',
        paragraphs: [
          'Passwörter und Schlüssel geändert: {secretsRotated}; nicht unsere: {secretsNotOurs}; noch nicht geändert: {secretsOpen}.',
          '[Benachrichtigung der betroffenen Personen, weitere Maßnahmen, mit Datum]',
        ],
      },
      {
        heading: 'Wann wir davon erfuhren und was noch nicht bekannt ist, Artikel 33 Absätze 1 und 4',
        paragraphs: [
          '{organization} hat es uns am {told} mitgeteilt.',
          ...UNKNOWN,
          'Weitere Informationen folgen, sobald {organization} sie bereitstellt.',
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
          'Jemand hat sich Zugang zu Postfächern von {organization} verschafft, mit der wir E-Mails austauschen. Darin lagen E-Mails zwischen uns und {organization}, geschrieben zwischen dem {writtenFirst} und dem {writtenLast}. [Welche davon Sie betreffen.]',
          'Geöffnet oder kopiert: {accessed}. Müssen als kopiert gelten: {presumed}. Teilweise gesehen: {partial}. Zugriff nicht auszuschließen: {possible}. Nicht feststellbar: {undetermined}.',
        ],
      },
      {
        heading: 'Was das für Sie bedeutet',
        paragraphs: [
          'Wer diese E-Mails hat, kann Ihnen in unserem Namen schreiben und daraus zitieren. [Welche Ihrer Daten darin stehen.]',
        ],
      },
      {
        heading: 'Was wir getan haben',
        paragraphs: [
          'Passwörter und Schlüssel aus den E-Mails, die wir geändert haben: {secretsRotated}. [Weitere Maßnahmen.]',
        ],
      },
      {
        heading: 'Was Sie tun können',
        paragraphs: [
          'Antworten Sie auf keine Nachricht, die eine Zahlung, ein Passwort oder eine neue Bankverbindung verlangt, auch wenn sie eine frühere zitiert. Rufen Sie uns unter einer Nummer an, die Sie schon haben.',
          'Haben Sie uns ein Passwort per E-Mail gesendet, ändern Sie es überall, wo Sie es verwenden.',
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
          'Art der Bedrohung und Ursache: Zugriff auf Postfächer eines Geschäftspartners, nach Angabe von {organization}. [Was Sie selbst festgestellt haben.]',
          'Getroffene und laufende Maßnahmen: [Maßnahmen, mit Datum].',
          ...UNKNOWN,
          PROOF,
        ],
      },
    ],
  },
};

const exports: ExportWords = {
  title: ['{n} Nachricht speichern', '{n} Nachrichten speichern'],
  lead: 'Jede Nachricht wird Byte für Byte so gespeichert wie mit candor open.',
  chooseKind: 'Als',
  kinds: {
    mbox: { name: 'mbox', hint: 'eine Datei, die E-Mail-Programme importieren' },
    'eml-zip': { name: 'EML in einem zip', hint: 'eine Datei je Nachricht, mit einer Tabelle' },
    csv: { name: 'CSV', hint: 'nur die Tabelle, für eine Tabellenkalkulation; keine Nachrichtentexte' },
    json: { name: 'JSON', hint: 'nur die Tabelle, für ein Programm; keine Nachrichtentexte' },
  },
  recorded: 'Jede dafür abgerufene Nachricht steht im Abrufprotokoll, das Ihre benennende Person liest.',
  unsealed:
    'Die Datei ist nicht verschlüsselt. Bewahren Sie sie so sicher auf wie die E-Mails selbst. Passwörter und Schlüssel stehen unverdeckt darin.',
  save: ['{n} Nachricht speichern', '{n} Nachrichten speichern'],
  saving: '{done} von {n}',
  cancel: 'Abbrechen',
  cancelled: 'Abgebrochen. Es wurde keine Datei gespeichert.',
  failed: 'Nicht gespeichert: {flaw} Es blieb keine Teildatei zurück; versuchen Sie es erneut.',
  done: ['{n} Nachricht gespeichert, {bytes} Bytes.', '{n} Nachrichten gespeichert, {bytes} Bytes.'],
  digest: 'SHA-256 der Datei',
  missing: [
    '{n} Nachricht ließ sich nicht öffnen und fehlt darin: im Portal beschädigt oder nicht vorhanden. Ihre Kennung steht unten.',
    '{n} Nachrichten ließen sich nicht öffnen und fehlen darin: im Portal beschädigt oder nicht vorhanden. Ihre Kennungen stehen unten.',
  ],
  nothing: '0 Nachrichten in der Liste: Es gibt nichts zu speichern.',
  open: 'Speichern …',
  diskFull: 'Die Festplatte oder der Browser hat die Datei nicht angenommen.',
};

const files: FilesWords = {
  question: 'Dateien dieses Geräts',
  title: 'Öffnen Sie eine Schlüsseldatei, um ohne Portal zu lesen oder einen Passkey dafür anzulegen.',
  lead: 'Beide Dateien werden auf diesem Gerät gelesen und nirgendwohin gesendet.',
  keyFile: 'Ihre Schlüsseldatei',
  passphrase: 'Ihre Passphrase',
  passphraseHint: 'Lassen Sie das Feld leer, wenn die Datei keine hat.',
  keySet: 'Fingerabdruck der Schlüssel der Organisation',
  keySetHint: 'Aus Ihrer Mitteilung: {entered} von 32 Zeichen',
  keySetSlip: 'Gruppe {group} enthält ein Zeichen, das kein Fingerabdruck hat.',
  read: 'Eine Freigabe von der Festplatte lesen',
  readLead:
    'Dieselben Prüfungen wie mit Portal, bis auf zwei: Ob das öffentliche Protokoll seither fortgesetzt wurde und ob es eine neuere Freigabe gibt, lässt sich nicht feststellen.',
  release: 'Die Freigabe (release.candor)',
  open: 'Prüfen und öffnen',
  opening: 'Wird geprüft …',
  passkey: 'Einen Passkey für diese Schlüssel anlegen',
  passkeyLead:
    'Für Schlüssel, die ein Programm erzeugt hat, oder wenn Passkey und Wiederherstellungsschlüssel beide verloren sind. Die Organisation muss die Schlüssel vorher genehmigt haben.',
  take: 'Mit diesen Schlüsseln weiter',
  taking: 'Einen Augenblick …',
  missing: 'Wählen Sie zuerst die Schlüsseldatei, und geben Sie den ganzen Fingerabdruck ein.',
  recovery: 'Ihr neuer Wiederherstellungsschlüssel',
  recoveryLead:
    'Er wird nur einmal angezeigt. Er entsperrt Ihre Schlüssel, wenn der Passkey es nicht kann. Schreiben Sie ihn auf Papier, und geben Sie ihn dann hier ein.',
  typeBack: 'Der Wiederherstellungsschlüssel, wie Sie ihn aufgeschrieben haben',
  wrong: 'Das stimmt nicht mit dem angezeigten Schlüssel überein. Vergleichen Sie es mit Ihrer Aufzeichnung.',
  make: 'Passkey anlegen',
  done: 'Der Passkey ist angelegt. Alle früheren Sitzungen sind beendet.',
  signIn: 'Anmelden',
  needsPortal:
    'Diese Freigabe wurde von der Festplatte geöffnet. Was Ihre Organisation gemeinsam bearbeitet, liegt im Portal.',
  leave: 'Schlüssel sperren und anmelden',
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
