import type { Language } from './language.ts';
import { stem } from './stem.ts';

/** Folded Spanish function words, interrogatives and the forms of ser, estar, haber and tener. */
const SPANISH = `
a al algo alguien algun alguna algunas alguno algunos alla alli ante antes aqui asi aun aunque bajo bien cabe cada
como con conmigo consigo contigo contra cosa cosas cual cuales cualquier cualquiera cuan cuando cuanta cuantas cuanto
cuantos cuya cuyas cuyo cuyos de del demas dentro desde donde dos durante e el ella ellas ello ellos en entonces entre
era eran eramos eras eres es esa esas ese eso esos esta estaba estaban estabamos estabas estais estamos estan 
estar estara estaran estaria estarian estas este estemos esten esto estos estoy estuve estuvieron estuvimos estuvo fue
fueron fuera fueran fuese fuesen fui fuimos ha habeis habia habian habra habran habria habrian habido habiendo haber
hace haciendo hacia han has hasta hay haya hayan he hemos hube hubiera hubieran hubieron hubo incluso ir jamas junto la
las le les lo los luego mas me menos mi mia mias mientras mio mios mis misma mismas mismo mismos mucha muchas mucho
muchos muy nada nadie ni ningun ninguna ningunas ninguno ningunos no nos nosotras nosotros nuestra nuestras nuestro
nuestros nunca o os otra otras otro otros para pero poca pocas poco pocos por porque pues que quien quienes se sea sean
segun sera seran seria serian ser si sido siempre siendo sin sino sobre sois solo somos son soy su sus suya suyas suyo
suyos tal tales tambien tampoco tan tanta tantas tanto tantos te tendra tendran tendria tenemos tenia tenian tener
tengan tengo tiene tienen tienes ti toda todas todavia todo todos tras tu tus tuve tuvieron tuvo tuya tuyo u un una unas
uno unos usted ustedes va vamos van voy vosotros vuestra vuestro y ya yo da dan dado dio vez veces ahi ahora hoy aca
quisiera quiero quiere puede pueden puedo podria podrian pudo pudieron saber sabe sepa debe deben
`;

/** Folded English function words and interrogatives. */
const ENGLISH = `
a about above after again all also am an and any are as at be because been before being below between both but by can
could did do does doing don done down during each ever few for from further get had has have having he her here hers
him his how i if in into is isn it its itself just know let like lot ll me more most much my myself no nor not now of
off on once only or other our ours out over own please re s same she should so some such t than that the their theirs
them then there these they this those through to too under until up us ve very was we were what when where which while
who whom whose why will with would you your yours
`;

/**
 * Folded stems-to-be of words that questions use and answers seldom repeat: they ask, point or fill («cómo
 * les fue», «qué pasó con», «cuál es el nombre de»). They stay in the question, but weigh less.
 */
const WEAK = `
pasar paso pasa pasado suceder sucedio ocurrir ocurrio decir dice dicen dijo dijeron hablar hablan habla contar cuenta
cuentan hacer hizo hicieron hacen hecho haran hara harian cosa cosas gente tema temas asunto asuntos nombre nombres llama llaman llamo tipo tipos
clase clases forma formas manera maneras parte partes caso casos ver vi mirar miro mira encontrar encuentro encuentra busco buscar
sirve sirven servir toca tocan tocar sale salen salio salieron queda quedan quedo quedaron lleva llevan llevo pone ponen puso
pusieron saca sacan saco sacaron mete meten dar dieron dan deja dejan dejo sigue siguen fue fueron ido va van ultimo ultima ultimos
ultimas metio metieron sirvio sirvieron vio vieron nuevo nueva nuevos nuevas actual actuales actualmente vigente general principal principales importante
importantes exactamente exacto exacta realmente verdad cierto cierta ejemplo relacion respecto relacionado relacionada
relacionados relacionadas existe existen hubo colombia colombiano colombiana colombianos pais gobierno abierto alianza tratar trata tratan
referir refiere incluir incluye incluyen lograr logro lograron persona personas
happen happened say says said tell talk talks made make makes take took taken thing things people person name names called kind kinds type
types part parts way ways case cases find found look work works working actual actually exactly really new latest
current currently main important related regarding exist exists colombia colombian country open government
`;
const weakStems: Readonly<Record<Language, ReadonlySet<string>>> = { es: weakIn('es'), en: weakIn('en') };

function weakIn(language: Language): Set<string> {
  return new Set(
    WEAK.trim()
      .split(/\s+/)
      .map((form) => stem(form, language)),
  );
}

/** True for a folded word that says little of the topic, in any of its forms, though it is no function word. */
export function isWeakWord(form: string, language: Language): boolean {
  return weakStems[language].has(stem(form, language));
}

const sets: Readonly<Record<Language, ReadonlySet<string>>> = {
  es: new Set(SPANISH.trim().split(/\s+/)),
  en: new Set(ENGLISH.trim().split(/\s+/)),
};

/** True for a folded word that says nothing of the topic in that language. */
export function isStopWord(form: string, language: Language): boolean {
  return sets[language].has(form) || (form.length === 1 && !/\d/.test(form));
}

/** How many of the folded words are function words of each language, the words of both left out. */
export function functionWordCounts(forms: Iterable<string>): Readonly<Record<Language, number>> {
  let es = 0;
  let en = 0;
  for (const form of forms) {
    const inSpanish = sets.es.has(form);
    const inEnglish = sets.en.has(form);
    if (inSpanish && !inEnglish) es++;
    if (inEnglish && !inSpanish) en++;
  }
  return { es, en };
}

/** The folded function words of a language. */
export function stopWords(language: Language): ReadonlySet<string> {
  return sets[language];
}
