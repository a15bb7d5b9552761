# The portal's web server, and with another command its worker and its scheduler.
FROM python:3.12-slim-bookworm AS packages
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /srv/portal
COPY pyproject.toml uv.lock ./
RUN UV_PROJECT_ENVIRONMENT=/srv/venv uv sync --frozen --no-dev

# The texts are compiled here: neither what compiles them nor what `make` calls is of use to a server.
FROM packages AS source
COPY . .
RUN UV_PROJECT_ENVIRONMENT=/srv/compiler uv sync --frozen --no-dev --group messages \
    && /srv/compiler/bin/python -m bin.messages compile \
    && rm -rf bin

FROM python:3.12-slim-bookworm
ENV PATH=/srv/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=portal.settings.production \
    STATIC_ROOT=/srv/static \
    MEDIA_ROOT=/srv/media
# The programs that make a backup must be as new as the database: Debian's own are older.
RUN apt-get update && apt-get install --yes --no-install-recommends postgresql-common ca-certificates \
    && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
    && apt-get install --yes --no-install-recommends postgresql-client-18 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 999 --home-dir /srv/portal portal \
    && install -d -o portal /srv/media /srv/static && install -d -m 700 -o portal /srv/backups
COPY --from=packages /srv/venv /srv/venv
WORKDIR /srv/portal
COPY --from=source /srv/portal .
# The values only let the settings load; no server is asked for anything while building.
RUN export SECRET_KEY=building DATABASE_URL=postgres://none/none ELASTICSEARCH_URL=http://none:9200 ALLOWED_HOSTS=none \
    && python manage.py collectstatic --noinput --verbosity 0
USER portal
EXPOSE 8000
CMD ["gunicorn", "portal.wsgi", "--config", "deploy/gunicorn.py"]
