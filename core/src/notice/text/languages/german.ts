import { germanAnnouncement } from './announcement/german.ts';
import type { Phrases } from './phrases.ts';

export const german: Phrases = {
  numerals: {
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
    firstDay: '1',
    time: '{date}, {hour}:{minute} Uhr UTC',
  },

  subject: {
    stolen: {
      one: 'Ihr E-Mail-Verkehr mit {organization} wurde gestohlen ({n} Nachricht, {window})',
      other: 'Ihr E-Mail-Verkehr mit {organization} wurde gestohlen ({n} Nachrichten, {window})',
    },
    secrets: {
      one: 'Passwörter oder Schlüssel in Ihren E-Mails mit {organization} sind gefährdet ({n} Nachricht, {window})',
      other: 'Passwörter oder Schlüssel in Ihren E-Mails mit {organization} sind gefährdet ({n} Nachrichten, {window})',
    },
    partial: {
      one: 'Ein Angreifer hat Ihren E-Mail-Verkehr mit {organization} teilweise eingesehen ({n} Nachricht, {window})',
      other:
        'Ein Angreifer hat Ihren E-Mail-Verkehr mit {organization} teilweise eingesehen ({n} Nachrichten, {window})',
    },
    possible: {
      one: 'Diebstahl Ihres E-Mail-Verkehrs mit {organization} ist nicht auszuschließen ({n} Nachricht, {window})',
      other: 'Diebstahl Ihres E-Mail-Verkehrs mit {organization} ist nicht auszuschließen ({n} Nachrichten, {window})',
    },
    undetermined: {
      one: 'Unser Protokoll sagt nicht, ob Ihr E-Mail-Verkehr mit {organization} gestohlen wurde ({n} Nachricht, {window})',
      other:
        'Unser Protokoll sagt nicht, ob Ihr E-Mail-Verkehr mit {organization} gestohlen wurde ({n} Nachrichten, {window})',
    },
    fraud: {
      one: 'Betrugswarnung: Ein Angreifer hat Ihnen als {organization} geschrieben ({n} Nachricht, {window})',
      other: 'Betrugswarnung: Ein Angreifer hat Ihnen als {organization} geschrieben ({n} Nachrichten, {window})',
    },
    none: 'Kein Zugriff des Angreifers auf Ihren E-Mail-Verkehr mit {organization} ({window})',
    gone: 'Unsere Angaben zu Ihrem E-Mail-Verkehr mit {organization} sind nicht mehr belegt ({window})',
    update: '{organization}: keine Änderung seit unserer Mitteilung vom {previous}',
    supplement: 'Nachtrag: ',
    correction: 'Berichtigung: ',
    reminder: 'Erinnerung: ',
    window: '{from} – {to}',
  },

  to: {
    organization: {
      named: 'An die IT-Sicherheit von {name} ({domains})',
      unnamed: 'An die IT-Sicherheit von {domains}',
    },
    person: { named: 'An {name} ({domains})', unnamed: 'An {domains}' },
  },
  moreDomains: '{domains} und {n} weitere',

  reminder: 'Dies erinnert an unsere Mitteilung vom {previous}.',
  supplement: 'Dies ergänzt unsere Mitteilung vom {previous} und ersetzt sie.',
  correction:
    'Dies berichtigt unsere Mitteilung vom {previous} und ersetzt sie: Ein Teil unserer Angaben trifft nicht zu.',

  fraudHeading: 'Betrugswarnung',
  fraud: {
    organization: {
      one: 'Der Angreifer selbst hat Ihrer Organisation in unserem Namen {n} Nachricht{before} gesandt. Prüfen Sie telefonisch jede Zahlungsaufforderung, jede Bankverbindung und jeden Anhang, die {span} von uns kamen.',
      other:
        'Der Angreifer selbst hat Ihrer Organisation in unserem Namen {n} Nachrichten{before} gesandt. Prüfen Sie telefonisch jede Zahlungsaufforderung, jede Bankverbindung und jeden Anhang, die {span} von uns kamen.',
    },
    person: {
      one: 'Der Angreifer selbst hat Ihnen in unserem Namen {n} Nachricht{before} gesandt. Prüfen Sie telefonisch jede Zahlungsaufforderung, jede Bankverbindung und jeden Anhang, die {span} von uns kamen.',
      other:
        'Der Angreifer selbst hat Ihnen in unserem Namen {n} Nachrichten{before} gesandt. Prüfen Sie telefonisch jede Zahlungsaufforderung, jede Bankverbindung und jeden Anhang, die {span} von uns kamen.',
    },
  },

  happened: 'Ein Angreifer hatte {span} Zugriff auf Postfächer von {organization}.',
  span: 'zwischen dem {from} und dem {to}',
  spanOneDay: 'am {from}',

  changedHeading: 'Was sich seit unserer Mitteilung vom {previous} geändert hat',
  unchanged: 'Keine Zahl hat sich geändert.',
  concerned: {
    organization: {
      one: 'Betroffen ist {n} Nachricht{before} zwischen Ihrer Organisation und unserer{mailboxes}{dated}{counted}:',
      other:
        'Betroffen sind {n} Nachrichten{before} zwischen Ihrer Organisation und unserer{mailboxes}{dated}{counted}:',
    },
    person: {
      one: 'Betroffen ist {n} Nachricht{before} zwischen Ihnen und uns{mailboxes}{dated}{counted}:',
      other: 'Betroffen sind {n} Nachrichten{before} zwischen Ihnen und uns{mailboxes}{dated}{counted}:',
    },
  },
  mailboxes: { one: ', in einem unserer Postfächer', other: ', in {n} unserer Postfächer' },
  counted: {
    stolen: {
      one: '; der Betreff zählt nur die eine geöffnete, kopierte oder als kopiert geltende',
      other: '; der Betreff zählt nur die {n} geöffneten, kopierten oder als kopiert geltenden',
    },
    secrets: {
      one: '; der Betreff zählt nur die eine mit Passwörtern oder Schlüsseln',
      other: '; der Betreff zählt nur die {n} mit Passwörtern oder Schlüsseln',
    },
    partial: {
      one: '; der Betreff zählt nur die eine teilweise eingesehene',
      other: '; der Betreff zählt nur die {n} teilweise eingesehenen',
    },
    possible: {
      one: '; der Betreff zählt nur die eine, bei der ein Zugriff nicht auszuschließen ist',
      other: '; der Betreff zählt nur die {n}, bei denen ein Zugriff nicht auszuschließen ist',
    },
  },
  dated: ', datiert {dates}',
  dates: 'vom {first} bis zum {last}',
  datesOneDay: 'vom {first}',
  none: {
    organization:
      'Nach heutigem Stand hatte der Angreifer keinen Zugriff auf Nachrichten zwischen Ihrer Organisation und unserer; zuvor hatten wir anderes mitgeteilt:',
    person:
      'Nach heutigem Stand hatte der Angreifer keinen Zugriff auf Nachrichten zwischen Ihnen und uns; zuvor hatten wir anderes mitgeteilt:',
  },
  gone: {
    organization:
      'In den Postfächern und Protokollen, die uns jetzt vorliegen, fehlen Nachrichten zwischen Ihrer Organisation und unserer, von denen wir Ihnen berichtet hatten. Das zeigt nicht, dass der Angreifer auf keine Zugriff hatte; zuvor hatten wir mitgeteilt:',
    person:
      'In den Postfächern und Protokollen, die uns jetzt vorliegen, fehlen Nachrichten zwischen Ihnen und uns, von denen wir Ihnen berichtet hatten. Das zeigt nicht, dass der Angreifer auf keine Zugriff hatte; zuvor hatten wir mitgeteilt:',
  },
  before: ' (zuvor: {n})',
  notExamined: 'nicht untersucht',
  noDate: 'ohne Datum',
  verdicts: {
    accessed: {
      one: '{n} vom Programm des Angreifers geöffnet oder kopiert',
      other: '{n} vom Programm des Angreifers geöffnet oder kopiert',
    },
    presumed: { one: '{n} muss als kopiert gelten', other: '{n} müssen als kopiert gelten' },
    partial: { one: '{n} teilweise eingesehen', other: '{n} teilweise eingesehen' },
    possible: {
      one: '{n}, bei der ein Zugriff nicht auszuschließen ist',
      other: '{n}, bei denen ein Zugriff nicht auszuschließen ist',
    },
    undetermined: {
      one: '{n}, über die unser Protokoll nichts aussagt',
      other: '{n}, über die unser Protokoll nichts aussagt',
    },
  },
  secrets: { one: '{n} davon mit Passwörtern oder Schlüsseln', other: '{n} davon mit Passwörtern oder Schlüsseln' },
  affectedAddresses: {
    one: '{n} Ihrer Adressen ist betroffen{before}.',
    other: '{n} Ihrer Adressen sind betroffen{before}.',
  },
  bulk: {
    one: '{n} davon als Massen- oder Listenpost versandt',
    other: '{n} davon als Massen- oder Listenpost versandt',
  },
  held: {
    one: '{n} davon zur rechtlichen Prüfung zurückgehalten',
    other: '{n} davon zur rechtlichen Prüfung zurückgehalten',
  },
  intruderSent: {
    one: '{n} vom Angreifer selbst gesandte Nachricht',
    other: '{n} vom Angreifer selbst gesandte Nachrichten',
  },

  consequences:
    'Wahrscheinliche Folgen: E-Mails, die diese Nachrichten zitieren, um Sie oder Ihre Bekannten zu täuschen, und Missbrauch dessen, was sie über Sie sagen.',
  consequencesIfRead:
    'Falls diese Nachrichten gelesen wurden, sind wahrscheinliche Folgen E-Mails, die sie zitieren, um Sie oder Ihre Bekannten zu täuschen, und Missbrauch dessen, was sie über Sie sagen.',

  actionsHeading: 'Was jetzt zu tun ist',
  changeSecrets: {
    one: 'Ändern Sie die Passwörter und Schlüssel in E-Mails zwischen uns; {n} Nachricht enthält welche.',
    other: 'Ändern Sie die Passwörter und Schlüssel in E-Mails zwischen uns; {n} Nachrichten enthalten welche.',
  },
  changeUnexamined:
    'Ändern Sie die Passwörter und Schlüssel in E-Mails zwischen uns. Wir haben noch nicht danach gesucht.',
  warnStaff: {
    one: 'Warnen Sie die betroffene Person in Ihrem Haus: Der Angreifer kann ihre Post unter jedem Namen zitieren.',
    other: 'Warnen Sie die {n} Betroffenen in Ihrem Haus: Der Angreifer kann ihre Post unter jedem Namen zitieren.',
  },
  distrust:
    'Misstrauen Sie E-Mails, die diese Nachrichten zitieren: Der Angreifer kann sie unter jedem Namen schreiben.',
  passOn: 'Geben Sie dies an Ihre betroffenen Kunden weiter (Art. 33 Abs. 2 DSGVO); Text dafür unten.',
  dutyController:
    'Wir verarbeiten Daten in Ihrem Auftrag: Ihre Frist von 72 Stunden (Art. 33 DSGVO) kann mit dieser Mitteilung beginnen.',
  duty: 'Ihre eigene Meldepflicht kann mit dieser Mitteilung beginnen (Art. 33 DSGVO: 72 Stunden).',

  checkHeading: 'So prüfen Sie diese Mitteilung, ohne etwas anzuklicken',
  checkPage: {
    organization: 'Geben Sie {page} in Ihren Browser ein, dort Ihre Domain und diesen Code:',
    person: 'Geben Sie {page} in Ihren Browser ein, dort die Domain Ihrer Adresse und diesen Code:',
  },
  checkDns: 'Fragen Sie das DNS; die Antwort muss diesen Schlüssel zeigen:',
  checkLog: {
    one: 'Unser öffentliches Protokoll hatte bei Abfassung {n} Eintrag; sein Wurzelwert:',
    other: 'Unser öffentliches Protokoll hatte bei Abfassung {n} Einträge; sein Wurzelwert:',
  },
  checkWebSiteNumber: 'Rufen Sie die Nummer auf unserer Website an und lesen Sie den Code vor.',
  checkTelephone: 'Rufen Sie {telephone} an (vergleichen Sie mit unserer Website) und lesen Sie den Code vor.',
  asksNothing: 'Diese Mitteilung verlangt kein Passwort, keine Zahlung und keinen Klick.',

  unknownHeading: 'Was wir nicht wissen',
  unknownGaps: {
    one: 'Das Zugriffsprotokoll eines betroffenen Postfachs hat Lücken.',
    other: 'Die Zugriffsprotokolle von {n} betroffenen Postfächern haben Lücken.',
  },
  unknownMessages: {
    one: 'Bei {n} Nachricht können wir nicht sagen, ob sie entwendet wurde.',
    other: 'Bei {n} Nachrichten können wir nicht sagen, ob sie entwendet wurden.',
  },
  unknownNothing: 'In den Zugriffsprotokollen der betroffenen Postfächer kennen wir keine Lücke.',
  nextUpdate: 'Nächste Mitteilung: {date}, auch wenn sich nichts ändert.',
  nextUpdateOpen: 'Nächste Mitteilung: sobald mehr bekannt ist.',
  readable: 'Ab dem {date} können Sie die Nachrichten selbst lesen; wie: {page}, nach dem Code.',
  contact: {
    address: 'Bei Fragen schreiben Sie an {reply}',
    answer: 'Bei Fragen antworten Sie auf diese Mitteilung, wenn sie per E-Mail kam,',
    telephone: ' oder rufen Sie {telephone} an.',
    webSiteNumber: ' oder rufen Sie die Nummer auf unserer Website an.',
  },

  detailsHeading: 'Einzelheiten',
  allFiguresHeading: 'Alle Zahlen',
  addedHeading: 'Für Sie im Besonderen',
  customersHeading: 'Text für Ihre Kunden',
  customers: {
    one: 'Ein Angreifer hatte {span} Zugriff auf Postfächer von {organization} ({domain}). Betroffen ist {n} Nachricht zwischen dieser Organisation und uns. Wir prüfen, welche Ihrer Daten sie enthält, und teilen es Ihnen mit.',
    other:
      'Ein Angreifer hatte {span} Zugriff auf Postfächer von {organization} ({domain}). Betroffen sind {n} Nachrichten zwischen dieser Organisation und uns. Wir prüfen, welche Ihrer Daten sie enthalten, und teilen es Ihnen mit.',
  },
  wordsHeading: 'Was die Worte bedeuten',
  words: {
    accessed:
      'Geöffnet oder kopiert: Ein Eintrag unseres Zugriffsprotokolls nennt die Nachricht, und er stammt vom Angreifer; oder der Angreifer hat auf sie geantwortet.',
    presumed:
      'Muss als kopiert gelten: Der Angreifer hat einen Ordner des Postfachs als Ganzes abgerufen, Post des Postfachs exportiert, ließ sich solche Nachrichten weiterleiten oder war oder konnte im Postfach sein, während das Protokoll unvollständig war; oder ein Eintrag nennt die Nachricht, der vom Angreifer sein oder eine andere meinen kann. Nichts zeigt, dass die Nachricht verschont blieb.',
    partial:
      'Teilweise eingesehen: Eine Suche des Angreifers findet die Nachricht, oder er hat ihren Ordner aufgelistet oder sie verschoben, geändert oder gelöscht.',
    possible:
      'Nicht auszuschließen: Der Angreifer konnte die Nachricht erreichen, und kein Eintrag zeigt, ob er es tat; oder ein Eintrag zu ihrem Ordner, ihrem Postfach oder einer Weiterleitung kann vom Angreifer sein.',
    undetermined:
      'Unser Protokoll sagt nichts aus: Nichts zeigt einen Zugriff des Angreifers, und das Protokoll ist nicht vollständig oder eindeutig genug, um zu sagen, dass es keinen gab.',
  },
  wordsBulk: 'Massen- oder Listenpost: vom Absender so gekennzeichnet. Sie ist oben mitgezählt.',
  wordsHeld:
    'Zurückgehalten: Anwälte prüfen, ob die Nachricht geschützt ist, bevor jemand sie lesen darf. Sie ist oben mitgezählt.',
  countedMessages: {
    one: 'Von den {told} Nachrichten ist {n} mindestens „nicht auszuschließen“.',
    other: 'Von den {told} Nachrichten sind {n} mindestens „nicht auszuschließen“.',
  },
  windowMoments: 'Zeitraum des Zugriffs: {from} bis {to}.',
  recordedMoments: 'Erster und letzter Eintrag des Angreifers in unseren Protokollen: {first} und {last}.',
  boundDomains: 'Ausgestellt für: {domains}.',
  origin:
    'Alle Zahlen sind aus unseren Postfächern und Protokollen berechnet: Fassung {version}, Prüfsumme {digest}. Niemand kann sie von Hand eintragen.',
  originListed:
    'Alle Zahlen außer der zu Passwörtern und Schlüsseln sind aus unseren Postfächern und Protokollen berechnet: Fassung {version}, Prüfsumme {digest}. Niemand kann sie von Hand eintragen. Welche Nachrichten Passwörter oder Schlüssel enthalten, haben Menschen bei uns festgestellt.',
  logMeaning:
    'Bewahren Sie diese Mitteilung auf: Mit Größe und Wurzelwert des öffentlichen Protokolls können Sie später zeigen, ob es verändert wurde.',
  codeMeaning: 'Der Code benennt diese Mitteilung. Er öffnet nichts und beweist nichts über Sie.',
  gapsHeading: 'Lücken in unseren Zugriffsprotokollen',
  gapRow: { one: '{gap}: {n} Postfach', other: '{gap}: {n} Postfächer' },
  gaps: {
    throttled: 'Es wurde so viel geöffnet, dass der Anbieter nicht weiter aufzeichnete',
    lossy: 'Einträge nennen weniger, als geschah',
    truncated: 'Das Protokoll wurde unvollständig ausgegeben',
    bypassed: 'Ein Konto war von der Aufzeichnung ausgenommen',
    'ingestion-off': 'Die Aufzeichnung war für die ganze Organisation abgeschaltet',
    unlicensed: 'Die Lizenz, die die Aufzeichnung braucht, fehlte',
    'audit-off': 'Die Aufzeichnung war abgeschaltet',
    'before-retention': 'Einträge wurden gelöscht, bevor sie gesichert werden konnten',
    unsupported: 'Postfächer dieser Art werden nicht aufgezeichnet',
    'not-recorded': 'Das Postfach wurde benutzt, aber kein Zugriff wurde aufgezeichnet',
    unasserted: 'Niemand bestätigt, dass das Protokoll vollständig ist',
  },

  announcement: germanAnnouncement,

  updateUnchanged: '{to}: Seit unserer Mitteilung vom {previous} hat sich nichts geändert.',
  updateCheck: 'Prüfen ohne Klick: Geben Sie {page} in Ihren Browser ein, dort den Code {code}',
};
