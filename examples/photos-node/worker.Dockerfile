# Worker: looks for new pictures.
FROM node:24-trixie-slim

ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY albums.js worker.js ./

# The shared folder belongs to root, so the worker has to be root, too.
CMD ["node", "worker.js"]
