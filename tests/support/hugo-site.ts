import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const page = (title: string, more = ''): string => `---\ntitle: ${title}\n${more}---\n\n`;

/** The content tree of a Hugo site in two languages, with what real ones have, by path. */
const HUGO_CONTENT: Readonly<Record<string, string>> = {
  '_index.md': `${page('Gobierno abierto en el pueblo')}Este es el sitio del gobierno abierto del pueblo.\n`,
  '_index.en.md': `${page('Open government in town')}This is the site of the open government of the town.\n`,
  'planes/_index.md': `${page('Planes', 'slug: nada\n')}El pueblo ha tenido tres planes de acción.\n`,
  'desafios/_index.md': page('Desafíos'),
  'planes/primer-plan.md': `${page('Primer plan', 'aliases: [/viejo/plan-uno/]\n')}El primer plan tuvo 11 compromisos. Vea [el segundo](../segundo-plan/) y [el tercero](tercer-plan.md#mesas).\n`,
  'planes/Segundo Plan - Versión ñ.md': `${page('Segundo plan')}El segundo plan tuvo 12 compromisos.\n`,
  'planes/tercer-plan.md': `+++\ntitle = "Tercer plan"\ndate = 2017-09-22\nslug = "plan-tres"\ntags = ["a", "b"]\n[menu.main]\nweight = 3\n+++\n\n## Mesas\n\nEl tercer plan tuvo {{< cifra n="26" >}}26{{< /cifra >}} compromisos.\n`,
  'planes/cuarto-plan.md': `${page('Cuarto plan', 'url: /cuarto/\n')}El cuarto plan tuvo 14 compromisos. Siga [el blog]({{< ref "mesa-de-mayo" >}}) o [el tercero]({{% relref "/planes/tercer-plan.md#mesas" %}}).\n`,
  'planes/cuarto-plan.en.md': `${page('Fourth plan', 'url: fourth/\n')}The fourth plan of the town had 14 commitments.\n`,
  'planes/primer-plan.en.md': `${page('First plan', 'slug: plan-one\n')}The first plan of the town had 11 commitments.\n`,
  'blog/mesa-de-mayo/index.md': `${page('Mesa de mayo', 'date: 2018-05-03\n')}{{< figure src="mesa.jpg" >}}\n\nLa mesa de mayo reunió a 41 personas.\n`,
  'blog/mesa-de-mayo/index.en.md': `${page('May table', 'date: 2018-05-03\n')}The table of May brought 41 people together.\n`,
  'blog/mesa-de-mayo/acta.md': `${page('Acta')}El acta de la mesa la firmó la alcaldesa.\n`,
  'blog/mesa-de-mayo/anexos/lista.md': `${page('Lista')}En la lista firmaron siete veedurías.\n`,
  'blog/mesa-de-mayo/acta.en.md': `${page('Minutes')}The minutes of the table were signed by the mayor.\n`,
  'blog/2018/nota.md': `${page('Nota de 2018', 'slug: Una Nota\n')}La nota de 2018 habla de los parques.\n`,
  'blog/oculto/index.md': `${page('Oculto', 'headless: true\n')}Este texto no tiene página propia.\n`,
  'blog/sin-pagina.md': `${page('Sin página', 'build:\n  render: never\n')}Este otro texto tampoco tiene página.\n`,
  'blog/borrador/index.md': `${page('Borrador', 'draft: true\n')}Todavía no.\n`,
  'blog/borrador/anexo.md': `${page('Anexo del borrador')}Tampoco esto.\n`,
  'blog/futuro.md': `${page('Futuro', 'date: 2030-01-01\n')}Más adelante.\n`,
  'blog/programado.md': `${page('Programado', 'date: 2018-01-01\npublishDate: 2030-01-01\n')}Más adelante.\n`,
  'blog/vencido.md': `${page('Vencido', 'expiryDate: 2019-01-01\n')}Ya no.\n`,
  'en/about.md': `${page('About us')}We are the open government of the town.\n`,
};

/** Where each page of the tree is published, under `https://aga.co/sitio/`. */
export const HUGO_ADDRESSES: Readonly<Record<string, string>> = {
  '_index.md': '',
  '_index.en.md': 'en/',
  'planes/_index.md': 'planes/',
  'planes/primer-plan.md': 'planes/primer-plan/',
  'planes/Segundo Plan - Versión ñ.md': 'planes/segundo-plan-versi%C3%B3n-%C3%B1/',
  'planes/tercer-plan.md': 'planes/plan-tres/',
  'planes/cuarto-plan.md': 'cuarto/',
  'planes/cuarto-plan.en.md': 'en/fourth/',
  'planes/primer-plan.en.md': 'en/planes/plan-one/',
  'blog/mesa-de-mayo/index.md': 'blog/mesa-de-mayo/',
  'blog/mesa-de-mayo/index.en.md': 'en/blog/mesa-de-mayo/',
  'blog/mesa-de-mayo/acta.md': 'blog/mesa-de-mayo/',
  'blog/mesa-de-mayo/acta.en.md': 'en/blog/mesa-de-mayo/',
  'blog/mesa-de-mayo/anexos/lista.md': 'blog/mesa-de-mayo/',
  'blog/2018/nota.md': 'blog/2018/una-nota/',
  'en/about.md': 'en/about/',
};

/** Writes the tree into a folder of its own and gives its path. */
export function writeHugoSite(): string {
  const dir = mkdtempSync(join(tmpdir(), 'hugo-'));
  for (const [path, text] of Object.entries(HUGO_CONTENT)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}
