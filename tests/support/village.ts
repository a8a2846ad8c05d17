import type { Files } from './knowledge-folder.ts';

const planFile = (roman: string, number: number, commitments: number, who: string, year: number): string =>
  `---
title: ${roman} Plan del pueblo
tipo: plan
plan: ${number}
weight: ${number}
date: ${year}-03-04
---

## ¿Cuántos compromisos tuvo el ${roman} Plan?

El ${roman} Plan tuvo ${commitments} compromisos, según el acta.

## ¿Quién coordinó el ${roman} Plan?

El ${roman} Plan lo coordinó la ${who}.

## ¿Cuándo se presentó el ${roman} Plan?

El ${roman} Plan se presentó el 4 de marzo de ${year} en la plaza.
`;

const challengeFile = (title: string, weight: number, text: string): string =>
  `---\ntitle: ${title}\ntipo: desafio\nweight: ${weight}\n---\n\n## ¿De qué trata el desafío de ${title.toLowerCase()}?\n\n${text}\n`;

/** A small invented folder: three plans, two challenges, a glossary, two posts and a page in English. */
export const VILLAGE: Files = {
  'planes/iii.md': planFile('III', 3, 26, 'Secretaría del Río', 2017),
  'planes/iv.md': planFile('IV', 4, 15, 'Oficina de los Puentes', 2020),
  'planes/v.md': planFile('V', 5, 9, 'Mesa de la Montaña', 2023),
  'desafios/agua.md': challengeFile(
    'Agua',
    1,
    'El desafío de agua busca medir el caudal de la quebrada. Las medidas se publican cada mes. El acueducto las revisa. Los vecinos las leen en la plaza.',
  ),
  'desafios/caminos.md': challengeFile(
    'Caminos',
    2,
    'El desafío de caminos busca arreglar los senderos de la vereda. Participan los arrieros.',
  ),
  'glosario/glosario.md':
    '---\ntitle: Glosario\ntipo: glosario\n---\n\n## JAP (Junta de Agua Potable)\n\nLa Junta de Agua Potable (JAP) vigila el acueducto del pueblo.\n\n## Mojón\n\nUn mojón es una piedra que marca un lindero.\n',
  'publicaciones/2021-05-06-feria.md':
    '---\ntitle: Feria de la transparencia\ndate: 2021-05-06\n---\n\nLa feria de la transparencia reunió a 1.712 personas en Chaparral.\n',
  'publicaciones/2019-01-02-minga.md':
    '---\ntitle: Minga por el puente\ndate: 2019-01-02\n---\n\nLa minga por el puente duró tres días. Se necesitaba:\n\n- madera\n- clavos\n- sogas\n',
  'english/about.md':
    '---\ntitle: About the village\nlang: en\n---\n\n## Who keeps the library?\n\nThe library of the village is kept by Rosa Marín.\n',
  'tesauro.yml': '- [acueducto, empresa de agua, waterworks]\n- [presupuesto, plata]\n',
};
