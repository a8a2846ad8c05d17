import { join } from 'node:path';
import { adapters as registry } from '../adapters/registry.ts';
import { createAssistant } from './assistant.ts';
import { createBackroom } from './backroom.ts';
import { type Config, parseConfig } from './config.ts';
import { readEnvironment } from './environment.ts';
import { KnowledgeError, StartupError } from './errors.ts';
import { createHandle } from './handle.ts';
import { type HttpListener, openHttp } from './http.ts';
import { createInbox } from './inbox.ts';
import { keepStore } from './keep-store.ts';
import type { KnowledgeFolder, Problem } from './knowledge/document.ts';
import { createLogger } from './logger.ts';
import type { Adapter, AdapterContext, Logger, Route } from './messaging/index.ts';
import { watchKnowledge } from './open-knowledge.ts';
import {
  countUnderWay,
  createMetrics,
  createTellExchange,
  declareGauges,
  isConnected,
  operationsRoutes,
} from './operations/index.ts';
import { capped, guarded, limited, protect, readOnce, screened } from './protection/index.ts';
import { runAdapters } from './run-adapters.ts';
import { adapterTexts } from './texts/index.ts';
import { startupTexts } from './texts/startup.ts';
import { version } from './version.ts';

/** Milliseconds that a stop may take before the process is ended all the same: platforms, then the listener. */
const STOPPING_TIME = 18_000;

process.stderr.on('error', () => {});
process.exit(await main());

/** Runs the assistant and resolves to the exit code: 0, or 1 when it can't start or every platform fails. */
async function main(): Promise<number> {
  try {
    const environment = readEnvironment(join(process.cwd(), '.env'), process.env);
    const result = parseConfig(environment, registry);
    if ('config' in result) return await serve(result.config);
    for (const { variable, platform, message } of result.problems)
      tell(startupTexts.problem(variable, platform, message));
    tell(`${startupTexts.notStarted} ${startupTexts.variables}`);
    return 1;
  } catch (error) {
    if (!(error instanceof StartupError || error instanceof KnowledgeError)) throw error;
    tell(error.message);
    tell(startupTexts.notStarted);
    return 1;
  }
}

async function serve(config: Config): Promise<number> {
  const { logLevel: level, secrets, knowledgeDir, siteUrl } = config;
  const now = (): Date => new Date();
  const logger = createLogger({ level, secrets, write: (line) => process.stderr.write(line), now });
  process.on('unhandledRejection', (error) => logger.error('unhandled rejection', { error }));
  process.on('uncaughtException', (error) => {
    logger.error('uncaught exception', { error });
    process.exit(1);
  });

  const stop = stopOnSignal(logger);
  const indexOf = ({ documents, passages }: KnowledgeFolder) => ({
    documents: documents.length,
    passages: passages.length,
    loadedAt: now(),
  });
  const folder = await watchKnowledge(knowledgeDir, {
    now,
    ...(siteUrl === undefined ? {} : { siteUrl }),
    signal: stop,
    onChange: ({ folder: next, read, forgotten, problems }) => {
      tellProblems(problems);
      const started = performance.now();
      assistant.serve(next);
      void backroom?.tellOfNews(next);
      served = next;
      index = indexOf(next);
      const milliseconds = Math.round(performance.now() - started);
      logger.info('knowledge changed', { read, forgotten, documents: index.documents, milliseconds });
    },
    onFailure: (error) => logger.error('knowledge not reloaded', { error }),
  });
  tellProblems(folder.problems);
  let served = folder;
  let index = indexOf(folder);
  const kept = config.store === undefined ? undefined : await keepStore(config.store, { now, logger });
  const backroom =
    kept === undefined
      ? undefined
      : createBackroom({
          store: kept.store,
          platforms: config.adapters.map(({ definition }) => definition.name),
          knowledgeDir,
          placeOf: (document) => assistant.idOf(document),
          now,
          logger,
        });
  const assistant = createAssistant({
    folder,
    now,
    hasTeam: () => backroom?.hasRoom() === true,
    keepsRecords: backroom !== undefined,
  });

  const metrics = createMetrics();
  const tell = createTellExchange(logger, metrics);
  const clock = (): number => performance.now();
  const aboutContent = [capped, guarded].map(readOnce);
  const checks = [limited(config.limits, clock), ...aboutContent];
  const { inbox, underWay } = countUnderWay(screened(kept?.store.inbox ?? createInbox(), aboutContent));
  const context: AdapterContext = {
    handle: protect(
      createHandle({
        assistant,
        tell,
        ...(backroom === undefined ? {} : { records: backroom.records }),
      }),
      checks,
      { tell, clock },
    ),
    inbox,
    find: assistant.find,
    placeOf: assistant.placeOf,
    ...(backroom === undefined ? {} : { desk: backroom.desk }),
    logger,
    commands: assistant.commands,
    texts: adapterTexts,
  };
  const adapters = await Promise.all(
    config.adapters.map(({ definition, settings }) => definition.create(settings, context)),
  );

  backroom?.join(adapters);

  declareGauges(metrics, {
    version,
    underWay,
    waiting: () => backroom?.waiting() ?? 0,
    index: () => index,
    adapters,
    now,
  });
  const isStoreUp = (): boolean => kept?.isReachable() === true;
  const operations = operationsRoutes({
    health: () => ({
      documents: index.documents,
      ...(config.store === undefined ? {} : { store: isStoreUp() ? 'ok' : 'unreachable' }),
    }),
    checks: [
      { name: 'accepting', isReady: () => !stop.aborted },
      { name: 'knowledge', isReady: () => index.documents > 0 },
      ...(config.store === undefined ? [] : [{ name: 'store', isReady: isStoreUp }]),
      ...adapters.map((adapter) => ({ name: adapter.name, isReady: () => isConnected(adapter) })),
    ],
    metrics,
  });
  const listener = await listenIfNeeded(config, adapters, operations, logger);
  const { documents, passages } = index;
  logger.info('started', { version, adapters: adapters.map(({ name }) => name), documents, passages });
  const stopWorking = new AbortController();
  void kept?.opened.then(() => backroom?.tellOfNews(served));
  const working = backroom?.work(AbortSignal.any([stop, stopWorking.signal]));
  const isFine = await runAdapters(adapters, stop, logger);
  await listener?.close();
  stopWorking.abort();
  await working;
  await kept?.close();
  logger.info('stopped');
  return isFine ? 0 : 1;
}

/** Opens the HTTP listener when a platform has something to serve or `PORT` asks for it. */
async function listenIfNeeded(
  { http }: Config,
  adapters: readonly Adapter[],
  operations: readonly Route[],
  logger: Logger,
): Promise<HttpListener | undefined> {
  const routes = adapters.flatMap((adapter) => adapter.routes ?? []);
  if (routes.length === 0 && !http.isAsked) return undefined;
  const listener = await openHttp({ ...http, routes: [...operations, ...routes], logger });
  logger.info('http listener is open', { host: http.host, port: listener.port });
  return listener;
}

/** A signal that aborts at the first SIGTERM or SIGINT; the second one, or 18 s more, ends the process. */
function stopOnSignal(logger: Logger): AbortSignal {
  const controller = new AbortController();
  const onSignal = (name: string): void => {
    if (controller.signal.aborted) process.exit(1);
    logger.info('stopping', { signal: name });
    controller.abort();
    setTimeout(() => {
      logger.error('stopping took too long', { milliseconds: STOPPING_TIME });
      process.exit(1);
    }, STOPPING_TIME).unref();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return controller.signal;
}

function tellProblems(problems: readonly Problem[]): void {
  for (const { path, line, message, remedy } of problems)
    tell(`${path}${line === undefined ? '' : `:${line}`}: ${message} → ${remedy}`);
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
