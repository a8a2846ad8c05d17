import type { Word } from '../language/index.ts';

/**
 * Words that ask and say nothing of what is asked («quisiera saber», «me puede contar», «necesito info de»).
 * They are dropped as phrases, because «información» or «decir» alone may well be the topic.
 */
const FRAMES: readonly RegExp[] = [
  /\b(buen[oa]s? (dias|tardes|noches|dia)|buenas|hola|saludos|cordial saludo|buen dia|hi|hello|good (morning|afternoon|evening))\b/g,
  /\b(por favor|muchas gracias|gracias de antemano|mil gracias|gracias|please|thank you|thanks)\b/g,
  /\b((me|nos|le|les) )?(quisiera|quiero|queria|queremos|necesito|necesitamos|necesitaba|deseo|desearia|gustaria|interesa|puede|puedes|podria|podrian|podrias|pueden|hagame el favor de|ayudeme a|ayudame a|tiene idea de|tienen idea de|sabe|sabes|saben|alguien sabe)( (usted|ustedes|alguien))?( (de|a|me|nos|si))*( (saber|conocer|entender|averiguar|preguntar(le|les)?|consultar(le|les)?|preguntarle a usted|decir(me|nos)?|contar(me|nos)?|explicar(me|nos)?|informar(me|nos)?|indicar(me|nos)?|ayudar(me|nos)?|regalar(me|nos)?|colaborar(me|nos)?|aclarar(me|nos)?|confirmar(me|nos)?))+( (acerca|sobre|de|con|en))*\b/g,
  /\b(digame|dime|diganme|cuenteme|cuentame|cuenten|expliqueme|explicame|informeme|hableme|hablame|hablenme|indiqueme|aclareme|muestreme|muestrame|regaleme|deme|dame|pasame|paseme|mandeme|mandame|recuerdeme|recuerdame)( (acerca|sobre|de|del|con))?\b/g,
  /\b(necesito|busco|quiero|tiene|tienen|deme|dame|hay|alguna?|mas|toda la|la) (informacion|info|datos|detalles|noticias) (sobre|acerca de|acerca del|de|del|respecto a)\b/g,
  /\b(que (se )?(sabe|dice|dicen|informacion hay|informacion tienen|me puede decir|me cuenta)|que hay) (sobre|acerca de|acerca del|de|del)\b/g,
  /\b(de|sobre) que (trata|tratan|trato|va|habla|hablan)\b|^(un |el )?(resumen|sintesis) (de|del)\b|^(informacion|info) (sobre|acerca de|acerca del|de|del)\b/g,
  /\b(tiene|tienen|tenia|tenian|tuvo|tuvieron|tenga|tengan) que ver con( el tema( del?)?)?\b/g,
  /\b(tengo una (pregunta|duda|inquietud)|una (pregunta|duda|consulta|preguntica|preguntita)|mi (pregunta|duda|inquietud) es|disculpe|disculpen|perdon|oiga|oye|vea|mire|parce|vecino|veci|sumerce|doctor|doctora|señores?|señorita|amigos?)\b/g,
  /\b(can|could|would) (you|u|someone)( please)? (tell|explain|show|give|help)( me| us)?( about)?\b|\b(tell|show|give) me( about| more about)?\b|\bi (would like|want|need|d like) to (know|ask|find out)( about| if)?\b|\bdo you know( if)?\b|\bi was wondering( if)?\b/g,
];

/** The words without the phrases that only ask. */
export function withoutFrames(all: readonly Word[]): Word[] {
  const text = all.map((word) => word.form).join(' ');
  const starts: number[] = [];
  let at = 0;
  for (const word of all) {
    starts.push(at);
    at += word.form.length + 1;
  }
  const dropped = new Set<number>();
  for (const frame of FRAMES) {
    for (const match of text.matchAll(frame)) {
      const end = match.index + match[0].length;
      starts.forEach((start, index) => {
        if (start >= match.index && start < end) dropped.add(index);
      });
    }
  }
  return all.filter((_, index) => !dropped.has(index));
}
