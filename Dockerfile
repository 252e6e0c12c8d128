# Build stage: install everything, compile, then drop the development dependencies.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json bundle.mjs ./
COPY src ./src
COPY commands ./commands
COPY resources ./resources
RUN npm run build

# The bot in a page like Discord, with made-up users: docker compose up preview. Not part of the image of the bot.
FROM build AS preview
COPY testkit ./testkit
COPY preview ./preview
RUN npx tsc --build preview && node dist/preview/build/page.js
COPY seeds ./seeds
USER node
EXPOSE 4780
CMD ["node", "dist/preview/server/run.js", "--in-container"]

FROM build AS production
RUN npm prune --omit=dev

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production \
    ARTICLES_DIR=/articles \
    DATA_DIR=/data \
    HEALTH_HOST=0.0.0.0 \
    HEALTH_PORT=8080
COPY --from=production /app/node_modules ./node_modules
COPY --from=production /app/dist ./dist
COPY --from=production /app/resources ./resources
COPY package.json LICENSE NOTICE ./
COPY seeds ./seeds
COPY migrations ./migrations
RUN mkdir /data /articles && chown node:node /data
USER node
VOLUME ["/data"]
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "."]
