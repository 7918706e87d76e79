export const script = `Gesprächsleitfaden: Mitteilungen von {organization}

1. „Hier ist {organization}. Sie haben eine Mitteilung von uns erhalten. Bitte lesen Sie mir den Code vor, Gruppe für Gruppe.“
   Eingeben: candor support lookup <Code>
   Kein Code zur Hand? Ohne ihn bestätigen Sie nichts, welche Domain auch genannt wird. Sagen Sie:
   „Nur am Code sehe ich, welche Mitteilung Sie haben. Bitte suchen Sie ihn und rufen Sie wieder an, oder schreiben Sie uns: {reply}.“
   candor support lookup <Domain> zeigt allein Ihnen, was herausgegeben wurde; niemandem am Telefon wird davon etwas gesagt.

2. Was die Antwort zu sagen erlaubt: nie, dass eine Mitteilung echt ist, denn am Telefon vergleicht niemand ihren Text
   issued       „Eine Mitteilung mit diesem Code haben wir am <Tag> für <Domain> herausgegeben. Ihren Text habe ich nicht verglichen: Ein echter Code kann in eine falsche Nachricht kopiert sein. Um jedes Wortes sicher zu sein, geben Sie {page} in Ihren Browser ein, dort Code und Domain, und legen Sie die Nachricht hinein. Sagt die Seite „echt“, tun Sie, was darin steht; vorher nicht.“
   superseded   „Ebenso, und eine spätere Mitteilung vom <Tag> hat sie ersetzt. Es gilt die spätere, sobald Sie sie geprüft haben.“
   withdrawn    „Wir haben sie herausgegeben und am <Tag> zurückgezogen. Handeln Sie nicht danach; Sie hören von uns.“
   misdirected  „Diese Mitteilung war nicht für Sie bestimmt. Bitte löschen Sie sie. Wir haben den Fehler festgehalten.“
   unknown      „Eine Mitteilung mit diesem Code haben wir nicht herausgegeben. Handeln Sie nicht danach. Dürfen wir eine Kopie haben? Bitte an {reply}.“
   a slip       „Bitte lesen Sie Gruppe <n> noch einmal.“ Wird keine Gruppe genannt: „Bitte lesen Sie alle Gruppen noch einmal.“

3. Die Domain vergleichen. Spricht die Person für eine andere Organisation als die angezeigte, sagen Sie:
   „Dieser Code gilt nicht für Ihre Organisation. Handeln Sie nicht danach, und senden Sie uns eine Kopie: {reply}.“

4. Niemals sagen, wer auch fragt: was in einer Nachricht steht, wie viele Nachrichten es sind, Namen, andere Organisationen oder ob eine andere Domain eine Mitteilung hat. Niemals nach Passwort, Zahlung oder Fernzugriff fragen. Niemals eine Nummer zurückrufen, die am Telefon genannt wird; nehmen Sie die, die Sie kennen.

5. So lässt sich ohne Telefon prüfen
   Seite  {page}
   DNS    dig TXT _candor.{domain}

6. „Ich habe keine Mitteilung bekommen; sind wir betroffen?“ Nicht für die Person nachsehen. Sagen Sie:
   „Schreiben Sie von der Domain Ihrer Organisation an {reply}. Sobald Sie gezeigt haben, dass die Domain Ihnen gehört, unterzeichnen zwei von uns eine Antwort.“

7. Presse, Polizei, Anwälte: Name und Nummer notieren, Rückruf zusagen, sonst nichts sagen.
`;
