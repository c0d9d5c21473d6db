# The web process: built once, run as an account without rights, told everything by its environment.
FROM python:3.11-slim AS packages
RUN python -m venv /opt/venv
COPY requirements.lock /tmp/
RUN /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /tmp/requirements.lock

FROM python:3.11-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends antiword \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --home-dir /srv/archive --shell /usr/sbin/nologin archive
WORKDIR /srv/archive
COPY --from=packages /opt/venv /opt/venv
COPY manage.py ./
COPY archive archive
COPY replies replies
COPY templates templates
COPY static static
COPY fixtures fixtures
COPY locale locale
COPY deploy deploy
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    ARCHIVE_PRODUCTION=1 \
    ARCHIVE_VAR=/var/lib/archive
# The two values are for this step alone: nothing is signed and no database is asked while building.
RUN mkdir -p /var/lib/archive && chown archive: /var/lib/archive \
    && ARCHIVE_PRODUCTION=0 python manage.py translations \
    && SECRET_KEY=while-building ALLOWED_HOSTS=localhost DATABASE_URL=postgres://nobody@nowhere/none \
       python manage.py collectstatic --noinput
USER archive
VOLUME /var/lib/archive
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["python", "deploy/healthcheck.py"]
CMD ["gunicorn", "--config", "deploy/gunicorn.conf.py", "archive.wsgi"]
