import type { Phrases } from '../verify/phrases.ts';
import { codeWords, rules } from './basics.ts';

/** The answers, each with what it means. */
const headlines: Phrases['headlines'] = {
  issued: {
    label: 'Teilweise geprüft: Der Code ist echt, der Text unbekannt',
    title: 'Ausgestellt für {domain} am {time}. Text noch nicht verglichen.',
    lead: 'Ein echter Code lässt sich in eine falsche Nachricht kopieren. Vergleichen Sie den Text, bevor Sie danach handeln, eine Nummer daraus anrufen oder eine Adresse daraus öffnen.',
  },
  genuine: {
    label: 'Echt',
    title: '{organization} hat diese Mitteilung für {domain} ausgestellt, und ihr Text ist unverändert.',
    lead: 'Ausgestellt am {time}.',
  },
  added: {
    label: 'Unverändert, mit Zusätzen',
    title: 'Unser Text ist vollständig, aber jemand hat etwas hinzugefügt.',
    lead: 'Ausgestellt für {domain} am {time}. Mailinglisten und Mail-Gateways fügen Zeilen hinzu, Fälscher auch. Sie sind nicht von uns: Tun Sie nichts von dem, was darin steht.',
  },
  superseded: {
    label: 'Ersetzt',
    title: '{organization} hat diese Mitteilung am {later} ersetzt.',
    lead: 'Der Text ist so, wie wir ihn am {time} für {domain} ausgestellt haben, aber die Zahlen gelten nicht mehr. Suchen Sie die Mitteilung vom {later}; sie hat einen eigenen Code.',
  },
  incomplete: {
    label: 'Unverändert, nicht vollständig belegt',
    title: 'Der Text ist der ausgestellte, aber ein Teil des Nachweises fehlt.',
    lead: 'Ausgestellt für {domain} am {time}. Versuchen Sie es in einer Stunde erneut; fragen Sie bis dahin das DNS oder rufen Sie uns an, bevor Sie danach handeln.',
  },
  old: {
    label: 'Unverändert, Gültigkeit unbekannt',
    title: 'Der Text ist der ausgestellte. Ob die Mitteilung noch gilt, ist nicht bekannt.',
    lead: 'Ausgestellt für {domain} am {time}. Die Dateien dieser Seite sind vom {built}: Was seither zurückgezogen oder ersetzt wurde, steht nicht darin. Rufen Sie uns unter einer Nummer an, die Sie kennen, bevor Sie danach handeln.',
  },
  changed: {
    label: 'Text verändert',
    title: 'Das haben wir so nicht ausgestellt. Handeln Sie nicht danach.',
    lead: 'Der Code ist echt und wurde am {time} für {domain} ausgestellt, aber {differences}. Jemand hat einen echten Code in eine veränderte Nachricht gesetzt.',
  },
  rewritten: {
    label: 'Unterwegs umgeschrieben',
    title: 'Die Worte sind unsere, aber Ihr Mailsystem hat die Nachricht umgeschrieben.',
    lead: 'Ausgestellt für {domain} am {time}. Links oder Gestaltung Ihres Exemplars sind nicht von uns. Richten Sie sich nach dem ausgestellten Text unten, nicht nach einem Link in Ihrem Exemplar.',
  },
  'rewritten-form': {
    label: 'Andere Form',
    title: 'Die Worte sind unsere, aber Ihr Exemplar hat eine andere Form.',
    lead: 'Ausgestellt für {domain} am {time}. Ein Teil der Nachricht fehlt, oder ein Programm hat ihren Text gespeichert oder zitiert. Richten Sie sich nach dem ausgestellten Text unten.',
  },
  'rewritten-header': {
    label: 'Kopfzeilen unterwegs ergänzt',
    title: 'Jedes Wort ist von uns. Ein Mailsystem hat die Kopfzeilen ergänzt.',
    lead: 'Ausgestellt für {domain} am {time}. Text und Gestaltung sind wie ausgestellt. Was in den Kopfzeilen hinzukam, steht unten.',
  },
  'rewritten-outlook': {
    label: 'In der Form von Outlook',
    title: 'Worte, Absender und Empfänger sind die ausgestellten; Outlook hat die Form geändert.',
    lead: 'Ausgestellt für {domain} am {time}. Was verglichen wurde und was nicht, steht unten.',
  },
  'rewritten-outlook-part': {
    label: 'Outlook-Datei, teilweise verglichen',
    title: 'Nicht alles, was Outlook von dieser Datei zeigt, konnte verglichen werden.',
    lead: 'Ausgestellt für {domain} am {time}. Was verglichen wurde, spricht nicht dagegen. Was nicht verglichen wurde, steht unten. Richten Sie sich nach dem ausgestellten Text unten.',
  },
  ambiguous: {
    label: 'Programme lesen sie verschieden',
    title:
      'Diese Nachricht ließ sich nicht so zerlegen, wie es jedes Mailprogramm täte. Lesen Sie den ausgestellten Text hier.',
    lead: 'Ausgestellt für {domain} am {time}. Ihr Programm zeigt vielleicht etwas anderes, als diese Seite gelesen hat. Ein Mailsystem kann die Nachricht beschädigt haben; Fälscher schreiben solche Nachrichten mit Absicht.',
  },
  replaced: {
    label: 'Links ersetzt',
    title: 'Die Worte sind unsere, aber ein Mail-Gateway hat die Links ersetzt.',
    lead: 'Ausgestellt für {domain} am {time}. Wohin die neuen Links führen, ist ihnen nicht anzusehen. Richten Sie sich nach dem ausgestellten Text unten, nicht nach einem Link in Ihrem Exemplar.',
  },
  partial: {
    label: 'Teil der Mitteilung',
    title: 'Das ist ein Teil unserer Mitteilung. {lines}',
    lead: 'Ausgestellt für {domain} am {time}. Der Rest, der Absender und die Links wurden nicht verglichen. Lesen Sie den ganzen ausgestellten Text unten.',
  },
  'rewritten-list': {
    label: 'Von Ihrer Mailingliste weitergeleitet',
    title: 'Ihre eigene Mailingliste hat sie unter ihrem Namen weitergeleitet. Die Worte sind die ausgestellten.',
    lead: 'Ausgestellt für {domain} am {time}. Als Absender steht die Liste; wir haben die Mitteilung an sie gesendet.',
  },
  'changed-beside': {
    label: 'Nicht wie von uns gesendet',
    title: 'Die Worte sind unsere, aber die Nachricht ist nicht so, wie wir sie gesendet haben.',
    lead: 'Die Mitteilung wurde am {time} für {domain} ausgestellt, aber {differences}. Richten Sie sich nach dem ausgestellten Text unten. Unsere Mitteilungen haben keine Anhänge: Öffnen Sie keinen.',
  },
  'words-alone': {
    label: 'Worte verglichen',
    title: 'Die Worte sind die von uns ausgestellten. Absender und Links wurden nicht verglichen.',
    lead: 'Ausgestellt für {domain} am {time}. Legen Sie die Nachrichtendatei selbst ab, um Absender und Links zu prüfen.',
  },
  inside: {
    label: 'In einer anderen Nachricht',
    title: 'Diese Nachricht hat jemand anderes gesendet. Unsere Mitteilung steht darin.',
    lead: 'Absender ist {from}, der Betreff lautet „{subject}“. Nur der ausgestellte Text unten ist von uns.',
  },
  'not-the-notice': {
    label: 'Eine andere Nachricht',
    title: 'Diese Datei ist nicht die Mitteilung.',
    lead: 'Wir haben diesen Code am {time} für {domain} ausgestellt, aber Ihre Datei ist eine andere Nachricht. Legen Sie die Mitteilung selbst ab, oder lesen Sie den ausgestellten Text unten.',
  },
  'pasted-not-the-notice': {
    label: 'Ein anderer Text',
    title: 'Dieser Text ist nicht die Mitteilung.',
    lead: 'Wir haben diesen Code am {time} für {domain} ausgestellt, aber Sie haben einen anderen Text eingefügt. Fügen Sie die ganze Mitteilung ein, oder lesen Sie den ausgestellten Text unten.',
  },
  withdrawn: {
    label: 'Zurückgezogen',
    title: '{organization} hat diese Mitteilung am {later} zurückgezogen.',
    lead: 'Was darin steht, gilt nicht, gleich welchen Text Ihr Exemplar hat.',
  },
  'other-domain': {
    label: 'Für jemand anderen ausgestellt',
    title: 'Dieser Code wurde nicht für {typed} ausgestellt.',
    lead: 'Eine Mitteilung an eine Organisation gilt für deren Domains. Entweder ging sie an eine andere Adresse, oder jemand hat Ihnen eine fremde Mitteilung geschickt.',
  },
  'other-address': {
    label: 'Für jemand anderen ausgestellt',
    title: 'Dieser Code wurde nicht für {typed} ausgestellt.',
    lead: 'Eine Mitteilung an eine Person gilt für die eine Adresse, an die sie gesandt wurde. Entweder ging sie an eine andere Ihrer Adressen, oder jemand hat Ihnen eine fremde Mitteilung geschickt.',
  },
  unknown: {
    label: 'Unbekannter Code',
    title: 'Unsere Antwortdateien enthalten keine Mitteilung mit diesem Code.',
    lead: 'Der Code ist richtig aufgebaut, steht aber nicht in den Antwortdateien vom {built}. Eine spätere Mitteilung erscheint mit den nächsten. Vergleichen Sie ihn noch einmal mit Ihrer Nachricht.',
  },
  unproved: {
    label: 'Nachweis ungültig',
    title: 'Die Dateien dieser Seite widersprechen sich. Handeln Sie nicht nach der Mitteilung.',
    lead: 'Eine Signatur oder ein Nachweis ist ungültig. Das ist unser Fehler, oder jemand hat Dateien dieser Website verändert.',
  },
  failed: {
    label: 'Keine Antwort',
    title: 'Keine Antwort. Das sagt nichts über Ihre Mitteilung.',
    lead: 'Die Antwortdateien wurden nicht geladen. Ihre Eingaben sind noch da.',
  },
  'old-browser': {
    label: 'Keine Antwort',
    title: 'Dieser Browser kann keine Signaturen prüfen. Das sagt nichts über Ihre Mitteilung.',
    lead: 'Er ist zu alt, oder die Seite kam nicht über https. Nehmen Sie einen neueren Browser oder einen der anderen Wege.',
  },
};

export const verify: Phrases = {
  ...rules,
  ...codeWords,

  pageTitle: 'Mitteilung von {organization} prüfen',
  checkANotice: 'Mitteilung prüfen',
  changeLanguage: '{language}, ändern',
  checkAnother: 'Andere Mitteilung prüfen',

  question: 'Ist diese Mitteilung von {organization}?',
  introduction:
    'Legen Sie die Nachricht auf dieser Seite ab, oder geben Sie den Code ein, der darin steht. Die Seite vergleicht auch den Text, denn ein echter Code lässt sich in eine falsche Nachricht kopieren. Alles bleibt auf diesem Gerät.',
  giveTitle: 'Legen Sie die Nachricht irgendwo auf dieser Seite ab',
  giveNarrow: 'Die Nachricht selbst prüfen',
  found: {
    title: 'Gefunden in: {name}',
    pasted: 'eingefügter Text',
    codes: ['Sie enthält einen Code.', 'Sie enthält {n} Codes. Wählen Sie den, der in Ihrer Mitteilung steht.'],
    noCode:
      'Sie enthält keinen Code. Geben Sie den Code aus Ihrer Mitteilung ein; danach wird diese Nachricht mit ihr verglichen.',
    confirm:
      'Bestätigen Sie die Domain oder Adresse: Es muss Ihre eigene sein. Wer eine Nachricht sendet, kann jede hineinschreiben.',
    noDomain: 'Sie nennt keinen Empfänger. Geben Sie Ihre eigene Domain oder Adresse ein.',
    chooseCode: 'Gefundene Codes',
    chooseDomain: 'Gefundene Domains',
    chooseAddress: 'Gefundene Adressen',
    release: 'Nachricht entfernen',
  },
  codeLabel: 'Code in der Mitteilung',
  domainLabel: 'Domain oder Adresse, an die sie ging',
  domainHint: 'Der Teil nach dem @; bei einer Mitteilung an Sie als Privatperson die ganze Adresse.',
  addressLabel: 'Adresse, an die diese Mitteilung gesandt wurde',
  addressAsked:
    'Dieser Code gehört zu einer Mitteilung an eine Person. Geben Sie die ganze Adresse ein, an die sie gesandt wurde, wie sie in der Nachricht steht.',
  domainMissing: 'Geben Sie auch die Domain ein, zum Beispiel example.com.',
  lookUp: 'Mitteilung nachschlagen',
  checkMessage: 'Diese Nachricht prüfen',
  lookingUp: 'Wird nachgeschlagen …',
  built: 'Stand der Antwortdateien: {time}.',
  privacy: {
    title: 'Woher wissen wir das, und was verlässt dieses Gerät?',
    files:
      'Die Seite lädt eine von 4.096 gleich großen Antwortdateien und öffnet sie auf diesem Gerät mit Ihrem Code. Wer die Seite bereitstellt, erfährt weder den Code noch die Domain noch die Nachricht.',
    log: 'Das öffentliche Protokoll hat {size} Einträge.',
  },
  orderTitle: 'Sie sehen der Reihe nach',
  order: [
    ['Ob der Code ausgestellt wurde', ', und zwar für Ihre Domain, und wann. Das allein sagt nichts über den Text.'],
    ['Ob der Text unverändert ist', ', sobald die Nachricht vorliegt. Unterschiede werden Wort für Wort gezeigt.'],
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
  messageGone:
    'Die Seite wurde neu geladen und behält keine Nachrichten. Legen Sie Ihre noch einmal ab, um sie zu vergleichen.',
  tryAgain: 'Erneut versuchen',

  dropText:
    'Die Nachrichtendatei (.eml, .msg, .html, .txt) oder ihr Text. Der Vergleich geschieht auf diesem Gerät; nichts wird gesendet.',
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
      'Das ist weniger Text, als eine Mitteilung hat. Fügen Sie sie ganz ein, von der ersten bis zur letzten Zeile.',
    'no-text': 'Die Datei enthält keinen lesbaren Text. Fügen Sie den Text stattdessen ein.',
  },

  issuedTitle: 'Was unter diesem Code ausgestellt wurde',
  rows: {
    notice: 'Mitteilung',
    replaces: 'Ersetzt',
    replacedBy: 'Ersetzt durch',
    approvedBy: 'Genehmigt von',
  },
  ordinal: 'Nr. {n} an {domain}: {kind}',
  kinds: {
    first: 'erste Mitteilung',
    supplement: 'Nachtrag, es ist mehr bekannt als zuvor',
    correction: 'Berichtigung, es trifft weniger zu als gesagt',
    update: 'neuer Stand, nichts hat sich geändert',
    reminder: 'Erinnerung',
    announcement: 'Ankündigung einer Person, die lesen will',
  },
  noticeOf: 'Mitteilung vom {time}',
  bothValid: '{names}, beide Signaturen gültig',
  signaturesFail: 'die Signaturen sind nicht gültig',
  fileMissing: 'eine Datei des Nachweises fehlt',
  logFact: 'diese Mitteilung ist darin eingetragen',
  logFails: 'der Nachweis passt nicht zum veröffentlichten Protokoll',
  logMissing: 'der Nachweis ist noch nicht veröffentlicht',

  checksTitle: '{passed} von 6 Prüfungen bestanden',
  checks: {
    code: 'Code',
    domain: 'Domain',
    address: 'Adresse',
    text: 'Text',
    approvals: 'Genehmigungen',
    log: 'Öffentliches Protokoll',
    valid: 'Noch gültig',
  },
  codeFact: 'ausgestellt am {time}',
  domainFact: 'ausgestellt für {domain}; Sie haben diese Domain oder eine darunter eingegeben',
  addressFact: 'ausgestellt für {address}, die Adresse, die Sie eingegeben haben',
  textFact: ['die Zeile ist wie ausgestellt', 'alle {n} Zeilen sind wie ausgestellt'],
  textFacts: {
    issued: 'wie ausgestellt',
    rewritten: 'unsere Worte, aber Ihr Mailsystem hat die Nachricht umgeschrieben',
    'rewritten-form': 'unsere Worte, in anderer Form als gesendet',
    'rewritten-header': 'wie ausgestellt; ein Mailsystem hat die Kopfzeilen ergänzt',
    'rewritten-outlook': 'unsere Worte, Absender und Empfänger, in der Form von Outlook',
    'rewritten-outlook-part': 'nichts spricht dagegen, aber nicht alles, was Outlook zeigt, wurde verglichen',
    ambiguous: 'Mailprogramme zerlegen die Nachricht vielleicht verschieden',
    replaced: 'unsere Worte; ein Gateway hat die Links ersetzt',
    partial: 'ein Teil unseres Textes; der Rest wurde nicht verglichen',
    'rewritten-list': 'unsere Worte; Ihre Mailingliste hat sie unter ihrem Namen weitergeleitet',
    'words-alone': 'unsere Worte; Absender und Links wurden nicht verglichen',
    added: 'unser Text ist vollständig; zur Nachricht kamen Worte hinzu',
    inside: 'unser Text steht in einer anderen Nachricht',
  },
  textOpen: 'Die sechste vergleicht Ihr Exemplar mit dem ausgestellten Text.',
  validFact: 'weder ersetzt noch zurückgezogen, Stand {time}',
  oldFact:
    'nicht bekannt: Die Dateien sind vom {time}; was seither zurückgezogen oder ersetzt wurde, steht nicht darin',
  replacedFact: 'ersetzt am {time}',
  states: {
    passed: 'bestanden',
    missing: 'offen',
    failed: 'nicht bestanden',
  },
  notChecked: 'Nicht geprüft wird hier, ob die Absenderadresse unterwegs gefälscht wurde. Das zeigt Ihr Mailsystem.',
  how: {
    title: 'Woher wissen wir das?',
    digest: 'Prüfsumme des Textes',
    key: 'Schlüssel',
    keyFact: '{key}; das DNS muss denselben zeigen',
    logFact: 'Eintrag {entry} von {size}, Wurzelwert {root}, Einschlussbeweis gültig',
    counted: 'Zu benachrichtigende Stellen',
    countedFact: 'Sie gehören zu den Stellen, die in Fassung {n} der Auswertung gezählt sind',
    countedMissing: 'nicht Teil dieser Mitteilung',
    countedLimit:
      'Das belegt, dass Sie in der Zahl der Benachrichtigten enthalten sind. Dass niemand fehlt, kann nur eine Prüfung mit den Beweismitteln zeigen.',
    mailSystem: 'Ihr Mailsystem beurteilt die Absenderadresse mit SPF, DKIM und DMARC.',
  },
  alsoTitle: 'Außerdem in Ihrem Exemplar',
  partialLines: [
    'Die ausgestellte Zeile, die Sie haben, ist unverändert.',
    'Die {n} ausgestellten Zeilen, die Sie haben, sind unverändert.',
  ],
  partsTitle: 'Teil für Teil',
  partNames: {
    sender: 'Absender und Antworten',
    recipient: 'Empfänger',
    subject: 'Betreff',
    date: 'Datum',
    header: 'Übrige Kopfzeilen',
    text: 'Reiner Text',
    html: 'Formatierter Text',
    parts: 'Weitere Teile',
    structure: 'Aufbau',
  },
  partStates: {
    issued: 'wie ausgestellt',
    rewritten: 'unterwegs umgeschrieben; was geschah, steht hier',
    missing: 'fehlt in Ihrem Exemplar',
    'not-compared': 'nicht verglichen: Ihr Exemplar zeigt es nicht',
    partial: 'ein Teil davon, unverändert',
    replaced: 'die ausgestellten Worte; ein Gateway hat Links ersetzt',
    added: 'wie ausgestellt, mit einem Zusatz, der hier steht',
    ambiguous: 'Mailprogramme lesen es vielleicht verschieden',
    changed: 'nicht wie ausgestellt',
  },
  asksTitle: 'Worum die Mitteilung Sie bittet',
  reading: {
    open: 'Die E-Mails selbst lesen',
    what: 'Sie brauchen diesen Code noch einmal und jemanden, der einen Eintrag in Ihrem DNS anlegen kann.',
    type: 'Sie können auch {review} in Ihren Browser eingeben.',
  },
  issuedText: 'Der Text, wie wir ihn ausgestellt haben',
  issuedTextHint: 'Aus den signierten Dateien dieser Website, nicht aus Ihrem Exemplar.',
  addresses: {
    title: 'Betroffene Adressen',
    listed: 'Hier aufgeführt: {listed} von {total}.',
    rest: 'Adressen mit den meisten Nachrichten stehen zuerst. Die übrigen sind nur gezählt.',
    gone: 'Betroffene Adressen: {total}. Die Liste ist nicht mehr auf dieser Seite. Fordern Sie sie bei {organization} an.',
  },
  secrets: {
    title: 'Nachrichten mit Passwörtern, Schlüsseln oder Zugangscodes',
    row: 'Je Zeile: Tag, Ihre Adresse und Message-ID.',
    rest: 'Fragen Sie {organization} nach den übrigen.',
    noDate: 'ohne Datum',
    noId: 'ohne Message-ID',
    all: 'Alle {n} zeigen',
    sensitiveTitle: 'Besonders sensible Angaben',
    found: [
      'Unsere Suche fand Angaben {kind} in {n} Nachricht.',
      'Unsere Suche fand Angaben {kind} in {n} Nachrichten.',
    ],
    kinds: {
      health: 'zur Gesundheit',
      'special-category': 'zu Glauben, Herkunft, Politik, Gewerkschaft, Sexualität oder Genen',
    },
    both: 'Eine Nachricht mit beidem zählt doppelt.',
    gone: 'Listen von Nachrichten mit Passwörtern oder sensiblen Angaben sind nicht mehr auf dieser Seite. Fordern Sie sie bei {organization} an.',
  },
  saveAnswer: 'Diese Antwort speichern',
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
  leftOut: 'Nicht verglichen wurden Zeilenumbrüche, Zitatzeichen und Kodierungen.',
  places: {
    text: 'reiner Text',
    html: 'formatierter Text',
    subject: 'Betreff',
    date: 'Datum',
    header: 'Kopf',
    parts: 'Teile der Nachricht',
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
    'other-address': [
      'Prüfen Sie die Adresse: Es gilt nur die, an die die Mitteilung gesandt wurde, kein Alias.',
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
