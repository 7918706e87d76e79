import type { Numerals } from '../numerals.ts';
import type { DetailPhrases } from './detail-phrases.ts';
import type { AnnouncementPhrases, HeadPhrases, Phrases, SearchedPhrases } from './phrases.ts';

const numerals: Numerals = {
  groupSeparator: '.',
  groupedFromDigits: 4,
  isZeroSingular: false,
  months: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  shortMonths: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  date: '{day}. {month} {year}',
  shortDate: '{day}. {month} {year}',
  dayOfYear: '{day}. {month}',
  shortDayOfYear: '{day}. {month}',
  dayOfMonth: '{day}.',
  of: 'von',
  firstDay: '1',
  time: '{date}, {hour}:{minute} Uhr UTC',
};

const announcement: AnnouncementPhrases = {
  subject: {
    organization: 'Jemand bittet um die betroffenen E-Mails zwischen Ihrer Organisation und {organization}',
    person: 'Jemand bittet um die betroffenen E-Mails zwischen Ihnen und {organization}',
  },
  somebody: 'unbekannt',
  asks: {
    organization:
      'Wir wurden um die betroffenen E-Mails zwischen Ihrer Organisation und unserer gebeten, soweit sie {proved} betreffen. Angegebener Name: {person}. Noch liest niemand etwas.',
    person:
      'Wir wurden um die betroffenen E-Mails zwischen Ihnen und uns ({proved}) gebeten. Angegebener Name: {person}. Noch liest niemand etwas.',
  },
  address: 'Angegebene Adresse: {address}.',
  addressElsewhere: 'Die angegebene Adresse gehört zu keiner Ihrer Domains.',
  shown: {
    dns: 'Gezeigt wurde: Ein Eintrag in der Zone von {proved} enthält den Schlüssel unten, und die Person hat den Code einer unserer Mitteilungen.',
    mailbox: 'Gezeigt wurde: Die Person hat den Code, den wir an {proved} geschickt haben.',
    nomination: 'Gezeigt wurde: {name} darf für Sie Personen benennen, die lesen, und hat diese Person benannt.',
    hand: 'Gezeigt wurde: Eine Person bei uns hat festgehalten, womit belegt ist, dass diese Person für Sie handelt.',
  },
  representative: 'Diese Person handelt von außen für Sie, als Anwaltskanzlei oder Dienstleister.',
  fingerprint: 'Fingerabdruck des Schlüssels; die Person sieht denselben:',
  objectHeading: 'Wenn Sie das nicht wollen',
  objectTelephone: 'Rufen Sie {telephone} an (mit unserer Website vergleichen) und widersprechen Sie.',
  objectWebSiteNumber: 'Rufen Sie die Nummer auf unserer Website an und widersprechen Sie.',
  objectReply: 'Oder antworten Sie auf diese Nachricht.',
  objectPage: 'Oder geben Sie {page} in Ihren Browser ein: Nach dem Code unten steht dort, wie Sie uns erreichen.',
  oneObjection: 'Ein Widerspruch genügt. Nichts geht weiter, bevor zwei unserer Leute mit Ihnen gesprochen haben.',
  waitHeading: 'Wenn Sie es erwarten',
  wait: {
    one: 'Sie müssen nichts tun. Wir warten mindestens {n} Stunde, nachdem Ihre Kontakte es wissen; dann entscheiden zwei unserer Leute.',
    other:
      'Sie müssen nichts tun. Wir warten mindestens {n} Stunden, nachdem Ihre Kontakte es wissen; dann entscheiden zwei unserer Leute.',
  },
  sooner: 'Es geht schneller, wenn eine zweite Person bei Ihnen es am Telefon bestätigt.',
};

const head: HeadPhrases = {
  between: {
    organization: 'zwischen {party} und {organization}',
    person: 'zwischen Ihnen und {organization}',
  },
  subject: {
    strongest: {
      accessed: {
        one: 'Ein Angreifer hat eine E-Mail {both} geöffnet oder kopiert ({counted})',
        other: 'Ein Angreifer hat E-Mails {both} geöffnet oder kopiert ({counted})',
      },
      presumed: {
        one: 'Eine E-Mail {both} muss als kopiert gelten ({counted})',
        other: 'E-Mails {both} müssen als kopiert gelten ({counted})',
      },
      partial: {
        one: 'Ein Angreifer hat einen Teil einer E-Mail {both} gesehen ({counted})',
        other: 'Ein Angreifer hat Teile von E-Mails {both} gesehen ({counted})',
      },
      possible: {
        one: 'Zugriff eines Angreifers auf eine E-Mail {both} ist nicht auszuschließen ({counted})',
        other: 'Zugriff eines Angreifers auf E-Mails {both} ist nicht auszuschließen ({counted})',
      },
      undecided: {
        one: 'Wir können noch nicht sagen, ob ein Angreifer Zugriff auf eine E-Mail {both} hatte ({counted})',
        other: 'Wir können noch nicht sagen, ob ein Angreifer Zugriff auf E-Mails {both} hatte ({counted})',
      },
      undetermined: {
        one: 'Unsere Protokolle sagen nicht, ob ein Angreifer Zugriff auf eine E-Mail {both} hatte ({counted})',
        other: 'Unsere Protokolle sagen nicht, ob ein Angreifer Zugriff auf E-Mails {both} hatte ({counted})',
      },
      secrets: {
        one: 'Ändern Sie Passwörter, Schlüssel und Zugangscodes aus einer E-Mail {both} ({counted})',
        other: 'Ändern Sie Passwörter, Schlüssel und Zugangscodes aus E-Mails {both} ({counted})',
      },
      fraud: {
        one: 'Betrugswarnung: Ein Angreifer hat eine Nachricht im Namen von {organization} gesandt ({counted})',
        other: 'Betrugswarnung: Ein Angreifer hat Nachrichten im Namen von {organization} gesandt ({counted})',
      },
    },
    counted: { one: '{n} Nachricht', other: '{n} Nachrichten' },
    countedOf: '{n} von {told} Nachrichten',
    none: 'Der Angreifer hatte keinen Zugriff auf E-Mails {both}',
    gone: 'Unsere Angaben zu E-Mails {both} sind nicht mehr belegt',
    update: '{organization}: keine Änderung seit unserer Mitteilung vom {previous}',
    supplement: 'Nachtrag: ',
    correction: 'Berichtigung: ',
    reminder: 'Erinnerung: ',
  },

  to: {
    organization: {
      named: 'An die IT-Sicherheit von {name} ({domains})',
      unnamed: 'An die IT-Sicherheit von {domains}',
    },
    person: { named: 'An {name} ({domains})', unnamed: 'An {domains}' },
  },
  moreDomains: { one: '{domains} und {n} weitere', other: '{domains} und {n} weitere' },

  reminder: 'Dies erinnert an unsere Mitteilung vom {previous}.',
  supplement: 'Dies ergänzt unsere Mitteilung vom {previous} und ersetzt sie.',
  correction: 'Dies berichtigt unsere Mitteilung vom {previous} und ersetzt sie. Ein Teil unserer Angaben war falsch.',
  correctionGone:
    'Dies berichtigt unsere Mitteilung vom {previous} und ersetzt sie. Belege, die wir damals hatten, fehlen jetzt: Niedrigere Zahlen zeigen nicht, dass die früheren falsch waren.',
  guessed:
    'Wir mussten diese Adresse erraten; deshalb enthält diese Mitteilung nur Zahlen. Bitte geben Sie sie an die Zuständigen für IT-Sicherheit oder Datenschutz weiter und nennen Sie uns diese.',

  fraudHeading: 'Betrugswarnung',
  fraud: {
    organization: {
      one: 'Der Angreifer selbst hat Ihnen in unserem Namen eine Nachricht{before} gesandt. Prüfen Sie telefonisch alle Zahlungsaufforderungen, Bankverbindungen und Anhänge, die {span} von uns kamen.',
      other:
        'Der Angreifer selbst hat Ihnen in unserem Namen {n} Nachrichten{before} gesandt. Prüfen Sie telefonisch alle Zahlungsaufforderungen, Bankverbindungen und Anhänge, die {span} von uns kamen.',
    },
    person: {
      one: 'Der Angreifer selbst hat Ihnen in unserem Namen eine Nachricht{before} gesandt. Prüfen Sie telefonisch alle Zahlungsaufforderungen, Bankverbindungen und Anhänge, die {span} von uns kamen.',
      other:
        'Der Angreifer selbst hat Ihnen in unserem Namen {n} Nachrichten{before} gesandt. Prüfen Sie telefonisch alle Zahlungsaufforderungen, Bankverbindungen und Anhänge, die {span} von uns kamen.',
    },
  },

  writes: {
    accessed: {
      one: '{name} schreibt Ihnen, weil ein Angreifer eine E-Mail {both} geöffnet oder kopiert hat.',
      other: '{name} schreibt Ihnen, weil ein Angreifer E-Mails {both} geöffnet oder kopiert hat.',
    },
    presumed: {
      one: '{name} schreibt Ihnen, weil eine E-Mail {both} als von einem Angreifer kopiert gelten muss.',
      other: '{name} schreibt Ihnen, weil E-Mails {both} als von einem Angreifer kopiert gelten müssen.',
    },
    partial: {
      one: '{name} schreibt Ihnen, weil ein Angreifer einen Teil einer E-Mail {both} gesehen hat.',
      other: '{name} schreibt Ihnen, weil ein Angreifer Teile von E-Mails {both} gesehen hat.',
    },
    possible: {
      one: '{name} schreibt Ihnen, weil der Zugriff eines Angreifers auf eine E-Mail {both} nicht auszuschließen ist.',
      other: '{name} schreibt Ihnen, weil der Zugriff eines Angreifers auf E-Mails {both} nicht auszuschließen ist.',
    },
    undecided: {
      one: '{name} schreibt Ihnen, weil wir noch nicht sagen können, ob ein Angreifer Zugriff auf eine E-Mail {both} hatte.',
      other:
        '{name} schreibt Ihnen, weil wir noch nicht sagen können, ob ein Angreifer Zugriff auf E-Mails {both} hatte.',
    },
    undetermined: {
      one: '{name} schreibt Ihnen, weil unsere Protokolle nicht sagen, ob ein Angreifer Zugriff auf eine E-Mail {both} hatte.',
      other:
        '{name} schreibt Ihnen, weil unsere Protokolle nicht sagen, ob ein Angreifer Zugriff auf E-Mails {both} hatte.',
    },
    fraud: {
      one: '{name} schreibt Ihnen, weil ein Angreifer eine Nachricht in unserem Namen gesandt hat.',
      other: '{name} schreibt Ihnen, weil ein Angreifer Nachrichten in unserem Namen gesandt hat.',
    },
  },
  writesNone: '{name} schreibt Ihnen, weil unsere Angaben zu E-Mails {both} falsch waren.',
  writesGone: '{name} schreibt Ihnen, weil unsere Angaben zu E-Mails {both} nicht mehr belegt sind.',
  happened: 'Der Angreifer hatte {span} Zugriff auf Postfächer bei uns.',
  span: 'vom {from} bis zum {to}',
  spanOneDay: 'am {from}',
  spanOpen: 'vom {from} bis mindestens zum {to}',
  discovered: 'Wir haben das am {date} entdeckt.',
  delayed: 'Auf Bitte der Ermittlungsbehörden haben wir diese Mitteilung bis zum {date} aufgeschoben.',

  changedHeading: 'Was sich seit unserer Mitteilung vom {previous} geändert hat',
  unchanged: 'Keine Zahl hat sich geändert.',
  about: {
    one: 'Diese Mitteilung betrifft {n} E-Mail{before}{mailboxes}{dated}:',
    other: 'Diese Mitteilung betrifft {n} E-Mails{before}{mailboxes}{dated}:',
  },
  mailboxes: { one: ', in einem unserer Postfächer', other: ', in {n} unserer Postfächer' },
  dated: ', datiert {dates}',
  dates: 'vom {first} bis zum {last}',
  datesOneDay: 'vom {first}',
  none: 'Nach heutigem Stand hatte der Angreifer keinen Zugriff auf E-Mails {both}. Zuvor hatten wir anderes mitgeteilt:',
  gone: 'Die Postfächer und Protokolle, die uns jetzt vorliegen, belegen nicht mehr, was wir Ihnen zu E-Mails {both} mitgeteilt hatten. Das zeigt nicht, dass der Angreifer auf keine Zugriff hatte. Zuvor hatten wir mitgeteilt:',
  before: ' (zuvor: {n})',
  notExamined: 'nicht untersucht',
  noDate: 'ohne Datum',
  verdicts: {
    accessed: {
      one: '{n} vom Angreifer geöffnet oder kopiert',
      other: '{n} vom Angreifer geöffnet oder kopiert',
    },
    presumed: { one: '{n} muss als kopiert gelten', other: '{n} müssen als kopiert gelten' },
    partial: { one: '{n} teilweise gesehen', other: '{n} teilweise gesehen' },
    possible: {
      one: '{n}, bei der ein Zugriff nicht auszuschließen ist',
      other: '{n}, bei denen ein Zugriff nicht auszuschließen ist',
    },
    undecided: {
      one: '{n}, bei der wir noch nicht sagen können, ob der Zugriff vom Angreifer oder von uns selbst kam',
      other: '{n}, bei denen wir noch nicht sagen können, ob der Zugriff vom Angreifer oder von uns selbst kam',
    },
    undetermined: {
      one: '{n}, über die unsere Protokolle nichts aussagen',
      other: '{n}, über die unsere Protokolle nichts aussagen',
    },
  },
  amongThem: { one: 'Zu dieser E-Mail:', other: 'Von diesen {n} E-Mails:' },
  datedAfter: {
    one: '{n} mit Datum nach dem {date}; mitgezählt, weil nur ihr Datum sagt, wann sie eintraf',
    other: '{n} mit Datum nach dem {date}; mitgezählt, weil nur ihr Datum sagt, wann sie eintrafen',
  },
  secrets: {
    one: '{n} mit Passwörtern, Schlüsseln oder Zugangscodes',
    other: '{n} mit Passwörtern, Schlüsseln oder Zugangscodes',
  },
  noneFound: 'mit {what}: Unsere Suche fand keine; sie übersieht manches',
  noneAfterReview: {
    one: 'mit {what}: Unsere Suche nannte welche in {n} E-Mail; unsere Mitarbeiter haben entschieden, dass es keine sind',
    other:
      'mit {what}: Unsere Suche nannte welche in {n} E-Mails; unsere Mitarbeiter haben entschieden, dass es keine sind',
  },
  noneListed: 'mit {what}: Unsere Mitarbeiter nennen jetzt keine',
  secretsWhat: 'Passwörtern, Schlüsseln oder Zugangscodes',
  bulk: {
    one: '{n} als Massen- oder Listenpost versandt',
    other: '{n} als Massen- oder Listenpost versandt',
  },
  held: {
    one: '{n} zur rechtlichen Prüfung zurückgehalten',
    other: '{n} zur rechtlichen Prüfung zurückgehalten',
  },
  bulkNone: 'als Massen- oder Listenpost versandt: nach jetziger Zählung keine',
  heldNone: 'zur rechtlichen Prüfung zurückgehalten: nach jetziger Zählung keine',
  intruderSent: {
    one: '{n} vom Angreifer selbst gesandte Nachricht',
    other: '{n} vom Angreifer selbst gesandte Nachrichten',
  },
  affectedAddresses: {
    one: 'Eine Ihrer Adressen kommt {where} vor{before}{listed}.',
    other: '{n} Ihrer Adressen kommen {where} vor{before}{listed}.',
  },
  affectedAddressesNone: 'Ihre Adressen, die wir gefunden haben: 0{before}.',
  inThem: { one: 'in dieser E-Mail', other: 'in diesen E-Mails' },
  listed: ': {list}',
  listedOf: { one: ': {list} und {n} weitere', other: ': {list} und {n} weitere' },
  pageLists: {
    one: 'Die Prüfseite dieser Mitteilung nennt bis zu {n} davon.',
    other: 'Die Prüfseite dieser Mitteilung nennt bis zu {n} davon.',
  },

  consequences: {
    organization: {
      one: 'Mögliche Folgen: Antworten in echten Gesprächen, falsche Rechnungen, geänderte Bankverbindungen und Missbrauch von Passwörtern aus dieser E-Mail.',
      other:
        'Mögliche Folgen: Antworten in echten Gesprächen, falsche Rechnungen, geänderte Bankverbindungen und Missbrauch von Passwörtern aus diesen E-Mails.',
    },
    person: {
      one: 'Mögliche Folgen: Nachrichten, die diese E-Mail zitieren, um Sie oder Ihre Bekannten zu täuschen; Missbrauch dessen, was darin über Sie steht.',
      other:
        'Mögliche Folgen: Nachrichten, die diese E-Mails zitieren, um Sie oder Ihre Bekannten zu täuschen; Missbrauch dessen, was darin über Sie steht.',
    },
  },
  consequencesIfRead: {
    organization: {
      one: 'Falls diese E-Mail gelesen wurde, sind mögliche Folgen Antworten in echten Gesprächen, falsche Rechnungen, geänderte Bankverbindungen und Missbrauch von Passwörtern daraus.',
      other:
        'Falls diese E-Mails gelesen wurden, sind mögliche Folgen Antworten in echten Gesprächen, falsche Rechnungen, geänderte Bankverbindungen und Missbrauch von Passwörtern daraus.',
    },
    person: {
      one: 'Falls diese E-Mail gelesen wurde, sind mögliche Folgen Nachrichten, die sie zitieren, um Sie oder Ihre Bekannten zu täuschen; Missbrauch dessen, was darin über Sie steht.',
      other:
        'Falls diese E-Mails gelesen wurden, sind mögliche Folgen Nachrichten, die sie zitieren, um Sie oder Ihre Bekannten zu täuschen; Missbrauch dessen, was darin über Sie steht.',
    },
  },

  actionsHeading: 'Was Sie jetzt tun sollten',
  changeListed: {
    one: 'Ändern Sie die Passwörter, Schlüssel und Zugangscodes aus dieser E-Mail:',
    other: 'Ändern Sie die Passwörter, Schlüssel und Zugangscodes aus diesen {n} E-Mails:',
  },
  secretLine: '{date}: {address}',
  secretRest: { one: '{n} weitere: Fragen Sie uns, welche.', other: '{n} weitere: Fragen Sie uns nach der Liste.' },
  secretRestOnPage: {
    one: '{n} weitere: Sehen Sie auf der Prüfseite nach oder fragen Sie uns.',
    other: '{n} weitere: Sehen Sie auf der Prüfseite nach oder fragen Sie uns.',
  },
  changeSecrets: {
    one: 'Suchen Sie im E-Mail-Verkehr mit uns nach Passwörtern, Schlüsseln und Zugangscodes. Ändern Sie alle, die Sie finden. {n} E-Mail enthält welche.',
    other:
      'Suchen Sie im E-Mail-Verkehr mit uns nach Passwörtern, Schlüsseln und Zugangscodes. Ändern Sie alle, die Sie finden. {n} E-Mails enthalten welche.',
  },
  changeUnexamined:
    'Suchen Sie im E-Mail-Verkehr mit uns nach Passwörtern, Schlüsseln und Zugangscodes. Ändern Sie alle, die Sie finden. Wir haben noch nicht danach gesucht.',
  warnListed: 'Warnen Sie die Personen mit diesen Adressen: Der Angreifer kann ihnen unter beliebigem Namen antworten.',
  warnAll:
    'Warnen Sie alle bei Ihnen, die mit uns schreiben: Der Angreifer kann ihnen unter beliebigem Namen antworten.',
  distrust: {
    one: 'Misstrauen Sie Nachrichten, die diese E-Mail zitieren: Der Angreifer kann sie unter beliebigem Namen schreiben.',
    other:
      'Misstrauen Sie Nachrichten, die diese E-Mails zitieren: Der Angreifer kann sie unter beliebigem Namen schreiben.',
  },
  confirm: 'Rufen Sie eine Ihnen bekannte Nummer an, bevor Sie an uns zahlen oder eine neue Bankverbindung übernehmen.',
  duties: {
    law: {
      controller:
        'Wir sind Ihr Auftragsverarbeiter. Als Verantwortlicher müssen Sie dies eventuell Ihrer Aufsichtsbehörde melden: Die Frist von 72 Stunden nach Art. 33 Abs. 1 {law} kann mit dieser Mitteilung beginnen.',
      processor:
        'Sie sind Auftragsverarbeiter: Geben Sie dies an die jeweiligen Verantwortlichen weiter (Art. 33 Abs. 2 {law}); ein Text steht unten.',
      independent:
        'Prüfen Sie, ob Sie als Verantwortlicher dies Ihrer Aufsichtsbehörde melden müssen: Die Frist von 72 Stunden nach Art. 33 Abs. 1 {law} kann mit dieser Mitteilung beginnen.',
    },
    elsewhere: {
      controller:
        'Wir verarbeiten Daten in Ihrem Auftrag. Prüfen Sie, was Sie nach Ihrem Recht melden müssen; die Frist kann jetzt beginnen.',
      processor: 'Geben Sie dies an die jeweiligen Kunden weiter; ein Text steht unten.',
      independent: 'Prüfen Sie, ob Sie dies nach Ihrem Recht melden müssen; die Frist kann jetzt beginnen.',
    },
  },
  laws: { gdpr: 'DSGVO', 'uk-gdpr': 'UK-DSGVO' },

  readFrom: {
    organization: {
      one: 'Ab dem {date} können Personen, die Sie freigeben, diese E-Mail lesen: {page} sagt nach Eingabe des Codes, wie.',
      other:
        'Ab dem {date} können Personen, die Sie freigeben, diese E-Mails lesen: {page} sagt nach Eingabe des Codes, wie.',
    },
    person: {
      one: 'Ab dem {date} können Sie diese E-Mail lesen: {page} sagt nach Eingabe des Codes, wie.',
      other: 'Ab dem {date} können Sie diese E-Mails lesen: {page} sagt nach Eingabe des Codes, wie.',
    },
  },
  readLater: {
    one: 'Sie werden diese E-Mail selbst lesen können. Wir schreiben Ihnen, sobald das möglich ist.',
    other: 'Sie werden diese E-Mails selbst lesen können. Wir schreiben Ihnen, sobald das möglich ist.',
  },
  readNot: {
    one: 'Einsicht in diese E-Mail bieten wir nicht an.',
    other: 'Einsicht in diese E-Mails bieten wir nicht an.',
  },
  copies: {
    address: 'Wenn Sie Kopien brauchen, schreiben Sie an {mail}.',
    answer: 'Wenn Sie Kopien brauchen, fragen Sie den Kontakt unten.',
  },
  ownCopies: {
    address:
      'Sie haben das Recht auf eine Kopie Ihrer Daten (Art. 15 {law}): Schreiben Sie an {mail}. Wir antworten innerhalb eines Monats (Art. 12 Abs. 3).',
    answer:
      'Sie haben das Recht auf eine Kopie Ihrer Daten (Art. 15 {law}): Fragen Sie den Kontakt unten. Wir antworten innerhalb eines Monats (Art. 12 Abs. 3).',
  },

  checkHeading: 'So prüfen Sie diese Mitteilung',
  checkPage: {
    organization: 'Geben Sie {page} in Ihren Browser ein, dort Ihre Domain und diesen Code:',
    person: 'Geben Sie {page} in Ihren Browser ein, dort Ihre E-Mail-Adresse und diesen Code:',
  },
  checkDns: 'Per DNS-Abfrage; die Antwort muss diesen Schlüssel enthalten:',
  checkLog: {
    one: 'Unser öffentliches Protokoll hatte bei Erstellung dieser Mitteilung {n} Eintrag; sein Wurzelwert:',
    other: 'Unser öffentliches Protokoll hatte bei Erstellung dieser Mitteilung {n} Einträge; sein Wurzelwert:',
  },
  checkWebSiteNumber: 'Rufen Sie die Nummer auf unserer Website an und lesen Sie den Code vor.',
  checkTelephone: 'Rufen Sie {telephone} an (vergleichen Sie mit unserer Website) und lesen Sie den Code vor.',
  asksNothing: 'Diese Mitteilung verlangt kein Passwort und keine Zahlung. Sie müssen keinem Link folgen.',

  unknownHeading: 'Was wir nicht wissen',
  unknownGaps: {
    one: 'Das Zugriffsprotokoll eines betroffenen Postfachs ist lückenhaft.',
    other: 'Die Zugriffsprotokolle von {n} betroffenen Postfächern sind lückenhaft.',
  },
  unknownMessages: {
    one: 'Bei {n} E-Mail können wir nicht sagen, ob der Angreifer Zugriff hatte.',
    other: 'Bei {n} E-Mails können wir nicht sagen, ob der Angreifer Zugriff hatte.',
  },
  unknownUndecided: {
    one: 'Bei {n} E-Mail können wir noch nicht sagen, ob einige dieser Zugriffe unsere eigenen waren.',
    other: 'Bei {n} E-Mails können wir noch nicht sagen, ob einige dieser Zugriffe unsere eigenen waren.',
  },
  unknownRecords:
    'Von einigen Zugriffen in unseren Protokollen können wir noch nicht sagen, ob es unsere eigenen waren.',
  unknownNothing: 'In den Zugriffsprotokollen der betroffenen Postfächer kennen wir keine Lücke.',
  unknownToo: 'Noch offen: {text}',
  nextUpdate: 'Nächste Mitteilung: {date}, auch wenn sich nichts ändert.',
  nextUpdateOpen: 'Nächste Mitteilung: sobald mehr bekannt ist.',

  contact: {
    address: 'Fragen: Schreiben Sie an {mail}',
    answer: 'Fragen: Antworten Sie auf diese Mitteilung, wenn sie per E-Mail kam,',
    telephone: ' oder rufen Sie {telephone} an.',
    webSiteNumber: ' oder rufen Sie die Nummer auf unserer Website an.',
    dpo: 'Datenschutzbeauftragte Person: {dpo}',
  },

  updateUnchanged: '{to}: {name} hat seit der Mitteilung vom {previous} nichts Neues mitzuteilen.',
  updateCheck: 'So prüfen Sie das: Geben Sie {page} in Ihren Browser ein und dort {code}',
};

const details: DetailPhrases = {
  detailsHeading: 'Einzelheiten',
  allFiguresHeading: 'Alle Zahlen',
  addedHeading: 'Für Sie im Besonderen',
  customersHeading: 'Text für Ihre Kunden',
  customers: {
    one: 'Ein Angreifer hatte {span} Zugriff auf Postfächer von {organization} ({domain}). Es geht um {n} E-Mail zwischen dieser Organisation und uns. Wir prüfen, welche Ihrer Daten sie enthält, und teilen es Ihnen mit.',
    other:
      'Ein Angreifer hatte {span} Zugriff auf Postfächer von {organization} ({domain}). Es geht um {n} E-Mails zwischen dieser Organisation und uns. Wir prüfen, welche Ihrer Daten sie enthalten, und teilen es Ihnen mit.',
  },
  wordsHeading: 'Was die Worte bedeuten',
  words: {
    accessed:
      'Geöffnet oder kopiert: Ein Eintrag unseres Zugriffsprotokolls nennt die Nachricht, und er stammt vom Angreifer; oder der Angreifer hat auf sie geantwortet.',
    presumed:
      'Muss als kopiert gelten: Der Angreifer hat einen Ordner des Postfachs als Ganzes abgerufen, E-Mails aus dem Postfach exportiert, ließ sich solche Nachrichten weiterleiten oder war oder konnte im Postfach sein, während das Protokoll unvollständig war; oder ein Eintrag nennt die Nachricht, der vom Angreifer stammen oder sich auf eine andere beziehen kann. Nichts zeigt, dass die Nachricht verschont blieb.',
    partial:
      'Teilweise gesehen: Eine Suche des Angreifers fand die Nachricht, oder er hat ihren Ordner aufgelistet oder sie verschoben, geändert oder gelöscht.',
    possible:
      'Nicht auszuschließen: Der Angreifer konnte die Nachricht erreichen, und kein Eintrag zeigt, ob er es tat; oder ein Eintrag zu ihrem Ordner, ihrem Postfach oder einer Weiterleitung kann vom Angreifer stammen.',
    undecided:
      'Wir können es noch nicht sagen: Den Zugriff zeigen nur Einträge, bei denen noch niemand entschieden hat, ob sie vom Angreifer oder von uns stammen.',
    undetermined:
      'Unsere Protokolle sagen nichts aus: Nichts zeigt einen Zugriff des Angreifers, und das Protokoll ist nicht vollständig oder eindeutig genug, um zu sagen, dass es keinen gab.',
  },
  wordsBulk: 'Massen- oder Listenpost: vom Absender so gekennzeichnet. Sie ist oben mitgezählt.',
  wordsHeld:
    'Zurückgehalten: Anwälte prüfen, ob die Nachricht geschützt ist, bevor jemand sie lesen darf. Sie ist oben mitgezählt.',
  notDelayed: 'Keine Behörde hat uns gebeten, diese Mitteilung aufzuschieben.',
  countedMessages: {
    one: 'Bei {n} der {told} Nachrichten ist ein Zugriff zumindest nicht auszuschließen.',
    other: 'Bei {n} der {told} Nachrichten ist ein Zugriff zumindest nicht auszuschließen.',
  },
  windowMoments: 'Zeitraum des Zugriffs: {from} bis {to}.',
  windowMomentsOpen: 'Zeitraum des Zugriffs: {from} bis mindestens {to}.',
  recordedMoments: 'Erster und letzter Eintrag des Angreifers in unseren Protokollen: {first} und {last}.',
  boundDomains: 'Ausgestellt für: {domains}.',
  origin:
    'Alle Zahlen sind aus unseren Postfächern und Protokollen berechnet: Fassung {version}, Prüfsumme {digest}. Sie wurden nicht von Hand eingegeben.',
  originListed:
    'Alle Zahlen außer der zu Passwörtern, Schlüsseln und Zugangscodes sind aus unseren Postfächern und Protokollen berechnet: Fassung {version}, Prüfsumme {digest}. Sie wurden nicht von Hand eingegeben. Welche Nachrichten Passwörter, Schlüssel oder Zugangscodes enthalten, haben unsere Mitarbeiter festgestellt.',
  logMeaning:
    'Bewahren Sie diese Mitteilung auf: Mit Größe und Wurzelwert des öffentlichen Protokolls können Sie später zeigen, ob es verändert wurde.',
  codeMeaning: 'Der Code kennzeichnet diese Mitteilung. Er öffnet nichts und beweist nichts über Sie.',
  gapsHeading: 'Lücken in unseren Zugriffsprotokollen',
  gapRow: { one: '{gap}: {n} Postfach', other: '{gap}: {n} Postfächer' },
  gaps: {
    throttled: 'Es wurde so viel geöffnet, dass der Anbieter nicht weiter aufzeichnete',
    lossy: 'Das Protokoll ist unvollständig',
    truncated: 'Das Protokoll wurde unvollständig ausgegeben',
    late: 'Das Protokoll wurde ausgegeben, bevor alle Einträge da sein mussten',
    bypassed: 'Ein Konto war von der Aufzeichnung ausgenommen',
    'ingestion-off': 'Die Aufzeichnung war für die ganze Organisation abgeschaltet',
    unlicensed: 'Die für die Protokollierung nötige Lizenz fehlte',
    'audit-off': 'Die Aufzeichnung war abgeschaltet',
    'before-retention': 'Einträge wurden gelöscht, bevor sie gesichert werden konnten',
    unsupported: 'Postfächer dieser Art werden nicht aufgezeichnet',
    'not-recorded': 'Das Postfach wurde benutzt, aber kein Zugriff wurde aufgezeichnet',
    unasserted: 'Niemand bestätigt, dass das Protokoll vollständig ist',
  },
};

const searched: SearchedPhrases = {
  personalRow: { one: '{n} mit {what}', other: '{n} mit {what}' },
  personal: {
    'payment-card': 'Nummern von Zahlungskarten',
    'bank-account': 'Kontonummern',
    'national-id': 'Personenkennzahlen oder Sozialversicherungsnummern',
    passport: 'Passnummern',
    'driving-licence': 'Führerscheinnummern',
    'tax-id': 'Steuernummern',
    'birth-date': 'Geburtsdaten',
    'home-address': 'Privatanschriften',
    telephone: 'privaten Telefonnummern',
    'login-name': 'Benutzernamen',
    sensitive: 'besonders sensiblen Angaben',
  },
  unreadRow: {
    one: '{n} mit etwas, das wir nicht durchsuchen konnten ({reasons})',
    other: '{n} mit etwas, das wir nicht durchsuchen konnten ({reasons})',
  },
  unread: {
    encrypted: 'verschlüsselt: {n}',
    damaged: 'beschädigt: {n}',
    'too-large': 'zu groß: {n}',
    'no-reader': 'Dateiart, die unsere Suche nicht lesen kann: {n}',
    'no-text': 'ohne Text: {n}',
    unsearched: 'gar nicht durchsucht: {n}',
  },
  changeFound: {
    one: 'Suchen Sie im E-Mail-Verkehr mit uns nach Passwörtern, Schlüsseln und Zugangscodes. Ändern Sie alle, die Sie finden. Unsere Suche fand welche in {n} E-Mail.',
    other:
      'Suchen Sie im E-Mail-Verkehr mit uns nach Passwörtern, Schlüsseln und Zugangscodes. Ändern Sie alle, die Sie finden. Unsere Suche fand welche in {n} E-Mails.',
  },
  changeUnread: {
    one: 'Suchen Sie im E-Mail-Verkehr mit uns nach Passwörtern, Schlüsseln und Zugangscodes. Ändern Sie alle, die Sie finden. {n} E-Mail konnten wir nicht vollständig durchsuchen.',
    other:
      'Suchen Sie im E-Mail-Verkehr mit uns nach Passwörtern, Schlüsseln und Zugangscodes. Ändern Sie alle, die Sie finden. {n} E-Mails konnten wir nicht vollständig durchsuchen.',
  },
  wordsSearched:
    'Mit Passwörtern, Schlüsseln, Zugangscodes oder personenbezogenen Daten: Ein Programm hat den Text und die Anhänge durchsucht. Es kann einiges übersehen. Niemand hat geprüft, wessen Daten es sind.',
  wordsSensitive:
    'Besonders sensible Angaben: zur Gesundheit und andere, die das Recht stärker schützt. Welche es sind, steht nicht in dieser Mitteilung: Sehen Sie auf der Prüfseite nach oder fragen Sie uns.',
  listedToo: {
    one: '{n} der E-Mails mit Passwörtern, Schlüsseln oder Zugangscodes: von unseren Mitarbeitern festgestellt, nicht von unserer Suche.',
    other:
      '{n} der E-Mails mit Passwörtern, Schlüsseln oder Zugangscodes: von unseren Mitarbeitern festgestellt, nicht von unserer Suche.',
  },
  customersSearched: {
    one: 'Ein Angreifer hatte {span} Zugriff auf Postfächer von {organization} ({domain}). Es geht um {n} E-Mail zwischen dieser Organisation und uns. Sie wurde nach Passwörtern und personenbezogenen Daten durchsucht; fragen Sie uns, was gefunden wurde.',
    other:
      'Ein Angreifer hatte {span} Zugriff auf Postfächer von {organization} ({domain}). Es geht um {n} E-Mails zwischen dieser Organisation und uns. Sie wurden nach Passwörtern und personenbezogenen Daten durchsucht; fragen Sie uns, was gefunden wurde.',
  },
};

/** Every text of a notice in this language. */
export const phrases: Phrases = { ...head, ...details, ...searched, numerals, announcement };

/** What is said on the telephone. */
export const callScript = `Gesprächsleitfaden: Mitteilungen von {organization}

1. „Hier ist {organization}. Sie haben eine Mitteilung von uns erhalten. Bitte lesen Sie mir den Code vor, Gruppe für Gruppe.“
   Eingeben: candor support lookup <Code>
   Kein Code zur Hand? Ohne ihn bestätigen Sie nichts, ganz gleich welche Domain genannt wird. Sagen Sie:
   „Nur am Code sehe ich, welche Mitteilung Sie haben. Bitte suchen Sie ihn und rufen Sie wieder an, oder schreiben Sie uns: {reply}.“
   candor support lookup <Domain> zeigt nur Ihnen, was ausgestellt wurde; sagen Sie am Telefon niemandem etwas davon.

2. Was die Antwort zu sagen erlaubt: nie, dass eine Mitteilung echt ist, denn am Telefon vergleicht niemand ihren Text
   issued       „Eine Mitteilung mit diesem Code haben wir am <Tag> für <Domain> ausgestellt. Ihren Text habe ich nicht verglichen: Ein echter Code kann in eine falsche Nachricht kopiert sein. Um jedes Wort zu prüfen, geben Sie {page} in Ihren Browser ein, dort Code und Domain, und legen Sie die Nachricht dort ab. Sagt die Seite „echt“, tun Sie, was darin steht; vorher nicht.“
   superseded   „Ebenso, und eine spätere Mitteilung vom <Tag> hat sie ersetzt. Es gilt die spätere, sobald Sie sie geprüft haben.“
   withdrawn    „Wir haben sie ausgestellt und am <Tag> zurückgezogen. Handeln Sie nicht danach; Sie hören von uns.“
   misdirected  „Diese Mitteilung war nicht für Sie bestimmt. Bitte löschen Sie sie. Wir haben den Fehler festgehalten.“
   unknown      „Eine Mitteilung mit diesem Code haben wir nicht ausgestellt. Handeln Sie nicht danach. Dürfen wir eine Kopie haben? Bitte an {reply}.“
   a slip       „Bitte lesen Sie Gruppe <n> noch einmal.“ Wird keine Gruppe genannt: „Bitte lesen Sie alle Gruppen noch einmal.“

3. Die Domain vergleichen. Spricht die Person für eine andere Organisation als die angezeigte, sagen Sie:
   „Dieser Code gilt nicht für Ihre Organisation. Handeln Sie nicht danach, und senden Sie uns eine Kopie: {reply}.“

4. Niemals sagen, ganz gleich wer fragt: was in einer Nachricht steht, wie viele Nachrichten es sind, Namen, andere Organisationen oder ob eine andere Domain eine Mitteilung hat. Niemals nach Passwort, Zahlung oder Fernzugriff fragen. Niemals eine Nummer zurückrufen, die am Telefon genannt wird; nehmen Sie die, die Sie kennen.

5. So lässt sich ohne Telefon prüfen
   Seite  {page}
   DNS    dig TXT _candor.{domain}

6. „Ich habe keine Mitteilung bekommen; sind wir betroffen?“ Nicht für die Person nachsehen. Sagen Sie:
   „Schreiben Sie von der Domain Ihrer Organisation an {reply}. Sobald Sie gezeigt haben, dass die Domain Ihnen gehört, signieren zwei von uns eine Antwort.“

7. Presse, Polizei, Anwälte: Name und Nummer notieren, Rückruf zusagen, sonst nichts sagen.
`;
