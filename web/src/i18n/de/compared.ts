import type { ComparedPhrases } from '../verify/compared-phrases.ts';

export const compared: ComparedPhrases = {
  notes: {
    quoted: 'Zitatzeichen (>) am Zeilenanfang wurden nicht berücksichtigt.',
    'subject-tag': 'Vor dem Betreff steht „{tag}“; das kann von Ihrem Mailsystem oder einer Liste kommen.',
    'recipient-name':
      'Neben Ihrer Adresse steht „{name}“. Diesen Namen hat Ihr Adressbuch oder Mailsystem ergänzt, nicht wir.',
    'own-list': 'Als Absender steht Ihre Mailingliste: {list}',
    signature:
      'Die Nachricht steht in einer digitalen Signatur, die nicht von uns ist. Von wem sie ist, wurde nicht geprüft.',
    'links-replaced':
      '{gateway} hat Links durch eigene ersetzt. Wohin sie führen, ist nicht zu lesen: Nutzen Sie den ausgestellten Text hier.',
    pixel:
      'Ein Bild von einem Pixel kam hinzu. Wird es geladen, erfährt jemand, dass Sie die Nachricht geöffnet haben.',
    detectors:
      'Ein Programm von Apple hat Daten oder Orte anklickbar gemacht. Sie öffnen etwas auf Ihrem Gerät, keine Seite.',
    'passed-fields': 'Mailsysteme haben diese Felder ergänzt, die Mailprogramme nicht anzeigen: {fields}',
    'html-missing': 'Ihr Exemplar hat nur den reinen Text; die formatierte Form fehlt.',
    'text-missing': 'Ihr Exemplar hat nur die formatierte Form; der reine Text fehlt.',
    'html-rewritten':
      'Ein Mailprogramm hat die Gestaltung neu geschrieben. Die Worte sind dieselben, nichts verdeckt sie.',
    'links-made':
      'Ein Mailprogramm hat Adressen anklickbar gemacht. Sie führen zur angegebenen Adresse; unsere Mitteilung enthält keine Links.',
    'through-list': 'Sie kam über eine Mailingliste.',
    'saved-as-text':
      'Ein Mailprogramm hat sie als Text gespeichert. Datum und formatierte Form wurden nicht verglichen.',
    'gateway-links':
      'Ein Mail-Gateway hat Links seine eigene Adresse vorangestellt. Sie führen zur angegebenen Adresse.',
    'unknown-field': 'Der Kopf hat ein Feld, das wir nicht kennen: {field}',
    'words-alone': 'Nur die Worte wurden verglichen, nicht Absender, Betreff, Datum und Links.',
  },
  outlook: {
    compared: 'In der Outlook-Datei verglichen: {places}.',
    notCompared: 'In der Outlook-Datei nicht verglichen: {places}.',
    places: {
      header: 'die Kopfzeilen, wie sie ankamen',
      sender: 'Absender',
      recipients: 'Empfänger',
      'reply-to': 'die Adresse für Antworten',
      subject: 'Betreff',
      date: 'Datum',
      kind: 'die Art der Nachricht',
      text: 'einfacher Text',
      html: 'formatierter Text (HTML)',
      rtf: 'formatierter Text (RTF)',
      'signed-part': 'der signierte Teil',
    },
  },
  flaws: {
    header: 'Eine Zeile eines Kopfes ist kein Feld: {detail}',
    part: 'Ein Teil beschreibt sich so, dass Programme es verschieden lesen: {detail}',
    boundary: 'Die Zeilen zwischen den Teilen lassen sich verschieden lesen: {detail}',
    outside: 'Außerhalb aller Teile stehen Worte, die manche Programme zeigen: {detail}',
    encoding: 'Ein Teil ist so kodiert, dass Programme ihn verschieden lesen: {detail}',
    markup: 'Das HTML enthält etwas, das Browser übergehen und andere Programme zeigen: {detail}',
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
    'active-element': 'ein aktives Element, das mehr als Worte anzeigt',
    'link-target': 'ein Link, der an eine andere Adresse führt als angegeben',
    'remote-content': 'etwas, das aus dem Netz nachgeladen würde',
  },
};
