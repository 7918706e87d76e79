import type { Phrases } from '../phrases.ts';

/** The answers, each with what it means. */
export const headlines: Phrases['headlines'] = {
  issued: {
    label: 'Halb geprüft: Der Code ist echt, der Text unbekannt',
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
    label: 'Unverändert, nicht ganz bewiesen',
    title: 'Der Text ist der ausgestellte, aber ein Teil des Beweises fehlt.',
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
    label: 'Für eine andere Domain ausgestellt',
    title: 'Dieser Code wurde nicht für {typed} ausgestellt.',
    lead: 'Eine Mitteilung gilt für eine Domain. Entweder ging sie an eine andere Adresse, oder jemand hat Ihnen die Mitteilung eines anderen geschickt.',
  },
  unknown: {
    label: 'Unbekannter Code',
    title: 'Wir haben keine Mitteilung mit diesem Code ausgestellt.',
    lead: 'Der Code ist richtig aufgebaut, steht aber nicht in den Antwortdateien vom {built}. Eine spätere Mitteilung erscheint mit den nächsten. Vergleichen Sie ihn noch einmal mit Ihrer Nachricht.',
  },
  unproved: {
    label: 'Der Beweis trägt nicht',
    title: 'Die Dateien dieser Seite widersprechen sich. Handeln Sie nicht nach der Mitteilung.',
    lead: 'Eine Signatur oder ein Beweis ist falsch. Das ist ein Fehler von uns, oder jemand hat Dateien dieser Seite verändert.',
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
