import type { DetailPhrases } from '../detail-phrases.ts';

export const germanDetails: DetailPhrases = {
  detailsHeading: 'Einzelheiten',
  allFiguresHeading: 'Alle Zahlen',
  addedHeading: 'Für Sie im Besonderen',
  customersHeading: 'Text für Ihre Kunden',
  customers: {
    one: 'Ein Angreifer hatte {span} Zugriff auf Postfächer von {organization} ({domain}). Betroffen ist {n} E-Mail zwischen dieser Organisation und uns. Wir prüfen, welche Ihrer Daten sie enthält, und teilen es Ihnen mit.',
    other:
      'Ein Angreifer hatte {span} Zugriff auf Postfächer von {organization} ({domain}). Betroffen sind {n} E-Mails zwischen dieser Organisation und uns. Wir prüfen, welche Ihrer Daten sie enthalten, und teilen es Ihnen mit.',
  },
  wordsHeading: 'Was die Worte bedeuten',
  words: {
    accessed:
      'Geöffnet oder kopiert: Ein Eintrag unseres Zugriffsprotokolls nennt die Nachricht, und er stammt vom Angreifer; oder der Angreifer hat auf sie geantwortet.',
    presumed:
      'Muss als kopiert gelten: Der Angreifer hat einen Ordner des Postfachs als Ganzes abgerufen, Post des Postfachs exportiert, ließ sich solche Nachrichten weiterleiten oder war oder konnte im Postfach sein, während das Protokoll unvollständig war; oder ein Eintrag nennt die Nachricht, der vom Angreifer sein oder eine andere meinen kann. Nichts zeigt, dass die Nachricht verschont blieb.',
    partial:
      'Teilweise gesehen: Eine Suche des Angreifers findet die Nachricht, oder er hat ihren Ordner aufgelistet oder sie verschoben, geändert oder gelöscht.',
    possible:
      'Nicht auszuschließen: Der Angreifer konnte die Nachricht erreichen, und kein Eintrag zeigt, ob er es tat; oder ein Eintrag zu ihrem Ordner, ihrem Postfach oder einer Weiterleitung kann vom Angreifer sein.',
    undetermined:
      'Unsere Protokolle sagen nichts aus: Nichts zeigt einen Zugriff des Angreifers, und das Protokoll ist nicht vollständig oder eindeutig genug, um zu sagen, dass es keinen gab.',
  },
  wordsBulk: 'Massen- oder Listenpost: vom Absender so gekennzeichnet. Sie ist oben mitgezählt.',
  wordsHeld:
    'Zurückgehalten: Anwälte prüfen, ob die Nachricht geschützt ist, bevor jemand sie lesen darf. Sie ist oben mitgezählt.',
  notDelayed: 'Keine Behörde hat uns gebeten, diese Mitteilung aufzuschieben.',
  countedMessages: {
    one: 'Von den {told} Nachrichten ist {n} mindestens „nicht auszuschließen“.',
    other: 'Von den {told} Nachrichten sind {n} mindestens „nicht auszuschließen“.',
  },
  windowMoments: 'Zeitraum des Zugriffs: {from} bis {to}.',
  recordedMoments: 'Erster und letzter Eintrag des Angreifers in unseren Protokollen: {first} und {last}.',
  boundDomains: 'Ausgestellt für: {domains}.',
  origin:
    'Alle Zahlen sind aus unseren Postfächern und Protokollen berechnet: Fassung {version}, Prüfsumme {digest}. Sie lassen sich nicht von Hand ändern.',
  originListed:
    'Alle Zahlen außer der zu Passwörtern und Schlüsseln sind aus unseren Postfächern und Protokollen berechnet: Fassung {version}, Prüfsumme {digest}. Sie lassen sich nicht von Hand ändern. Welche Nachrichten Passwörter oder Schlüssel enthalten, haben Menschen bei uns festgestellt.',
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
};
