# El asistente en una imagen pequeña: sin herramientas de desarrollo, sin privilegios, con el disco de solo lectura.
# Lo que escribe va a /app/data. Vea docs/operacion.md.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY adapters adapters
RUN npm run --silent build && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY adapters adapters
COPY knowledge knowledge
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Las opciones de memoria, las mismas de `npm start`, se explican en docs/operacion.md.
CMD ["node", "--max-semi-space-size=4", "--heap-growing-percent=25", "--no-parallel-scavenge", "dist/src/main.js"]
