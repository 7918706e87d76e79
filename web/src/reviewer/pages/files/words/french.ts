import type { FilesWords } from '../files-words.ts';

export const french: FilesWords = {
  question: 'Fichiers de cet appareil',
  title: 'Ouvrez un fichier de clé, pour lire sans le portail ou pour lui enregistrer une clé d’accès.',
  lead: 'Les deux fichiers sont lus sur cet appareil et ne sont envoyés nulle part.',
  keyFile: 'Votre fichier de clé',
  passphrase: 'Sa phrase secrète',
  passphraseHint: 'Laissez vide si le fichier n’en a pas.',
  keySet: 'Empreinte des clés de l’organisation',
  keySetHint: 'Telle que votre avis l’imprime : {entered} caractères sur 32',
  keySetSlip: 'Le groupe {group} contient un caractère qu’aucune empreinte n’a.',
  read: 'Lire une livraison depuis le disque',
  readLead:
    'Les mêmes contrôles qu’avec le portail, sauf deux : personne ne peut dire si le registre public a continué depuis, ni s’il existe une livraison plus récente.',
  release: 'La livraison (release.candor)',
  open: 'Contrôler et ouvrir',
  opening: 'Contrôle …',
  passkey: 'Enregistrer une clé d’accès pour ces clés',
  passkeyLead:
    'Pour des clés faites par un programme, ou quand la clé d’accès et la clé de secours sont toutes deux perdues. L’organisation doit les avoir admises auparavant.',
  take: 'Continuer avec ces clés',
  taking: 'Un instant …',
  missing: 'Choisissez d’abord le fichier de clé et saisissez l’empreinte entière.',
  recovery: 'Votre nouvelle clé de secours',
  recoveryLead:
    'Elle est montrée une seule fois. Elle ouvre vos clés quand la clé d’accès ne le peut pas. Écrivez-la sur papier, puis saisissez-la ici.',
  typeBack: 'La clé de secours, telle que vous l’avez notée',
  wrong: 'Ce n’est pas ce qui a été montré. Comparez avec votre note.',
  make: 'Créer une clé d’accès',
  done: 'La clé d’accès est enregistrée. Toutes les sessions antérieures sont terminées.',
  signIn: 'Se connecter',
  needsPortal:
    'Cette livraison a été ouverte depuis le disque. Ce que les personnes de votre organisation font ensemble se trouve sur le portail.',
  leave: 'Ranger les clés et se connecter',
};
