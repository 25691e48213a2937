# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY console/package.json console/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    GATEHOUSE_HOST=0.0.0.0 \
    GATEHOUSE_DATA_DIR=/data
WORKDIR /app
# /data holds the embedded database and generated keys; 0700, and the service runs as nobody else
RUN install -d -o node -g node -m 0700 /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/console/dist console/dist
COPY --from=build /app/scripts/healthcheck.mjs ./
USER node
VOLUME /data
EXPOSE 8443 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 CMD ["node", "healthcheck.mjs"]
# as process 1 node would reap nothing: run it with --init, or `init: true` as docker-compose.yml does
# the option is explained in docs/operations.md, Memory
CMD ["node", "--no-allocation-site-pretenuring", "dist/main.js"]
