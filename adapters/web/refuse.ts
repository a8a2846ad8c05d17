import type { ServerResponse } from 'node:http';
import { PRIVATE } from './headers.ts';

/** Answers with a status that says why there is nothing else. */
export function refuse(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...PRIVATE, ...headers }).end();
}

/** Refuses who asked too often (`wait` seconds to go), or everyone while the assistant starts or stops. */
export function refuseForNow(response: ServerResponse, wait: number): void {
  if (wait > 0) refuse(response, 429, { 'Retry-After': String(wait) });
  else refuse(response, 503, { 'Retry-After': '5' });
}
