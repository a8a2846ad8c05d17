import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage as HttpRequest, ServerResponse } from 'node:http';
import { join } from 'node:path';
import {
  type AdapterTexts,
  type Language,
  type Logger,
  languageOfTag,
  type Route,
} from '../../src/messaging/index.ts';
import { packageRoot } from '../../src/package-root.ts';
import { fileHeaders, pageHeaders } from './headers.ts';
import { preferredLanguage } from './incoming.ts';
import { renderPage, renderWidget } from './page.ts';
import type { WebSettings } from './settings.ts';

const FOLDER = join(packageRoot, 'adapters', 'web', 'public');

/** What the static routes need. */
export interface FilesOptions {
  readonly settings: WebSettings;
  readonly texts: (language: Language) => AdapterTexts;
  readonly logger: Logger;
}

/** The page and its files, read from disk for each request: they are small, and what is on disk is what is served. */
export function fileRoutes({ settings, texts, logger }: FilesOptions): readonly Route[] {
  const { WEB_PATH: path, WEB_ORIGINS: origins } = settings;
  const base = path.slice(path.lastIndexOf('/') + 1);
  const read = (name: string): Promise<string> => readFile(join(FOLDER, name), 'utf8');
  const route = (
    routePath: string,
    type: string,
    headers: Readonly<Record<string, string>>,
    body: (request: HttpRequest) => Promise<string>,
  ): Route => ({
    path: routePath,
    handle: (request, response) => {
      serve(request, response, { ...headers, 'Content-Type': `${type}; charset=utf-8` }, body).catch(
        (error) => {
          logger.error('web.file.failed', { error });
          response.destroy();
        },
      );
    },
  });
  const page = async ({ headers }: HttpRequest): Promise<string> => {
    const language = languageOfTag(preferredLanguage(headers['accept-language']));
    return renderPage({ html: await read('chat.html'), base, language, texts });
  };
  return [
    route(path, 'text/html', pageHeaders(origins), page),
    route(`${path}/chat.js`, 'text/javascript', fileHeaders(false), () => read('chat.js')),
    route(`${path}/chat.css`, 'text/css', fileHeaders(false), () => read('chat.css')),
    route(`${path}/icon.svg`, 'image/svg+xml', fileHeaders(false), () => read('icon.svg')),
    route(`${path}/widget.js`, 'text/javascript', fileHeaders(true), async () =>
      renderWidget(await read('widget.js'), texts),
    ),
  ];
}

/** Serves a text with an entity tag, so that a browser that has it is told so alone. */
async function serve(
  request: HttpRequest,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  body: (request: HttpRequest) => Promise<string>,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const text = await body(request);
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const isKnown = request.headers['if-none-match'] === etag;
  response.writeHead(isKnown ? 304 : 200, { ...headers, ETag: etag });
  response.end(isKnown || request.method === 'HEAD' ? undefined : text);
}
