import type { ErrorWords } from './error-words.ts';

export const french: ErrorWords = {
  locked: 'Vos clés sont rangées. Connectez-vous de nouveau.',
  'wrong-key': 'Cela n’ouvre pas vos clés.',
  mistyped: 'La saisie contient une erreur. Comparez-la groupe par groupe avec ce qui est imprimé.',
  'damaged-keys':
    'Vos clés enveloppées manquent sur le portail ou sont illisibles. Enregistrez une nouvelle clé d’accès avec votre clé de secours ou votre fichier de clé.',
  'unknown-recovery':
    'Le portail ne garde aucune clé pour cette clé de secours. Comparez-la avec votre note ; si elle est juste, inscrivez-vous de nouveau.',
  'older-keys':
    'Le portail a donné une copie de vos clés plus ancienne que celle que ce navigateur a vue. Rien n’a été ouvert. Prévenez {organization}.',
  'other-person':
    'La session est celle d’une autre personne que ces clés. Rien n’a été ouvert. Connectez-vous de nouveau.',
  'weak-passphrase': 'La phrase secrète a moins de 10 caractères. Prenez quatre ou cinq mots au hasard.',
  'needs-recovery':
    'Il y faut votre clé de secours : rangez les clés, ouvrez-les avec elle et réessayez avant toute autre chose.',
  'release-refused:manifest':
    'Refusé : le contenu de cette livraison n’est pas énoncé dans la seule forme admise. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:keys':
    'Refusé : le jeu de clés joint à cette livraison est illisible. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:approvals':
    'Refusé : deux personnes différentes {de organization} n’ont pas approuvé exactement cette livraison. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:fingerprint':
    'Refusé : cette livraison est signée par d’autres clés que celles de votre avis. Rien n’a été ouvert. Comparez l’empreinte avec votre avis, le DNS ou par téléphone.',
  'release-refused:log':
    'Refusé : le registre public ne prouve pas cette livraison. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:scope':
    'Refusé : cette livraison concerne un autre incident ou une autre partie que la vôtre. Rien n’a été ouvert. Prévenez {organization}.',
  'release-refused:chain':
    'Refusé : cette livraison ne suit pas la précédente, ou il y en a deux du même numéro. Rien n’a été ouvert. Prévenez {organization}.',
  'release-withheld':
    'Le portail nomme une livraison et ne la donne pas. Rien n’a été ouvert. Réessayez ; si cela persiste, prévenez {organization}.',
  'log-not-continued':
    'Non : ce registre ne continue pas celui de votre avis ou celui que vous avez vu en dernier. Rien n’a été ouvert. Appelez {organization} et gardez votre avis.',
  'log-silent':
    'Le registre sur le site {de organization} ne répond pas ou est en retard. Sans lui rien ne peut être prouvé, donc rien n’a été ouvert. Réessayez dans quelques minutes.',
  'rolled-back':
    'Non : c’est une livraison plus ancienne que celle que vous avez vue en dernier. Rien n’a été ouvert. Prévenez {organization}.',
  'no-grant':
    'Cette livraison ne contient aucune clé pour vous. Soit vous avez été admis après, soit votre accès a été retiré. Demandez à qui désigne vos lecteurs.',
  'damaged-grant':
    'Votre clé pour cette livraison a été altérée en chemin. Rien n’a été ouvert. Prévenez {organization}.',
  'damaged-index':
    'La liste des messages a été altérée en chemin. Rien n’a été ouvert. Réessayez ; si cela persiste, prévenez {organization}.',
  'unknown-message': 'Cette livraison ne contient pas ce message.',
  'missing-object': 'Ce message manque sur le portail. Les autres s’ouvrent.',
  'damaged-object': 'Ce message n’a pas pu être ouvert : son empreinte diffère. Les autres s’ouvrent.',
  'damaged-file': 'Ce fichier n’est pas une livraison, ou il a été coupé ou altéré. Rien n’a été ouvert.',
  'no-vault': 'Aucune livraison n’est ouverte.',
  'note-refused': 'Le portail n’a pas accepté la note. Elle n’est pas enregistrée ; réessayez.',
  'too-long': 'La note dépasse 4 000 caractères.',
  'session-ended': 'La session est terminée. Connectez-vous de nouveau ; vous serez là où vous étiez.',
  'portal-silent': 'Le portail ne répond pas. Cela ne dit rien de vos messages. Réessayez dans quelques minutes.',
  'portal-broken':
    'Le portail est en panne, ou autre chose a répondu à sa place. Réessayez dans quelques minutes ou depuis un autre réseau.',
  'lab-silent':
    'Le portail attend {que organization} dise qui peut lire quoi et ne sert personne d’ici là. Cela prend un jour au plus.',
  'too-many': 'Le portail demande de ralentir. Réessayez dans quelques minutes ; rien n’est perdu.',
  denied: 'Le portail a refusé. Rechargez la page ; si cela persiste, prévenez {organization}.',
  cancelled: 'Arrêté.',
  'worker-ended': 'La partie de cette page qui tient les clés s’est arrêtée. Rechargez la page.',
  fault: 'Quelque chose s’est cassé dans cette page. Rechargez-la ; rien n’est perdu.',
};
