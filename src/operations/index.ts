export { createTellExchange, type Exchange, type TellExchange } from './exchange.ts';
export { declareGauges, isConnected } from './gauges.ts';
export { createMetrics, type Metrics, type Sample } from './metrics.ts';
export type { Readiness } from './readiness.ts';
export { operationsRoutes } from './routes.ts';
export { countUnderWay } from './under-way.ts';
