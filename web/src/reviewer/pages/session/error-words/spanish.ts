import type { ErrorWords } from './error-words.ts';

export const spanish: ErrorWords = {
  locked: 'Sus claves están guardadas. Inicie sesión de nuevo.',
  'wrong-key': 'Eso no abre sus claves.',
  mistyped: 'Lo escrito tiene un error. Compárelo grupo por grupo con lo impreso.',
  'damaged-keys':
    'Sus claves envueltas faltan en el portal o no se pueden leer. Registre otra llave de acceso con su clave de recuperación o su archivo de clave.',
  'unknown-recovery':
    'El portal no guarda claves para esta clave de recuperación. Compárela con su nota; si es correcta, inscríbase de nuevo.',
  'older-keys':
    'El portal dio una copia de sus claves más antigua que la que este navegador ha visto. No se abrió nada. Avise a {organization}.',
  'other-person': 'La sesión es de otra persona que estas claves. No se abrió nada. Inicie sesión de nuevo.',
  'weak-passphrase': 'La frase de contraseña tiene menos de 10 caracteres. Tome cuatro o cinco palabras al azar.',
  'needs-recovery':
    'Para eso hace falta su clave de recuperación: guarde las claves, ábralas con ella e inténtelo antes que nada.',
  'release-refused:manifest':
    'Rechazado: lo que contiene esta entrega no está declarado en la única forma admitida. No se abrió nada. Avise a {organization}.',
  'release-refused:keys':
    'Rechazado: el conjunto de claves junto a esta entrega no se puede leer. No se abrió nada. Avise a {organization}.',
  'release-refused:approvals':
    'Rechazado: dos personas distintas de {organization} no aprobaron exactamente esta entrega. No se abrió nada. Avise a {organization}.',
  'release-refused:fingerprint':
    'Rechazado: esta entrega está firmada con otras claves que las de su aviso. No se abrió nada. Compare la huella con su aviso, con el DNS o por teléfono.',
  'release-refused:log':
    'Rechazado: el registro público no prueba esta entrega. No se abrió nada. Avise a {organization}.',
  'release-refused:scope':
    'Rechazado: esta entrega es de otro incidente o de otra parte. No se abrió nada. Avise a {organization}.',
  'release-refused:chain':
    'Rechazado: esta entrega no sigue a la anterior, o hay dos con el mismo número. No se abrió nada. Avise a {organization}.',
  'release-withheld':
    'El portal nombra una entrega y no la da. No se abrió nada. Inténtelo otra vez; si sigue igual, avise a {organization}.',
  'log-not-continued':
    'No: este registro no continúa el de su aviso o el último que vio. No se abrió nada. Llame a {organization} y conserve su aviso.',
  'log-silent':
    'El registro en el sitio de {organization} no responde o va con retraso. Sin él no se puede probar nada, así que no se abrió nada. Inténtelo en unos minutos.',
  'rolled-back': 'No: esta es una entrega más antigua que la última que vio. No se abrió nada. Avise a {organization}.',
  'no-grant':
    'Esta entrega no contiene ninguna clave para usted. O le admitieron después, o le retiraron el acceso. Pregunte a quien nombra a sus lectores.',
  'damaged-grant': 'Su clave para esta entrega fue alterada en el camino. No se abrió nada. Avise a {organization}.',
  'damaged-index':
    'La lista de mensajes fue alterada en el camino. No se abrió nada. Inténtelo otra vez; si sigue igual, avise a {organization}.',
  'unknown-message': 'Esta entrega no tiene ese mensaje.',
  'missing-object': 'Este mensaje falta en el portal. Los demás se abren.',
  'damaged-object': 'Este mensaje no se pudo abrir: su huella difiere. Los demás se abren.',
  'damaged-file': 'Este archivo no es una entrega, o fue cortado o alterado. No se abrió nada.',
  'no-vault': 'No hay ninguna entrega abierta.',
  'note-refused': 'El portal no aceptó la nota. No está guardada; inténtelo otra vez.',
  'too-long': 'La nota tiene más de 4000 caracteres.',
  'session-ended': 'La sesión ha terminado. Inicie sesión de nuevo; seguirá donde estaba.',
  'portal-silent': 'El portal no responde. Eso no dice nada de su correo. Inténtelo en unos minutos.',
  'portal-broken': 'El portal falló, o algo respondió en su lugar. Inténtelo en unos minutos o desde otra red.',
  'lab-silent':
    'El portal espera a que {organization} diga quién puede leer qué, y hasta entonces no sirve a nadie. Tarda un día como mucho.',
  'too-many': 'El portal pide ir más despacio. Inténtelo en unos minutos; no se pierde nada.',
  denied: 'El portal lo rechazó. Cargue la página de nuevo; si sigue igual, avise a {organization}.',
  cancelled: 'Detenido.',
  'worker-ended': 'La parte de esta página que guarda las claves se detuvo. Cargue la página de nuevo.',
  fault: 'Algo se rompió en esta página. Cárguela de nuevo; no se pierde nada.',
};
