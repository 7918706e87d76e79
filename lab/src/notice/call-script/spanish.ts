export const spanishScript = `Guion de llamada: avisos de {organization}

1. «Habla con {organization}. Ha recibido un aviso nuestro. Léame el código, grupo por grupo, por favor».
   Escriba: candor support lookup <código>
   ¿No tiene el código a mano? Pida el dominio que va tras la @ de su dirección de correo: candor support lookup <dominio>

2. Qué permite decir la respuesta
   genuine      «Sí, emitimos este aviso el <día>, para <dominio>. Haga lo que pide».
   superseded   «Sí, y un aviso posterior, del <día>, lo ha sustituido. Siga el posterior».
   withdrawn    «Lo emitimos y lo retiramos el <día>. No actúe conforme a él; le informaremos».
   misdirected  «Este aviso no era para usted. Bórrelo, por favor. Hemos dejado constancia del error».
   unknown      «No hemos emitido ningún aviso con este código. No actúe conforme a él. ¿Puede enviarnos una copia? A {reply}».
   a slip       «Lea otra vez el grupo <n>, por favor». El último símbolo del código descubre un símbolo equivocado.

3. Compare el dominio. Si la persona habla en nombre de otra organización que la que usted ve, diga:
   «Este código no es para su organización. No actúe conforme a él y envíenos una copia: {reply}».

4. No diga nunca, pregunte quien pregunte: qué hay en un mensaje, cuántos mensajes son, nombres, otras organizaciones
   ni si otro dominio tiene un aviso. No pida nunca una contraseña, un pago ni acceso remoto.
   No llame nunca a un número que le den por teléfono; use el que ya conoce.

5. Cómo comprobarlo sin teléfono
   Página {page}
   DNS    dig TXT _candor.{domain}

6. «No he recibido ningún aviso; ¿estamos afectados?» No lo busque por esa persona. Diga:
   «Escriba a {reply} desde el dominio de su organización. Cuando haya demostrado que el dominio es suyo, dos de nosotros firmarán una respuesta».

7. Prensa, policía, abogados: anote nombre y número, prometa una llamada y no diga nada más.
`;
