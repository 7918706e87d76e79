export const script = `Guide d’appel : avis de {organization}

1. « Ici {organization}. Vous avez reçu un avis de notre part. Lisez-moi son code, groupe par groupe, s’il vous plaît. »
   Saisir : candor support lookup <code>
   Pas de code sous la main ? Sans lui vous ne confirmez rien, quel que soit le domaine cité. Dites :
   « Seul le code me dit quel avis vous avez. Cherchez-le et rappelez, s’il vous plaît, ou écrivez-nous : {reply}. »
   candor support lookup <domaine> montre, à vous seul, ce qui a été établi ; personne au téléphone n’en apprend rien.

2. Ce que la réponse permet de dire : jamais qu’un avis est authentique, car personne n’en compare le texte au téléphone
   issued       « Nous avons établi un avis portant ce code le <jour>, pour <domaine>. Je n’ai pas comparé votre texte : un vrai code peut être copié dans un faux message. Pour être sûr de chaque mot, tapez {page} dans votre navigateur, entrez le code et le domaine, puis déposez-y le message. Quand la page le dit authentique, faites ce qu’il demande ; pas avant. »
   superseded   « De même, et un avis ultérieur du <jour> l’a remplacé. Suivez celui-là, une fois vérifié. »
   withdrawn    « Nous l’avons établi, puis retiré le <jour>. N’agissez pas d’après lui ; nous reviendrons vers vous. »
   misdirected  « Cet avis ne vous était pas destiné. Supprimez-le, s’il vous plaît. Nous avons consigné l’erreur. »
   unknown      « Nous n’avons établi aucun avis portant ce code. N’agissez pas d’après lui. Pouvez-vous nous en envoyer une copie ? À {reply}. »
   a slip       « Relisez le groupe <n>, s’il vous plaît. » Si aucun groupe n’est nommé : « Relisez tous les groupes, s’il vous plaît. »

3. Comparez le domaine. Si la personne parle pour une autre organisation que celle affichée, dites :
   « Ce code n’est pas pour votre organisation. N’agissez pas d’après lui et envoyez-nous une copie : {reply}. »

4. À ne jamais dire, qui que ce soit qui demande : ce que contient un message, combien il y en a, des noms, d’autres organisations, ni si un autre domaine a reçu un avis. Ne demandez jamais de mot de passe, de paiement ni d’accès à distance. Ne rappelez jamais un numéro donné au téléphone ; utilisez celui que vous connaissez.

5. Vérifier sans téléphone
   Page   {page}
   DNS    dig TXT _candor.{domain}

6. « Je n’ai pas reçu d’avis ; sommes-nous concernés ? » Ne cherchez pas pour la personne. Dites :
   « Écrivez à {reply} depuis le domaine de votre organisation. Une fois établi que ce domaine est le vôtre, deux d’entre nous signeront une réponse. »

7. Journalistes, police, avocats : notez nom et numéro, promettez un rappel, ne dites rien d’autre.
`;
