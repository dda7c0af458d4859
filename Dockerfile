# syntax=docker/dockerfile:1
# sharp and libsql bring binaries for the platform where npm installs them: build the image on, or with --platform for,
# the platform that runs it (linux/amd64 and linux/arm64, glibc).

FROM node:22-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && rm -rf .next/cache .next/dev

FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY --from=build /app/.galley ./.galley
COPY package.json package-lock.json next.config.mjs tsconfig.json ./
COPY public ./public
COPY collections ./collections
COPY src ./src
COPY scripts ./scripts
RUN mkdir -p data media && chown -R node:node data media .next .galley
USER node
VOLUME ["/app/data", "/app/media"]
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node is the container's first process and gets its signals itself.
CMD ["node", "--conditions=production", "scripts/launch.mjs", "scripts/start.ts"]
