import type { SharedWords } from './shared-words.ts';

export const french: SharedWords = {
  pageTitle: 'Vos courriels avec {organization}',
  sections: {
    overview: 'Aperçu',
    messages: 'Messages',
    secrets: 'Secrets',
    people: 'Personnes',
    trust: 'Confiance',
    report: 'Votre déclaration',
  },
  sectionsLabel: 'Rubriques',
  more: 'Plus',
  emailsWith: 'courriels avec {organization}',
  skip: 'Aller au contenu',
  account: 'Vous et cet appareil',
  signOut: 'Se déconnecter',
  language: 'Langue',
  theme: 'Couleurs',
  themes: { system: 'Comme l’appareil', light: 'Clair', dark: 'Sombre' },
  verdicts: {
    accessed: { sentence: 'ouvert ou copié', short: 'ouvert' },
    presumed: { sentence: 'à tenir pour copié', short: 'tenu pour copié' },
    partial: { sentence: 'une partie a été vue', short: 'vu en partie' },
    possible: { sentence: 'ne peut être exclu', short: 'non exclu' },
    undetermined: { sentence: 'le journal ne peut le dire', short: 'journal muet' },
    'no-evidence': { sentence: 'journal complet, aucun accès', short: 'aucun accès' },
    absent: { sentence: 'arrivé après le départ de l’intrus', short: 'arrivé après' },
  },
  status: {
    keysHere: 'clés et courriels sur cet appareil seulement',
    nobody: 'personne n’est connecté',
    idleSoon:
      'Personne n’a touché cette page depuis 14 minutes. Dans une minute les clés sont rangées et vous êtes déconnecté ; appuyez sur une touche pour rester.',
    clock: {
      ahead: 'L’horloge de cet appareil avance de {minutes} min ; les heures ici sont celles du portail.',
      behind: 'L’horloge de cet appareil retarde de {minutes} min ; les heures ici sont celles du portail.',
    },
    keeping: {
      full: 'Le stockage de ce navigateur est plein : le courrier que vous ouvrez sera chargé de nouveau la prochaine fois. La lecture continue.',
      none: 'Ce navigateur ne garde rien (fenêtre privée) : le courrier que vous ouvrez sera chargé de nouveau la prochaine fois. La lecture continue.',
      unkept:
        'Le portail n’a pas gardé ce que vous avez vu. Cet onglet le sait ; un autre appareil pourrait ne pas remarquer qu’on lui montre quelque chose de plus ancien. Un nouvel essai suit au prochain contrôle.',
    },
  },
  loading: 'Chargement',
  tryAgain: 'Réessayer',
  copy: 'Copier',
  copied: 'Copié',
  close: 'Fermer',
  cancel: 'Annuler',
  fault: {
    title: 'Cette page s’est interrompue.',
    what: 'Ce qu’elle faisait est perdu ; vos courriels et vos clés ne le sont pas. Elle a dit : {fault}',
    kept: 'Rien n’a été envoyé à personne.',
    reload: 'Recharger la page',
  },
  settingsMissing: {
    title: 'Le site ne dit pas où est son portail.',
    what: 'Le fichier settings.json à côté de cette page ne se charge pas ou est d’une autre version. Rien n’est perdu.',
    other: 'Sans cette page : candor enroll et candor open font la même chose.',
  },
  notFound: { title: 'Cette page n’existe pas.', back: 'Aller à l’aperçu' },
};
