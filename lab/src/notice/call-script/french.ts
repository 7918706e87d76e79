export const frenchScript = `Guide d’appel : avis de {organization}

1. « Ici {organization}. Vous avez reçu un avis de notre part. Lisez-moi son code, groupe par groupe, s’il vous plaît. »
   Saisir : candor support lookup <code>
   Pas de code sous la main ? Demandez le domaine après le @ de l’adresse e-mail : candor support lookup <domaine>

2. Ce que la réponse permet de dire
   genuine      « Oui, nous avons établi cet avis le <jour>, pour <domaine>. Faites ce qu’il demande. »
   superseded   « Oui, et un avis ultérieur du <jour> l’a remplacé. Suivez celui-là. »
   withdrawn    « Nous l’avons établi, puis retiré le <jour>. N’agissez pas d’après lui ; nous reviendrons vers vous. »
   misdirected  « Cet avis ne vous était pas destiné. Supprimez-le, s’il vous plaît. Nous avons consigné l’erreur. »
   unknown      « Nous n’avons établi aucun avis portant ce code. N’agissez pas d’après lui. Pouvez-vous nous en envoyer une copie ? À {reply}. »
   a slip       « Relisez le groupe <n>, s’il vous plaît. » Le dernier signe du code révèle un signe erroné.

3. Comparez le domaine. Si la personne parle pour une autre organisation que celle affichée, dites :
   « Ce code n’est pas pour votre organisation. N’agissez pas d’après lui et envoyez-nous une copie : {reply}. »

4. À ne jamais dire, qui que ce soit qui demande : ce que contient un message, combien il y en a, des noms, d’autres organisations,
   ni si un autre domaine a reçu un avis. Ne demandez jamais de mot de passe, de paiement ni d’accès à distance.
   Ne rappelez jamais un numéro donné au téléphone ; utilisez celui que vous connaissez.

5. Vérifier sans téléphone
   Page   {page}
   DNS    dig TXT _candor.{domain}

6. « Je n’ai pas reçu d’avis ; sommes-nous concernés ? » Ne cherchez pas pour la personne. Dites :
   « Écrivez à {reply} depuis le domaine de votre organisation. Une fois établi que ce domaine est le vôtre, deux d’entre nous signeront une réponse. »

7. Journalistes, police, avocats : notez nom et numéro, promettez un rappel, ne dites rien d’autre.
`;
