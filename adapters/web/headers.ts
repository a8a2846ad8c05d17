/** Headers of everything that is served: no other site's code, frames, senses or caches take part. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** Headers of what only the page itself may ask for. */
export const PRIVATE: Readonly<Record<string, string>> = {
  ...EVERYWHERE,
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Headers of a static file; the widget's script is the one that other sites may load. */
export function fileHeaders(isShared: boolean): Readonly<Record<string, string>> {
  return {
    ...EVERYWHERE,
    'Cache-Control': 'no-cache',
    'Cross-Origin-Resource-Policy': isShared ? 'cross-origin' : 'same-origin',
  };
}

/** Headers of the page. Its own files and requests are all it may use; its own site and `origins` may frame it. */
export function pageHeaders(origins: readonly string[]): Readonly<Record<string, string>> {
  return {
    ...EVERYWHERE,
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Language',
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${["'self'", ...origins].join(' ')}`,
    ].join('; '),
  };
}
