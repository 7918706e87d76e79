import type { DetailPhrases } from '../detail-phrases.ts';

export const frenchDetails: DetailPhrases = {
  detailsHeading: 'Détails',
  allFiguresHeading: 'Tous les chiffres',
  addedHeading: 'Pour vous en particulier',
  customersHeading: 'Texte pour vos clients',
  customers: {
    one: 'Un intrus a eu accès à des boîtes e-mail chez {organization} ({domain}) {span}. {n} message entre cette organisation et nous est touché. Nous examinons lesquelles de vos données il contient et vous en informerons.',
    other:
      'Un intrus a eu accès à des boîtes e-mail chez {organization} ({domain}) {span}. {n de} messages entre cette organisation et nous sont touchés. Nous examinons lesquelles de vos données ils contiennent et vous en informerons.',
  },
  wordsHeading: 'Ce que veulent dire les mots',
  words: {
    accessed:
      'Ouvert ou copié : une entrée de notre journal d’accès nomme le message, et elle vient de l’intrus ; ou l’intrus y a répondu.',
    presumed:
      'À présumer copié : l’intrus a relevé un dossier entier de la boîte, exporté du courrier de la boîte, se faisait transférer de tels messages, ou se trouvait ou pouvait se trouver dans la boîte alors que le journal était incomplet ; ou une entrée nomme le message, qui peut venir de l’intrus ou désigner un autre message. Rien ne montre que le message a été épargné.',
    partial:
      'Vu en partie : une recherche de l’intrus trouve le message, ou l’intrus a affiché la liste de son dossier, ou l’a déplacé, modifié ou supprimé.',
    possible:
      'Ne peut être exclu : l’intrus pouvait atteindre le message, et aucune entrée ne montre s’il l’a fait ; ou une entrée sur son dossier, sa boîte ou un transfert peut venir de l’intrus.',
    undetermined:
      'Nos journaux ne disent rien : rien ne montre un accès de l’intrus, et le journal n’est pas assez complet ou assez clair pour dire qu’il n’y en a pas eu.',
  },
  wordsBulk: 'Envoyé en nombre ou par liste : marqué ainsi par l’expéditeur. Le message est compté ci-dessus.',
  wordsHeld:
    'Retenu : nos juristes vérifient s’il est couvert par le secret avant que quiconque le lise. Il est compté ci-dessus.',
  notDelayed: 'Aucune autorité ne nous a demandé de retarder cet avis.',
  countedMessages: {
    one: 'Sur {told de} messages, {n} est au moins dans le cas « ne peut être exclu ».',
    other: 'Sur {told de} messages, {n} sont au moins dans le cas « ne peut être exclu ».',
  },
  windowMoments: 'Période d’accès : {from} – {to}.',
  recordedMoments: 'Première et dernière entrée de l’intrus dans nos journaux : {first}, et {last}.',
  boundDomains: 'Établi pour : {domains}.',
  origin:
    'Tous les chiffres sont calculés à partir de nos boîtes et journaux : version {version}, empreinte {digest}. Ils ne peuvent pas être modifiés à la main.',
  originListed:
    'Tous les chiffres, sauf celui des mots de passe et des clés, sont calculés à partir de nos boîtes et journaux : version {version}, empreinte {digest}. Ils ne peuvent pas être modifiés à la main. Nos équipes ont relevé quels messages contiennent des mots de passe ou des clés.',
  logMeaning:
    'Conservez cet avis : avec la taille et la racine du registre public, vous pourrez montrer plus tard si ce registre a été modifié.',
  codeMeaning: 'Le code désigne cet avis. Il n’ouvre rien et ne prouve rien sur vous.',
  gapsHeading: 'Lacunes de nos journaux d’accès',
  gapRow: { one: '{gap} : {n} boîte', other: '{gap} : {n} boîtes' },
  gaps: {
    throttled: 'Il y a eu tant d’ouvertures que le fournisseur a cessé d’enregistrer',
    lossy: 'Des entrées indiquent moins que ce qui s’est passé',
    truncated: 'Le journal a été exporté incomplètement',
    bypassed: 'Un compte était exempté de l’enregistrement',
    'ingestion-off': 'L’enregistrement était arrêté pour toute l’organisation',
    unlicensed: 'La licence nécessaire à l’enregistrement manquait',
    'audit-off': 'L’enregistrement était arrêté',
    'before-retention': 'Des entrées ont été supprimées avant d’être mises en sûreté',
    unsupported: 'Les boîtes de ce type ne sont pas enregistrées',
    'not-recorded': 'La boîte était utilisée, et aucun accès n’a été enregistré',
    unasserted: 'Personne ne confirme que le journal est complet',
  },
};
