export const germanScript = `Gesprächsleitfaden: Mitteilungen von {organization}

1. „Hier ist {organization}. Sie haben eine Mitteilung von uns erhalten. Bitte lesen Sie mir den Code vor, Gruppe für Gruppe.“
   Eingeben: candor support lookup <Code>
   Kein Code zur Hand? Nach der Domain hinter dem @ der Mailadresse fragen: candor support lookup <Domain>

2. Was die Antwort zu sagen erlaubt
   genuine      „Ja, diese Mitteilung haben wir am <Tag> für <Domain> herausgegeben. Tun Sie, was darin steht.“
   superseded   „Ja, und eine spätere Mitteilung vom <Tag> hat sie ersetzt. Es gilt die spätere.“
   withdrawn    „Wir haben sie herausgegeben und am <Tag> zurückgezogen. Handeln Sie nicht danach; Sie hören von uns.“
   misdirected  „Diese Mitteilung war nicht für Sie bestimmt. Bitte löschen Sie sie. Wir haben den Fehler festgehalten.“
   unknown      „Eine Mitteilung mit diesem Code haben wir nicht herausgegeben. Handeln Sie nicht danach. Dürfen wir eine Kopie haben? Bitte an {reply}.“
   a slip       „Bitte lesen Sie Gruppe <n> noch einmal.“ Ein falsches Zeichen fällt am letzten Zeichen des Codes auf.

3. Die Domain vergleichen. Spricht die Person für eine andere Organisation als die angezeigte, sagen Sie:
   „Dieser Code gilt nicht für Ihre Organisation. Handeln Sie nicht danach, und senden Sie uns eine Kopie: {reply}.“

4. Niemals sagen, wer auch fragt: was in einer Nachricht steht, wie viele Nachrichten es sind, Namen, andere Organisationen
   oder ob eine andere Domain eine Mitteilung hat. Niemals nach Kennwort, Zahlung oder Fernzugriff fragen.
   Niemals eine Nummer zurückrufen, die am Telefon genannt wird; nehmen Sie die, die Sie kennen.

5. So lässt sich ohne Telefon prüfen
   Seite  {page}
   DNS    dig TXT _candor.{domain}

6. „Ich habe keine Mitteilung bekommen; sind wir betroffen?“ Nicht für die Person nachsehen. Sagen Sie:
   „Schreiben Sie von der Domain Ihrer Organisation an {reply}. Sobald Sie gezeigt haben, dass die Domain Ihnen gehört, unterzeichnen zwei von uns eine Antwort.“

7. Presse, Polizei, Anwälte: Name und Nummer notieren, Rückruf zusagen, sonst nichts sagen.
`;
