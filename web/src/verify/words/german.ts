import { CODE_WORDS } from '../../ui/code-words.ts';
import { LANGUAGE_RULES } from '../../ui/language-rules.ts';
import { headlines } from './headlines/german.ts';
import type { Phrases } from './phrases.ts';

export const german: Phrases = {
  ...LANGUAGE_RULES.de,
  ...CODE_WORDS.de,

  pageTitle: 'Mitteilung von {organization} prüfen',
  checkANotice: 'Mitteilung prüfen',
  changeLanguage: '{language}, ändern',
  languages: 'Sprache',
  checkAnother: 'Andere Mitteilung prüfen',

  question: 'Ist diese Mitteilung von {organization}?',
  introduction:
    'Geben Sie den Code ein, der in der Mitteilung steht. Vergleichen Sie danach den Text, denn ein echter Code lässt sich in eine falsche Nachricht kopieren. Ihre Eingaben bleiben auf diesem Gerät; die Seite lädt eine von 4.096 gleich großen Antwortdateien.',
  codeLabel: 'Code in der Mitteilung',
  domainLabel: 'Domain der Adresse, an die sie ging',
  domainHint: 'Der Teil nach dem @. Eine Mitteilung gilt nur für eine Domain.',
  domainMissing: 'Geben Sie auch die Domain ein, zum Beispiel example.com.',
  lookUp: 'Mitteilung nachschlagen',
  lookingUp: 'Wird nachgeschlagen …',
  built: 'Stand der Antwortdateien: {time}, Protokoll mit {size} Einträgen.',
  orderTitle: 'Sie sehen der Reihe nach',
  order: [
    ['Ob der Code ausgestellt wurde', ', und zwar für Ihre Domain, und wann. Das allein sagt nichts über den Text.'],
    [
      'Ob der Text unverändert ist',
      ', sobald Sie die Mitteilung hier ablegen. Unterschiede werden Wort für Wort gezeigt.',
    ],
    ['Ob sie noch gilt:', ' echt, durch eine spätere ersetzt oder zurückgezogen.'],
  ],

  aside: {
    title: 'Dieselbe Prüfung ohne diese Seite',
    dns: 'Fragen Sie das DNS. Die Antwort muss den Schlüssel zeigen, der in Ihrer Mitteilung steht:',
    telephone: 'Rufen Sie unsere Zentrale unter einer Nummer an, die Sie bereits kennen, und lesen Sie den Code vor.',
    telephoneNumber: 'Unser Telefon: {telephone}. Vergleichen Sie die Nummer mit einer eigenen Quelle.',
    offline: 'Ohne Browser:',
    neverTitle: 'Was wir nie tun',
    never:
      'Ein Passwort, eine Zahlung oder Dateien verlangen. Einen Link zum Anmelden schicken. Einen Anhang schicken.',
    noneTitle: 'Keine Mitteilung?',
    none: 'Fragen Sie uns telefonisch, ob Ihre E-Mails betroffen sind. Sie weisen Ihre Domain nach und erhalten eine signierte Antwort.',
  },

  headlines,
  replaces: 'Sie ersetzt die Mitteilung vom {date}.',
  comparedFile: 'Auf diesem Gerät verglichen mit {file}, {bytes} Byte.',
  comparedPasted: 'Auf diesem Gerät verglichen mit eingefügtem Text.',
  misdirected: 'Sie ging irrtümlich an Sie und betrifft jemand anderen. Bitte löschen Sie sie.',
  tryAgain: 'Erneut versuchen',

  dropTitle: 'Mitteilung hier ablegen',
  compareTitle: 'Text vergleichen',
  dropText:
    'Die Nachrichtendatei (.eml, .msg) oder ihr Text. Der Vergleich geschieht auf diesem Gerät; nichts wird gesendet.',
  chooseFile: 'Nachrichtendatei wählen',
  pasteText: 'Text einfügen',
  pasteLabel: 'Text der Mitteilung',
  compareText: 'Diesen Text vergleichen',
  comparing: '{bytes} Byte werden verglichen',
  unreadable: {
    empty: 'Die Datei ist leer. Speichern Sie die Nachricht noch einmal, oder fügen Sie ihren Text ein.',
    'too-large':
      'Die Datei ist größer als jede Mitteilung. Wählen Sie die Nachricht selbst, oder fügen Sie ihren Text ein.',
    'damaged-outlook':
      'Diese Outlook-Datei (.msg) ist beschädigt. Speichern Sie die Nachricht noch einmal, oder fügen Sie ihren Text ein.',
    'too-short':
      'Das ist weniger Text, als jede Mitteilung hat. Fügen Sie sie ganz ein, von der ersten bis zur letzten Zeile.',
    'no-text': 'Die Datei enthält keinen lesbaren Text. Fügen Sie den Text stattdessen ein.',
  },

  issuedTitle: 'Was unter diesem Code ausgestellt wurde',
  rows: {
    notice: 'Mitteilung',
    replaces: 'Ersetzt',
    replacedBy: 'Ersetzt durch',
    approvedBy: 'Freigegeben von',
    log: 'Öffentliches Protokoll',
  },
  ordinal: 'Nr. {n} an {domain}: {kind}',
  kinds: {
    first: 'erste Mitteilung',
    supplement: 'Ergänzung, es ist mehr bekannt als zuvor',
    correction: 'Berichtigung, es trifft weniger zu als gesagt',
    update: 'Zwischenstand, nichts hat sich geändert',
    reminder: 'Erinnerung',
    announcement: 'Ankündigung einer Person, die lesen will',
  },
  noticeOf: 'Mitteilung vom {time}',
  bothValid: '{names}, beide Signaturen gültig',
  signaturesFail: 'die Signaturen sind nicht gültig',
  fileMissing: 'eine Datei des Beweises fehlt',
  logFact: 'Eintrag {entry} von {size}, Wurzel {root}, Beweis gültig',
  logFails: 'der Beweis führt nicht zum veröffentlichten Protokoll',
  logMissing: 'der Beweis ist noch nicht veröffentlicht',

  checksTitle: '6 Prüfungen, {passed} bestanden',
  checks: {
    code: 'Code',
    domain: 'Domain',
    text: 'Text',
    approvals: 'Freigaben',
    log: 'Öffentliches Protokoll',
    valid: 'Noch gültig',
  },
  codeFact: 'ausgestellt am {time}',
  domainFact: 'ausgestellt für {domain}, die Domain Ihrer Eingabe',
  textFact: [
    'die Zeile ist wie ausgestellt, Prüfsumme {digest}',
    'alle {n} Zeilen wie ausgestellt, Prüfsumme {digest}',
  ],
  approvalsFact: '{names}; Schlüssel {key}, so steht er im DNS',
  validFact: 'weder ersetzt noch zurückgezogen, Stand {time}',
  oldFact:
    'nicht bekannt: Die Dateien sind vom {time}; was seither zurückgezogen oder ersetzt wurde, steht nicht darin',
  replacedFact: 'ersetzt am {time}',
  states: { passed: 'bestanden', missing: 'nicht bewiesen', failed: 'nicht bestanden' },
  notChecked:
    'Nicht geprüft wird hier, ob die Absenderadresse unterwegs gefälscht wurde. Das zeigt Ihr Mailsystem (SPF, DKIM, DMARC).',
  alsoTitle: 'Außerdem in Ihrem Exemplar',
  notes: {
    quoted: 'Zitatzeichen (>) vor den Zeilen blieben außer Betracht.',
    'subject-tag': 'Vor dem Betreff steht „{tag}“; das kann von Ihrem Mailsystem oder einer Liste kommen.',
    'html-missing': 'Ihr Exemplar hat nur den reinen Text; die formatierte Form fehlt.',
    'text-missing': 'Ihr Exemplar hat nur die formatierte Form; der reine Text fehlt.',
    'html-rewritten':
      'Ein Mailprogramm hat die Gestaltung neu geschrieben. Die Worte sind dieselben, nichts verdeckt sie.',
    'links-made':
      'Ein Mailprogramm hat Adressen anklickbar gemacht. Jede führt genau dorthin, was dasteht; unsere Mitteilung hat keine Links.',
    'through-list': 'Sie kam über eine Mailingliste.',
    'saved-as-text':
      'Ein Mailprogramm hat sie als Text gespeichert. Datum und formatierte Form wurden nicht verglichen.',
    'gateway-links': 'Ein Mail-Gateway hat seine eigene Adresse vor Links gesetzt. Sie führen dahin, was dasteht.',
    'unknown-field': 'Der Kopf hat ein Feld, das wir nicht kennen: {field}',
    'words-alone': 'Nur die Worte wurden verglichen, nicht Absender, Betreff, Datum und Links.',
  },
  asksTitle: 'Worum die Mitteilung Sie bittet',
  reading: {
    title: 'Die E-Mails selbst lesen',
    what: 'Wer nachweist, für Ihre Organisation zu handeln, liest sie im Browser. Sie brauchen diesen Code noch einmal und jemanden, der einen Eintrag in Ihr DNS schreiben kann.',
    type: 'Tippen Sie {review} in Ihren Browser, oder folgen Sie',
    open: 'diesem Link',
  },
  readIssued: 'Ausgestellten Text lesen',
  hideIssued: 'Ausgestellten Text ausblenden',
  saveAnswer: 'Diese Antwort speichern',
  saveBoth: 'Ausgestellten Text und Antwort speichern',
  compareAgain: 'Anderes Exemplar vergleichen',

  differsIn: ['Ihr Exemplar weicht an einer Stelle ab', 'Ihr Exemplar weicht an {n} Stellen ab'],
  differences: ['Der Unterschied', 'Die {n} Unterschiede'],
  inert: 'Adressen stehen hier als Text; nichts lässt sich öffnen',
  asIssued: 'Ausgestellt',
  yourCopy: 'Ihr Exemplar',
  noSuchLine: 'keine solche Zeile',
  lineGone: 'die Zeile fehlt',
  notIssued: 'nichts dergleichen',
  further: ['und ein weiterer', 'und {n} weitere'],
  leftOut: 'Außer Betracht blieben Zeilenumbrüche, Zitatzeichen und Kodierungen.',
  places: {
    text: 'reiner Text',
    html: 'formatierter Text',
    subject: 'Betreff',
    date: 'Datum',
    header: 'Kopf',
    parts: 'Teile der Nachricht',
  },
  natures: {
    figure: 'eine andere Zahl',
    address: 'eine andere Adresse oder Nummer',
    'look-alike': 'Buchstaben, die nur gleich aussehen',
    invisible: 'Zeichen, die man nicht sieht',
    direction: 'umgedrehter Text',
    missing: 'Worte fehlen',
    added: 'Worte kamen hinzu',
    words: 'andere Worte',
    sender: 'ein anderer Absender',
    'reply-address': 'Antworten gehen an eine andere Adresse',
    date: 'ein anderes Datum',
    'repeated-field': 'ein Feld steht doppelt',
    attachment: 'ein Anhang; unsere Mitteilungen haben keinen',
    'extra-part': 'ein weiterer Teil, den manche Programme stattdessen zeigen',
    'hidden-words': 'die Gestaltung verdeckt oder ersetzt Worte',
    'active-element': 'ein Element, das mehr tut, als Worte zu zeigen',
    'link-target': 'ein Link, der woandershin führt, als er sagt',
    'remote-content': 'etwas, das von anderswo geladen würde',
  },
  addedTitle: ['Eine Zeile, die nicht von uns ist', '{n} Zeilen, die nicht von uns sind'],
  addedWhere: { before: 'vor unserem Text', after: 'nach unserem Text' },

  doNow: 'Jetzt tun',
  actions: {
    changed: [
      'Tun Sie nichts von dem, was in Ihrem Exemplar steht. Hat es jemand getan, gilt das verwendete Passwort als dem Angreifer bekannt.',
      'Lesen Sie unten, was wir Ihnen wirklich geschrieben haben.',
    ],
    unknown: [
      'Vergleichen Sie den Code noch einmal mit der Nachricht; kopieren Sie ihn, wenn möglich.',
      'Ist er derselbe, tun Sie nichts von dem, was in der Nachricht steht: Sie ist nicht von uns.',
      'Rufen Sie uns unter einer Nummer an, die Sie bereits kennen.',
    ],
    'other-domain': [
      'Prüfen Sie die Domain: Sie steht hinter dem @ der Adresse, an die die Mitteilung ging.',
      'Stimmt sie, tun Sie nichts von dem, was in der Nachricht steht, und sagen Sie es uns.',
    ],
    withdrawn: ['Handeln Sie nicht danach.', 'Haben Sie es getan, rufen Sie uns unter einer bekannten Nummer an.'],
    unproved: [
      'Handeln Sie nicht nach der Mitteilung.',
      'Fragen Sie das DNS nach unserem Schlüssel, und rufen Sie uns unter einer bekannten Nummer an.',
    ],
    inside: [
      'Tun Sie nichts von dem, was um unseren Text herum steht.',
      'Richten Sie sich nach dem ausgestellten Text unten.',
    ],
    'not-the-notice': [
      'Richten Sie sich nicht nach dieser Nachricht, nur weil der Code darin steht.',
      'Lesen Sie den ausgestellten Text unten, oder legen Sie die Mitteilung selbst ab.',
    ],
    failed: [
      'Fragen Sie das DNS nach unserem Schlüssel, und vergleichen Sie ihn mit Ihrer Mitteilung.',
      'Rufen Sie uns unter einer Nummer an, die Sie bereits kennen, und lesen Sie den Code vor.',
    ],
  },
  pastedWhole:
    'Haben Sie nur einen Teil der Mitteilung eingefügt, fügen Sie sie ganz ein, von der ersten bis zur letzten Zeile.',
  report: 'Schicken Sie uns Ihr Exemplar als Anhang: {report}',
};
