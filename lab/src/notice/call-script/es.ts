export const script = `Guion de llamada: avisos de {organization}

1. «Habla con {organization}. Ha recibido un aviso nuestro. Léame el código, grupo por grupo, por favor».
   Escriba: candor support lookup <código>
   ¿No tiene el código a mano? Sin él no confirme nada, sea cual sea el dominio que nombre. Diga:
   «Solo el código me dice qué aviso tiene. Búsquelo y vuelva a llamar, por favor, o escríbanos: {reply}».
   candor support lookup <dominio> muestra, solo a usted, lo que se ha emitido; a nadie se le dice por teléfono.

2. Qué permite decir la respuesta: nunca que un aviso es auténtico, porque por teléfono nadie compara su texto
   issued       «Emitimos un aviso con este código el <día>, para <dominio>. No he comparado su texto: un código verdadero puede estar copiado en un mensaje falso. Para estar seguro de cada palabra, escriba {page} en su navegador, introduzca código y dominio y deposite allí el mensaje. Cuando la página diga que es auténtico, haga lo que pide; antes no».
   superseded   «Lo mismo, y un aviso posterior, del <día>, lo ha sustituido. Siga el posterior, cuando lo haya comprobado».
   withdrawn    «Lo emitimos y lo retiramos el <día>. No actúe conforme a él; le informaremos».
   misdirected  «Este aviso no era para usted. Bórrelo, por favor. Hemos dejado constancia del error».
   unknown      «No hemos emitido ningún aviso con este código. No actúe conforme a él. ¿Puede enviarnos una copia? A {reply}».
   a slip       «Lea otra vez el grupo <n>, por favor». Si no se nombra ningún grupo: «Lea otra vez todos los grupos, por favor».

3. Compare el dominio. Si la persona habla en nombre de otra organización que la que usted ve, diga:
   «Este código no es para su organización. No actúe conforme a él y envíenos una copia: {reply}».

4. No diga nunca, pregunte quien pregunte: qué hay en un mensaje, cuántos mensajes son, nombres, otras organizaciones ni si otro dominio tiene un aviso. No pida nunca una contraseña, un pago ni acceso remoto. No llame nunca a un número que le den por teléfono; use el que ya conoce.

5. Cómo comprobarlo sin teléfono
   Página {page}
   DNS    dig TXT _candor.{domain}

6. «No he recibido ningún aviso; ¿estamos afectados?» No lo busque por esa persona. Diga:
   «Escriba a {reply} desde el dominio de su organización. Cuando haya demostrado que el dominio es suyo, dos de nosotros firmarán una respuesta».

7. Prensa, policía, abogados: anote nombre y número, prometa una llamada y no diga nada más.
`;
