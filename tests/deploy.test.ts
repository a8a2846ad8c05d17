import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../src/package-root.ts';
import { memoryOptions } from './support/built.ts';

const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');

describe('the Dockerfile', () => {
  const dockerfile = read('Dockerfile').replace(/\\\n\s*/g, ' ');
  const instructions = dockerfile.split('\n').flatMap((line) => {
    const [, name, rest] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    return name === undefined || rest === undefined ? [] : [{ name, rest }];
  });
  const all = (name: string): string[] =>
    instructions.flatMap((one) => (one.name === name ? [one.rest] : []));
  const last = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));

  it('names the major version of each base', () => {
    expect(all('FROM')).toHaveLength(2);
    for (const base of all('FROM')) expect(base).toMatch(/^node:\d+-bookworm-slim( AS \w+)?$/);
  });

  it('copies only what exists, and .dockerignore lets in no more than that', () => {
    const copied = all('COPY')
      .filter((rest) => !rest.startsWith('--from'))
      .flatMap((rest) => rest.split(' ').slice(0, -1));
    for (const path of copied) expect(existsSync(join(packageRoot, path)), path).toBe(true);
    const ignore = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(ignore[0]).toBe('*');
    expect(new Set(ignore.slice(1))).toEqual(new Set(copied.map((path) => `!${path}`)));
  });

  it('leaves the tools out and runs without privileges', () => {
    expect(all('RUN').join('\n')).toContain('npm prune --omit=dev');
    const names = last.map(({ name, rest }) => `${name} ${rest}`);
    expect(names).toContain('VOLUME /app/data');
    expect(names.indexOf('USER node')).toBeGreaterThan(0);
    expect(names.indexOf('USER node')).toBeLessThan(names.findIndex((one) => one.startsWith('CMD')));
    expect(all('ENV').join(' ')).toContain('NODE_ENV=production');
    expect(z.array(z.string()).parse(JSON.parse(all('CMD')[0] ?? ''))).toEqual([
      'node',
      ...memoryOptions,
      'dist/src/main.js',
    ]);
  });

  it('asks /healthz whether it is well', async () => {
    const [, json = ''] = /CMD (\[.+\])$/.exec(all('HEALTHCHECK')[0] ?? '') ?? [];
    const [node, ...args] = z.array(z.string()).parse(JSON.parse(json));
    expect(node).toBe('node');
    const paths: (string | undefined)[] = [];
    let code = 200;
    const server = createServer(({ url }, response) => {
      paths.push(url);
      response.writeHead(code).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const PORT = String((server.address() as AddressInfo).port);
    const check = async () => (await once(spawn(process.execPath, args, { env: { PORT } }), 'close'))[0];
    expect(await check()).toBe(0);
    code = 503;
    expect(await check()).toBe(1);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await check()).toBe(1);
    expect(paths).toEqual(['/healthz', '/healthz']);
  });
});

describe('compose.yaml', () => {
  const service = z.object({
    image: z.string().optional(),
    build: z.string().optional(),
    env_file: z.string().optional(),
    environment: z.record(z.string(), z.string()),
    ports: z.array(z.string()).optional(),
    volumes: z.array(z.string()),
    read_only: z.literal(true),
    tmpfs: z.array(z.string()),
    security_opt: z.array(z.string()),
    cap_drop: z.array(z.string()).optional(),
    depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
    healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  });
  const { services, volumes } = z
    .object({
      services: z.object({ bot: service, postgres: service }),
      volumes: z.record(z.string(), z.null()),
    })
    .parse(parse(read('compose.yaml')));
  const { bot, postgres } = services;

  it('runs both without writable disks, and the bot without capabilities', () => {
    for (const { tmpfs, security_opt } of [bot, postgres]) {
      expect(tmpfs).toContain('/tmp');
      expect(security_opt).toContain('no-new-privileges:true');
    }
    expect(bot.cap_drop).toEqual(['ALL']);
  });

  it('keeps the data in volumes that it declares, and the documents read-only', () => {
    expect(bot.volumes).toContain('./knowledge:/app/knowledge:ro');
    const named = [...bot.volumes, ...postgres.volumes].flatMap((mount) => {
      const [source = ''] = mount.split(':');
      return source.startsWith('.') ? [] : [source];
    });
    expect(new Set(named)).toEqual(new Set(Object.keys(volumes)));
  });

  it('opens no port to other machines, and waits for a database that is well', () => {
    expect(postgres.ports).toBeUndefined();
    for (const port of bot.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(postgres.image).toMatch(/^postgres:16-/);
    expect(postgres.healthcheck?.test.join(' ')).toContain('pg_isready');
    expect(bot.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  });

  it('takes its secrets from the file of variables', () => {
    expect(bot.env_file).toBe('.env');
    const values = { ...bot.environment, ...postgres.environment };
    for (const [name, value] of Object.entries(values))
      if (/PASSWORD|TOKEN|SECRET|URL/.test(name)) expect(value, name).toContain('${POSTGRES_PASSWORD:?');
  });
});

describe('the systemd unit', () => {
  const unit = read('deploy/aga-asistente.service');
  const valueIn = (key: string): string | undefined => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1];

  it('starts what the build makes, as a user of its own', () => {
    const options = memoryOptions.join(' ');
    expect(options).not.toBe('');
    expect(valueIn('ExecStart')).toBe(`/usr/bin/node ${options} /opt/aga-asistente/dist/src/main.js`);
    expect(valueIn('User')).toBe('aga-asistente');
    expect(`/var/lib/${valueIn('StateDirectory')}`).toBe(valueIn('WorkingDirectory'));
    expect(valueIn('EnvironmentFile')).toBe('/etc/aga-asistente.env');
  });

  it.each([
    ['NoNewPrivileges', 'yes'],
    ['ProtectSystem', 'strict'],
    ['ProtectHome', 'yes'],
    ['PrivateTmp', 'yes'],
    ['CapabilityBoundingSet', ''],
  ])('is closed: %s=%s', (key, value) => {
    expect(valueIn(key)).toBe(value);
  });

  it('waits longer than the process takes to stop', () => {
    const [, milliseconds = ''] = /STOPPING_TIME = ([\d_]+)/.exec(read('src/main.ts')) ?? [];
    expect(Number(valueIn('TimeoutStopSec')) * 1_000).toBeGreaterThan(Number(milliseconds.replace('_', '')));
  });
});
