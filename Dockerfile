# The production image: one for the web server, the worker, the beat and the one-off preparation.
# Child Practice Reviews. Secrets never go in here; they come as files at run time.

FROM node:24-bookworm-slim AS style
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit
COPY script/build_static.mjs script/
COPY static static
RUN npm run build

FROM python:3.13-slim-bookworm AS packages
COPY requirements.txt .
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.13-slim-bookworm
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
    ca-certificates libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin cprs \
 && install -d -o cprs -g cprs -m 700 /data
COPY --from=packages /venv /venv
WORKDIR /app
COPY . .
COPY --from=style /build/static/built static/built
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=cprs.settings \
    CPRS_MODE=production \
    CPRS_DATA=/data \
    CPRS_STATIC=/app/staticfiles \
    XDG_CACHE_HOME=/tmp/cache
# The Welsh catalogue, and the static files under names that change with their content. The settings
# ask for their values even here; these live for this one line and are of no use to anybody.
RUN if [ -f script/catalogue.py ]; then python script/catalogue.py compile; fi \
 && SECRET_KEY=build FIELD_KEYS=bm90LXNlY3JldC1vbmx5LWZvci10aGUtYnVpbGQtLS0= \
    CPRS_BASE_URL=https://build.invalid DATABASE_URL=postgres://build.invalid/x \
    REDIS_URL=redis://build.invalid EMAIL_URL=smtp://build.invalid \
    DEFAULT_FROM_EMAIL=build@build.invalid \
    python manage.py collectstatic --noinput
USER cprs
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=6s --start-period=30s --retries=3 \
  CMD ["python", "-m", "common.health.probe"]
CMD ["python", "-m", "cprs.serve", "--host", "0.0.0.0", "--port", "8000", "--processes", "2"]
