import type { EnrollWords } from './enroll-words.ts';

export const french: EnrollWords = {
  question: 'Lire vos e-mails avec {organization}',
  answers: {
    notice: 'Commencez par le code de votre avis.',
    person: 'Dites qui vous êtes et comment vous le prouvez.',
    recovery: 'Notez votre clé de secours. Elle est montrée une fois.',
    passkey: 'Créez une clé d’accès sur cet appareil.',
    proof: 'Montrez que vous agissez pour {target}.',
    waiting: 'Votre inscription attend deux personnes {de organization}.',
    ready: 'Vous êtes admis. Connectez-vous pour lire.',
    refused: '{organization} n’a pas admis cette inscription.',
    stopped: 'Quelqu’un s’est opposé. Cette inscription est arrêtée.',
  },
  steps: {
    notice: 'L’avis',
    person: 'Vous',
    recovery: 'Clé de secours',
    passkey: 'Clé d’accès',
    proof: 'Preuve',
    waiting: 'Attente',
  },
  stepOf: 'Étape {n} sur {of}',
  done: 'fait',
  goOn: 'Continuer',
  working: 'Un instant …',
  startAgain: 'Abandonner et recommencer',
  startAgainHint: 'Les clés faites sont oubliées. Ce qui a été envoyé tombe de lui-même après 30 jours.',
  otherTab:
    'L’inscription se poursuit dans un autre onglet de ce navigateur. Continuez là-bas, ou fermez-le et rechargez cette page.',
  notKept:
    'Ce navigateur ne garde rien. Laissez cet onglet ouvert jusqu’à ce que la clé d’accès soit créée ; ensuite vous pourrez revenir avec elle.',
  silentSite:
    'Les fichiers de {page} ne se chargent pas, le code n’a donc pu être cherché. Cela ne dit rien de votre avis. Réessayez dans quelques minutes.',

  aside: {
    title: 'Ce qu’il vous faut',
    needs: [
      'l’avis, avec son code',
      'du papier, ou un gestionnaire de mots de passe, pour la clé de secours',
      'quelqu’un qui puisse écrire un enregistrement dans votre DNS',
    ],
    time: 'Dix minutes maintenant, puis {hours} d’attente.',
    without: 'Sans cette page',
    why: 'Il pose les mêmes questions et fait les mêmes clés ; aucun hébergeur ne peut vous le changer.',
  },
  notice: {
    lead: 'Le code dit seulement quel avis vous tenez. Il est cherché sur cet appareil, n’est envoyé nulle part, et ne prouve encore rien de vous.',
    code: 'Code de l’avis',
    domain: 'Domaine de l’adresse qui l’a reçu',
    domainHint: 'Ce qui suit le @. Pour un e-mail à vous comme particulier : le domaine de votre fournisseur.',
    domainMissing: 'Saisissez aussi le domaine, par exemple example.com.',
    lookUp: 'Chercher l’avis',
    noCode: 'Vous n’avez pas d’avis, mais un collègue qui lit déjà va vous désigner ?',
    byColleague: 'Continuer sans code',
    answers: {
      unknown:
        'Aucun avis n’a ce code. Comparez-le encore ; s’il est le même, le message où il se trouve n’est pas {de organization}.',
      'other-domain': 'L’avis qui a ce code est allé à un autre domaine que {domain}. Vérifiez ce qui suit le @.',
      withdrawn:
        '{organization} a retiré cet avis, son code n’ouvre plus rien. Cherchez un avis plus récent, ou appelez.',
      unproved:
        'Les fichiers de {page} se contredisent. N’allez pas plus loin : appelez {organization} à un numéro que vous connaissez déjà.',
    },
    issued: 'Émis pour {domain} le {time}.',
    superseded: 'Un avis plus récent l’a remplacé le {time}. Le code sert encore ici.',
    compare: 'Comparez ceci avec la clé imprimée dans votre avis. Cela décide qui cette page croira désormais :',
    compareColleague:
      'Comparez ceci avec ce que votre collègue voit sous « Confiance ». Cela décide qui cette page croira désormais :',
    otherKeySet:
      'Ceux qui décident chez {organization} ont changé depuis votre avis ; ce n’est donc pas la clé qu’il imprime. Demandez au DNS avant de continuer : dig TXT _candor.{ownDomain}',
    same: 'C’est la même',
    isDifferent: 'C’en est une autre',
    different: 'Arrêtez-vous ici, et appelez {organization} à un numéro que vous connaissez déjà.',
  },
  person: {
    lead: '{organization} voit ceci, et tous ceux de votre organisation qu’elle a avertis : ils peuvent s’opposer.',
    name: 'Votre nom',
    nameHint: 'Tel que vos collègues le connaissent.',
    address: 'Votre adresse professionnelle',
    addressHint: 'Où {organization} peut vous écrire.',
    addressSlip: 'Ce n’est pas une adresse électronique.',
    proofLegend: 'Comment vous le prouvez',
    proofs: {
      dns: {
        label: 'Un enregistrement dans le DNS de {domain}',
        hint: 'Pour les organisations. Vous ou vos gens du DNS écrivez un enregistrement TXT. Ensuite vous désignez d’autres lecteurs.',
      },
      mailbox: {
        label: 'La boîte {address}',
        hint: 'Pour les particuliers : l’avis est venu exactement à cette adresse. Vous lisez ce qu’elle a envoyé et reçu.',
      },
      nomination: {
        label: 'Un collègue me désigne',
        hint: 'Quelqu’un de {domain} lit déjà. Vous lui dites votre empreinte, et il signe pour vous.',
      },
    },
    missing: 'Il faut le nom et l’adresse.',
    makeKeys: 'Faire mes clés',
    making: 'Fait les clés sur cet appareil …',
  },
  recovery: {
    lead: 'Vos clés ont été faites sur cet appareil. La clé de secours les ouvre quand la clé d’accès ne le peut : sur un nouvel appareil, ou si elle est perdue. Personne d’autre ne l’a, ni {organization}, ni le portail.',
    label: 'Votre clé de secours',
    advice:
      'Notez-la sur papier, ou gardez-la dans un gestionnaire de mots de passe. Pas dans un e-mail : les vôtres sont peut-être lus.',
    written: 'Je l’ai notée',
    askLead:
      'Tapez maintenant deux de ses groupes, pour qu’une faute se voie aujourd’hui et non le jour où vous en aurez besoin.',
    group: 'Groupe {n}',
    wrong: 'Ce n’est pas ce qui a été montré. Comparez avec votre note.',
    showAgain: 'La montrer encore',
    send: 'Envoyer mon inscription',
    sending: 'Signe et envoie …',
  },
  passkey: {
    lead: 'Elle vous connecte et déballe vos clés, par le doigt, le visage ou le code de cet appareil. Ce qu’elle emballe est tout ce que le portail garde.',
    make: 'Créer une clé d’accès',
    making: 'Attente de votre appareil …',
    without:
      'Créée. Les clés d’accès de cet appareil ne peuvent déballer de clés (pas d’extension PRF) ; la clé de secours est donc demandée à chaque visite. Un appareil plus récent peut être enregistré plus tard.',
    withPrf: 'Créée. Elle vous connecte et déballe vos clés.',
  },
  proof: {
    lead: 'Ajoutez cet enregistrement au DNS de {domain}. Il porte l’empreinte de vos propres clés, faites sur cet appareil : qui les échangerait en chemin serait découvert par lui.',
    name: 'Nom',
    type: 'Type',
    value: 'Texte',
    lifetime: 'Laissez-le jusqu’à votre admission, 30 jours au plus. Toute durée de vie (TTL) convient.',
    check: 'Voir s’il y est',
    checkHint: 'Il doit montrer exactement ce texte. Un changement peut mettre une heure à se voir partout.',
    forDns: 'Pour vos gens du DNS',
    forDnsText:
      'Merci d’ajouter cet enregistrement TXT à la zone {domain}. Il montre à {organization} {que name} peut lire les e-mails volés de notre organisation. Il n’ouvre rien par lui-même et peut partir après 30 jours.\n\nNom : {recordName}\nType : TXT\nTexte : {recordText}\n\nPour vérifier : dig TXT {recordName}',
    copyAll: 'Copier ce texte',
    mailbox: 'Rien à faire : le code n’est allé qu’à {target} ; l’avoir montre que vous lisez cette boîte.',
    nomination:
      'Lisez votre empreinte au collègue qui lit déjà, par téléphone et non par e-mail. Il vous trouve sous « Personnes » et signe pour celle-ci exactement :',
    fingerprint: 'Votre empreinte',
    written: 'L’enregistrement est écrit',
  },
  waiting: {
    lead: 'Voici ce qui se passe maintenant :',
    others:
      'Tous les contacts de votre organisation {que organization} connaît apprennent {que name} demande à lire, avec votre empreinte. Une seule opposition l’arrête.',
    when: 'Puis on attend {hours}. Ensuite deux personnes {de organization} vérifient la preuve elles-mêmes et décident.',
    sooner: 'Un second contact de votre organisation peut confirmer et abréger l’attente.',
    close:
      'Vous pouvez fermer cette page. Revenez et connectez-vous avec votre clé d’accès ; jusqu’à votre admission elle dira qu’on ne vous connaît pas encore.',
    asked: 'Portail interrogé le {time} : toujours en attente.',
    ask: 'Interroger le portail',
    unlockLead:
      'La page a été rechargée, ou personne n’était là depuis 15 minutes ; vos clés sont fermées. Ouvrez-les pour continuer.',
    unlock: 'Ouvrir avec la clé d’accès',
    hours: ['une heure', '{n} heures'],
  },
  ready: {
    lead: 'Deux personnes {de organization} ont approuvé l’empreinte {fingerprint}, qui est la vôtre.',
    signIn: 'Se connecter',
  },
  refused:
    'Cela arrive quand l’enregistrement n’a pas montré votre empreinte en 30 jours, quand le code a été retiré ou est à quelqu’un d’autre, ou quand deux personnes en ont décidé ainsi. Appelez {organization} à un numéro que vous connaissez déjà, ou recommencez.',
  stopped:
    'Un contact de votre organisation n’était pas d’accord pour que vous lisiez. Parlez-en entre vous ; deux personnes {de organization} décident de la suite.',

  recover: {
    question: 'Une autre clé d’accès',
    title: 'Votre clé de secours ouvre vos clés, et une nouvelle clé d’accès est créée pour elles.',
    lead: 'La clé d’accès d’avant ne sert plus, toutes vos sessions finissent, et qui vous a désigné voit que cela a eu lieu.',
    label: 'Clé de secours',
    find: 'Trouver mes clés',
    finding: 'Cherche …',
    foundTitle: 'Ce sont vos clés.',
    found: 'Empreinte {fingerprint}. Créez maintenant une clé d’accès sur cet appareil.',
    make: 'Créer une clé d’accès',
    doneTitle: 'La nouvelle clé d’accès sert. Connectez-vous avec elle.',
    done: 'Celle d’avant n’est plus.',
    lost: 'Clé de secours perdue aussi ? Alors personne ne peut ouvrir vos clés. Inscrivez-vous de nouveau ; un collègue qui lit déjà peut vous désigner.',
    enroll: 'S’inscrire de nouveau',
    signIn: 'Se connecter',
  },
};
