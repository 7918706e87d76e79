import type { PackTemplates } from './pack-template.ts';

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

export const german: PackTemplates = {
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
          'Nachrichten mit Anhängen: {attached}; Dateien darin: {files}. Nachrichten, die als Träger eines Geheimnisses markiert sind: {secret}. Nachrichten, die der Angreifer selbst gesendet hat: {fraud}. Listen- oder Massenpost: {bulk}.',
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
          'Kategorien von Daten: [zum Beispiel Kontaktdaten, Verträge, Bankverbindungen, besondere Kategorien]. Nachrichten mit Anhängen: {attached}; Dateien darin: {files}. Nachrichten, die als Träger eines Geheimnisses markiert sind: {secret}.',
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
